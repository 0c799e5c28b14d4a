import { expect, test } from "vitest";
import { judgeAbility, judgePain, smallestFall } from "./judging";
import { CHANGES } from "./testing";

test.each([
  [7, 5, "better"], // two points
  [7, 6, "same"],
  [10, 8, "better"],
  [5, 4, "same"], // 20 %
  [4, 3, "same"], // 25 %
  [3, 2, "better"], // 33 %
  [1, 0, "better"],
  [0, 0, "same"],
  [0, 1, "same"],
  [0, 2, "worse"],
  [5, 6, "same"],
  [5, 7, "worse"],
  [9, 10, "same"],
] as const)("from %i to %i is %s", (first, now, judged) => expect(judgePain(first, now, CHANGES)).toBe(judged));

test("the fall that counts is never less than a point, and the share is the easier of the two for mild pain", () => {
  expect([0, 1, 4, 5, 10].map((first) => smallestFall(first, CHANGES))).toEqual([1, 1, 1.2, 1.5, 2]);
});

test("means that come out of divisions are judged as if they were exact", () => {
  expect(judgePain((7 + 7 + 6) / 3, (5 + 5 + 4) / 3, CHANGES)).toBe("better");
});

test("an ability that rises is better", () => {
  expect([judgeAbility(3, 6, 3), judgeAbility(3, 5, 3), judgeAbility(6, 3, 3)]).toEqual(["better", "same", "worse"]);
});
