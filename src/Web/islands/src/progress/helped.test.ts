import { expect, test } from "vitest";
import { pointsHelped, weeksOf } from "./helped";
import { CHANGES, entry, held, neck, on, temple } from "./testing";

test("a point is judged by the places of its sittings, before and after", () => {
  const diary = [
    entry(on(1), [temple(6, 4), neck(4, 4)], [held("a")]), // 5 → 4: a point, 20 %
    entry(on(2), [temple(6, 3)], [held("a"), held("b")]),
    entry(on(3), [temple(4, 2)], [held("a")]),
    entry(on(4), [temple(4)], [held("a")]), // not rated afterwards
  ];
  const [a, b] = pointsHelped(diary, CHANGES);
  expect(a).toMatchObject({ muscle: "a", sittings: 4, rated: 3, helped: 2, before: 5, after: 3 });
  expect(b).toMatchObject({ muscle: "b", sittings: 1, rated: 1, helped: 1, before: 6, after: 3 });
});

test("one success is not put above a point that helped four times of five", () => {
  const often = [1, 2, 3, 4].map((day) => entry(on(day), [temple(6, 3)], [held("often")]));
  const diary = [...often, entry(on(5), [temple(6, 6)], [held("often")]), entry(on(6), [temple(6, 0)], [held("once")])];
  expect(pointsHelped(diary, CHANGES).map(({ muscle }) => muscle)).toEqual(["often", "once"]);
});

test("left and right are two points, and one that is listed twice is held once", () => {
  const found = pointsHelped([entry(on(1), [temple(5, 5)], [held("a", "left"), held("a", "right"), held("a", "left")])], CHANGES);
  expect(found.map(({ side, sittings }) => [side, sittings])).toEqual([["left", 1], ["right", 1]]);
});

test("a point without any rating has no mean", () => {
  expect(pointsHelped([entry(on(1), [], [held("a")])], CHANGES)[0]).not.toHaveProperty("before");
});

test("the weeks end with this one, begin on Mondays, and tell sittings from ratings", () => {
  const diary = [entry(on(24), [temple(5)]), entry(on(25, 8), [temple(5, 4)], [held("a")]), entry(on(25, 20), [temple(5, 4)], [held("a")])];
  const weeks = weeksOf(diary, on(27)); // a Wednesday
  expect(weeks).toHaveLength(8);
  expect(weeks[6]).toMatchObject({ sittings: [0, 0, 0, 0, 0, 0, 0], rated: [false, false, false, false, false, false, true] });
  expect(weeks[7]).toMatchObject({ sittings: [2, 0, 0, 0, 0, 0, 0], rated: [true, false, false, false, false, false, false] });
});

test("what is older than the first of the weeks is not in them", () => {
  const weeks = weeksOf([entry(on(5 - 7 * 7), [temple(5, 4)])], on(27));
  expect(weeks.flatMap(({ rated }) => rated)).not.toContain(true);
});
