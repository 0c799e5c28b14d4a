import { expect, test } from "vitest";
import { halfBox } from "../testing/figures";
import { mirrorBody } from "./body-mesh";
import { TriangleTree } from "./triangle-tree";

const mesh = mirrorBody(halfBox());
const tree = new TriangleTree(mesh.positions, mesh.triangles);

test("a ray from the front meets the front and not the back behind it", () => {
  expect(tree.firstHit(0.03, 0.5, 2, 0, 0, -1)?.distance).toBeCloseTo(1.95, 6);
});

test("a ray from the back meets the back", () => {
  expect(tree.firstHit(0.03, 0.5, -2, 0, 0, 1)?.distance).toBeCloseTo(1.95, 6);
});

test("a ray along the seam, through no triangle's middle, is no miss", () => {
  expect(tree.firstHit(0, 0.5, 2, 0, 0, -1)?.distance).toBeCloseTo(1.95, 6);
});

test("surfaces seen from inside do not count", () => {
  expect(tree.firstHit(0.03, 0.5, 0, 0, 0, -1)).toBeNull();
});

test("a ray beside the body meets nothing", () => {
  expect(tree.firstHit(0.2, 0.5, 2, 0, 0, -1)).toBeNull();
});

test("the nearest corner of the triangle is named", () => {
  // Just beside the vertex at x 0.03, y 0.5 on the front.
  const hit = tree.firstHit(0.0301, 0.5002, 2, 0, 0, -1);
  const vertex = mesh.triangles[(hit?.triangle ?? 0) * 3 + (hit?.corner ?? 0)] ?? 0;
  expect(mesh.positions[vertex * 3]).toBeCloseTo(0.03, 6);
  expect(mesh.positions[vertex * 3 + 1]).toBeCloseTo(0.5, 6);
});

test("the tree finds what looking at every triangle finds", () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round++) {
    const from = [random() * 4 - 2, random() * 3 - 1, random() * 4 - 2] as const;
    const to = [random() * 0.2 - 0.1, random(), random() * 0.1 - 0.05] as const;
    const ray = to.map((value, axis) => value - (from[axis] ?? 0)) as [number, number, number];
    const nearest = Math.min(...Array.from({ length: mesh.triangles.length / 3 }, (_, triangle) => distanceTo(triangle, from, ray)));
    expect(tree.firstHit(...from, ...ray)?.distance ?? Infinity).toBeCloseTo(nearest, 6);
  }
});

/** The plane of the triangle, then the inside of its three edges: another way than the tree's. */
function distanceTo(triangle: number, from: readonly number[], ray: readonly number[]): number {
  const corners = [0, 1, 2].map((each) => {
    const vertex = mesh.triangles[triangle * 3 + each] ?? 0;
    return [0, 1, 2].map((axis) => mesh.positions[vertex * 3 + axis] ?? 0);
  });
  const [a = [], b = [], c = []] = corners;
  const normal = cross(minus(b, a), minus(c, a));
  const slope = dot(normal, ray);
  if (slope >= 0) return Infinity;
  const distance = dot(normal, minus(a, from)) / slope;
  const at = from.map((value, axis) => value + distance * (ray[axis] ?? 0));
  const inside = corners.every((corner, each) => dot(normal, cross(minus(corners[(each + 1) % 3] ?? [], corner), minus(at, corner))) >= 0);
  return inside && distance > 0 ? distance : Infinity;
}

const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, axis) => value - (b[axis] ?? 0));
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
const cross = ([ax = 0, ay = 0, az = 0]: readonly number[], [bx = 0, by = 0, bz = 0]: readonly number[]): number[] => [
  ay * bz - az * by,
  az * bx - ax * bz,
  ax * by - ay * bx,
];
