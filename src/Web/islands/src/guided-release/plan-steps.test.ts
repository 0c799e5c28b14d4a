import { expect, test } from "vitest";
import type { Muscle, ReleaseWay } from "../shared/api";
import { USUAL_SETTINGS } from "../shared/release-settings";
import type { PlannedPoint } from "../shared/store";
import { minutesOf, sidesOf, stepsOf, withSides } from "./plan-steps";

const point = (id: string, side: "left" | "right" = "left"): PlannedPoint => ({ point: id, side, muscle: "m", name: "M", where: "There" });
const dose = { minSeconds: 10, maxSeconds: 30, ceilingSeconds: 30, repeats: 2, maxDiscomfort: 6 };
const way = { technique: "thumb", tool: "thumb", points: [], dose } as unknown as ReleaseWay;
const muscles = new Map([["m", { id: "m", releases: [way] } as unknown as Muscle]]);

test("a hold and its repeats never go beyond what the way allows", () => {
  expect(stepsOf([point("a")], muscles, { ...USUAL_SETTINGS, holdSeconds: 90, rounds: 3 })).toMatchObject([{ technique: "thumb", holdSeconds: 30, rounds: 2 }]);
  expect(stepsOf([point("a")], new Map(), { ...USUAL_SETTINGS, holdSeconds: 15 })).toMatchObject([{ technique: "", holdSeconds: 15, rounds: 1 }]);
});

test("one point on both sides is pressed on one and then on the other, where it stood", () => {
  const points = [point("a"), point("b"), point("c")];
  const both = withSides(points, "b", ["left", "right"]);
  expect(both.map(({ point: id, side }) => `${id} ${side}`)).toEqual(["a left", "b left", "b right", "c left"]);
  expect(sidesOf(both, "b")).toEqual(["left", "right"]);
  expect(withSides(both, "b", ["right"]).map(({ point: id, side }) => `${id} ${side}`)).toEqual(["a left", "b right", "c left"]);
  expect(withSides(both, "b", [])).toEqual([points[0], points[2]]);
});

test("eight points with one hold of 20 seconds take six minutes", () => {
  const steps = stepsOf(["a", "b", "c", "d"].flatMap((id) => [point(id), point(id, "right")]), muscles, USUAL_SETTINGS);
  expect(minutesOf(steps)).toBe(6);
  expect(minutesOf([])).toBe(1);
});
