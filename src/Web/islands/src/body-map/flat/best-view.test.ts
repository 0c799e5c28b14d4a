import { expect, test } from "vitest";
import type { Overlay, Point3 } from "../types";
import { bestSideOf, bestViewFor, closeUpOf } from "./best-view";

test.each([
  ["a place on the chest", { x: -60, y: 1300, z: 100 }, { x: 0, y: 0, z: 1 }, "front"],
  ["a place between the shoulder blades", { x: -60, y: 1300, z: -100 }, { x: 0, y: 0, z: -1 }, "back"],
  ["the right temple", { x: -75, y: 1620, z: 20 }, { x: -0.95, y: 0, z: 0.3 }, "right"],
  ["the left hip", { x: 170, y: 900, z: 0 }, { x: 1, y: 0, z: 0 }, "left"],
  ["the inner side of the left thigh, which the right leg hides from the right", { x: 40, y: 700, z: 10 }, { x: -1, y: 0, z: 0.1 }, "front"],
] as const)("%s is seen best from its view", (_, at, outwards, view) => {
  expect(bestSideOf(at, outwards)).toBe(view);
});

const thumb = { x: 400, y: 840, z: 30 };
const forearm = { x: 330, y: 960, z: 30 };
const temple = { x: -75, y: 1655, z: 34 };
const toe = { x: 100, y: 5, z: 150 };
const out = (x: number, y: number, z: number): Point3 => ({ x, y, z });

test.each([
  ["the palm", [thumb], out(0, 0, 1), "hand-palm-left"],
  ["the back of the right hand", [{ ...thumb, x: -400 }], out(0, 0, -1), "hand-back-right"],
  ["the temple", [temple], out(-1, 0, 0.2), "head-right"],
  ["the sole", [toe], out(0, -1, 0), "foot-sole-left"],
  ["the top of the foot", [toe, { x: 100, y: 40, z: 60 }], out(0, 0.8, 0.4), "foot-top-left"],
  ["a muscle of the thumb that begins in the forearm", [thumb, forearm], out(0, 0, 1), undefined],
  ["both hands", [thumb, { ...thumb, x: -400 }], out(0, 0, 1), undefined],
  ["the hip", [{ x: 170, y: 900, z: 0 }], out(1, 0, 0), undefined],
] as const)("%s is shown by its close-up, if one shows all of it", (_, places, outwards, closeUp) => {
  expect(closeUpOf(places, outwards)).toBe(closeUp);
});

const overlay: Overlay = { zones: [], fibres: [], muscle: { id: "soleus", side: "left", layer: "deep" }, chain: [], point: { ...thumb, z: 10 }, pointOnSkin: thumb };

test("a place in the hand brings its close-up, unless a view was chosen", () => {
  expect(bestViewFor(thumb, overlay, "front", false)).toBe("hand-palm-left");
  expect(bestViewFor(thumb, overlay, "back", true)).toBe("front");
  expect(bestViewFor(thumb, overlay, "hand-palm-left", true)).toBe("hand-palm-left");
});

test("a chain that leads away from the hand is shown on the whole body", () => {
  expect(bestViewFor(thumb, { ...overlay, chain: [{ x: 100, y: 1400, z: 80, label: "Scalenes" }] }, "front", false)).toBe("front");
});
