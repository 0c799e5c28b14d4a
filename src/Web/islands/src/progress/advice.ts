import type { DiaryEntry } from "../shared/diary";
import { dayOf } from "./days";
import { judgePain, type SmallestChanges } from "./judging";
import { lastOf, seriesOf, type Series } from "./series";

/** Why somebody should see a person rather than go on alone. */
export type Advice =
  | { readonly kind: "worse"; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: "worse-after"; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: "worse-in-words" }
  | { readonly kind: "not-better"; readonly name: string; readonly from: number; readonly to: number; readonly days: number };

/** So long one may try by oneself. */
export const TRIAL_DAYS = 14;
/** Fewer say too little about a course. */
export const LEAST_RATINGS = 3;
/** A place that was not rated for so long is not followed any more. */
export const FOLLOWED_DAYS = 28;

/** The most pressing advice there is: worse before not better, the place rated last first. */
export function adviceFor(diary: readonly DiaryEntry[], changes: SmallestChanges, now: number): Advice | undefined {
  const followed = seriesOf(diary).filter((series) => dayOf(now) - dayOf(lastOf(series).at) <= FOLLOWED_DAYS);
  return first(followed, (series) => worse(series, changes)) ?? worseInWords(diary, now) ?? first(followed, (series) => notBetter(series, changes));
}

function worse(series: Series, changes: SmallestChanges): Advice | undefined {
  const { name, ratings } = series;
  const last = lastOf(series);
  if (judgePain(ratings[0].before, last.before, changes) === "worse") return { kind: "worse", name, from: ratings[0].before, to: last.before };
  const isWorseAfter = last.after !== undefined && judgePain(last.before, last.after, changes) === "worse";
  return isWorseAfter ? { kind: "worse-after", name, from: last.before, to: last.after } : undefined;
}

/** Of the time before places were rated one by one: only the last entry says how it is. */
function worseInWords(diary: readonly DiaryEntry[], now: number): Advice | undefined {
  const last = diary.reduce<DiaryEntry | undefined>((latest, entry) => (latest && latest.at > entry.at ? latest : entry), undefined);
  const isRecent = last !== undefined && dayOf(now) - dayOf(last.at) <= FOLLOWED_DAYS;
  return isRecent && last.change === "worse" && last.places.every((place) => place.after === undefined) ? { kind: "worse-in-words" } : undefined;
}

function notBetter(series: Series, changes: SmallestChanges): Advice | undefined {
  const { name, ratings } = series;
  const last = lastOf(series);
  const days = dayOf(last.at) - dayOf(ratings[0].at);
  const isTried = ratings.length >= LEAST_RATINGS && days >= TRIAL_DAYS;
  if (!isTried || last.before === 0 || judgePain(ratings[0].before, last.before, changes) === "better") return undefined;
  return { kind: "not-better", name, from: ratings[0].before, to: last.before, days };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
