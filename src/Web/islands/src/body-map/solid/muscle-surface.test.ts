import { expect, test } from "vitest";
import { muscleSurface, numberOf, TRAITS } from "./muscle-surface";

const fibre = (x: number) => Array.from({ length: 6 }, (_, index) => ({ x, y: index * 20, z: 10, r: index % 5 === 0 ? 2 : 5 }));
const shape = { number: 4, fibres: [fibre(50), fibre(58)], depths: [10, 30, 20], bothSides: true };

test("the outsides turn outwards on both sides", () => {
  const { positions, normals, triangles } = muscleSurface([shape]);
  const centre = (vertex: number): number[] => [(positions[vertex * 3] ?? 0) > 0 ? 0.054 : -0.054, positions[vertex * 3 + 1] ?? 0, 0.01];
  let outwards = 0;
  for (const vertex of triangles) {
    const dotted = [0, 1, 2].reduce((sum, axis) => sum + (normals[vertex * 3 + axis] ?? 0) * ((positions[vertex * 3 + axis] ?? 0) - (centre(vertex)[axis] ?? 0)), 0);
    expect(dotted).toBeGreaterThan(-1e-6);
    outwards += dotted;
  }
  expect(outwards).toBeGreaterThan(0);
});

test("the twin is the mirror image and has the next number", () => {
  const surface = muscleSurface([shape]);
  const half = surface.positions.length / 6;
  expect(surface.positions[half * 3]).toBeCloseTo(-(surface.positions[0] ?? 0));
  expect(surface.positions[half * 3 + 1]).toBe(surface.positions[1]);
  expect([numberOf(surface, 0), numberOf(surface, half)]).toEqual([4, 5]);
  expect(Math.max(...surface.triangles)).toBe(half * 2 - 1);
});

test("each place knows how deep it lies", () => {
  const { positions, traits } = muscleSurface([{ ...shape, bothSides: false }]);
  const depthAt = (height: number): number => {
    const vertex = Array.from({ length: positions.length / 3 }, (_, index) => index).reduce((best, next) =>
      Math.abs((positions[next * 3 + 1] ?? 0) - height) < Math.abs((positions[best * 3 + 1] ?? 0) - height) ? next : best);
    return traits[vertex * TRAITS + 3] ?? 0;
  };
  expect(depthAt(0)).toBeCloseTo(0.01, 3);
  expect(depthAt(0.05)).toBeCloseTo(0.03, 2);
  expect(depthAt(0.1)).toBeCloseTo(0.02, 2);
});
