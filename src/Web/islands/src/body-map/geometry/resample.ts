import type { FibrePoint, Point3 } from "../types";
import { distanceBetween } from "./vector";

const ORIGIN: FibrePoint = { x: 0, y: 0, z: 0, r: 0 };

/** @returns one more place than there are steps, evenly apart. */
export function resample(fibre: readonly FibrePoint[], steps: number): FibrePoint[] {
  const total = lengthAlong(fibre);
  const result: FibrePoint[] = [];
  let at = 1;
  let before = 0;
  for (let step = 0; step <= steps; step++) {
    const wanted = (total * step) / steps;
    let span = distanceBetween(fibre[at - 1] ?? ORIGIN, fibre[at] ?? ORIGIN);
    while (at < fibre.length - 1 && before + span < wanted) {
      before += span;
      at++;
      span = distanceBetween(fibre[at - 1] ?? ORIGIN, fibre[at] ?? ORIGIN);
    }
    const from = fibre[at - 1] ?? ORIGIN;
    const to = fibre[at] ?? from;
    const share = span > 0 ? Math.min(1, (wanted - before) / span) : 0;
    const between = (a: number, b: number): number => a + (b - a) * share;
    result.push({ x: between(from.x, to.x), y: between(from.y, to.y), z: between(from.z, to.z), r: between(from.r, to.r) });
  }
  return result;
}

export function lengthAlong(fibre: readonly Point3[]): number {
  return fibre.slice(1).reduce((sum, point, index) => sum + distanceBetween(point, fibre[index] ?? point), 0);
}
