// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { ownTime, wallTime } from "./own-zone";

const nine = new Date("2026-03-03T14:00:00Z");

it("says nothing where both clocks agree", () => {
  expect(wallTime(nine, "America/New_York")).toBe("2026-03-03T09:00");
  expect(ownTime(nine, "2026-03-03T09:00", "en", "America/New_York")).toBeUndefined();
  expect(ownTime(nine, "2026-03-03T09:00", "en", "America/Toronto")).toBeUndefined();
});

it("tells the time of another zone, and the day when that is another", () => {
  expect(ownTime(nine, "2026-03-03T09:00", "en", "Europe/Madrid")).toMatch(/^3:00\sPM$/);
  expect(ownTime(nine, "2026-03-03T09:00", "es", "Europe/Madrid")).toBe("15:00");
  expect(ownTime(nine, "2026-03-03T09:00", "en", "Asia/Tokyo")).toMatch(/^Tue 11:00\sPM$|^11:00\sPM$/);
  expect(ownTime(new Date("2026-03-03T20:00:00Z"), "2026-03-03T15:00", "en", "Asia/Tokyo")).toContain("Wed");
});
