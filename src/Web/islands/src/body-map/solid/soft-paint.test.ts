import { expect, test } from "vitest";
import { halfBox } from "../testing/figures";
import { adjacencyOf, mirrorBody } from "./body-mesh";
import { SoftPaint } from "./soft-paint";

const mesh = mirrorBody(halfBox());
const adjacency = adjacencyOf(mesh.vertexCount, mesh.triangles);
const all = Array.from({ length: mesh.vertexCount }, (_, vertex) => vertex);
const verticesOf = (cell: number): number[] => all.filter((vertex) => mesh.cells[vertex] === cell);

test("far inside a painted patch the strength is whole, far outside it is next to nothing", () => {
  const paint = new SoftPaint(mesh.vertexCount, adjacency);
  paint.set(all, (vertex) => (mesh.cells[vertex] === 2 ? 0.8 : 0));
  const at = (x: number, y: number): number =>
    paint.softened[all.find((vertex) => Math.abs((mesh.positions[vertex * 3] ?? 0) - x) < 1e-6 && Math.abs((mesh.positions[vertex * 3 + 1] ?? 0) - y) < 1e-6 && (mesh.positions[vertex * 3 + 2] ?? 0) > 0) ?? 0] ?? NaN;
  expect(at(0.06, 0.9)).toBeGreaterThan(0.79);
  expect(at(0.06, 0)).toBeLessThan(0.01);
  expect(at(0.06, 0.5)).toBeGreaterThan(0.1);
  expect(at(0.06, 0.5)).toBeLessThan(0.7);
});

test("painting piece by piece ends as painting all at once", () => {
  const once = new SoftPaint(mesh.vertexCount, adjacency);
  once.set(all, (vertex) => ([0, 2, 5].includes(mesh.cells[vertex] ?? 0) ? 0.7 : 0));
  const pieces = new SoftPaint(mesh.vertexCount, adjacency);
  for (const cell of [0, 1, 2, 5]) pieces.set(verticesOf(cell), () => 0.7);
  pieces.set(verticesOf(1), () => 0);
  expect([...pieces.softened]).toEqual([...once.softened]);
});

test("every vertex that changes is told, and none when nothing does", () => {
  const paint = new SoftPaint(mesh.vertexCount, adjacency);
  const changed = new Set(paint.set(verticesOf(3), () => 1));
  for (const vertex of all) if ((paint.softened[vertex] ?? 0) > 0) expect(changed.has(vertex)).toBe(true);
  expect(changed.size).toBeLessThan(mesh.vertexCount);
  expect(paint.set(verticesOf(3), () => 1)).toEqual([]);
});
