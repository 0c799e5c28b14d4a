import { expect, test } from "vitest";
import { EMPTY, type PainDrawing } from "./pain-drawing";
import { DRAWING_HOLDS_MS, fromSaved, isOffered, toSaved, whenDrawn } from "./saved-drawing";

const NOW = Date.UTC(2026, 2, 5, 9, 30);
const drawing: PainDrawing = {
  marks: new Map([[1, 0.7], [3, 0]]),
  inside: new Map([["tongue:midline", 0.4]]),
  places: new Map([["temple:right", { qualities: ["dull", "numb"], depth: "surface" }]]),
  felt: ["aching"],
};

test("a drawing comes back as it was kept, through the text that the browser stores", () => {
  expect(fromSaved(JSON.parse(JSON.stringify(toSaved(drawing, NOW))))).toEqual(drawing);
});

test("a drawing from before places were described still loads", () => {
  expect(fromSaved({ marks: [[1, 0.7]], inside: [] })).toEqual({ ...EMPTY, marks: new Map([[1, 0.7]]) });
});

test("a drawing is offered once it is hours old or of unknown age, and shown at once when the page was only loaded again", () => {
  const saved = toSaved(drawing, NOW);
  expect(isOffered(saved, NOW + DRAWING_HOLDS_MS - 1, false)).toBe(false);
  expect(isOffered(saved, NOW + DRAWING_HOLDS_MS, false)).toBe(true);
  expect(isOffered(saved, NOW + DRAWING_HOLDS_MS, true)).toBe(false);
  expect(isOffered({ marks: [[1, 0.7]], inside: [] }, NOW, false)).toBe(true);
});

test("a drawing in which nothing hurts is not worth a question", () => {
  expect(isOffered(toSaved({ ...EMPTY, marks: new Map([[1, 0]]) }, 0), NOW, false)).toBe(false);
});

test("a drawing of this week has a day and an hour, an older one a date", () => {
  expect(whenDrawn(NOW, NOW + 1000, "en")).toMatch(/^Thursday .*\d\d:\d\d$/);
  expect(whenDrawn(NOW, NOW + 8 * 24 * 60 * 60 * 1000, "en")).toMatch(/5/);
  expect(whenDrawn(NOW, NOW + 8 * 24 * 60 * 60 * 1000, "en")).toMatch(/March/);
});
