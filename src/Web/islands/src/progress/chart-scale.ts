import { dayOf, isoDayOf, monthsAfter, startOf } from "./days";
import { mean } from "./helped";
import type { Rating } from "./series";

/** Pixels of the drawing; the chart is as wide as its place. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tick {
  readonly x: number;
  readonly text: string;
}

export interface Scale {
  readonly frame: Frame;
  readonly x: (at: number) => number;
  readonly y: (rating: number) => number;
  readonly ticks: readonly Tick[];
}

/** A label needs so many pixels. */
const LABEL_WIDTH = 64;
const HIGHEST = 10;
/** After so many days without a rating nobody knows what was between: the line is broken. */
export const LONGEST_GAP_DAYS = 21;
const DAY_STEPS = [1, 2, 7, 14] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60] as const;

/** @param ratings one at least, in the order of time */
export function scaleOf(ratings: readonly [Rating, ...Rating[]], frame: Frame, language: string): Scale {
  const [firstDay, lastDay] = [dayOf(ratings[0].at), dayOf((ratings.at(-1) ?? ratings[0]).at)];
  const [from, to] = [startOf(firstDay), startOf(lastDay + 1)];
  const [inner, left] = [frame.width - frame.left - frame.right, frame.left];
  const x = (at: number): number => left + (inner * (at - from)) / (to - from);
  const y = (rating: number): number => frame.top + ((HIGHEST - rating) * (frame.height - frame.top - frame.bottom)) / HIGHEST;
  return { frame, x, y, ticks: ticksOf(firstDay, lastDay, x, inner, language) };
}

/** Days in the middle of their day while there are few of them; otherwise the first of months. */
function ticksOf(first: number, last: number, x: (at: number) => number, width: number, language: string): readonly Tick[] {
  const most = Math.max(1, Math.floor(width / LABEL_WIDTH));
  const count = last - first + 1;
  const middle = (day: number): number => (startOf(day) + startOf(day + 1)) / 2;
  const step = DAY_STEPS.find((days) => Math.ceil(count / days) <= most);
  if (step !== undefined) {
    const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
    return Array.from({ length: Math.ceil(count / step) }, (_, index) => first + index * step).map((day) => ({ x: x(middle(day)), text: format.format(middle(day)) }));
  }
  const months = (count / 365.25) * 12;
  const stride = MONTH_STEPS.find((each) => Math.ceil(months / each) <= most) ?? 120;
  const ticks: Tick[] = [];
  const isLong = months > 11;
  const format = new Intl.DateTimeFormat(language, isLong ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" });
  for (let day = alignedMonth(first, stride); day <= last; day = monthsAfter(day, stride)) ticks.push({ x: x(startOf(day)), text: format.format(startOf(day)) });
  return ticks;
}

/** The first of the first month after a day that the stride divides, counted from January. */
function alignedMonth(day: number, stride: number): number {
  const month = Number(isoDayOf(startOf(day)).slice(5, 7)) - 1;
  const aligned = stride >= 12 ? 12 : Math.ceil((month + 1) / stride) * stride;
  return monthsAfter(day, aligned - month);
}

/** Some days taken together, where there is no room for each. */
export interface Bucket {
  readonly at: number;
  /** The mean of the ratings before sittings. */
  readonly before: number;
  readonly low: number;
  readonly high: number;
}

/** @param days so many are taken together, counted from the first rating; days without a rating make no bucket. */
export function bucketsOf(ratings: readonly [Rating, ...Rating[]], days: number): readonly Bucket[] {
  const first = dayOf(ratings[0].at);
  const groups = new Map<number, Rating[]>();
  for (const rating of ratings) {
    const group = Math.floor((dayOf(rating.at) - first) / days);
    groups.set(group, [...(groups.get(group) ?? []), rating]);
  }
  return [...groups.values()].map((group) => {
    const values = group.map(({ before }) => before);
    return { at: mean(group.map(({ at }) => at)), before: mean(values), low: Math.min(...values), high: Math.max(...values) };
  });
}

/** The ratings in runs without a gap that is too long; each has one at least. */
export function runsOf<T extends { readonly at: number }>(ratings: readonly T[], longestGapDays = LONGEST_GAP_DAYS): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let before: T | undefined;
  for (const rating of ratings) {
    if (before && dayOf(rating.at) - dayOf(before.at) <= longestGapDays) runs.at(-1)?.push(rating);
    else runs.push([rating]);
    before = rating;
  }
  return runs;
}
