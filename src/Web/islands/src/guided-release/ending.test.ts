import { expect, test } from "vitest";
import type { SavedStep } from "../shared/store";
import { changeOf, entryOf, treated, verdictOf, written } from "./ending";

const step = (point: string, side: "left" | "right" = "left"): SavedStep => ({ point, side, muscle: "m", name: "M", where: "There", technique: "thumb", holdSeconds: 20, rounds: 1 });
const place = (before: number, after?: number) => ({ place: "temple:right", name: "Temple, right", before, ...(after === undefined ? {} : { after }) });

test("only points that were held are treated, with the number of their holds", () => {
  expect(treated([step("a"), step("b"), step("a", "right")], [{ step: 0 }, { step: 2 }, { step: 2 }]).map(({ point, side, holds }) => `${point} ${side} ${holds}`)).toEqual(["a left 1", "a right 2"]);
});

test("a sitting without a finished hold is none", () => {
  expect(entryOf(1, [step("a")], [], [place(5)])).toBeUndefined();
  expect(entryOf(1, [step("a")], [{ step: 0 }], [place(5)])).toMatchObject({ at: 1, places: [{ before: 5 }], points: [{ holds: 1, holdSeconds: 20 }] });
});

test("an entry takes the place of the one of the same sitting, in the order of time", () => {
  const entry = (at: number) => ({ at, places: [], points: [] });
  expect(written([entry(1), entry(5)], { ...entry(3), places: [place(4)] }).map(({ at }) => at)).toEqual([1, 3, 5]);
  expect(written([entry(1), entry(5)], { ...entry(1), places: [place(4)] })).toEqual([{ ...entry(1), places: [place(4)] }, entry(5)]);
});

test.each([
  [6, 4, "better"], [6, 5, "same"], [3, 2, "better"], [4, 3, "same"], [2, 2, "same"], [0, 0, "same"],
  [6, 8, "worse"], [6, 7, "same"], [0, 1, "same"], [0, 2, "worse"], [2, 3, "worse"], [1, 0, "better"],
] as const)("from %i to %i is %s", (before, after, change) => expect(changeOf(place(before, after))).toBe(change));

test("one place that is worse decides, and nothing rated says nothing", () => {
  expect(verdictOf([place(6, 2), place(3, 6)])).toBe("worse");
  expect(verdictOf([place(6, 2), place(3, 3)])).toBe("better");
  expect(verdictOf([place(6), place(3)])).toBeUndefined();
});
