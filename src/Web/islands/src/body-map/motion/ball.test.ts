import { expect, test } from "vitest";
import { distanceBetween, dot, lengthOf, subtract } from "../geometry/vector";
import { axesOf, ballAt, SEAM, shotAt, visibleSeam } from "./ball";
import { motionTo, motionOf, placeAlong } from "./motion";
import { placedBall, placedMotion, placedShot } from "./placing";
import type { Point3 } from "../types";
import { stillsOf } from "./stills";
import { laneOf, motionWith } from "./testing";
import { Timeline } from "./timeline";

const motion = motionWith();
const timeline = new Timeline(motion);
const ballAtTime = (time: number) => ballAt(motion, timeline.at(time));
const kindAt = (kind: string): number => {
  const phase = timeline.phases.find((each) => each.kind === kind);
  if (!phase) throw new Error(`There is no ${kind}.`);
  return (phase.startsAt + phase.endsAt) / 2;
};

test("the ball rests on the skin, sunk in by its pressure and never by half", () => {
  for (let time = 2000; time < timeline.duration - 1500; time += 250) {
    const { centre, touches, radius, out } = ballAtTime(time);
    const above = dot(subtract(centre, touches), out);
    expect(above).toBeLessThan(radius);
    expect(above).toBeGreaterThan(radius / 2);
    expect(touches).toEqual(placeAlong(motion.lanes[0] ?? laneOf(1, []), timeline.at(time).atMillimetres).at);
  }
});

test("it turns as far as it rolls, forwards on the way there and back on the way back", () => {
  const roll = timeline.phases.find((phase) => phase.kind === "roll");
  const end = ballAtTime((roll?.endsAt ?? 0) - 0.001);
  expect(end.turned * end.radius).toBeCloseTo(200, 1);
  expect(ballAtTime(timeline.duration).turned).toBeCloseTo(0, 6);
});

test("rolling carries what was above forwards", () => {
  const ball = { ...ballAtTime(kindAt("roll")), turned: Math.PI / 2 };
  const top = axesOf(ball).y;
  expect(dot(top, ball.along)).toBeCloseTo(1, 6);
});

test("its axes stay at right angles and of length 1", () => {
  for (let time = 0; time < timeline.duration; time += 777) {
    const { x, y, z } = axesOf(ballAtTime(time));
    for (const axis of [x, y, z]) expect(lengthOf(axis)).toBeCloseTo(1, 6);
    expect(Math.abs(dot(x, y)) + Math.abs(dot(y, z)) + Math.abs(dot(x, z))).toBeLessThan(1e-6);
  }
});

test("the seam is closed, lies on the ball, and only its front is seen", () => {
  const [first, last] = [SEAM[0], SEAM.at(-1)];
  expect(first && last && distanceBetween(first, last)).toBeLessThan(1e-9);
  for (const point of SEAM) expect(lengthOf(point)).toBeCloseTo(1, 6);
  const ball = ballAtTime(kindAt("roll"));
  const seen = visibleSeam(ball, { x: 0, y: 0, z: 1 }).flat();
  expect(seen.length).toBeGreaterThan(10);
  for (const place of seen) expect(place.z).toBeGreaterThan(ball.centre.z);
});

test("the camera keeps the ball in the picture and moves less than it does", () => {
  let before = shotAt(motion, timeline.at(0));
  let ball = ballAtTime(0);
  for (let time = 0; time <= timeline.duration; time += 40) {
    const shot = shotAt(motion, timeline.at(time));
    const next = ballAtTime(time);
    expect(distanceBetween(shot.centre, next.touches)).toBeLessThan(shot.radius * 0.75);
    expect(distanceBetween(shot.centre, before.centre)).toBeLessThan(distanceBetween(ball.touches, next.touches) + 4);
    expect(Math.abs(shot.radius - before.radius)).toBeLessThan(3);
    [before, ball] = [shot, next];
  }
});

test("from lane to lane the camera goes softly while the ball is set down", () => {
  const two = motionWith({ lanes: [laneOf(200, [50]), { ...laneOf(70, [35]), places: laneOf(70, []).places.map(({ at }) => ({ at: { ...at, x: 160 }, out: { x: 1, y: 0, z: 0 } })) }] });
  const line = new Timeline(two);
  let before = shotAt(two, line.at(0));
  for (let time = 0; time <= line.duration; time += 20) {
    const shot = shotAt(two, line.at(time));
    expect(distanceBetween(shot.centre, before.centre)).toBeLessThan(5);
    expect(distanceBetween(shot.outwards, before.outwards)).toBeLessThan(0.06);
    before = shot;
  }
});

test("the step pictures show start, half-way, the turn, every hold and the end, in order", () => {
  const stills = stillsOf(motion, timeline);
  expect(stills.map((still) => still.title)).toEqual(["Start", "Half-way", "Turn back", "Hold 20 seconds (1 of 2)", "Hold 20 seconds (2 of 2)", "End"]);
  expect(stills.map((still) => still.time)).toEqual(stills.map((still) => still.time).toSorted((a, b) => a - b));
  expect(stills[3]?.caption).toBe("Spot 2. Hold 2.");
});

const ROLL = {
  muscle: "m", muscleName: "M", technique: "t", posture: "Lie.", ballMillimetres: 65, passes: 2, rollingDiscomfort: 4, holdingDiscomfort: 6, keepClear: [],
  speed: { usual: 25, low: 20, high: 30, evidence: "" }, hold: { usual: 20, low: 10, high: 30, ceiling: 90 },
  lanes: [{ lengthMillimetres: 10, pauses: [], captions: { start: "", forth: "", turn: "", back: "" }, places: [{ x: 1, y: 2, z: 3, nx: 0.6, ny: 0, nz: 0.8 }, { x: 1, y: 12, z: 3, nx: 0.6, ny: 0, nz: 0.8 }] }],
};

test("the right side mirrors the left", () => {
  const [left, right] = [motionOf(ROLL, "left", 20), motionOf(ROLL, "right", 20)];
  expect(left.lanes[0]?.places[0]).toEqual({ at: { x: 1, y: 2, z: 3 }, out: { x: 0.6, y: 0, z: 0.8 } });
  expect(right.lanes[0]?.places[0]).toEqual({ at: { x: -1, y: 2, z: 3 }, out: { x: -0.6, y: 0, z: 0.8 } });
});

test("another build moves lane, ball and camera alike, and keeps times and the size of the ball", () => {
  const placing = { place: ({ x, y, z }: Point3) => ({ x: x * 1.1, y, z }), direction: (_: Point3, normal: Point3) => normal };
  const wide = placedMotion(motion, placing);
  const ball = ballAtTime(kindAt("roll"));
  const placed = placedBall(ball, placing);
  expect(placed.touches.x).toBeCloseTo(110, 6);
  expect(distanceBetween(placed.centre, placed.touches)).toBeCloseTo(distanceBetween(ball.centre, ball.touches), 6);
  expect(placed).toEqual({ ...ballAt(wide, timeline.at(kindAt("roll"))) });
  expect(placedShot(shotAt(motion, timeline.at(0)), placing).centre.x).toBeCloseTo(110, 6);
  expect(wide.lanes[0]?.places[3]?.at.x).toBeCloseTo(110, 6);
  expect(new Timeline(wide).duration).toBe(timeline.duration);
});

test("the way to one point holds there only", () => {
  const one = motionTo(motion, "muscle-1");
  expect(one?.lanes.flatMap((lane) => lane.pauses.map((pause) => pause.point))).toEqual(["muscle-1"]);
  expect(one && new Timeline(one).phases.map((phase) => phase.kind)).toEqual(["place", "roll", "hold", "roll", "lift"]);
  expect(motionTo(motion, "elsewhere")).toBeUndefined();
});
