import { expect, test } from "vitest";
import { centroidOf, contains, distanceToSegment, innerPointOf, polygonsOf, touch } from "./outline";

test.each([
  ["absolute lines", "M10 20L30 20L30 50Z", [[10, 20, 30, 20, 30, 50]]],
  ["relative lines, also after the first move", "m10 20l20 0 0 30z", [[10, 20, 30, 20, 30, 50]]],
  ["numbers without a blank between", "M10-5l.5.5-1 2z", [[10, -5, 10.5, -4.5, 9.5, -2.5]]],
  ["horizontal and vertical lines", "M0 0H10V10h-10v-10z", [[0, 0, 10, 0, 10, 10, 0, 10, 0, 0]]],
  ["the end of a curve", "M0 0c1 1 2 1 10 0q1 1 0 10z", [[0, 0, 10, 0, 10, 10]]],
  ["a second part that begins where the first was closed", "M10 10l5 0l0 5zm20 0l5 0l0 5z", [[10, 10, 15, 10, 15, 15], [30, 10, 35, 10, 35, 15]]],
  ["lines without an area", "M0 0L10 0", []],
])("a path is read: %s", (_, path, polygons) => {
  expect(polygonsOf(path)).toEqual(polygons);
});

test("an unknown command is refused", () => {
  expect(() => polygonsOf("M0 0X5")).toThrow("no path command");
});

test("the centre of an L lies in the middle of its area and not of its corners", () => {
  const centre = centroidOf(polygonsOf("M0 0H30V10H10V30H0Z"));
  // Two rectangles: 30 x 10 around (15, 5) and 10 x 20 around (5, 20).
  expect(centre.x).toBeCloseTo((300 * 15 + 200 * 5) / 500, 9);
  expect(centre.y).toBeCloseTo((300 * 5 + 200 * 20) / 500, 9);
});

test("an inner point is inside even when the centre is not", () => {
  const horseshoe = polygonsOf("M0 0H30V30H24V6H6V30H0Z");
  expect(contains(horseshoe, centroidOf(horseshoe))).toBe(false);
  expect(contains(horseshoe, innerPointOf(horseshoe))).toBe(true);
  expect(innerPointOf(polygonsOf("M0 0H10V10H0Z"))).toEqual({ x: 5, y: 5 });
});

test("a polygon contains what is in it, and not what is in its notch", () => {
  const shape = polygonsOf("M0 0H30V10H10V30H0Z");
  expect(contains(shape, { x: 5, y: 25 })).toBe(true);
  expect(contains(shape, { x: 25, y: 25 })).toBe(false);
});

test.each([
  [{ x: 5, y: 3 }, 3],
  [{ x: -3, y: 4 }, 5],
  [{ x: 14, y: -3 }, 5],
])("the distance from %o to a piece of line counts its ends", (point, distance) => {
  expect(distanceToSegment(point, { x: 0, y: 0 }, { x: 10, y: 0 })).toBeCloseTo(distance, 9);
});

test("a piece of line of no length is a point", () => {
  expect(distanceToSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5);
});

test("shapes touch when an edge passes a corner of the other, even between corners", () => {
  const wide = polygonsOf("M0 0H100V10H0Z");
  expect(touch(wide, polygonsOf("M40 11H50V20H40Z"), 1.5)).toBe(true);
  expect(touch(wide, polygonsOf("M40 13H50V20H40Z"), 1.5)).toBe(false);
});
