import { expect, test } from "vitest";
import { chainPath } from "./chain";

test("the path begins at the first stop, ends at the last and passes those between", () => {
  const stops = [{ x: -60, y: 1200, z: -110 }, { x: -110, y: 1360, z: -100 }, { x: -100, y: 1460, z: -60 }];
  const path = chainPath(stops);
  expect(path[0]).toEqual(stops[0]);
  expect(path.at(-1)).toEqual(stops[2]);
  expect(path).toContainEqual(stops[1]);
});

test("between two stops on the back the path arcs out behind the body", () => {
  const path = chainPath([{ x: 0, y: 1000, z: -100 }, { x: 0, y: 1200, z: -100 }]);
  expect(Math.min(...path.map((place) => place.z))).toBeCloseTo(-100 - 0.22 * 200, 6);
});

test("one stop makes no path", () => {
  expect(chainPath([{ x: 0, y: 0, z: 0 }])).toEqual([]);
});
