import type { Muscle, ReleaseWay } from "../shared/api";
import type { ReleaseSettings } from "../shared/release-settings";
import type { PlannedPoint, SavedStep } from "../shared/store";
import { lengthOfAll, type StepTimes } from "./session-clock";
import { chooseWay, waysTo, type ChosenWay } from "./ways";

/** Time to settle down and find the spot. The server's sheets say the same. */
export const PREPARE_MS = 15_000;
/** Rest after each hold: blood returns, and one notices what changed. */
export const REST_MS = 10_000;
/** Up to here a hold is what is usually taught; longer ones are for lighter pressure. */
export const USUAL_MOST_SECONDS = 30;

export type PointSide = PlannedPoint["side"];

/** Longest hold that the way allows, at most what is wanted. */
export const holdFor = (way: ReleaseWay, { holdSeconds }: ReleaseSettings): number => Math.min(holdSeconds, way.dose.ceilingSeconds);

export function wayFor(point: PlannedPoint, muscle: Muscle, settings: ReleaseSettings): ChosenWay | undefined {
  return chooseWay(waysTo(point.point, muscle.releases), settings.tools, settings.techniques[point.point] ?? point.technique);
}

/** The plan as it is pressed; points of muscles that are not known yet take the usual dose. */
export function stepsOf(points: readonly PlannedPoint[], muscles: ReadonlyMap<string, Muscle>, settings: ReleaseSettings): readonly SavedStep[] {
  return points.map((point) => {
    const muscle = muscles.get(point.muscle);
    const way = muscle && wayFor(point, muscle, settings)?.way;
    return {
      ...point,
      technique: way?.technique ?? point.technique ?? "",
      holdSeconds: way ? holdFor(way, settings) : settings.holdSeconds,
      rounds: way ? Math.min(settings.rounds, way.dose.repeats) : settings.rounds,
    };
  });
}

export const timesOf = ({ holdSeconds, rounds }: Pick<SavedStep, "holdSeconds" | "rounds">): StepTimes => ({ prepareMs: PREPARE_MS, holdMs: holdSeconds * 1000, restMs: REST_MS, rounds });

/** Rounded up; at least 1. */
export const minutesOf = (steps: readonly SavedStep[]): number => Math.max(1, Math.ceil(lengthOfAll(steps.map(timesOf)) / 60_000));

/** The sides on which the plan presses a point, in its order. */
export const sidesOf = (points: readonly PlannedPoint[], point: string): readonly PointSide[] => points.filter((each) => each.point === point).map(({ side }) => side);

/** The plan with a point on these sides, one after the other; without sides it is left out. */
export function withSides(points: readonly PlannedPoint[], point: string, sides: readonly PointSide[]): readonly PlannedPoint[] {
  const first = points.find((each) => each.point === point);
  return points.flatMap((each) => (each === first ? sides.map((side) => ({ ...each, side })) : each.point === point ? [] : [each]));
}
