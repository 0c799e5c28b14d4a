import { describe, expect, test } from "vitest";
import type { Motion } from "./motion";
import { laneOf, motionWith } from "./testing";
import { Timeline } from "./timeline";

/** Many motions, always the same ones. */
const MOTIONS: readonly Motion[] = [
  motionWith(),
  motionWith({ passes: 1 }),
  motionWith({ passes: 3, holdSeconds: 10 }),
  motionWith({ passes: 4, holdSeconds: 90, millimetresPerSecond: 20 }),
  motionWith({ lanes: [laneOf(60, [0])] }),
  motionWith({ lanes: [laneOf(60, [60])], passes: 1 }),
  motionWith({ lanes: [laneOf(300, [])] }),
  motionWith({ lanes: [laneOf(250, [200, 30, 90]), laneOf(70, [35])], millimetresPerSecond: 30 }),
];
const named = MOTIONS.map((motion, index) => [index, motion] as const);
const steps = (timeline: Timeline, milliseconds: number): number[] => Array.from({ length: Math.floor(timeline.duration / milliseconds) }, (_, index) => index * milliseconds);

describe.each(named)("motion %i", (_, motion) => {
  const timeline = new Timeline(motion);

  test("phases follow one another without a gap, and each goes on where the last one was", () => {
    let [time, lane, at] = [0, 0, 0];
    for (const phase of timeline.phases) {
      expect(phase.startsAt).toBeCloseTo(time, 6);
      expect(phase.endsAt).toBeGreaterThan(phase.startsAt);
      expect(phase.from).toBe(phase.lane === lane ? at : 0);
      [time, lane, at] = [phase.endsAt, phase.lane, phase.to];
    }
    expect(timeline.duration).toBe(time);
  });

  test("each point is held once, exactly as long as told, on the last way along its lane", () => {
    const holds = timeline.phases.filter((phase) => phase.kind === "hold");
    expect(holds.map((hold) => `${hold.lane}:${hold.pause?.point}`).toSorted()).toEqual(motion.lanes.flatMap((lane, index) => lane.pauses.map((pause) => `${index}:${pause.point}`)).toSorted());
    for (const hold of holds) {
      expect(hold.endsAt - hold.startsAt).toBeCloseTo(motion.holdSeconds * 1000, 6);
      for (const share of [0, 0.3, 0.999]) {
        expect(timeline.at(hold.startsAt + share * motion.holdSeconds * 1000).atMillimetres).toBe(hold.pause?.atMillimetres);
      }
      const later = timeline.phases.filter((phase) => phase.lane === hold.lane && phase.startsAt >= hold.endsAt);
      expect(later.some((phase) => phase.kind === "turn")).toBe(false);
    }
  });

  test("a roll goes one way only, and never faster than the speed", () => {
    for (const phase of timeline.phases.filter((each) => each.kind === "roll")) {
      const sign = Math.sign(phase.to - phase.from);
      let before = phase.from;
      for (let time = phase.startsAt; time < phase.endsAt; time += 40) {
        const { atMillimetres } = timeline.at(time);
        expect((atMillimetres - before) * sign).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.abs(atMillimetres - before)).toBeLessThanOrEqual(motion.millimetresPerSecond * 0.04 + 1e-6);
        before = atMillimetres;
      }
      expect(timeline.at(phase.endsAt - 1e-6).atMillimetres).toBeCloseTo(phase.to, 3);
    }
  });

  test("the press never exceeds the most that is allowed, and jumps nowhere", () => {
    let before = timeline.at(0).pressure;
    for (const time of steps(timeline, 50)) {
      const { pressure, lift } = timeline.at(time);
      expect(pressure).toBeLessThanOrEqual(motion.holdingDiscomfort);
      expect(Math.abs(pressure - before)).toBeLessThan(0.6);
      expect(lift).toBeGreaterThanOrEqual(0);
      expect(lift).toBeLessThanOrEqual(1);
      before = pressure;
    }
    expect(timeline.at(0).lift).toBe(1);
    expect(timeline.at(timeline.duration)).toMatchObject({ pressure: 0, lift: 1, secondsLeft: 0 });
  });

  test("jumping to a moment shows what playing up to it shows", () => {
    const played = new Timeline(motion);
    for (const time of steps(timeline, 330)) played.at(time);
    for (const time of [0, 0.17, 0.5, 0.83, 1].map((share) => share * timeline.duration)) expect(played.at(time)).toEqual(new Timeline(motion).at(time));
  });

  test("steps on visit every phase once, and steps back lead through the same ones", () => {
    const on = [0];
    while ((on.at(-1) ?? 0) < timeline.duration) on.push(timeline.after(on.at(-1) ?? 0));
    expect(on).toEqual([...timeline.phases.map((phase) => phase.startsAt), timeline.duration]);
    const back = [timeline.phases.at(-1)?.startsAt ?? 0];
    while ((back.at(-1) ?? 0) > 0) back.push(timeline.before(back.at(-1) ?? 0));
    expect(back.toReversed()).toEqual(timeline.phases.map((phase) => phase.startsAt));
  });
});

test("a step back within a phase leads to its beginning", () => {
  const timeline = new Timeline(motionWith());
  const hold = timeline.phases.find((phase) => phase.kind === "hold");
  expect(timeline.before((hold?.startsAt ?? 0) + 9000)).toBe(hold?.startsAt);
});

test("a hold counts down and comes closer, and says which point it is", () => {
  const timeline = new Timeline(motionWith());
  const hold = timeline.phases.find((phase) => phase.kind === "hold");
  const moment = timeline.at((hold?.startsAt ?? 0) + 5000);
  expect(moment).toMatchObject({ held: 0.25, closeness: 1, pressure: 6, secondsLeft: 15 });
  expect(moment.phase.pause?.point).toBe("muscle-2");
});

test("a motion without a lane or without speed is refused", () => {
  expect(() => new Timeline(motionWith({ lanes: [] }))).toThrow(RangeError);
  expect(() => new Timeline(motionWith({ millimetresPerSecond: 0 }))).toThrow(RangeError);
});
