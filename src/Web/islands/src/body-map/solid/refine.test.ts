import { expect, test } from "vitest";
import { halfBox } from "../testing/figures";
import type { HalfBody } from "./glb";
import { refine } from "./refine";

const box = halfBox();
const place = (body: HalfBody, vertex: number): number[] => [...body.positions.slice(vertex * 3, vertex * 3 + 3)];

function edges(body: HalfBody): Map<string, number> {
  const found = new Map<string, number>();
  for (let corner = 0; corner < body.triangles.length; corner++) {
    const from = body.triangles[corner] ?? 0;
    const to = body.triangles[corner % 3 === 2 ? corner - 2 : corner + 1] ?? 0;
    const key = [from, to].toSorted((a, b) => a - b).join(" ");
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function areaOf(body: HalfBody): number {
  let area = 0;
  for (let corner = 0; corner < body.triangles.length; corner += 3) {
    const [a = [], b = [], c = []] = [0, 1, 2].map((each) => place(body, body.triangles[corner + each] ?? 0));
    const [ux = 0, uy = 0, uz = 0] = b.map((value, axis) => value - (a[axis] ?? 0));
    const [vx = 0, vy = 0, vz = 0] = c.map((value, axis) => value - (a[axis] ?? 0));
    area += Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
  }
  return area;
}

test("no edge stays longer than asked", () => {
  const finer = refine(box, 0.03);
  for (const edge of edges(finer).keys()) {
    const [a = 0, b = 0] = edge.split(" ").map(Number);
    const from = place(finer, a);
    expect(Math.hypot(...place(finer, b).map((value, axis) => value - (from[axis] ?? 0)))).toBeLessThanOrEqual(0.03 + 1e-6);
  }
});

test("the surface stays the same and whole: the same area, no edge in more than two triangles, the rim as long as before", () => {
  const finer = refine(box, 0.03);
  expect(areaOf(finer)).toBeCloseTo(areaOf(box), 6);
  expect(Math.max(...edges(finer).values())).toBe(2);
  const rim = (body: HalfBody): number =>
    [...edges(body)].reduce((sum, [edge, uses]) => {
      const [a = 0, b = 0] = edge.split(" ").map(Number);
      const from = place(body, a);
      return uses === 1 ? sum + Math.hypot(...place(body, b).map((value, axis) => value - (from[axis] ?? 0))) : sum;
    }, 0);
  expect(rim(finer)).toBeCloseTo(rim(box), 6);
});

test("new vertices on the seam lie on the seam, and each has a cell of the body", () => {
  const finer = refine(box, 0.03);
  const seam = (body: HalfBody): number => body.positions.filter((value, index) => index % 3 === 0 && value === 0).length;
  expect(seam(finer)).toBeGreaterThan(seam(box));
  expect(new Set(finer.cells)).toEqual(new Set(box.cells));
});

test("a body that is fine enough is left alone", () => {
  expect(refine(box, 1)).toBe(box);
});
