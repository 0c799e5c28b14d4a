import { expect, test } from "vitest";
import type { Facing } from "../types";
import { depthBehind, facingOf, project, projectionOf, unproject, type FlatProjection } from "./projection";

const place = { x: 80, y: 1500, z: 30 };
const RIGHT = { front: { x: 1, y: 0, z: 0 }, back: { x: -1, y: 0, z: 0 }, left: { x: 0, y: 0, z: -1 }, right: { x: 0, y: 0, z: 1 } };

const seenFrom = (view: Facing): FlatProjection =>
  projectionOf({ view, build: "neutral", right: RIGHT[view], up: { x: 0, y: 1, z: 0 }, originX: 500, originY: 1780 });

test.each([
  ["front", 580],
  ["back", 420],
  ["left", 470],
  ["right", 530],
] as const)("%s lays the body frame on its drawing", (view, x) => {
  expect(project(seenFrom(view), place)).toEqual({ x, y: 280 });
});

test.each(["front", "back", "left", "right"] as const)("%s finds the place again from its drawing", (view) => {
  const projection = seenFrom(view);
  expect(facingOf(projection)).toBe(view);
  expect(unproject(projection, project(projection, place), place)).toEqual(place);
});

test("what is behind another place is so from every side", () => {
  const nape = { x: 0, y: 1500, z: -90 };
  const throat = { x: 0, y: 1500, z: 40 };
  expect(depthBehind(seenFrom("front"), nape, throat)).toBe(130);
  expect(depthBehind(seenFrom("back"), nape, throat)).toBe(-130);
  expect(depthBehind(seenFrom("left"), nape, throat)).toBe(0);
});
