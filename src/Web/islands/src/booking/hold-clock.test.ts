// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HoldClock, inMinutes } from "./hold-clock";

customElements.define("hold-clock", HoldClock);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const clock = document.createElement("hold-clock");
  clock.dataset["ends"] = "2026-03-02T13:10:00Z";
  clock.dataset["now"] = "2026-03-02T13:00:30Z";
  clock.innerHTML = "<span data-left></span><p data-said></p>";
  document.body.append(clock);
});

afterEach(() => {
  document.body.innerHTML = "";
  vi.useRealTimers();
});

const left = (): string => document.querySelector("[data-left]")?.textContent ?? "";
const said = (): string => document.querySelector("[data-said]")?.textContent ?? "";

it("counts down by the server's clock", () => {
  expect(left()).toBe("9:30 to go");
  vi.advanceTimersByTime(31_000);
  expect(left()).toBe("8:59 to go");
  expect(said()).toBe("");
});

it("says aloud when two minutes are left, and when it is over", () => {
  vi.advanceTimersByTime(451_000);
  expect(said()).toBe("Two minutes to go.");
  expect(document.querySelector("hold-clock")?.hasAttribute("data-short")).toBe(true);
  vi.advanceTimersByTime(120_000);
  expect(left()).toContain("The time is over");
  expect(said()).toContain("The time is over");
});

it("writes minutes and seconds", () => {
  expect([600, 65, 9].map(inMinutes)).toEqual(["10:00", "1:05", "0:09"]);
});
