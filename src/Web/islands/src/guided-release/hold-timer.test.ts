import { expect, test } from "vitest";
import { HoldTimer, REST_MS } from "./hold-timer";

const HOLD = 20_000;

test("a hold counts down, rests and is done", () => {
  const timer = new HoldTimer(HOLD);
  timer.start(1000);
  expect(timer.left(6000)).toBe(15_000);
  expect(timer.tick(6000)).toBeUndefined();
  expect(timer.tick(21_000)).toBe("resting");
  expect(timer.left(21_000)).toBe(REST_MS);
  expect(timer.tick(21_000 + REST_MS)).toBe("done");
  expect(timer.isRunning).toBe(false);
});

test("a pause keeps what is left", () => {
  const timer = new HoldTimer(HOLD);
  timer.start(0);
  timer.pause(5000);
  expect(timer.left(999_999)).toBe(15_000);
  timer.start(1_000_000);
  expect(timer.tick(1_014_999)).toBeUndefined();
  expect(timer.tick(1_015_000)).toBe("resting");
});

test("a tick that comes late, as in a tab behind others, loses no time", () => {
  const timer = new HoldTimer(HOLD);
  timer.start(0);
  expect(timer.tick(HOLD + 4000)).toBe("resting");
  expect(timer.left(HOLD + 4000)).toBe(REST_MS - 4000);
  const later = new HoldTimer(HOLD);
  later.start(0);
  expect(later.tick(HOLD + REST_MS)).toBe("done");
});

test("another length begins anew", () => {
  const timer = new HoldTimer(HOLD);
  timer.start(0);
  timer.setHold(30_000);
  expect(timer.phase).toBe("ready");
  expect(timer.left(0)).toBe(30_000);
});

test("after a reload a hold waits where it was, and a rest has gone on", () => {
  const before = new HoldTimer(HOLD);
  before.start(0);
  const after = new HoldTimer(HOLD);
  after.restore(before.save(8000), 60_000);
  expect([after.phase, after.left(60_000)]).toEqual(["paused", 12_000]);

  before.tick(HOLD);
  const rested = new HoldTimer(HOLD);
  rested.restore(before.save(HOLD), HOLD + 3000);
  expect([rested.phase, rested.left(HOLD + 3000)]).toEqual(["resting", REST_MS - 3000]);
  const done = new HoldTimer(HOLD);
  done.restore(before.save(HOLD), HOLD + 60_000);
  expect(done.phase).toBe("done");
});

test("the share falls from one to nothing", () => {
  const timer = new HoldTimer(HOLD);
  expect(timer.share(0)).toBe(1);
  timer.start(0);
  expect(timer.share(HOLD / 2)).toBe(0.5);
  expect(timer.share(HOLD * 2)).toBe(0);
});
