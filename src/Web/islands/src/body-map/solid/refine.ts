import type { HalfBody } from "./glb";

const ROUNDS = 4;

/**
 * Splits long edges, so that paint has places to be on where the body is flat and its triangles are large. The shape
 * stays as it is; a new vertex takes the cell of one of its edge's ends.
 * @param longest metres; no edge stays longer than this, or than a sixteenth of what it was.
 */
export function refine(half: HalfBody, longest: number): HalfBody {
  let body = half;
  for (let round = 0; round < ROUNDS; round++) {
    const finer = splitLongEdges(body, longest);
    if (finer === body) break;
    body = finer;
  }
  return body;
}

function splitLongEdges(half: HalfBody, longest: number): HalfBody {
  const positions = [...half.positions];
  const normals = [...half.normals];
  const openness = [...half.openness];
  const cells = [...half.cells];
  const middles = new Map<number, number>();
  const count = half.openness.length;
  const middleOf = (a: number, b: number): number | undefined => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = from * count + to;
    const known = middles.get(key);
    if (known !== undefined) return known;
    const at = (vertex: number, axis: number): number => half.positions[vertex * 3 + axis] ?? 0;
    if (Math.hypot(at(from, 0) - at(to, 0), at(from, 1) - at(to, 1), at(from, 2) - at(to, 2)) <= longest) return undefined;
    const middle = openness.length;
    for (let axis = 0; axis < 3; axis++) positions.push((at(from, axis) + at(to, axis)) / 2);
    normals.push(...meanDirection(half.normals, from, to));
    openness.push(((half.openness[from] ?? 1) + (half.openness[to] ?? 1)) / 2);
    cells.push(half.cells[from] ?? 0);
    middles.set(key, middle);
    return middle;
  };
  const triangles: number[] = [];
  for (let corner = 0; corner < half.triangles.length; corner += 3) {
    const [a = 0, b = 0, c = 0] = half.triangles.subarray(corner, corner + 3);
    triangles.push(...pieces(a, b, c, middleOf(a, b), middleOf(b, c), middleOf(c, a)));
  }
  if (middles.size === 0) return half;
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    openness: Float32Array.from(openness),
    cells: Uint32Array.from(cells),
    triangles: Uint32Array.from(triangles),
  };
}

/** The triangles that a triangle falls into when some of its edges are split. */
function pieces(a: number, b: number, c: number, ab: number | undefined, bc: number | undefined, ca: number | undefined): number[] {
  if (ab !== undefined && bc !== undefined && ca !== undefined) return [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca];
  // Turned until the whole edge, or the only split one, comes last.
  if (ab !== undefined && bc !== undefined) return [ab, b, bc, a, ab, bc, a, bc, c];
  if (bc !== undefined && ca !== undefined) return pieces(b, c, a, bc, ca, undefined);
  if (ca !== undefined && ab !== undefined) return pieces(c, a, b, ca, ab, undefined);
  if (ab !== undefined) return [a, ab, c, ab, b, c];
  if (bc !== undefined) return pieces(b, c, a, bc, undefined, undefined);
  if (ca !== undefined) return pieces(c, a, b, ca, undefined, undefined);
  return [a, b, c];
}

function meanDirection(normals: Float32Array, a: number, b: number): [number, number, number] {
  const [x, y, z] = [0, 1, 2].map((axis) => (normals[a * 3 + axis] ?? 0) + (normals[b * 3 + axis] ?? 0)) as [number, number, number];
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
