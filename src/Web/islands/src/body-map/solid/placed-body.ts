import type { FigureBuild } from "../builds";
import type { HalfBody } from "./glb";

/** The half body of a build: the same cells and triangles, its vertices and normals placed once. */
export function placedBody(half: HalfBody, build: FigureBuild): HalfBody {
  if (build.id === "neutral") return half;
  const positions = new Float32Array(half.positions.length);
  const normals = new Float32Array(half.normals.length);
  for (let at = 0; at < positions.length; at += 3) {
    const [x = 0, y = 0, z = 0] = half.positions.subarray(at, at + 3);
    const [right = 0, up = 0, forward = 0] = half.normals.subarray(at, at + 3);
    const neutral = { x: x * 1000, y: y * 1000, z: z * 1000 };
    const place = build.place(neutral);
    const normal = build.direction(neutral, { x: right, y: up, z: forward });
    // The seam is known by its exact 0, and the map leaves 0 where it is.
    positions.set([place.x / 1000, place.y / 1000, place.z / 1000], at);
    normals.set([normal.x, normal.y, normal.z], at);
  }
  return { ...half, positions, normals };
}
