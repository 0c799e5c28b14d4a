import { expect, test } from "vitest";
import { outwardsOf, radiusToShow } from "./overlay-extent";
import type { Overlay } from "./types";

const target = { x: 0, y: 1000, z: 100 };
const overlay = (change: Partial<Overlay>): Overlay => ({ zones: [], fibres: [], chain: [], point: { ...target, z: 80 }, pointOnSkin: target, ...change });

test("a close-up reaches to the farthest fibre, with a margin", () => {
  const fibres = [[{ ...target, r: 3 }, { ...target, y: 1300, r: 3 }]];
  expect(radiusToShow(overlay({ fibres }), target)).toBeCloseTo(300 * 1.15, 6);
});

test("a close-up is never so close that one is lost, nor so far that it is none", () => {
  expect(radiusToShow(null, target)).toBe(170);
  expect(radiusToShow(overlay({ chain: [{ x: 0, y: 0, z: 0, label: "" }] }), target)).toBe(480);
});

test("out of the body is from the point to its place on the skin", () => {
  expect(outwardsOf(overlay({}), target)).toEqual({ x: 0, y: 0, z: 1 });
});

test("nothing is known for another place, nor for a point on the skin", () => {
  expect(outwardsOf(overlay({}), { x: 300, y: 0, z: 0 })).toBeNull();
  expect(outwardsOf(overlay({ point: target }), target)).toBeNull();
});
