import type { Explanation, Result, Trace } from "../shared/api";
import type { PlannedPoint, SavedPlan } from "../shared/store";
import { t } from "../shared/text";
import { placeInWords } from "./in-words";

/** More points in one session are too much for a sore muscle. */
export const MOST_POINTS = 4;
/** Points below this are not proposed by themselves. */
const WORTH_PROPOSING = 0.15;
/** Points below this are not proposed because they keep another one alive. */
const WORTH_PROPOSING_AS_KEY = 0.03;

export function keyOfResult(result: Pick<Result, "point" | "side">): string {
  return `${result.point}:${result.side}`;
}

/**
 * What is proposed for a ranking: the fewest points that account for all of it, keys first. Where none of them may be pressed by oneself, the
 * likeliest ones, each with the points that keep it alive.
 */
export function proposal(results: readonly Result[], explanation?: Explanation): ReadonlySet<string> {
  const bySelf = new Set(results.filter((result) => result.bySelf).map(keyOfResult));
  const fewest = (explanation?.points ?? []).map(keyOfResult).filter((key) => bySelf.has(key));
  if (fewest.length > 0) return new Set(fewest.slice(0, MOST_POINTS));
  const likely = results.filter((result) => result.bySelf).filter((result, rank) => rank === 0 || result.probability >= WORTH_PROPOSING);
  const possible = new Set(results.filter((result) => result.bySelf && result.probability >= WORTH_PROPOSING_AS_KEY).map(keyOfResult));
  const proposed = new Set(likely.flatMap((result) => [keyOfResult(result), ...result.chain.filter((link) => possible.has(link))]));
  return new Set([...proposed].slice(0, MOST_POINTS));
}

/** The chosen points in the order of a session: whatever keeps another one alive comes before it, otherwise the likelier first. */
export function planOf(results: readonly Result[], chosen: ReadonlySet<string>): readonly PlannedPoint[] {
  const waiting = results.filter((result) => chosen.has(keyOfResult(result))).slice(0, MOST_POINTS);
  const ordered: Result[] = [];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(keyOfResult));
    const next = Math.max(0, waiting.findIndex((result) => !result.chain.some((link) => open.has(link) && link !== keyOfResult(result))));
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered.map(({ point, side, muscle, name, where }) => ({ point, side, muscle, name, where }));
}

/** What was marked, rated from 1 to 10, as a session asks about it again afterwards. */
export function placesOf(findings: Trace["findings"]): NonNullable<SavedPlan["places"]> {
  return findings.map(({ region, name, side, intensity }) => ({
    place: `${region}:${side}`,
    name: placeInWords({ name, side }),
    intensity: Math.max(1, Math.round(intensity * 10)),
  }));
}

/** "Lower trapezius, right", "Upper trapezius, right (2 points)". */
export function planInWords(points: readonly PlannedPoint[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const point of points) {
    const where = placeInWords(point);
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  return [...counts].map(([where, count]) => (count === 1 ? where : t("{0} ({1} points)", where, count)));
}
