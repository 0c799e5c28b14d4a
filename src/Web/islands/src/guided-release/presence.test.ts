import { expect, test } from "vitest";
import { Presence } from "./presence";

test("a page that is seen all the time was never away", () => {
  const presence = new Presence();
  for (let now = 0; now < 10_000; now += 100) expect(presence.unseenFrom(now, true)).toBeUndefined();
});

test("out of sight, it is away from the moment it left until it is back", () => {
  const presence = new Presence();
  presence.unseenFrom(1000, true);
  presence.leave(1200);
  expect(presence.unseenFrom(2000, false)).toBe(1200);
  expect(presence.unseenFrom(41_000, true)).toBe(1200);
  expect(presence.unseenFrom(41_100, true)).toBeUndefined();
});

test("a device that slept was away since it was last heard of", () => {
  const presence = new Presence();
  presence.unseenFrom(1000, true);
  expect(presence.unseenFrom(61_000, true)).toBe(1000);
  expect(presence.unseenFrom(61_100, true)).toBeUndefined();
});

test("after a reload it was away since it was written down", () => {
  const presence = new Presence();
  presence.lastSeen(5000);
  expect(presence.unseenFrom(45_000, true)).toBe(5000);
});
