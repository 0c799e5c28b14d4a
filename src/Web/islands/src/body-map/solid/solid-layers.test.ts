import { expect, test } from "vitest";
import { halfBox } from "../testing/figures";
import type { LayerMuscle } from "../types";
import { adjacencyOf, mirrorBody } from "./body-mesh";
import { SolidLayers } from "./solid-layers";
import { TriangleTree } from "./triangle-tree";

// A box 200 mm wide, 1000 mm high and 100 mm deep.
const mesh = mirrorBody(halfBox());
const skin = new TriangleTree(mesh.positions, mesh.triangles);
const layers = (): SolidLayers => new SolidLayers(mesh, skin, adjacencyOf(mesh.vertexCount, mesh.triangles));
const over = { x: 0, y: 0, z: 1, depth: 10 };

const muscle: LayerMuscle = {
  id: "rectus-femoris", name: "Rectus femoris", layer: "superficial",
  fibres: [30, 38].map((x) => ({ path: Array.from({ length: 5 }, (_, index) => ({ x, y: 400 + index * 50, z: 40, r: 5 })), skin: [over, over, over] })),
};

const from = (x: number, z: number) => ({ origin: { x, y: 500, z }, direction: { x: 0, y: 0, z: z > 0 ? -1 : 1 } });

test("the muscle under a finger is named with its side", () => {
  const shown = layers();
  shown.show("superficial", [muscle]);
  expect(shown.along(from(34, 1000), 950)).toEqual({ id: "rectus-femoris", side: "left" });
  expect(shown.along(from(-34, 1000), 950)).toEqual({ id: "rectus-femoris", side: "right" });
  expect(shown.along(from(80, 1000), 950)).toBeUndefined();
});

test("a muscle on the other side of the body is not", () => {
  const shown = layers();
  shown.show("superficial", [muscle]);
  expect(shown.along(from(34, -1000), 890)).toBeUndefined();
});

test("under the skin there is no muscle to name until it is taken off", () => {
  const shown = layers();
  expect(shown.along(from(34, 1000), 950)).toBeUndefined();
  shown.show("superficial", [muscle]);
  expect(shown.numberOf({ id: "rectus-femoris", side: "right" })).toBe(1);
  expect(shown.show("skin", [])).toBeUndefined();
  expect(shown.numberOf({ id: "rectus-femoris", side: "right" })).toBeUndefined();
});

test("the body within lies under the skin, and both of its faces keep their distance", () => {
  const insets = layers().show("deep", [muscle])?.insets ?? new Float32Array();
  expect(insets).toHaveLength(mesh.vertexCount);
  // In the middle of the front there is depth enough for all of it.
  expect(Math.max(...insets)).toBeCloseTo(0.022, 4);
  expect(Math.min(...insets)).toBeGreaterThanOrEqual(0);
});
