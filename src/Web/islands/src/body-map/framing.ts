import type { FigureView } from "./figure-view";
import { add, clamp, distanceBetween, lengthOf, normalize, scale, subtract } from "./geometry/vector";
import type { Overlay, Point3 } from "./types";

/** A close-up: what is in its middle, and how far around that it shows. Millimetres. */
export interface Framing {
  readonly centre: Point3;
  readonly radius: number;
}

/** A close-up shows at least this much around its place, to know where on the body one is. */
const LEAST_RADIUS_MILLIMETRES = 230;
const MOST_RADIUS_MILLIMETRES = 440;
const MARGIN = 1.2;
/** Of the radius: the place itself is never farther from the middle. */
const FARTHEST_FROM_CENTRE = 0.7;
const SAME_PLACE_MILLIMETRES = 30;

/**
 * A close-up of a place with all that belongs to it: the fibres, the chain, and the zones if their places are given. The
 * place moves out of the middle as far as that makes room for the rest.
 */
export function framingOf(overlay: Overlay | null, target: Point3, zones: readonly Point3[]): Framing {
  const places = [target, ...zones, ...(overlay ? [...overlay.chain, ...overlay.fibres.flat()] : [])];
  const middle = (of: (place: Point3) => number): number => {
    const values = places.map(of);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const centre = { x: middle((place) => place.x), y: middle((place) => place.y), z: middle((place) => place.z) };
  const farthest = Math.max(...places.map((place) => distanceBetween(place, centre)));
  const radius = clamp(farthest * MARGIN, LEAST_RADIUS_MILLIMETRES, MOST_RADIUS_MILLIMETRES);
  const away = subtract(centre, target);
  const kept = Math.min(1, (radius * FARTHEST_FROM_CENTRE) / Math.max(1, lengthOf(away)));
  return { centre: add(target, scale(away, kept)), radius };
}

/** The direction out of the body at the overlay's point; null when it lies elsewhere or on the skin itself. */
export function outwardsOf(overlay: Overlay | null, target: Point3 | null): Point3 | null {
  if (!overlay || !target) return null;
  const near = Math.min(distanceBetween(overlay.pointOnSkin, target), distanceBetween(overlay.point, target)) < SAME_PLACE_MILLIMETRES;
  const out = subtract(overlay.pointOnSkin, overlay.point);
  return near && lengthOf(out) > 1 ? normalize(out) : null;
}

/** Where the essential zones of an overlay lie. Who only looks wants to know where to press; who marks pain also wants to see that it lies in them. */
export function zonePlacesOf(view: Pick<FigureView, "placeOf">, overlay: Overlay | null, target: Point3): Point3[] {
  return (overlay?.zones ?? []).flatMap((zone) => (zone.kind === "essential" ? (view.placeOf(zone.cell, target) ?? []) : []));
}
