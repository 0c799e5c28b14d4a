import { expect, test } from "vitest";
import { FlatCells } from "./flat-cells";

const right = { region: "thigh", side: "right" } as const;
const left = { region: "thigh", side: "left" } as const;
const square = (x: number): string => `M${x} 0h10v10h-10z`;
/** Three squares in a row, then a gap of 4 mm, then one of the other leg. */
const cells = new FlatCells([
  { id: 1, path: square(0), region: right, apart: [] },
  { id: 3, path: square(10), region: right, apart: [] },
  { id: 5, path: square(20), region: right, apart: [] },
  { id: 2, path: square(34), region: left, apart: [] },
]);

test("a place finds its patch, and none beside the figure", () => {
  expect(cells.at({ x: 12, y: 5 })).toBe(3);
  expect(cells.at({ x: 32, y: 5 })).toBeUndefined();
});

test("a small brush marks the patch under it even when its centre is out of reach", () => {
  expect(cells.along({ x: 1, y: 1 }, { x: 1, y: 1 }, 2)).toEqual([1]);
});

test("a brush marks the neighbours whose centres it covers", () => {
  expect(cells.along({ x: 15, y: 5 }, { x: 15, y: 5 }, 11).toSorted()).toEqual([1, 3, 5]);
});

test("a brush does not jump the gap to the other leg", () => {
  expect(cells.along({ x: 25, y: 5 }, { x: 25, y: 5 }, 20).toSorted()).toEqual([1, 3, 5]);
});

test("a brush on an arm does not spill onto the trunk behind it", () => {
  const overlapping = new FlatCells([
    { id: 1, path: square(0), region: right, apart: [5] },
    { id: 3, path: square(-10), region: right, apart: [] },
    { id: 5, path: square(10), region: right, apart: [] },
  ]);
  expect(overlapping.along({ x: 8, y: 5 }, { x: 8, y: 5 }, 20).toSorted()).toEqual([1, 3]);
  expect(overlapping.along({ x: 12, y: 5 }, { x: 12, y: 5 }, 20)).toEqual([5]);
});

test("a quick stroke leaves no patch out", () => {
  expect(cells.along({ x: 1, y: 5 }, { x: 43, y: 5 }, 1).toSorted()).toEqual([1, 2, 3, 5]);
});

test("a stroke beside the figure marks nothing", () => {
  expect(cells.along({ x: 0, y: -8 }, { x: 40, y: -8 }, 20)).toEqual([]);
});

test("a cell knows its region and its middle", () => {
  expect(cells.regionOf(2)).toEqual(left);
  expect(cells.middleOf(2)).toEqual({ x: 39, y: 5 });
  expect(cells.regionOf(99)).toBeUndefined();
});
