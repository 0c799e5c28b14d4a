import { expect, it } from "vitest";
import { nearTo, search, type PlacedPoint } from "./points";

const point = (id: string, words: string, view: string, x: number, y: number): PlacedPoint => ({ id, name: id, where: "", words, view, x, y });
const POINTS = [
  point("upper-trapezius-1:left", "upper trapezius left", "front", 620, 320),
  point("upper-trapezius-1:right", "upper trapezius right", "front", 380, 320),
  point("soleus-1:right", "soleus calf right", "back", 400, 1500),
];

it("finds points by all words, in any order and case", () => {
  expect(search(POINTS, "Right  trap").map((found) => found.id)).toEqual(["upper-trapezius-1:right"]);
  const named = { ...point("a-1:right", "levator scapulae right", "back", 0, 0), name: "Levator scapulae, right" };
  const told = { ...point("b-1:right", "neck lifter levator right", "back", 0, 0), name: "Neck lifter" };
  expect(search([told, named], "levator right").map((found) => found.id)).toEqual(["a-1:right", "b-1:right"]);
  expect(search(POINTS, "knee")).toEqual([]);
  expect(search(POINTS, " ")).toEqual([]);
});

it("finds the points near a tap on the same view, nearest first", () => {
  expect(nearTo(POINTS, "front", 390, 330).map((found) => found.id)).toEqual(["upper-trapezius-1:right"]);
  expect(nearTo([...POINTS, point("near:right", "", "front", 392, 330)], "front", 390, 330).map((found) => found.id)).toEqual(["near:right", "upper-trapezius-1:right"]);
  expect(nearTo(POINTS, "back", 390, 330)).toEqual([]);
});
