import type { Adjacency, BodyMesh } from "./body-mesh";
import type { TriangleTree } from "./triangle-tree";

/** The body is looked through from these distances under the skin, in metres. */
const PROBES = [0.012, 0.03, 0.072];
const LEAST_METRES = 0.0008;
/** Of the thickness there: both sides of a finger keep something between them. */
const MOST_SHARE = 0.4;
const SMOOTHINGS = 6;
/** A face that is drawn in loses its features: above the first height, and fully above the second, it hardly is. Metres. */
const HEAD = { from: 1.5, fully: 1.55, most: 0.004 };

/**
 * How far each vertex may be pushed under the skin so that the body within stays whole.
 * @param most metres, for parts that are thick enough.
 */
export function insetsOf(mesh: BodyMesh, tree: TriangleTree, adjacency: Adjacency, most: number): Float32Array {
  let insets = new Float32Array(mesh.vertexCount);
  let right = mesh.rightVertexStart;
  for (let vertex = 0; vertex < mesh.rightVertexStart; vertex++) {
    const inset = Math.min(mostAt(mesh.positions[vertex * 3 + 1] ?? 0, most), MOST_SHARE * thicknessAt(mesh, tree, vertex));
    insets[vertex] = inset;
    // The right half lists the mirror images in the same order, without those on the seam.
    if (mesh.positions[vertex * 3] !== 0) insets[right++] = inset;
  }
  for (let round = 0; round < SMOOTHINGS; round++) insets = smoothed(insets, adjacency);
  return insets;
}

function mostAt(height: number, most: number): number {
  const head = Math.min(1, Math.max(0, (height - HEAD.from) / (HEAD.fully - HEAD.from)));
  return most + (Math.min(most, HEAD.most) - most) * head;
}

function thicknessAt({ positions, normals }: BodyMesh, tree: TriangleTree, vertex: number): number {
  const [x = 0, y = 0, z = 0] = positions.subarray(vertex * 3, vertex * 3 + 3);
  const [nx = 0, ny = 0, nz = 0] = normals.subarray(vertex * 3, vertex * 3 + 3);
  for (const probe of PROBES) {
    // Outsides are what a ray meets: it has to start beyond the other side of the body and come back.
    const hit = tree.firstHit(x - nx * probe, y - ny * probe, z - nz * probe, nx, ny, nz);
    if (hit && hit.distance < probe - LEAST_METRES) return probe - hit.distance;
  }
  return Infinity;
}

/** Never deeper than it was: a thin place must not be drawn in by a thick neighbour. */
function smoothed(insets: Float32Array, { starts, neighbours }: Adjacency): Float32Array<ArrayBuffer> {
  return Float32Array.from(insets, (own, vertex) => {
    let sum = own;
    const from = starts[vertex] ?? 0;
    const to = starts[vertex + 1] ?? 0;
    for (let at = from; at < to; at++) sum += insets[neighbours[at] ?? 0] ?? 0;
    return Math.min(own, sum / (to - from + 1));
  });
}
