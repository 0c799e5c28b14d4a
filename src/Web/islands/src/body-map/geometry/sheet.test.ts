import { expect, test } from "vitest";
import type { FibrePoint } from "../types";
import { sheetsOf } from "./sheet";
import { distanceBetween } from "./vector";

/** An upright fibre of 100 mm at a place across, thick in the middle. */
const fibre = (x: number, ends = x): FibrePoint[] =>
  Array.from({ length: 11 }, (_, index) => ({ x: index === 0 || index === 10 ? ends : x, y: index * 10, z: 0, r: index % 10 === 0 ? 1.8 : 6 }));

test("fibres beside one another become one closed surface as wide as they are", () => {
  const [sheet, ...more] = sheetsOf([fibre(0), fibre(10), fibre(20)]);
  expect(more).toEqual([]);
  const middle = sheet?.rings[Math.floor((sheet.rings.length ?? 0) / 2)] ?? [];
  expect(Math.min(...middle.map(({ x }) => x))).toBeLessThan(-2);
  expect(Math.max(...middle.map(({ x }) => x))).toBeGreaterThan(22);
  // From place to place around the ring there is no gap wider than a fibre.
  middle.forEach((place, index) => expect(distanceBetween(place, middle[(index + 1) % middle.length] ?? place)).toBeLessThan(12));
});

test("a surface ends in a point or an edge, so that nobody looks into it", () => {
  const [sheet] = sheetsOf([fibre(0), fibre(10)]);
  for (const ring of [sheet?.rings[0], sheet?.rings.at(-1)]) for (const place of ring ?? []) expect(place.z).toBeCloseTo(0, 9);
});

test("a belly is told from the tendons at both ends", () => {
  const [sheet] = sheetsOf([fibre(0), fibre(10)]);
  expect(Math.max(...(sheet?.bellies[0] ?? [1]))).toBeCloseTo(0);
  expect(Math.min(...(sheet?.bellies[Math.floor((sheet.rings.length ?? 0) / 2)] ?? [0]))).toBeCloseTo(1);
});

test("fibres that gather in a tendon keep a thickness there", () => {
  const [sheet] = sheetsOf([fibre(0, 10), fibre(10), fibre(20, 10)]);
  const ring = sheet?.rings[1] ?? [];
  expect(Math.max(...ring.map(({ z }) => z)) - Math.min(...ring.map(({ z }) => z))).toBeGreaterThan(1);
});

test("two heads stay apart", () => {
  expect(sheetsOf([fibre(0), fibre(10), fibre(60), fibre(70)])).toHaveLength(2);
});

test("a single fibre is a strand, and no fibre is nothing", () => {
  const [strand] = sheetsOf([fibre(5)]);
  const middle = strand?.rings[Math.floor((strand.rings.length ?? 0) / 2)] ?? [];
  for (const place of middle) expect(Math.hypot(place.x - 5, place.z)).toBeCloseTo(6, 5);
  expect(sheetsOf([[{ x: 0, y: 0, z: 0, r: 1 }], []])).toEqual([]);
});
