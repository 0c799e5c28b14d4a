/** From when a change of a rating counts; the numbers and their sources are the atlas's. */
export interface SmallestChanges {
  readonly pain: { readonly points: number; readonly percent: number };
  /** Of one activity, in points. */
  readonly activity: number;
  /** Of the mean of the activities, in points. */
  readonly activities: number;
}

export type Judgement = "better" | "same" | "worse";

/** Differences of means come out of divisions. */
const EPSILON = 1e-9;

/** The fall that counts as better: so many points, or the share of the first rating; at least one point. */
export function smallestFall(first: number, { pain }: SmallestChanges): number {
  return Math.max(1, Math.min(pain.points, (first * pain.percent) / 100));
}

/**
 * Better by points or by share. Worse by points only: what share of a rise matters was not studied, and from 1 to 2 is the usual
 * up and down.
 */
export function judgePain(first: number, now: number, changes: SmallestChanges): Judgement {
  if (first - now >= smallestFall(first, changes) - EPSILON) return "better";
  return now - first >= changes.pain.points - EPSILON ? "worse" : "same";
}

/** More is better here. */
export function judgeAbility(first: number, now: number, points: number): Judgement {
  if (now - first >= points - EPSILON) return "better";
  return first - now >= points - EPSILON ? "worse" : "same";
}
