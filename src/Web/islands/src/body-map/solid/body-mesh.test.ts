import { expect, test } from "vitest";
import { halfBox } from "../testing/figures";
import { adjacencyOf, mirrorBody } from "./body-mesh";

const half = halfBox();
const mesh = mirrorBody(half);
const place = (vertex: number): number[] => [...mesh.positions.slice(vertex * 3, vertex * 3 + 3)];

test("seam vertices are shared, all others have a mirror image", () => {
  const seam = half.positions.filter((value, index) => index % 3 === 0 && value === 0).length;
  expect(seam).toBe(22);
  expect(mesh.vertexCount).toBe(2 * half.openness.length - seam);
});

test("left cells are even, their mirror images on the right odd", () => {
  for (let vertex = 0; vertex < mesh.vertexCount; vertex++) {
    const [x = 0] = place(vertex);
    if (x !== 0) expect((mesh.cells[vertex] ?? 0) % 2).toBe(x > 0 ? 0 : 1);
    else expect(mesh.twinCells[vertex]).toBe((mesh.cells[vertex] ?? 0) + 1);
  }
});

test("every triangle still turns its outside outwards", () => {
  for (let corner = 0; corner < mesh.triangles.length; corner += 3) {
    const [a = [], b = [], c = []] = [0, 1, 2].map((each) => place(mesh.triangles[corner + each] ?? 0));
    const [u, v] = [b, c].map((other) => other.map((value, axis) => value - (a[axis] ?? 0)));
    const [ux = 0, uy = 0, uz = 0] = u ?? [];
    const [vx = 0, vy = 0, vz = 0] = v ?? [];
    const vertex = mesh.triangles[corner] ?? 0;
    const [nx = 0, ny = 0, nz = 0] = [0, 1, 2].map((axis) => {
      const at = (each: number): number => mesh.normals[(mesh.triangles[corner + each] ?? vertex) * 3 + axis] ?? 0;
      return at(0) + at(1) + at(2);
    });
    expect((uy * vz - uz * vy) * nx + (uz * vx - ux * vz) * ny + (ux * vy - uy * vx) * nz).toBeGreaterThan(0);
  }
});

test("vertices joined by an edge know one another, across the seam too", () => {
  const { starts, neighbours } = adjacencyOf(mesh.vertexCount, mesh.triangles);
  const of = (vertex: number): number[] => [...neighbours.slice(starts[vertex], starts[vertex + 1])];
  for (let vertex = 0; vertex < mesh.vertexCount; vertex++) for (const other of of(vertex)) expect(of(other)).toContain(vertex);
  const seam = half.positions.findIndex((value, index) => index % 3 === 0 && value === 0) / 3;
  expect(of(seam).map((other) => Math.sign(place(other)[0] ?? 0)).toSorted()).toEqual(expect.arrayContaining([-1, 0, 1]));
});
