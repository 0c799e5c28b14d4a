import { expect, test } from "vitest";
import { coverage, EMPTY, isEmpty, namedRegions, requestOf, setRegions, ticked, toggleRegion, type PainDrawing } from "./pain-drawing";
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
  { id: "tongue", name: "Tongue", synonyms: [], part: "face", onSkin: false, sides: [{ side: "midline", cells: [], facing: null }] },
]);

const painted = (...cells: readonly number[]): PainDrawing => ({ marks: new Map(cells.map((cell) => [cell, 0.7])), inside: new Map() });

test("ticking a region marks all of its cells and none of the other side", () => {
  const drawing = toggleRegion(EMPTY, "temple:right", index, 0.5);
  expect([...drawing.marks]).toEqual([[1, 0.5], [3, 0.5], [5, 0.5], [7, 0.5]]);
});

test("ticking a region twice leaves nothing", () => {
  const twice = toggleRegion(toggleRegion(EMPTY, "temple:right", index, 0.5), "temple:right", index, 0.5);
  expect(isEmpty(twice)).toBe(true);
});

test("ticking a region that is partly painted completes it", () => {
  expect(toggleRegion(painted(1), "temple:right", index, 0.5).marks.size).toBe(4);
});

test("a region inside the body is marked without cells", () => {
  const drawing = toggleRegion(EMPTY, "tongue:midline", index, 0.4);
  expect(drawing.marks.size).toBe(0);
  expect(namedRegions(drawing, index)).toEqual(["tongue:midline"]);
  expect(isEmpty(toggleRegion(drawing, "tongue:midline", index, 0.4))).toBe(true);
});

test("a region counts as ticked from half of its cells on", () => {
  expect(ticked(coverage(painted(1, 3), index).get("temple:right"))).toBe("yes");
  expect(ticked(coverage(painted(1), index).get("temple:right"))).toBe("partly");
  expect(ticked(coverage(painted(1), index).get("temple:left"))).toBe("no");
});

test("a cell that the brush caught beyond the border is not named", () => {
  expect(namedRegions(painted(1, 3, 5, 101), index)).toEqual(["temple:right"]);
});

test("a few cells of a large region are named", () => {
  expect(namedRegions(painted(101, 103, 105), index)).toEqual(["low-back:right"]);
});

test("a single cell is named when there is nothing else", () => {
  expect(namedRegions(painted(101), index)).toEqual(["low-back:right"]);
});

test("evenly marked regions are sent as regions, the rest as cells", () => {
  const whole = toggleRegion(painted(101), "temple:right", index, 0.5);
  const drawing = toggleRegion(whole, "tongue:midline", index, 1);
  expect(requestOf(drawing, index)).toEqual({
    regions: [{ region: "tongue", side: "midline", intensity: 1 }, { region: "temple", side: "right", intensity: 0.5 }],
    cells: [{ cell: 101, intensity: 0.7 }],
    painFree: [],
    qualities: [],
  });
});

test("a region painted in two strengths is sent cell by cell", () => {
  const uneven = { ...painted(1, 3, 5), inside: new Map() };
  const drawing = { ...uneven, marks: new Map([...uneven.marks, [7, 1]]) };
  expect(requestOf(drawing, index).regions).toEqual([]);
  expect(requestOf(drawing, index).cells).toHaveLength(4);
});

test("names are words with the person's own side", () => {
  expect(index.nameOf("low-back:right")).toBe("low back (right)");
  expect(index.nameOf("tongue:midline")).toBe("tongue");
});

test("regions that are set stay set when they are set again, and unknown ones are passed over", () => {
  const once = setRegions(EMPTY, ["temple:right", "nowhere:left"], true, index, 0.5);
  expect(namedRegions(once, index)).toEqual(["temple:right"]);
  expect(setRegions(once, ["temple:right", "tongue:midline"], true, index, 0.9).marks).toEqual(once.marks);
  expect(isEmpty(setRegions(once, ["temple:right", "tongue:midline"], false, index, 0.5))).toBe(true);
});

test("how it feels goes with every question", () => {
  expect(requestOf(painted(1), index, { free: new Set(), felt: new Set(["dull", "aching"]) }).qualities).toEqual(["dull", "aching"]);
});

test("what is free of pain is sent, unless something is marked there all the same", () => {
  const { painFree } = requestOf(painted(1), index, { free: new Set(["temple:right", "temple:left", "tongue:midline"]), felt: new Set() });
  expect(painFree).toEqual([{ region: "temple", side: "left" }, { region: "tongue", side: "midline" }]);
});
