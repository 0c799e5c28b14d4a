import { expect, test } from "vitest";
import { Drawing } from "./drawing";
import type { Brush } from "./types";

const paint: Brush = { mode: "paint", radiusMillimetres: 10, intensity: 0.6 };
const erase: Brush = { ...paint, mode: "erase" };

test("painting writes the brush's intensity, erasing takes the cell away", () => {
  const drawing = new Drawing();
  expect(drawing.touch([3, 5], paint)).toBe(true);
  expect(drawing.touch([5], erase)).toBe(true);
  expect([...drawing.marks]).toEqual([[3, 0.6]]);
});

test("painting the same again changes nothing", () => {
  const drawing = new Drawing();
  drawing.touch([3], paint);
  expect(drawing.touch([3], paint)).toBe(false);
  expect(drawing.touch([9], erase)).toBe(false);
});

test("marks handed out do not change with later strokes", () => {
  const drawing = new Drawing();
  drawing.touch([3], paint);
  const before = drawing.marks;
  drawing.touch([5], paint);
  expect([...before.keys()]).toEqual([3]);
});

test("a stroke can be taken back", () => {
  const drawing = new Drawing();
  drawing.replace(new Map([[1, 0.5]]));
  drawing.beginStroke();
  drawing.touch([1, 3], paint);
  expect(drawing.cancelStroke()).toBe(true);
  expect([...drawing.marks]).toEqual([[1, 0.5]]);
});

test("a stroke over what was already so is no change", () => {
  const drawing = new Drawing();
  drawing.replace(new Map([[1, 0.6]]));
  drawing.beginStroke();
  drawing.touch([1], paint);
  expect(drawing.endStroke()).toBe(false);
});

test("marks from outside that mean nothing are left out; strength 0 says that it does not hurt", () => {
  const drawing = new Drawing();
  drawing.replace(new Map([[1, 0.5], [2, 0], [4, -0.1], [3, 1.5], [-4, 0.5], [0.5, 0.5], [6, NaN]]));
  expect([...drawing.marks.keys()]).toEqual([1, 2]);
});
