import { expect, test } from "vitest";
import { rateActivity, rateToday, unrateToday, withOutcomes } from "./entries";
import { seriesOf } from "./series";
import { entry, held, neck, on, temple } from "./testing";

test("a second rating of the day corrects the first; another day is another entry", () => {
  let diary = rateToday([], temple(6), on(1, 8));
  diary = rateToday(diary, temple(4), on(1, 20));
  diary = rateToday(diary, neck(2), on(1, 21));
  expect(diary).toEqual([entry(on(1, 8), [temple(4), neck(2)])]);
  expect(rateToday(diary, temple(3), on(2)).map(({ at }) => at)).toEqual([on(1, 8), on(2)]);
});

test("a sitting of the same day is left as it is", () => {
  const sitting = entry(on(1, 8), [temple(6, 3)], [held("a")]);
  const diary = rateToday([sitting], temple(5), on(1, 20));
  expect(diary).toEqual([sitting, entry(on(1, 20), [temple(5)])]);
});

test("no two entries share their moment", () => {
  const sitting = entry(on(1), [temple(6, 3)], [held("a")]);
  expect(rateToday([sitting], temple(5), on(1)).map(({ at }) => at)).toEqual([on(1), on(1) + 1]);
});

test("taking the last rating of a day back takes the day's entry away", () => {
  const diary = rateToday(rateToday([], temple(6), on(1)), neck(1), on(1));
  expect(unrateToday(diary, "temple:right", on(1))).toEqual([entry(on(1), [neck(1)])]);
  expect(unrateToday(unrateToday(diary, "temple:right", on(1)), "back-of-neck:left", on(1))).toEqual([]);
  expect(unrateToday(diary, "temple:right", on(2))).toEqual(diary);
});

test("an activity is rated once a day", () => {
  const activities = [{ at: 1, name: "Drive", ratings: [] }, { at: 2, name: "Sit", ratings: [] }];
  const rated = rateActivity(rateActivity(rateActivity(activities, 1, 3, on(1)), 1, 4, on(1, 21)), 1, 6, on(2));
  expect(rated[0]?.ratings.map(({ value }) => value)).toEqual([4, 6]);
  expect(rated[1]?.ratings).toEqual([]);
});

test("what was kept before there was a diary becomes entries, once", () => {
  const outcomes = [{ at: 5, points: ["a-1:left"], change: "better" as const }, { at: 9, points: [], change: "worse" as const }];
  const diary = withOutcomes([entry(9, [temple(5)])], outcomes);
  expect(diary).toEqual([{ at: 5, places: [], points: [], change: "better" }, entry(9, [temple(5)])]);
  expect(withOutcomes(diary, outcomes)).toEqual(diary);
});

test("a series is in the order of time whatever the diary's is, and has the latest name", () => {
  const renamed = { ...temple(3), name: "Sien, rechts" };
  const [series] = seriesOf([entry(on(3), [renamed]), entry(on(1), [temple(6)])]);
  expect(series).toMatchObject({ name: "Sien, rechts", ratings: [{ before: 6 }, { before: 3 }] });
});
