import { expect, test } from "vitest";
import type { SavedStep } from "../shared/store";
import { Sitting } from "./sitting";

const step = (point: string): SavedStep => ({ point, side: "left", muscle: "m", name: "M", where: "There", technique: "thumb", holdSeconds: 30, rounds: 1 });
const begun = (): Sitting => {
  const sitting = Sitting.begin(1, [step("a"), step("b")], [], 0);
  sitting.tap(0);
  sitting.holdNow(0);
  return sitting;
};

test("a tap begins, pauses and goes on", () => {
  const sitting = Sitting.begin(1, [step("a")], [], 0);
  expect(sitting.phase).toBe("ready");
  sitting.tap(0);
  expect(sitting.phase).toBe("preparing");
  sitting.tap(1000);
  expect(sitting.phase).toBe("paused");
  sitting.tap(5000);
  expect([sitting.phase, sitting.left(5000)]).toEqual(["preparing", 14_000]);
});

test("a finished hold is counted with the most it hurt, and the next one starts without", () => {
  const sitting = begun();
  expect(sitting.rate(7)).toBe(true);
  expect(sitting.rate(5)).toBe(false);
  sitting.advance(30_000);
  sitting.repeat(31_000);
  sitting.advance(61_000);
  expect(sitting.holds).toEqual([{ step: 0, discomfort: 7 }, { step: 0 }]);
});

test("a hold that was left early is not counted", () => {
  const sitting = begun();
  sitting.move(1, 29_000);
  expect([sitting.holds, sitting.index, sitting.phase]).toEqual([[], 1, "preparing"]);
});

test("past the last point is the end; before the first there is nothing", () => {
  const sitting = begun();
  sitting.move(-1, 1000);
  expect(sitting.index).toBe(0);
  sitting.move(1, 1000);
  sitting.move(1, 2000);
  expect(sitting.ended).toBe(true);
});

test("reloaded after 40 s in a hold of 30 s, the hold is counted once and the next point waits", () => {
  const saved = begun().save(5000);
  const sitting = Sitting.takeUp(JSON.parse(JSON.stringify(saved)) as typeof saved, 45_000);
  expect(sitting.wasLeft).toBe(false);
  const passed = sitting.advance(45_000, 5000);
  expect(passed.map(({ kind }) => kind)).toEqual(["hold-ended", "rest-ended", "waits"]);
  expect([sitting.index, sitting.phase, sitting.holds.length]).toEqual([1, "ready", 1]);
  expect(Sitting.takeUp(sitting.save(46_000), 50_000).advance(50_000, 46_000)).toEqual([]);
});

test("reloaded after a long time, it stands where it was left", () => {
  const sitting = Sitting.takeUp(begun().save(5000), 3_600_000);
  expect([sitting.wasLeft, sitting.phase, sitting.left(3_600_000)]).toEqual([true, "paused", 25_000]);
});
