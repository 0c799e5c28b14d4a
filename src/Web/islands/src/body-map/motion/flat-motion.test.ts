// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { ballAt } from "./ball";
import { FlatMotion } from "./flat-motion";
import { PressureRing } from "./pressure-ring";
import { motionWith } from "./testing";
import { Timeline } from "./timeline";

const motion = motionWith();
const timeline = new Timeline(motion);
const middleOf = (kind: string): number => {
  const phase = timeline.phases.find((each) => each.kind === kind);
  return ((phase?.startsAt ?? 0) + (phase?.endsAt ?? 0)) / 2;
};
const ballIn = (kind: string) => ballAt(motion, timeline.at(middleOf(kind)));
const drawn = (from: { z: number } = { z: 1 }): FlatMotion => new FlatMotion({ project: ({ x, y }) => ({ x, y: 1780 - y }), towardsViewer: { x: 0, y: 0, z: from.z } });
const attribute = (flat: FlatMotion, selector: string, name: string): string | null | undefined => flat.group.querySelector(selector)?.getAttribute(name);

let flat: FlatMotion;

beforeEach(() => {
  flat = drawn();
  flat.show(motion);
});

test("a lane is drawn with a mark at each hold, and taken away with the motion", () => {
  expect(attribute(flat, ".lane", "d")).toMatch(/^M100.0 1180.0L/);
  expect(flat.group.querySelectorAll(".stop")).toHaveLength(2);
  flat.show(null);
  expect(flat.group.getAttribute("visibility")).toBe("hidden");
  expect(flat.group.querySelector(".lane")).toBeNull();
});

test("the ball lies where it touches, in its true size, and leaves a trail from the start", () => {
  const moment = timeline.at(middleOf("roll"));
  flat.move(ballIn("roll"), 0, moment.atMillimetres);
  expect(attribute(flat, ".body", "cx")).toBe("100");
  expect(Number(attribute(flat, ".body", "cy"))).toBeCloseTo(1780 - 700, 0);
  expect(attribute(flat, ".body", "r")).toBe("32.5");
  expect(attribute(flat, ".trail", "d")).toMatch(/^M100.0 1180.0L.*L100.0 1080.0$/);
});

test("the seam moves when the ball rolls", () => {
  flat.move(ballIn("roll"), 0, 100);
  const before = attribute(flat, ".seam", "d");
  flat.move(ballIn("hold"), 0, 120);
  expect(attribute(flat, ".seam", "d")).not.toBe(before);
});

test("a ball on the far side of the body is only hinted at", () => {
  const back = drawn({ z: -1 });
  back.show(motion);
  back.move(ballIn("hold"), 0, 120);
  expect(back.group.classList.contains("behind")).toBe(true);
  flat.move(ballIn("hold"), 0, 120);
  expect(flat.group.classList.contains("behind")).toBe(false);
});

test("the ring grows with the press and counts the seconds of a hold", () => {
  const ring = new PressureRing();
  const at = { x: 50, y: 60, hidden: false };
  ring.place(ballIn("roll"), at, 1);
  const rolling = Number(ring.root.querySelector(".press")?.getAttribute("r"));
  expect(ring.root.querySelector("text")?.textContent).toBe("");
  ring.place(ballIn("hold"), at, 1);
  expect(Number(ring.root.querySelector(".press")?.getAttribute("r"))).toBeGreaterThan(rolling);
  expect(ring.root.querySelector("text")?.textContent).toBe("10");
  ring.place(ballIn("hold"), { ...at, hidden: true }, 1);
  expect(ring.root.hasAttribute("hidden")).toBe(true);
});
