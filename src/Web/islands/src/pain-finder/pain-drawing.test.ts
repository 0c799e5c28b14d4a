import { expect, test } from "vitest";
import { coverage, EMPTY, freeRegions, isEmpty, namedRegions, requestOf, setRegions, ticked, toggleRegion, type PainDrawing } from "./pain-drawing";
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

const painted = (...cells: readonly number[]): PainDrawing => ({ ...EMPTY, marks: new Map(cells.map((cell) => [cell, 0.7])) });

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
    places: [],
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

test("how it feels goes with every question, on the whole and for each place that hurts", () => {
  const drawing: PainDrawing = {
    ...painted(1, 3),
    felt: ["dull", "aching"],
    places: new Map([["temple:right", { qualities: ["burning"], depth: "deep" }], ["temple:left", { qualities: ["numb"] }]]),
  };
  expect(requestOf(drawing, index).qualities).toEqual(["dull", "aching"]);
  expect(requestOf(drawing, index).places).toEqual([{ region: "temple", side: "right", qualities: ["burning"] }]);
});

const withFree = (drawing: PainDrawing, ...cells: readonly number[]): PainDrawing => ({ ...drawing, marks: new Map([...drawing.marks, ...cells.map((cell) => [cell, 0] as const)]) });

test("a region is free of pain once most of it is marked so; less is said, and not sent", () => {
  expect([...freeRegions(withFree(EMPTY, 0, 2), index)]).toEqual([["temple:left", true]]);
  expect([...freeRegions(withFree(EMPTY, 0), index)]).toEqual([["temple:left", false]]);
  expect(requestOf(withFree(painted(101, 103, 105), 0, 2), index).painFree).toEqual([{ region: "temple", side: "left" }]);
  expect(requestOf(withFree(painted(101, 103, 105), 0), index).painFree).toEqual([]);
  expect(isEmpty(withFree(EMPTY, 0, 2, 4, 6))).toBe(true);
});

test("where it hurts nothing is free of pain, and a cell of pain that strayed into what is free is no pain", () => {
  expect([...freeRegions(withFree(painted(1), 3, 5, 7), index)]).toEqual([]); // the only thing that hurts
  const strayed = withFree(painted(101, 100, 102, 104), 103, ...Array.from({ length: 30 }, (_, i) => 105 + 2 * i));
  expect(namedRegions(strayed, index)).toEqual(["low-back:left"]);
  expect(requestOf(strayed, index).painFree).toEqual([{ region: "low-back", side: "right" }]);
  expect(requestOf(strayed, index).cells?.map(({ cell }) => cell)).toEqual([100, 102, 104]);
});

test("a place inside the body can be free of pain too", () => {
  const drawing = toggleRegion(painted(1), "tongue:midline", index, 0);
  expect(requestOf(drawing, index).painFree).toEqual([{ region: "tongue", side: "midline" }]);
  expect(namedRegions(drawing, index)).toEqual(["temple:right"]);
  expect(toggleRegion(drawing, "tongue:midline", index, 0).inside.size).toBe(0);
  expect(toggleRegion(drawing, "tongue:midline", index, 0.3).inside.get("tongue:midline")).toBe(0.3);
});
