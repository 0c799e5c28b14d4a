import type { Side } from "../shared/api";
import type { DiaryEntry } from "../shared/diary";
import { dayOf, weekDayOf } from "./days";
import { judgePain, type SmallestChanges } from "./judging";
import { isSitting } from "./series";

/** What came of the sittings in which a point was held. */
export interface PointHelp {
  readonly point: string;
  readonly side: Side;
  readonly muscle: string;
  readonly name: string;
  /** Sittings with this point, at least 1. */
  readonly sittings: number;
  /** Of them, those in which a place was rated before and after. */
  readonly rated: number;
  /** Of those, the ones after which the pain was less by an amount that counts. */
  readonly helped: number;
  /** Mean over the rated sittings of the mean over their places; absent when none was rated. */
  readonly before?: number;
  readonly after?: number;
}

/** Fewer rated sittings tell nothing about a point. */
export const ENOUGH_SITTINGS = 3;

/** One line a point: those with enough sittings first, the most helpful of them on top. */
export function pointsHelped(diary: readonly DiaryEntry[], changes: SmallestChanges): readonly PointHelp[] {
  const found = new Map<string, { readonly last: DiaryEntry["points"][number]; readonly entries: DiaryEntry[] }>();
  for (const entry of diary) {
    for (const treated of new Map(entry.points.map((point) => [`${point.point}:${point.side}`, point])).values()) {
      const key = `${treated.point}:${treated.side}`;
      found.set(key, { last: treated, entries: [...(found.get(key)?.entries ?? []), entry] });
    }
  }
  return [...found.values()].map(({ last, entries }) => helpOf(last, entries, changes)).sort(byUse);
}

function helpOf({ point, side, muscle, name }: DiaryEntry["points"][number], entries: readonly DiaryEntry[], changes: SmallestChanges): PointHelp {
  const effects = entries.map(effectOf).filter((effect) => effect !== undefined);
  const common = { point, side, muscle, name, sittings: entries.length, rated: effects.length };
  const helped = effects.filter(({ before, after }) => judgePain(before, after, changes) === "better").length;
  if (effects.length === 0) return { ...common, helped };
  return { ...common, helped, before: mean(effects.map(({ before }) => before)), after: mean(effects.map(({ after }) => after)) };
}

/** Of a sitting on the places that were rated twice. */
function effectOf({ places }: DiaryEntry): { readonly before: number; readonly after: number } | undefined {
  const pairs = places.filter((place): place is typeof place & { readonly after: number } => place.after !== undefined);
  return pairs.length === 0 ? undefined : { before: mean(pairs.map(({ before }) => before)), after: mean(pairs.map(({ after }) => after)) };
}

function byUse(a: PointHelp, b: PointHelp): number {
  const isEnough = Number(b.rated >= ENOUGH_SITTINGS) - Number(a.rated >= ENOUGH_SITTINGS);
  return isEnough || share(b) - share(a) || b.sittings - a.sittings || a.name.localeCompare(b.name);
}

const share = ({ helped, rated }: PointHelp): number => (rated === 0 ? 0 : helped / rated);

/** @param values one at least. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export interface Week {
  /** Its Monday, as a day since 1970. */
  readonly monday: number;
  /** Sittings on each day, Monday to Sunday. */
  readonly sittings: readonly number[];
  /** Whether anything was written down on each day. */
  readonly rated: readonly boolean[];
}

export const SHOWN_WEEKS = 8;

/** The last weeks, this one last. */
export function weeksOf(diary: readonly DiaryEntry[], now: number): readonly Week[] {
  const today = dayOf(now);
  const monday = today - weekDayOf(today) - (SHOWN_WEEKS - 1) * 7;
  const sittings = new Map<number, number>();
  const rated = new Set<number>();
  for (const entry of diary) {
    const day = dayOf(entry.at);
    rated.add(day);
    if (isSitting(entry)) sittings.set(day, (sittings.get(day) ?? 0) + 1);
  }
  return Array.from({ length: SHOWN_WEEKS }, (_, week) => {
    const days = Array.from({ length: 7 }, (_each, index) => monday + week * 7 + index);
    return { monday: monday + week * 7, sittings: days.map((day) => sittings.get(day) ?? 0), rated: days.map((day) => rated.has(day)) };
  });
}
