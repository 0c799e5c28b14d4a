import { expect, test } from "vitest";
import { buildNamed, type BuildTable } from "./build-table";
import { buildIdOf, BUILDS, NEUTRAL } from "./builds";
import samples from "./testing/build-samples.json";
import type { Point3 } from "./types";

const table = samples.table as unknown as BuildTable;
const point = ([x = NaN, y = NaN, z = NaN]: readonly number[]): Point3 => ({ x, y, z });
/** Samples are rounded to a ten-thousandth of a millimetre, and come from single precision. */
const CLOSE = 3;

function expectClose(actual: Point3, expected: Point3, digits: number): void {
  expect(actual.x).toBeCloseTo(expected.x, digits);
  expect(actual.y).toBeCloseTo(expected.y, digits);
  expect(actual.z).toBeCloseTo(expected.z, digits);
}

test("the map agrees with the one that the drawings are made with", () => {
  expect(samples.samples.length).toBeGreaterThan(100);
  for (const sample of samples.samples) {
    const build = buildNamed(buildIdOf(sample.build), table);
    expectClose(build.place(point(sample.at)), point(sample.place), CLOSE);
    expectClose(build.direction(point(sample.at), point(sample.normal)), point(sample.direction), CLOSE);
  }
});

test("the samples tell the builds apart", () => {
  const moved = samples.samples.filter(({ at, place }) => Math.abs((at[0] ?? 0) - (place[0] ?? 0)) > 3);
  expect(new Set(moved.map((sample) => sample.build))).toEqual(new Set(["broad-shoulders", "broad-hips"]));
});

test("going to a build and back ends where it began", () => {
  for (const id of BUILDS) {
    const build = buildNamed(id, table);
    for (const { at } of samples.samples) expectClose(build.undo(build.place(point(at))), point(at), 6);
  }
});

test("the neutral build needs no table", () => {
  expect(buildNamed("neutral", table)).toBe(NEUTRAL);
  expect(NEUTRAL.place({ x: 1, y: 2, z: 3 })).toEqual({ x: 1, y: 2, z: 3 });
});

test("an unknown name means the neutral build, and a table without a build is refused", () => {
  expect(buildIdOf("tall")).toBe("neutral");
  expect(buildIdOf(null)).toBe("neutral");
  expect(() => buildNamed("broad-hips", { ...table, builds: [] })).toThrow("broad-hips");
});
