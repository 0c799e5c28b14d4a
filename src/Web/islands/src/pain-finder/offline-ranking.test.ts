import { expect, test } from "vitest";
import type { Fallback } from "../shared/api";
import { rankWithout } from "./offline-ranking";
import { RegionIndex } from "./region-index";

const index = new RegionIndex([
  { id: "temple", name: "Temple", synonyms: [], part: "head", onSkin: true, sides: [{ side: "right", cells: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19], facing: null }] },
  { id: "back-of-neck", name: "Back of neck", synonyms: [], part: "neck", onSkin: true, sides: [{ side: "right", cells: [21, 23], facing: null }] },
]);

const point = (id: string, bySelf = true) => ({ point: id, muscle: id.slice(0, -2), name: id, where: "upper", bySelf, care: null, evidence: { grade: "b" as never, words: "fair" } });
const lists: Fallback = {
  dataVersion: "d1",
  modelVersion: "m1",
  likelihoods: [{ from: 0.6, words: "very likely" }, { from: 0.3, words: "likely" }, { from: 0, words: "less likely" }],
  points: [point("temporalis-1"), point("upper-trapezius-1"), point("splenius-capitis-1")],
  regions: [
    { region: "temple", name: "Temple", side: "right", points: [{ point: 0, side: "right", probability: 0.5 }, { point: 1, side: "right", probability: 0.4 }] },
    { region: "back-of-neck", name: "Back of neck", side: "right", points: [{ point: 1, side: "right", probability: 0.3 }, { point: 2, side: "right", probability: 0.2 }] },
    { region: "temple", name: "Temple", side: "left", points: [{ point: 0, side: "left", probability: 0.5 }] },
  ],
};
const ranked = (request: Parameters<typeof rankWithout>[0]): readonly (readonly [string, number])[] =>
  rankWithout(request, lists, index).results.map((result) => [`${result.point}:${result.side}`, result.probability]);
const temple = { region: "temple", side: "right", intensity: 1 } as const;
const neck = { region: "back-of-neck", side: "right", intensity: 1 } as const;

test("one place has its own list", () => {
  expect(ranked({ regions: [temple] })).toEqual([["temporalis-1:right", 0.5], ["upper-trapezius-1:right", 0.4]]);
});

test("what is in several lists comes to the front: 1 − 0.6 · 0.7 = 0.58", () => {
  const results = ranked({ regions: [temple, neck] });
  expect(results.map(([key]) => key)).toEqual(["upper-trapezius-1:right", "temporalis-1:right", "splenius-capitis-1:right"]);
  expect(results[0]?.[1]).toBeCloseTo(0.58, 10);
});

test("a place that hurts half as much counts half", () => {
  expect(ranked({ regions: [temple, { ...neck, intensity: 0.5 }] }).find(([key]) => key === "splenius-capitis-1:right")?.[1]).toBeCloseTo(0.1, 10);
});

test("strength alone changes nothing when everything hurts alike", () => {
  expect(ranked({ regions: [{ ...temple, intensity: 0.3 }] })).toEqual(ranked({ regions: [temple] }));
});

test("a fifth of a region painted is the region; a cell that the brush caught counts less", () => {
  expect(ranked({ cells: [{ cell: 1, intensity: 1 }, { cell: 3, intensity: 1 }] })).toEqual(ranked({ regions: [temple] }));
  const strayed = ranked({ regions: [neck], cells: [{ cell: 1, intensity: 1 }] });
  expect(strayed.find(([key]) => key === "temporalis-1:right")?.[1]).toBeCloseTo(0.25, 10);
});

test("the probability has its words, and the places their names", () => {
  const answer = rankWithout({ regions: [temple, neck] }, lists, index);
  expect(answer.results.map((result) => result.likelihood)).toEqual(["likely", "likely", "less likely"]);
  expect(answer.findings.map((found) => found.name)).toEqual(["Temple", "Back of neck"]);
  expect(answer.dataVersion).toBe("d1");
});

test("a place without a list leaves nothing, and no error", () => {
  expect(ranked({ regions: [{ region: "nowhere", side: "left", intensity: 1 }] })).toEqual([]);
});
