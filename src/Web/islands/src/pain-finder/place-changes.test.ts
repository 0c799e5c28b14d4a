import { expect, test } from "vitest";
import { EMPTY, namedRegions, type PainDrawing } from "./pain-drawing";
import { intensityOf, newestPlace, onBothSides, otherSideOf, swapped, withDetail, withIntensity, without } from "./place-changes";
import { RegionIndex } from "./region-index";

const index = new RegionIndex([
  {
    id: "temple", name: "Temple", synonyms: [], part: "head", onSkin: true,
    sides: [{ side: "left", cells: [0, 2, 4, 6], facing: null }, { side: "right", cells: [1, 3, 5, 7], facing: null }],
  },
  {
    id: "low-back", name: "Low back", synonyms: [], part: "back", onSkin: true,
    sides: [{ side: "left", cells: Array.from({ length: 50 }, (_, i) => 100 + 2 * i), facing: null }, { side: "right", cells: Array.from({ length: 50 }, (_, i) => 101 + 2 * i), facing: null }],
  },
  { id: "nose", name: "Nose", synonyms: [], part: "face", onSkin: true, sides: [{ side: "midline", cells: [20, 21, 22, 23], facing: null }] },
  { id: "ear", name: "Deep in the ear", synonyms: [], part: "face", onSkin: false, sides: [{ side: "left", cells: [], facing: null }, { side: "right", cells: [], facing: null }] },
]);
const painted = (...marks: readonly (readonly [number, number])[]): PainDrawing => ({ ...EMPTY, marks: new Map(marks) });

test("a place goes to the other side with its strengths and what was said of it, and back again", () => {
  const drawing = withDetail(painted([1, 0.3], [3, 0.8], [5, 0.8]), "temple:right", { qualities: ["burning"], depth: "deep" });
  const there = swapped(drawing, "temple:right", index);
  expect([...there.marks]).toEqual([[0, 0.3], [2, 0.8], [4, 0.8]]);
  expect([...there.places]).toEqual([["temple:left", { qualities: ["burning"], depth: "deep" }]]);
  expect(swapped(there, "temple:left", index)).toEqual(drawing);
});

test("places that are marked on both sides are exchanged", () => {
  const drawing = painted([1, 0.3], [0, 0.9], [2, 0.9]);
  expect(new Map(swapped(drawing, "temple:right", index).marks)).toEqual(new Map([[0, 0.3], [1, 0.9], [3, 0.9]]));
});

test("what strayed over the border goes along when nothing else is marked on its side, and stays when something is", () => {
  const strayed = painted([1, 1], [3, 1], [5, 1], [101, 1]);
  expect([...swapped(strayed, "temple:right", index).marks.keys()]).toEqual([0, 2, 4, 100]);
  const two = painted([1, 1], [3, 1], [5, 1], [101, 1], [103, 1], [105, 1]);
  expect([...swapped(two, "temple:right", index).marks.keys()]).toEqual([0, 2, 4, 101, 103, 105]);
});

test("a place inside the body changes sides, and one of the midline has no other", () => {
  const drawing: PainDrawing = { ...EMPTY, inside: new Map([["ear:left", 0.5]]) };
  expect([...swapped(drawing, "ear:left", index).inside]).toEqual([["ear:right", 0.5]]);
  expect(otherSideOf("nose:midline", index)).toBeUndefined();
  expect(swapped(painted([20, 1]), "nose:midline", index)).toEqual(painted([20, 1]));
});

test("both sides: everything is on the other side as well, and what is there already stays", () => {
  const drawing: PainDrawing = { ...painted([1, 0.5], [3, 0.5], [2, 0.9], [20, 1], [101, 0]), inside: new Map([["ear:left", 0.4]]) };
  const both = onBothSides(withDetail(drawing, "temple:right", { qualities: ["dull"] }), index);
  expect(new Map(both.marks)).toEqual(new Map([[0, 0.5], [1, 0.5], [2, 0.9], [3, 0.5], [20, 1], [21, 1], [100, 0], [101, 0]]));
  expect(new Map(both.inside)).toEqual(new Map([["ear:left", 0.4], ["ear:right", 0.4]]));
  expect(both.places.get("temple:left")).toEqual({ qualities: ["dull"] });
  expect(onBothSides(both, index)).toEqual(both);
});

test("strength is set for all that is marked in a place and for nothing else", () => {
  const drawing = withIntensity(painted([1, 0.3], [3, 0.8], [101, 0.7]), "temple:right", index, 0.9);
  expect([...drawing.marks]).toEqual([[1, 0.9], [3, 0.9], [101, 0.7]]);
  expect(intensityOf(drawing, "temple:right", index)).toBe(0.9);
  expect(intensityOf(painted([1, 0.3], [3, 0.8]), "temple:right", index)).toBe(0.8);
  expect(withIntensity({ ...EMPTY, inside: new Map([["ear:left", 0.5]]) }, "ear:left", index, 0).inside.get("ear:left")).toBe(0);
});

test("a place that is taken away leaves nothing that was said of it", () => {
  const drawing = without(withDetail(painted([1, 1], [3, 1], [101, 1]), "temple:right", { qualities: ["dull"] }), "temple:right", index);
  expect(namedRegions(drawing, index)).toEqual(["low-back:right"]);
  expect(drawing.places.size).toBe(0);
});

test("a place of which nothing is said any more is not kept", () => {
  expect(withDetail(withDetail(EMPTY, "temple:right", { qualities: ["dull"] }), "temple:right", { qualities: [] }).places.size).toBe(0);
});

test("the newest place is the one in which most is new", () => {
  const before = painted([1, 0.5]);
  const after = painted([1, 0.5], [3, 0.5], [101, 0.5], [103, 0.5], [105, 0.5]);
  expect(newestPlace(before, after, index)).toBe("low-back:right");
  expect(newestPlace(after, before, index)).toBeUndefined();
  expect(newestPlace(before, painted([1, 0]), index)).toBe("temple:right");
  expect(newestPlace(before, { ...before, inside: new Map([["ear:left", 0.5]]) }, index)).toBe("ear:left");
});
