// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { SideLabels } from "./side-labels";

const labels = new SideLabels();
const placeOf = (label: HTMLElement): number[] => [...label.style.transform.matchAll(/(-?[\d.]+)px/g)].map(([, value]) => Number(value));

test("labels stand where the sides are", () => {
  labels.place({ left: { x: 400, y: 300 }, right: { x: 100, y: 300 } }, 500, 600);
  expect(placeOf(labels.left)).toEqual([400, 300]);
  expect(placeOf(labels.right)).toEqual([100, 300]);
});

test("a side that is out of the picture keeps its label at the edge", () => {
  labels.place({ left: { x: 9000, y: 9000 }, right: { x: -500, y: 300 } }, 500, 600);
  expect(placeOf(labels.left)).toEqual([455.6, 580]);
  expect(placeOf(labels.right)[0]).toBe(48);
});

test("the pair gives way to the zoom buttons together", () => {
  labels.place({ left: { x: 480, y: 40 }, right: { x: 60, y: 40 } }, 500, 600);
  expect(placeOf(labels.left)).toEqual([455.6, 195]);
  expect(placeOf(labels.right)).toEqual([60, 195]);
});

test("words for a single part stand alone, and fit", () => {
  labels.place({ left: null, right: null, only: { x: 20, y: 590, text: "your left hand, palm" } }, 500, 600);
  expect([labels.left.hidden, labels.right.hidden, labels.only.hidden]).toEqual([true, true, false]);
  expect(labels.only.textContent).toBe("your left hand, palm");
  expect(placeOf(labels.only)).toEqual([84, 580]);
});

test("the side that is turned away is not named", () => {
  labels.place({ left: { x: 250, y: 20 }, right: null }, 500, 600);
  expect(labels.left.hidden).toBe(false);
  expect(labels.right.hidden).toBe(true);
});

test("in a low picture the labels stand inside, beside the buttons", () => {
  const labels = new SideLabels();
  labels.place({ left: { x: 40, y: 190 }, right: { x: 355, y: 190 } }, 358, 194);
  const [left, right] = [labels.left, labels.right].map((label) => /translate\(([\d.]+)px, ([\d.]+)px\)/.exec(label.style.transform)?.slice(1).map(Number) ?? []);
  expect(left?.[1]).toBeLessThanOrEqual(174);
  expect(right).toEqual([expect.any(Number), left?.[1]]);
  expect(right?.[0]).toBeLessThan(358 - 58);
});
