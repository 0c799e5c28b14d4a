import { expect, test } from "vitest";
import { actionOf } from "./keyboard";
import { describeView } from "./view-words";

test("on the flat figure the arrows go around the body", () => {
  expect(actionOf("ArrowRight", "front")).toEqual({ kind: "view", view: "right" });
  expect(actionOf("ArrowLeft", "front")).toEqual({ kind: "view", view: "left" });
  expect(actionOf("ArrowRight", "left")).toEqual({ kind: "view", view: "front" });
});

test("on a close-up they go around the head, and turn a hand or foot over", () => {
  expect(actionOf("ArrowRight", "head-front")).toEqual({ kind: "view", view: "head-right" });
  expect(actionOf("ArrowLeft", "hand-palm-left")).toEqual({ kind: "view", view: "hand-back-left" });
  expect(actionOf("ArrowRight", "foot-top-right")).toEqual({ kind: "view", view: "foot-sole-right" });
  expect(actionOf("ArrowRight", "pelvis-back")).toBeUndefined();
});

test("on the solid figure they turn it", () => {
  expect(actionOf("ArrowRight", "3d")).toEqual({ kind: "turn", x: 60, y: 0 });
});

test("plus and minus undo one another", () => {
  const closer = actionOf("+", "front");
  const farther = actionOf("-", "front");
  expect(closer?.kind === "zoom" && farther?.kind === "zoom" && closer.factor * farther.factor).toBeCloseTo(1, 9);
});

test("other keys stay the page's", () => {
  expect(actionOf("Tab", "3d")).toBeUndefined();
  expect(actionOf("a", "front")).toBeUndefined();
});

test("the words name the side that is seen, in 3D as it is turned", () => {
  expect(describeView("right", "right")).toBe("Your right side.");
  expect(describeView("3d", "back")).toBe("3D. Seen from the back. Your right is on the right of the picture.");
});
