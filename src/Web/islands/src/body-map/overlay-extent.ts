import { clamp, distanceBetween, lengthOf, normalize, subtract } from "./geometry/vector";
import type { Overlay, Point3 } from "./types";

/** A close-up shows at least this much around its place, to know where on the body one is. */
const LEAST_RADIUS_MILLIMETRES = 170;
const MOST_RADIUS_MILLIMETRES = 480;
const MARGIN = 1.15;

/** How much around a place must be seen to understand an overlay there. */
export function radiusToShow(overlay: Overlay | null, target: Point3 | null): number {
  if (!overlay || !target) return LEAST_RADIUS_MILLIMETRES;
  const places = [overlay.pointOnSkin, ...overlay.chain, ...overlay.fibres.flat()];
  const farthest = Math.max(...places.map((place) => distanceBetween(place, target)));
  return clamp(farthest * MARGIN, LEAST_RADIUS_MILLIMETRES, MOST_RADIUS_MILLIMETRES);
}

/** The direction out of the body at the overlay's point; null when it lies elsewhere or on the skin itself. */
export function outwardsOf(overlay: Overlay | null, target: Point3 | null): Point3 | null {
  if (!overlay || !target) return null;
  const near = Math.min(distanceBetween(overlay.pointOnSkin, target), distanceBetween(overlay.point, target)) < 30;
  const out = subtract(overlay.pointOnSkin, overlay.point);
  return near && lengthOf(out) > 1 ? normalize(out) : null;
}
