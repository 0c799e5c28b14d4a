// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { LayerMuscle } from "../types";
import { MuscleLayer } from "./muscle-layer";
import { projectionOf } from "./projection";

const front = projectionOf({ view: "front", build: "neutral", right: { x: 1, y: 0, z: 0 }, up: { x: 0, y: 1, z: 0 }, originX: 100, originY: 380 });

const muscle = (id: string, x: number, z: number): LayerMuscle => ({
  id, name: id, layer: "superficial",
  fibres: [{ path: [0, 1, 2, 3].map((step) => ({ x, y: 100 + step * 20, z: 40 * z, r: step % 3 === 0 ? 2 : 6 })), skin: [0, 1, 2].map(() => ({ x: 0, y: 0, z, depth: 8 })) }],
});

const shown = (...muscles: LayerMuscle[]): MuscleLayer => {
  const layer = new MuscleLayer(front, (at) => at.y < 150);
  layer.show(muscles);
  return layer;
};

test("muscles under skin that faces the viewer are drawn on both sides, the others not", () => {
  const layer = shown(muscle("rectus-femoris", 40, 1), muscle("semitendinosus", 40, -1));
  expect([...layer.group.children].map((group) => [group.getAttribute("data-muscle"), group.getAttribute("data-side")])).toEqual([
    ["rectus-femoris", "left"],
    ["rectus-femoris", "right"],
  ]);
});

test("a strand is tendon at its ends and flesh between", () => {
  const [left] = shown(muscle("rectus-femoris", 40, 1)).group.children;
  expect(left?.querySelector(".tissue-0")).not.toBeNull();
  expect(left?.querySelector(".tissue-5")).not.toBeNull();
});

test("the muscle under a finger is found and can be pointed out", () => {
  const layer = shown(muscle("rectus-femoris", 40, 1));
  const at = { x: 60, y: 250 };
  expect(layer.muscleAt(at)).toEqual({ id: "rectus-femoris", side: "right" });
  expect(layer.muscleAt({ x: 100, y: 250 })).toBeUndefined();
  layer.pointOut(layer.muscleAt(at));
  expect([...layer.group.querySelectorAll(".pointed")].map((group) => group.getAttribute("data-side"))).toEqual(["right"]);
});

test("what another part of the body hides is left out", () => {
  const hidden = muscle("biceps", 40, 1);
  const raised = { ...hidden, fibres: hidden.fibres.map((fibre) => ({ ...fibre, path: fibre.path.map((point) => ({ ...point, y: point.y + 200 })) })) };
  expect(shown(raised).group.childElementCount).toBe(0);
  expect(shown(hidden).group.childElementCount).toBe(2);
});
