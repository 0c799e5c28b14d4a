import { describe, expect, test } from "vitest";
import { distanceBetween, dot, subtract } from "../geometry/vector";
import type { Overlay } from "../types";
import { handTransform } from "./hand";
import { pressMotionOf } from "./press-motion";
import { Timeline } from "./timeline";

const overlay: Overlay = {
  zones: [], chain: [], muscle: { id: "m", side: "left", layer: "superficial" },
  fibres: [[{ x: 100, y: 900, z: 70, r: 5 }, { x: 100, y: 1000, z: 70, r: 5 }, { x: 100, y: 1100, z: 70, r: 5 }]],
  point: { x: 100, y: 1000, z: 70 }, pointOnSkin: { x: 100, y: 1000, z: 80 },
};
const press = { overlay, point: "m-1", where: "There", cue: "Press.", holdSeconds: 20, maxDiscomfort: 5, presser: "fingers" as const };

describe("a press", () => {
  const motion = pressMotionOf(press);
  const timeline = new Timeline(motion);

  test("holds on the point itself, as long as told, and no harder than allowed", () => {
    const hold = timeline.phases.find((phase) => phase.kind === "hold");
    expect(hold?.endsAt).toBe((hold?.startsAt ?? 0) + 20_000);
    const moment = timeline.at((hold?.startsAt ?? 0) + 10_000);
    expect(moment.atMillimetres).toBe(15);
    expect(moment.pressure).toBe(5);
    expect(distanceBetween(motion.lanes[0]?.places[4]?.at ?? overlay.point, overlay.pointOnSkin)).toBeLessThan(1e-9);
  });

  test("searches across the band, along the skin", () => {
    const [first, last] = [motion.lanes[0]?.places[0], motion.lanes[0]?.places.at(-1)];
    const way = subtract(last?.at ?? overlay.point, first?.at ?? overlay.point);
    expect(dot(way, { x: 0, y: 1, z: 0 })).toBeCloseTo(0, 6);
    expect(dot(way, { x: 0, y: 0, z: 1 })).toBeCloseTo(0, 6);
    expect(Math.abs(way.x)).toBeCloseTo(30, 6);
  });

  test("has a way even where a fibre runs into the skin, and without fibres", () => {
    for (const fibres of [[], [[{ x: 100, y: 1000, z: 60, r: 5 }, { x: 100, y: 1000, z: 80, r: 5 }]]]) {
      const places = pressMotionOf({ ...press, overlay: { ...overlay, fibres } }).lanes[0]?.places ?? [];
      expect(places.every(({ at }) => Number.isFinite(at.x + at.y + at.z))).toBe(true);
      expect(distanceBetween(places[0]?.at ?? overlay.point, places.at(-1)?.at ?? overlay.point)).toBeCloseTo(30, 6);
    }
  });
});

test("a hand comes from the outer side, and sinks in as it presses", () => {
  expect(handTransform({ x: 10, y: 20 }, 1, 0, 0)).toContain("rotate(-38)");
  expect(handTransform({ x: 10, y: 20 }, -1, 0, 0)).toContain("rotate(38)");
  expect(handTransform({ x: 10, y: 20 }, 0, 10, 0)).toContain("translate(10.0 17.0)");
});
