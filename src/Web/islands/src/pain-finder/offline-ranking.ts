import type { Api, Fallback, Result, Side, Trace, TraceRequest } from "../shared/api";
import { t } from "../shared/text";
import { keyOf, type RegionIndex, type RegionKey } from "./region-index";

/** From this share of its cells on, a painted region counts as marked all over: the brush strays over borders. */
const WHOLE_SHARE = 0.2;

/** @throws when the lists are not on this device. */
export async function substitute(request: TraceRequest, api: Api, index: RegionIndex): Promise<Trace> {
  return rankWithout(request, await api.fallback(), index);
}

/**
 * What can be said without the server: the lists made beforehand for each marked place by itself, merged.
 *
 * A point is as likely as it would be if each place were a chance of its own that it is behind it: 1 − Π(1 − wᵢ·pᵢ), with pᵢ its probability
 * when only place i hurts, and wᵢ how much that hurts beside the strongest place. So what is in several lists comes to the front. The places do not
 * speak against each other, chains are not followed, and what is free of pain is not heard: the server's answer has all that.
 */
export function rankWithout(request: TraceRequest, lists: Fallback, index: RegionIndex): Trace {
  const places = placesOf(request, index);
  const strongest = Math.max(...places.values());
  const merged = new Map<string, Merged>();
  const findings = lists.regions.flatMap(({ region, side, name, points }) => {
    const intensity = places.get(keyOf(region, side));
    if (intensity === undefined) return [];
    for (const { point, side: pointSide, probability } of points) {
      const key = `${point}:${pointSide}`;
      const known = merged.get(key) ?? { point, side: pointSide, rest: 1, places: [] };
      merged.set(key, { ...known, rest: known.rest * (1 - (probability * intensity) / strongest), places: [...known.places, index.nameOf(keyOf(region, side))] });
    }
    return [{ region, name, side, intensity }];
  });
  return {
    dataVersion: lists.dataVersion,
    modelVersion: lists.modelVersion,
    understood: null,
    findings,
    results: [...merged.values()].sort((a, b) => a.rest - b.rest || a.point - b.point).flatMap((each) => resultOf(each, lists)),
    explanation: { points: [], accounts: 0, unexplained: [] },
    unexplained: [],
    probablyNotMuscular: false,
    muscularEvidence: 0,
    method: "search",
    errorBound: 1,
    next: null,
  };
}

interface Merged {
  readonly point: number;
  readonly side: Side;
  /** The probability that it is not behind any of the places. */
  readonly rest: number;
  readonly places: readonly string[];
}

function resultOf({ point, side, rest, places }: Merged, { points, likelihoods }: Fallback): readonly Result[] {
  const listed = points[point];
  if (!listed) return [];
  const probability = 1 - rest;
  const result = {
    ...listed,
    side,
    prior: 0,
    accounts: 0,
    probability,
    likelihood: likelihoods.find(({ from }) => probability >= from)?.words ?? "",
    range: null,
    rangeWords: null,
    explains: [],
    reasons: [],
    chain: [],
    chainLinks: [],
    why: t("It is in the list for: {0}.", places.join(", ")),
  };
  return [result];
}

/** The marked regions with how much each hurts, above 0. */
function placesOf({ regions, cells }: TraceRequest, index: RegionIndex): ReadonlyMap<RegionKey, number> {
  const places = new Map<RegionKey, number>();
  for (const { region, side, intensity } of regions ?? []) places.set(keyOf(region, side as Side), intensity ?? 1);
  const painted = new Map<RegionKey, number[]>();
  for (const { cell, intensity } of cells ?? []) {
    const key = index.regionOf(cell);
    if (key !== undefined) painted.set(key, [...(painted.get(key) ?? []), intensity ?? 1]);
  }
  for (const [key, strengths] of painted) {
    const share = strengths.length / index.cellsOf(key).length;
    const strength = Math.max(...strengths) * Math.min(1, share / WHOLE_SHARE);
    places.set(key, Math.max(places.get(key) ?? 0, strength));
  }
  return places;
}
