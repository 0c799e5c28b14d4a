import { expect, test } from "vitest";
import { runsOf } from "./runs";

const odd = (value: number): boolean => value % 2 === 1;

test("a list is cut where the condition changes, and neighbours share an item", () => {
  expect(runsOf([1, 3, 2, 4, 5, 7], odd)).toEqual([
    { items: [1, 3, 2], holds: true },
    { items: [2, 4, 5], holds: false },
    { items: [5, 7], holds: true },
  ]);
});

test("a single item draws no line", () => {
  expect(runsOf([1], odd)).toEqual([]);
  expect(runsOf([], odd)).toEqual([]);
});
