import type { DiaryEntry, RatedPlace } from "../shared/diary";
import type { Outcome } from "../shared/store";
import type { Activity } from "../shared/activities";
import { dayOf } from "./days";
import { isSitting } from "./series";

/** The diary with what was kept before there was one: how each session went on the whole. */
export function withOutcomes(diary: readonly DiaryEntry[], outcomes: readonly Outcome[]): readonly DiaryEntry[] {
  const known = new Set(diary.map(({ at }) => at));
  const old = outcomes.filter(({ at }) => !known.has(at)).map(({ at, change }): DiaryEntry => ({ at, places: [], points: [], change }));
  return inOrder([...diary, ...new Map(old.map((entry) => [entry.at, entry])).values()]);
}

/** Today's own entry: what was rated by hand, without a session. */
export function entryOfToday(diary: readonly DiaryEntry[], now: number): DiaryEntry | undefined {
  return diary.findLast((entry) => !isSitting(entry) && dayOf(entry.at) === dayOf(now));
}

/** Writes down or corrects today's rating of a place. */
export function rateToday(diary: readonly DiaryEntry[], { place, name, before }: RatedPlace, now: number): readonly DiaryEntry[] {
  const today = entryOfToday(diary, now);
  const rated: RatedPlace = { place, name, before };
  if (!today) return inOrder([...diary, { at: freeMoment(diary, now), places: [rated], points: [] }]);
  const isNew = today.places.every((each) => each.place !== place);
  const places = isNew ? [...today.places, rated] : today.places.map((each) => (each.place === place ? rated : each));
  return diary.map((entry) => (entry === today ? { ...today, places } : entry));
}

/** Takes today's rating of a place back. */
export function unrateToday(diary: readonly DiaryEntry[], place: string, now: number): readonly DiaryEntry[] {
  const today = entryOfToday(diary, now);
  if (!today) return diary;
  const places = today.places.filter((each) => each.place !== place);
  return diary.flatMap((entry) => (entry !== today ? [entry] : places.length === 0 ? [] : [{ ...today, places }]));
}

/** Writes down or corrects today's rating of an activity. */
export function rateActivity(activities: readonly Activity[], at: number, value: number, now: number): readonly Activity[] {
  return activities.map((activity) => {
    if (activity.at !== at) return activity;
    const before = activity.ratings.filter((rating) => dayOf(rating.at) !== dayOf(now));
    return { ...activity, ratings: [...before, { at: now, value }].sort((a, b) => a.at - b.at) };
  });
}

export function inOrder<T extends { readonly at: number }>(entries: readonly T[]): readonly T[] {
  return [...entries].sort((a, b) => a.at - b.at);
}

/** No two entries share their moment. */
function freeMoment(diary: readonly DiaryEntry[], now: number): number {
  const taken = new Set(diary.map(({ at }) => at));
  let at = now;
  while (taken.has(at)) at++;
  return at;
}
