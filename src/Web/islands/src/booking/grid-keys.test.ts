import { expect, it } from "vitest";
import { dayIn, stepOf } from "./grid-keys";

it("goes by days and weeks within the month", () => {
  expect(stepOf("ArrowLeft", 10, 31, 2)).toEqual({ day: 9 });
  expect(stepOf("ArrowRight", 10, 31, 2)).toEqual({ day: 11 });
  expect(stepOf("ArrowUp", 10, 31, 2)).toEqual({ day: 3 });
  expect(stepOf("ArrowDown", 10, 31, 2)).toEqual({ day: 17 });
});

it("goes to both ends of the week, and not out of the month", () => {
  expect(stepOf("Home", 10, 31, 2)).toEqual({ day: 8 });
  expect(stepOf("End", 10, 31, 2)).toEqual({ day: 14 });
  expect(stepOf("Home", 2, 31, 4)).toEqual({ day: 1 });
  expect(stepOf("End", 30, 31, 1)).toEqual({ day: 31 });
});

it("leads over both ends into the months beside it", () => {
  expect(stepOf("ArrowLeft", 1, 31, 0)).toEqual({ month: -1, day: 0 });
  expect(stepOf("ArrowUp", 3, 31, 0)).toEqual({ month: -1, day: -4 });
  expect(stepOf("ArrowDown", 28, 30, 0)).toEqual({ month: 1, day: 5 });
  expect(stepOf("PageUp", 31, 31, 0)).toEqual({ month: -1, day: 31 });
  expect(stepOf("PageDown", 31, 31, 0)).toEqual({ month: 1, day: 31 });
});

it("leaves other keys alone", () => {
  expect(stepOf("Enter", 1, 31, 0)).toBeUndefined();
  expect(stepOf("a", 1, 31, 0)).toBeUndefined();
});

it("stands on a day that the month has", () => {
  expect(dayIn(28, 31)).toBe(28);
  expect(dayIn(30, 0)).toBe(30);
  expect(dayIn(30, -4)).toBe(26);
  expect(dayIn(30, 5)).toBe(5);
});
