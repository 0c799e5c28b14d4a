import type { DiaryEntry, RatedPlace, TreatedPoint } from "../shared/diary";
import type { SavedHold, SavedStep } from "../shared/store";

export type Verdict = "better" | "same" | "worse";

/** On the 0 to 10 scale, the smallest change that people notice as one: 2 points, or 30 % of what it was. */
const POINTS = 2;
const SHARE = 0.3;

/** The points that were held, each with its holds; none for a point that was only passed. */
export function treated(steps: readonly SavedStep[], holds: readonly SavedHold[]): readonly TreatedPoint[] {
  return steps.flatMap(({ point, side, muscle, name, holdSeconds }, step) => {
    const mine = holds.filter((hold) => hold.step === step).length;
    return mine > 0 ? [{ point, side, muscle, name, holds: mine, holdSeconds }] : [];
  });
}

/** @returns undefined when nothing was held: that is no sitting. */
export function entryOf(at: number, steps: readonly SavedStep[], holds: readonly SavedHold[], places: readonly RatedPlace[]): DiaryEntry | undefined {
  const points = treated(steps, holds);
  return points.length > 0 ? { at, places, points } : undefined;
}

/** Puts an entry into the diary in the order of time; one of the same sitting gives way. */
export const written = (diary: readonly DiaryEntry[], entry: DiaryEntry): readonly DiaryEntry[] =>
  [...diary.filter(({ at }) => at !== entry.at), entry].toSorted((a, b) => a.at - b.at);

/** How one place changed. */
export function changeOf({ before, after }: RatedPlace): Verdict | undefined {
  if (after === undefined) return undefined;
  const fell = before - after;
  if (fell > 0 && (fell >= POINTS || fell >= SHARE * before)) return "better";
  return -fell >= POINTS || (before > 0 && -fell >= SHARE * before) ? "worse" : "same";
}

/** How it is on the whole: worse as soon as one place is, for that is what has to be heeded. */
export function verdictOf(places: readonly RatedPlace[]): Verdict | undefined {
  const changes = places.map(changeOf).filter((change) => change !== undefined);
  if (changes.length === 0) return undefined;
  return changes.includes("worse") ? "worse" : changes.includes("better") ? "better" : "same";
}
