import { expect, test } from "vitest";
import { framingOf, outwardsOf } from "./framing";
import type { Overlay } from "./types";

const target = { x: 0, y: 1000, z: 100 };
const overlay = (change: Partial<Overlay>): Overlay => ({ zones: [], muscle: { id: "soleus", side: "left", layer: "deep" }, fibres: [], chain: [], point: { ...target, z: 80 }, pointOnSkin: target, ...change });

test("a place alone is in the middle, and not so close that one is lost", () => {
  expect(framingOf(null, target, [])).toEqual({ centre: target, radius: 230 });
});

test("a muscle is shown whole, its point and its far end at the edges", () => {
  const fibres = [[{ ...target, r: 3 }, { ...target, y: 1440, r: 3 }]];
  const { centre, radius } = framingOf(overlay({ fibres }), target, []);
  expect(radius).toBeCloseTo(220 * 1.2, 6);
  expect(centre.y).toBeCloseTo(1000 + 0.7 * radius, 6);
});

test("zones and the chain make room for themselves", () => {
  const chain = [{ x: -300, y: 1000, z: 100, label: "" }];
  const { centre, radius } = framingOf(overlay({ chain }), target, [{ x: 300, y: 1000, z: 100 }]);
  expect(centre).toEqual(target);
  expect(radius).toBeCloseTo(300 * 1.2, 6);
});

test("what is too far away is left out, the place never", () => {
  const { centre, radius } = framingOf(overlay({ chain: [{ x: 0, y: 0, z: 100, label: "" }] }), target, []);
  expect(radius).toBe(440);
  expect(target.y - centre.y).toBeCloseTo(0.7 * 440, 6);
});

test("out of the body is from the point to its place on the skin", () => {
  expect(outwardsOf(overlay({}), target)).toEqual({ x: 0, y: 0, z: 1 });
});

test("nothing is known for another place, nor for a point on the skin", () => {
  expect(outwardsOf(overlay({}), { x: 300, y: 0, z: 0 })).toBeNull();
  expect(outwardsOf(overlay({ point: target }), target)).toBeNull();
});
