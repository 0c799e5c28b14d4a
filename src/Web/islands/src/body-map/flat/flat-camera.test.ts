import { beforeEach, expect, test } from "vitest";
import { FlatCamera } from "./flat-camera";

let camera: FlatCamera;

beforeEach(() => {
  camera = new FlatCamera({ width: 1000, height: 2000 });
  camera.resize({ width: 500, height: 500 });
});

test("at rest all of the drawing is seen, in the middle", () => {
  expect(camera.scale).toBe(0.25);
  expect(camera.viewBox).toBe("-500.00 0.00 2000.00 2000.00");
  expect(camera.toElement({ x: 500, y: 1000 })).toEqual({ x: 250, y: 250 });
});

test("places go to the element and back", () => {
  camera.zoomBy(3, { x: 100, y: 400 });
  const there = camera.toElement({ x: 321, y: 1234 });
  expect(camera.toDrawing(there).x).toBeCloseTo(321, 9);
  expect(camera.toDrawing(there).y).toBeCloseTo(1234, 9);
});

test("zooming keeps the place under the finger", () => {
  const at = { x: 260, y: 300 };
  const before = camera.toDrawing(at);
  camera.zoomBy(2, at);
  expect(camera.toDrawing(at).x).toBeCloseTo(before.x, 6);
  expect(camera.toDrawing(at).y).toBeCloseTo(before.y, 6);
});

test("zoom ends at all of the drawing and close at a hand", () => {
  camera.zoomBy(0.1, { x: 0, y: 0 });
  expect(camera.zoom).toBe(1);
  camera.zoomBy(100, { x: 250, y: 250 });
  expect(camera.zoom).toBe(16);
});

test("a close-up needs less zoom", () => {
  const hand = new FlatCamera({ width: 160, height: 300 });
  hand.zoomBy(100, { x: 0, y: 0 });
  expect(hand.zoom).toBeCloseTo(300 / 110, 6);
});

test("the drawing cannot be pushed out of sight", () => {
  camera.zoomBy(2, { x: 250, y: 250 });
  camera.panBy(1e6, -1e6);
  const middle = camera.toDrawing({ x: 250, y: 250 });
  expect(middle).toEqual({ x: 250, y: 1500 });
});

test("going to a place shows the circle around it, at once when nothing may move", () => {
  camera.goTo({ x: 500, y: 800 }, 200, false);
  expect(camera.toElement({ x: 500, y: 800 }).x).toBeCloseTo(250, 6);
  expect(camera.scale).toBeCloseTo(500 / 400, 6);
  expect(camera.advance(0)).toBe(false);
});

test("an animated move ends where it should and then rests", () => {
  camera.goTo({ x: 500, y: 800 }, 200, true);
  expect(camera.advance(1000)).toBe(true);
  expect(camera.zoom).toBe(1);
  expect(camera.advance(1200)).toBe(true);
  expect(camera.zoom).toBeGreaterThan(1);
  expect(camera.advance(5000)).toBe(false);
  expect(camera.scale).toBeCloseTo(500 / 400, 6);
});
