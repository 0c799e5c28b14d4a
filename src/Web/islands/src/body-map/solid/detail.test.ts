import { expect, test } from "vitest";
import { bodyAddress, detailFor, FirstFrames, type DeviceHints } from "./detail";

const DESKTOP: DeviceHints = { saveData: false, memoryGigabytes: 8, processors: 8, coarsePointer: false };

test.each([
  [DESKTOP, "full"],
  [{ ...DESKTOP, memoryGigabytes: undefined, processors: undefined }, "full"],
  [{ ...DESKTOP, processors: 2 }, "full"],
  [{ ...DESKTOP, coarsePointer: true }, "full"],
  [{ ...DESKTOP, saveData: true }, "light"],
  [{ ...DESKTOP, memoryGigabytes: 2 }, "light"],
  [{ ...DESKTOP, processors: 2, coarsePointer: true }, "light"],
] as const)("%o gets the %s figure", (hints, detail) => expect(detailFor(hints)).toBe(detail));

test("each detail has its own file", () => expect(bodyAddress("light")).not.toBe(bodyAddress("full")));

/** Notes frames of these lengths after one another. */
function verdicts(frames: FirstFrames, lengths: readonly number[]): boolean[] {
  let now = 0;
  return [0, ...lengths].map((length) => frames.note((now += length)));
}

test("frames that stay long are found slow, once, and then watched no longer", () => {
  const frames = new FirstFrames();
  const found = verdicts(frames, Array<number>(30).fill(80));
  expect(found.filter(Boolean)).toHaveLength(1);
  expect(frames.isWatching).toBe(false);
});

test("quick frames after a slow start are not slow, nor is one hiccup", () => {
  const frames = new FirstFrames();
  expect(verdicts(frames, [400, 300, 90, 16, 16, 200, 16, 16, 16, 16, 16, 16])).not.toContain(true);
  expect(frames.isWatching).toBe(false);
});
