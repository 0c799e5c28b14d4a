// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { activityInWords, meanInWords } from "./activities-view";
import { pointsHelped } from "./helped";
import { seriesOf } from "./series";
import { CHANGES, entry, held, on, temple } from "./testing";
import { helpInWords, seriesInWords } from "./words";

const words = (...ratings: readonly (readonly [number, number, number?])[]): string => {
  const [series] = seriesOf(ratings.map(([day, before, after]) => entry(on(day), [temple(before, after)])));
  return series ? seriesInWords(series, CHANGES) : "";
};

test.each([
  [words([1, 7], [13, 4]), "Down from 7 to 4 in 12 days: more than the smallest change that counts."],
  [words([1, 7], [13, 5]), "Down from 7 to 5 in 12 days: just the smallest change that counts."],
  [words([1, 7], [13, 6]), "Down from 7 to 6 in 12 days: less than the smallest change that counts."],
  [words([1, 5], [4, 7]), "Up from 5 to 7 in 3 days: a change that counts."],
  [words([1, 5], [4, 6]), "Up from 5 to 6 in 3 days: less than the smallest change that counts."],
  [words([1, 5], [2, 5]), "Still at 5 after one day."],
  [words([1, 5], [1, 5]), "5 again on the same day."],
  [words([1, 5], [2, 3]), "Down from 5 to 3 within a day: a change that counts."],
  [words([1, 5]), "One rating so far: 5 of 10. A second one shows which way it goes."],
  [words([1, 5, 3]), "One sitting so far: 5 before it, 3 after it."],
  [words([1, 5, 1], [9, 5, 0]), "Still at 5 after 8 days."], // what a sitting does at once is not the course
])("%s", (said, expected) => expect(said).toBe(expected));

test("a point is praised no sooner than after three rated sittings", () => {
  const help = (...afters: readonly (number | undefined)[]): string => {
    const [point] = pointsHelped(afters.map((after, index) => entry(on(index), [temple(6, after)], [held("a")])), CHANGES);
    return point ? helpInWords(point) : "";
  };
  expect([help(undefined), help(3), help(3, 3), help(3, 3, 6), help(3, 3, 6, undefined)]).toEqual([
    "Not rated afterwards yet.",
    "Rated once: too few to tell.",
    "Rated 2 times: too few to tell.",
    "Helped in 2 of 3.",
    "Helped in 2 of 3 rated sittings.",
  ]);
});

test("an activity needs three points, their mean two", () => {
  const activity = (at: number, ...values: readonly number[]) => ({ at, name: "x", ratings: values.map((value, day) => ({ at: on(day), value })) });
  expect(activityInWords(activity(1, 3, 5), CHANGES)).toContain("may be chance");
  expect(activityInWords(activity(1, 3, 6), CHANGES)).toContain("better by an amount that counts");
  expect(meanInWords([activity(1, 3, 5), activity(2, 4)], CHANGES)).toBeUndefined();
  expect(meanInWords([activity(1, 3, 5), activity(2, 4, 6)], CHANGES)).toBe("On average from 3.5 to 5.5: better by an amount that counts.");
});
