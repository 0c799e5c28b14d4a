import type { HalfBody } from "./glb";

/** Both halves as one closed mesh; seam vertices are shared. Metres in the body frame. */
export interface BodyMesh {
  readonly vertexCount: number;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly openness: Float32Array;
  /** Cell number of each vertex; a seam vertex carries the left one. */
  readonly cells: Uint32Array;
  /** The mirror cell of seam vertices, the same as `cells` elsewhere. */
  readonly twinCells: Uint32Array;
  /** The left half's triangles, then the right half's. */
  readonly triangles: Uint32Array;
  /** The first corner of the right half in `triangles`. */
  readonly rightStart: number;
  /** Vertices below this index belong to the left half or the seam. */
  readonly rightVertexStart: number;
}

export function mirrorBody(half: HalfBody): BodyMesh {
  const halfCount = half.openness.length;
  const mirrored = new Uint32Array(halfCount);
  let vertexCount = halfCount;
  for (let vertex = 0; vertex < halfCount; vertex++) {
    mirrored[vertex] = half.positions[vertex * 3] === 0 ? vertex : vertexCount++;
  }
  const positions = new Float32Array(vertexCount * 3);
  const normals = new Float32Array(vertexCount * 3);
  const openness = new Float32Array(vertexCount);
  const cells = new Uint32Array(vertexCount);
  const twinCells = new Uint32Array(vertexCount);
  for (let vertex = 0; vertex < halfCount; vertex++) {
    const twin = mirrored[vertex] ?? vertex;
    const cell = 2 * (half.cells[vertex] ?? 0);
    for (const [at, sign] of [[twin, -1], [vertex, 1]] as const) {
      const onSeam = twin === vertex;
      for (let axis = 0; axis < 3; axis++) {
        const flip = axis === 0 ? sign : 1;
        positions[at * 3 + axis] = flip * (half.positions[vertex * 3 + axis] ?? 0);
        // On the seam a normal that leans to one side would show the seam as a line.
        normals[at * 3 + axis] = axis === 0 && onSeam ? 0 : flip * (half.normals[vertex * 3 + axis] ?? 0);
      }
      openness[at] = half.openness[vertex] ?? 1;
      cells[at] = sign > 0 ? cell : cell + 1;
      twinCells[at] = sign < 0 || onSeam ? cell + 1 : cell;
    }
  }
  const rightStart = half.triangles.length;
  const triangles = new Uint32Array(rightStart * 2);
  triangles.set(half.triangles);
  for (let corner = 0; corner < rightStart; corner += 3) {
    // The mirror image turns the other way round.
    triangles[rightStart + corner] = mirrored[half.triangles[corner] ?? 0] ?? 0;
    triangles[rightStart + corner + 1] = mirrored[half.triangles[corner + 2] ?? 0] ?? 0;
    triangles[rightStart + corner + 2] = mirrored[half.triangles[corner + 1] ?? 0] ?? 0;
  }
  return { vertexCount, positions, normals, openness, cells, twinCells, triangles, rightStart, rightVertexStart: halfCount };
}

/** The vertices joined to each by an edge, as one list with the place where each vertex's begins. */
export interface Adjacency {
  /** One longer than there are vertices. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
}

export function adjacencyOf(vertexCount: number, triangles: Uint32Array): Adjacency {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>());
  for (let corner = 0; corner < triangles.length; corner += 3) {
    for (let each = 0; each < 3; each++) {
      const from = triangles[corner + each] ?? 0;
      const to = triangles[corner + ((each + 1) % 3)] ?? 0;
      sets[from]?.add(to);
      sets[to]?.add(from);
    }
  }
  const starts = new Uint32Array(vertexCount + 1);
  sets.forEach((set, vertex) => (starts[vertex + 1] = (starts[vertex] ?? 0) + set.size));
  return { starts, neighbours: Uint32Array.from(sets.flatMap((set) => [...set])) };
}
