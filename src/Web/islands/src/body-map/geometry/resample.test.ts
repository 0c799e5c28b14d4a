import { expect, test } from "vitest";
import { lengthAlong, resample } from "./resample";

const bent = [{ x: 0, y: 0, z: 0, r: 2 }, { x: 30, y: 0, z: 0, r: 6 }, { x: 30, y: 10, z: 0, r: 4 }];

test("the places of a fibre are laid evenly along it, its ends stay", () => {
  const even = resample(bent, 4);
  expect(even.map(({ x, y }) => [x, y])).toEqual([[0, 0], [10, 0], [20, 0], [30, 0], [30, 10]]);
  expect(even[3]?.r).toBeCloseTo(6);
  expect(even[1]?.r).toBeCloseTo(2 + 4 / 3);
});

test("a fibre is as long as its pieces together", () => {
  expect(lengthAlong(bent)).toBe(40);
  expect(lengthAlong([])).toBe(0);
});
