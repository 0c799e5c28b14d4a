import type { Point3 } from "../types";
import { add, distanceBetween, mix, scale } from "./vector";

/** How far the arc between two stops leaves the straight line, as a share of its length. */
const BULGE = 0.22;
const STEPS = 14;

/**
 * A path along the stops that arcs out of the body between them, so that it is seen and not buried.
 * @param stops at least two, else there is no path.
 */
export function chainPath(stops: readonly Point3[]): Point3[] {
  const path: Point3[] = [];
  stops.forEach((stop, index) => {
    const next = stops[index + 1];
    if (!next) return;
    const middle = mix(stop, next, 0.5);
    // Away from the axis that runs up through the body; straight forward from a place on the axis itself.
    const flat = Math.hypot(middle.x, middle.z);
    const away = flat > 1 ? { x: middle.x / flat, y: 0, z: middle.z / flat } : { x: 0, y: 0, z: 1 };
    const peak = add(middle, scale(away, 2 * BULGE * distanceBetween(stop, next)));
    for (let step = path.length === 0 ? 0 : 1; step <= STEPS; step++) {
      const share = step / STEPS;
      path.push(mix(mix(stop, peak, share), mix(peak, next, share), share));
    }
  });
  return path;
}
