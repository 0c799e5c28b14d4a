import { expect, test } from "vitest";
import { polygonsOf } from "./outline";
import { ribbonPath } from "./ribbon";

test("a ribbon is as wide as its radii on both sides of the line", () => {
  const [corners = []] = polygonsOf(ribbonPath([{ x: 0, y: 0 }, { x: 10, y: 0 }], [2, 3]));
  expect(corners).toEqual([0, 2, 10, 3, 10, -3, 0, -2]);
});

test("a line that is a point has no ribbon", () => {
  expect(ribbonPath([{ x: 1, y: 1 }], [2])).toBe("");
});
