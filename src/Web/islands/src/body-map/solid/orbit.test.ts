import { beforeEach, expect, test } from "vitest";
import { Orbit } from "./orbit";

let orbit: Orbit;

beforeEach(() => {
  orbit = new Orbit();
  orbit.resize(600, 900);
  orbit.goHome(false);
});

test("at home the whole figure is seen, its left on the right of the picture", () => {
  const places = [[0, 0, 0], [0, 1750, 0], [-480, 800, 0], [480, 800, 0]] as const;
  for (const [x, y, z] of places) {
    const at = orbit.project({ x, y, z });
    expect(at.x).toBeGreaterThan(0);
    expect(at.x).toBeLessThan(600);
    expect(at.y).toBeGreaterThan(0);
    expect(at.y).toBeLessThan(900);
  }
  expect(orbit.project({ x: 480, y: 800, z: 0 }).x).toBeGreaterThan(300);
});

test("the line of sight through a place meets the place", () => {
  orbit.turn(130, 40);
  orbit.zoomBy(3, { x: 200, y: 100 });
  const place = { x: -70, y: 1610, z: 40 };
  const { origin, direction } = orbit.rayThrough(orbit.project(place));
  const along = (place.x - origin.x) * direction.x + (place.y - origin.y) * direction.y + (place.z - origin.z) * direction.z;
  expect(origin.x + along * direction.x).toBeCloseTo(place.x, 6);
  expect(origin.y + along * direction.y).toBeCloseTo(place.y, 6);
  expect(origin.z + along * direction.z).toBeCloseTo(place.z, 6);
});

test("dragging to the right shows the person's right side", () => {
  expect(orbit.facing).toBe("front");
  orbit.turn(100, 0);
  expect(orbit.eye.x).toBeLessThan(0);
  expect(orbit.facing).toBe("right");
  orbit.turn(180, 0);
  expect(orbit.facing).toBe("back");
});

test("one cannot turn over the head nor under the feet", () => {
  orbit.turn(0, 1e5);
  expect((orbit.pose.elevation * 180) / Math.PI).toBeCloseTo(75, 6);
  orbit.turn(0, -1e5);
  expect((orbit.pose.elevation * 180) / Math.PI).toBeCloseTo(-35, 6);
});

test("zoom comes as close as a hand and goes no farther than the whole figure", () => {
  expect(orbit.zoomBy(0.5, { x: 300, y: 450 })).toBe(false);
  expect(orbit.zoomBy(1e6, { x: 300, y: 450 })).toBe(true);
  expect(orbit.pose.reach).toBe(58);
  expect(orbit.zoomBy(2, { x: 300, y: 450 })).toBe(false);
});

test("from close up and back again one is at home", () => {
  const home = orbit.pose;
  orbit.zoomBy(6, { x: 310, y: 60 });
  expect(orbit.pose.target.y).toBeGreaterThan(home.target.y + 200);
  orbit.zoomBy(1 / 6, { x: 20, y: 800 });
  expect(orbit.pose.target.y).toBeCloseTo(home.target.y, 6);
});

test("going to a place on the back takes the camera behind it", () => {
  orbit.goTo({ x: -60, y: 1300, z: -100 }, { x: 0, y: 0, z: -1 }, 200, false);
  expect(orbit.eye.z).toBeLessThan(-500);
  const at = orbit.project({ x: -60, y: 1300, z: -100 });
  expect(at.x).toBeCloseTo(300, 0);
  expect(at.y).toBeCloseTo(450, 0);
});

test("an animated move takes the short way around", () => {
  orbit.turn(-350, 0);
  const before = orbit.pose.azimuth;
  orbit.goTo({ x: 0, y: 1000, z: -90 }, { x: 0, y: 0, z: -1 }, 200, true);
  orbit.advance(0);
  expect(orbit.advance(10000)).toBe(false);
  expect(Math.abs(orbit.pose.azimuth - before)).toBeLessThan(Math.PI);
  expect(Math.cos(orbit.pose.azimuth)).toBeCloseTo(-1, 6);
});
