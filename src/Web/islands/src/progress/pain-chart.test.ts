// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { bucketsOf, runsOf, scaleOf } from "./chart-scale";
import { daysTogether, painChart } from "./pain-chart";
import { seriesOf, type Series } from "./series";
import { CHANGES, entry, on, temple } from "./testing";

const FRAME = { width: 400, height: 200, left: 30, right: 30, top: 10, bottom: 30 };

function series(...ratings: readonly (readonly [number, number, number?])[]): Series {
  const [found] = seriesOf(ratings.map(([day, before, after]) => entry(on(day), [temple(before, after)])));
  if (!found) throw new Error("There is no rating.");
  return found;
}

const numbers = (element: Element | null | undefined, ...names: readonly string[]): readonly number[] => names.map((name) => Number(element?.getAttribute(name)));

test.each([
  ["one rating", series([1, 5])],
  ["one day", series([1, 5, 2], [1, 0])],
  ["a gap", series([1, 10], [60, 0], [61, 0, 0])],
  ["two years", series(...Array.from({ length: 700 }, (_, day) => [day, day % 11, 3] as const))],
])("all of the chart lies inside it: %s", (_name, given) => {
  for (const width of [280, 760]) {
    const chart = painChart(given, CHANGES, [width, 230], "x");
    const all = [...chart.querySelectorAll("line")].flatMap((line) => [numbers(line, "x1", "y1"), numbers(line, "x2", "y2")]);
    const places = [...all, ...[...chart.querySelectorAll("circle")].map((circle) => numbers(circle, "cx", "cy"))];
    for (const [x = Number.NaN, y = Number.NaN] of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(230);
    }
    const labels = [...chart.querySelectorAll(".chart-grid text")].filter((label) => !/^\d+$/.test(label.textContent));
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.length).toBeLessThanOrEqual(width / 60);
  }
});

test("the band goes from what counts as better to what counts as worse", () => {
  const scale = scaleOf(series([1, 7]).ratings, { ...FRAME, height: 230, top: 14 }, "en");
  const chart = painChart(series([1, 7], [2, 6]), CHANGES, [400, 230], "x");
  expect(numbers(chart.querySelector(".chart-better"), "y1")[0]).toBeCloseTo(scale.y(5), 0);
  expect(numbers(chart.querySelector(".chart-worse"), "y1")[0]).toBeCloseTo(scale.y(9), 0);
});

test("there is no line for what cannot be: less than nothing, or more than ten", () => {
  expect(painChart(series([1, 0]), CHANGES, [400, 230], "x").querySelector(".chart-better")).toBeNull();
  expect(painChart(series([1, 9]), CHANGES, [400, 230], "x").querySelector(".chart-worse")).toBeNull();
});

test("a line is broken by three weeks without a rating", () => {
  expect(runsOf(series([1, 5], [22, 5], [44, 5]).ratings).map((run) => run.length)).toEqual([2, 1]);
});

test("what has no room of its own is drawn as means that keep the extremes", () => {
  const many = series(...Array.from({ length: 700 }, (_, day) => [day, day % 2 === 0 ? 2 : 6] as const));
  const days = daysTogether(many, 400);
  expect(days).toBeGreaterThanOrEqual(7);
  const buckets = bucketsOf(many.ratings, days);
  expect(buckets.length * 7).toBeLessThanOrEqual(400 + 7);
  expect(buckets[0]).toMatchObject({ low: 2, high: 6 });
  expect(daysTogether(series([1, 5], [700, 4]), 400)).toBe(1);
});
