import { expect, test } from "vitest";
import { tubesAround } from "./tube";

test("every vertex of a strand lies at its radius from the fibre", () => {
  const fibre = [{ x: 0, y: 0, z: 0, r: 2 }, { x: 0, y: 50, z: 0, r: 6 }, { x: 0, y: 100, z: 0, r: 3 }];
  const { positions, triangles } = tubesAround([fibre]);
  expect(positions).toHaveLength(3 * 8 * 3);
  for (let vertex = 0; vertex < 24; vertex++) {
    const [x = 0, , z = 0] = positions.slice(vertex * 3, vertex * 3 + 3);
    expect(Math.hypot(x, z)).toBeCloseTo(fibre[Math.floor(vertex / 8)]?.r ?? 0, 9);
  }
  expect(Math.max(...triangles)).toBe(23);
});

test("the strands' outsides turn outwards", () => {
  const { positions, normals, triangles } = tubesAround([[{ x: 0, y: 0, z: 0, r: 5 }, { x: 30, y: 10, z: 40, r: 5 }]]);
  for (let at = 0; at < triangles.length; at += 3) {
    const [a = [], b = [], c = []] = [0, 1, 2].map((each) => positions.slice((triangles[at + each] ?? 0) * 3, (triangles[at + each] ?? 0) * 3 + 3));
    const u = b.map((value, axis) => value - (a[axis] ?? 0));
    const v = c.map((value, axis) => value - (a[axis] ?? 0));
    const [ux = 0, uy = 0, uz = 0] = u;
    const [vx = 0, vy = 0, vz = 0] = v;
    const [nx = 0, ny = 0, nz = 0] = normals.slice((triangles[at] ?? 0) * 3, (triangles[at] ?? 0) * 3 + 3);
    expect((uy * vz - uz * vy) * nx + (uz * vx - ux * vz) * ny + (ux * vy - uy * vx) * nz).toBeGreaterThan(0);
  }
});

test("a fibre of one place has no surface", () => {
  expect(tubesAround([[{ x: 0, y: 0, z: 0, r: 2 }], []]).triangles).toEqual([]);
});
