// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BodyMapElement } from "../body-map/body-map";
import type { Motion } from "../body-map/motion/motion";
import { laneOf } from "../body-map/motion/testing";
import { Timeline } from "../body-map/motion/timeline";
import type { Overlay } from "../body-map/types";
import type { Api, ReleaseWay } from "../shared/api";
import { ReleaseMotion, type Standing } from "./release-motion";
import { advance, atStart, holdNow, leftOf, pause, runs, type SessionClock } from "./session-clock";

const lane = laneOf(200, [50, 120]);
const ROLL = {
  muscle: "m", muscleName: "M", technique: "t", posture: "Lie.", ballMillimetres: 65, passes: 2, rollingDiscomfort: 4, holdingDiscomfort: 6, keepClear: [],
  speed: { usual: 25, low: 20, high: 30, evidence: "" }, hold: { usual: 20, low: 10, high: 30, ceiling: 90 },
  lanes: [{ ...lane, places: lane.places.map(({ at, out }) => ({ ...at, nx: out.x, ny: out.y, nz: out.z })) }],
};
const TIMES = { prepareMs: 15_000, holdMs: 20_000, restMs: 10_000, rounds: 1 };
const OVERLAY: Overlay = { zones: [], fibres: [], muscle: { id: "rectus-femoris", side: "right", layer: "superficial" }, point: { x: 0, y: 0, z: 0 }, pointOnSkin: { x: 0, y: 0, z: 0 }, chain: [] };
const point = { point: "muscle-2", side: "right" as const, muscle: "m", name: "M", where: "Spot 2" };

let map: { motion: Motion | null; motionAt: (time: number) => void };
let times: number[];
let clock: SessionClock;
let release: ReleaseMotion;
let frames: (() => void)[];

const show = (rolls: boolean, tool: ReleaseWay["tool"] = "roller"): Promise<void> =>
  release.show({
    api: { roll: () => Promise.resolve(ROLL) } as unknown as Api,
    way: { technique: "t", rolls, tool, cue: "Press.", dose: { maxDiscomfort: 6 } } as ReleaseWay,
    point, overlay: OVERLAY, holdSeconds: 20,
  });
const standing = (): Standing => ({ phase: clock.phase, runs: runs(clock), left: leftOf(clock, TIMES, Date.now()), restMs: TIMES.restMs });
const startHold = (): void => void (clock = holdNow(clock, TIMES, Date.now()));
const tick = (): void => void (clock = advance(clock, [TIMES], Date.now()).clock);
const holdOf = (): { startsAt: number; endsAt: number } => {
  const hold = map.motion && new Timeline(map.motion).phases.find((phase) => phase.kind === "hold");
  if (!hold) throw new Error("There is no hold.");
  return hold;
};

const frame = (): void => frames.splice(0).forEach((draw) => draw());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw));
  vi.stubGlobal("cancelAnimationFrame", () => undefined);
  [times, frames, clock] = [[], [], atStart(Date.now())];
  map = { motion: null, motionAt: (time) => times.push(time) };
  release = new ReleaseMotion(map as unknown as BodyMapElement, document.createElement("ol"), standing);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a tool that is not drawn shows nothing", async () => {
  await show(false);
  expect(map.motion).toBeNull();
});

test("fingers press on the point, and hold as long as the session", async () => {
  await show(false, "fingers");
  expect(map.motion).toMatchObject({ presses: "fingers", holdSeconds: 20, holdingDiscomfort: 6 });
  startHold();
  vi.advanceTimersByTime(5000);
  frame();
  expect(times.at(-1)).toBe(holdOf().startsAt + 5000);
});

test("the ball is on the person's right and holds on the session's point only", async () => {
  await show(true);
  expect(map.motion?.lanes.flatMap((each) => each.pauses.map((pause) => pause.point))).toEqual(["muscle-2"]);
  expect(map.motion?.lanes[0]?.places[0]?.at.x).toBe(-100);
});

test("before the start it rolls up to the point and waits there, asking for no more frames", async () => {
  await show(true);
  expect(times).toEqual([0]);
  vi.advanceTimersByTime(3000);
  frame();
  expect(times.at(-1)).toBe(3000);
  vi.advanceTimersByTime(60_000);
  frame();
  expect(times.at(-1)).toBe(holdOf().startsAt);
  expect(frames).toEqual([]);
});

test("it holds while the timer holds, second for second, and stands while it pauses", async () => {
  await show(true);
  startHold();
  vi.advanceTimersByTime(5000);
  frame();
  expect(times.at(-1)).toBe(holdOf().startsAt + 5000);
  clock = pause(clock, TIMES, Date.now());
  vi.advanceTimersByTime(3000);
  frame();
  expect(times.at(-1)).toBe(holdOf().startsAt + 5000);
  expect(frames).toEqual([]);
});

test("it lets go when the hold is over, and is off the skin when all is done", async () => {
  await show(true);
  startHold();
  vi.advanceTimersByTime(22_000);
  tick();
  frame();
  expect(times.at(-1)).toBe(holdOf().endsAt + 2000);
  vi.advanceTimersByTime(10_000);
  tick();
  frame();
  expect(times.at(-1)).toBe(map.motion && new Timeline(map.motion).duration);
});

test("taking the ball away leaves no frame that draws", async () => {
  await show(true);
  release.clear();
  expect(map.motion).toBeNull();
  const drawn = times.length;
  frame();
  expect(times).toHaveLength(drawn);
});
