import { cross, distanceBetween, dot, lengthOf, normalize, scale, subtract, add } from "../geometry/vector";
import type { Overlay, Point3 } from "../types";
import type { Presser } from "./hand";
import type { Motion } from "./motion";

/** Fingers go to and fro across the band before they find it. */
const ACROSS_MILLIMETRES = 30;
const PLACES = 9;
const MILLIMETRES_A_SECOND = 10;
/** A press that searches is light. */
const SEARCHING_DISCOMFORT = 2;
/** As broad as what presses, for the ring around it. */
const BREADTH: Readonly<Record<Presser | "ball", number>> = { fingers: 46, thumb: 30, pinch: 40, ball: 65 };

export interface Press {
  readonly overlay: Overlay;
  readonly point: string;
  readonly where: string;
  readonly cue: string;
  readonly holdSeconds: number;
  readonly maxDiscomfort: number;
  readonly presser: Presser | "ball";
}

/** Fingers, or a ball, find a point across the band, press it while it is held, and let go. */
export function pressMotionOf({ overlay, point, where, cue, holdSeconds, maxDiscomfort, presser }: Press): Motion {
  const out = outOf(overlay);
  const across = acrossOf(overlay, out);
  const places = Array.from({ length: PLACES }, (_, index) => ({
    at: add(overlay.pointOnSkin, scale(across, ACROSS_MILLIMETRES * (index / (PLACES - 1) - 0.5))),
    out,
  }));
  return {
    ballMillimetres: BREADTH[presser],
    millimetresPerSecond: MILLIMETRES_A_SECOND,
    passes: 1,
    holdSeconds,
    rollingDiscomfort: SEARCHING_DISCOMFORT,
    holdingDiscomfort: maxDiscomfort,
    presses: presser,
    lanes: [
      {
        places,
        lengthMillimetres: ACROSS_MILLIMETRES,
        pauses: [{ point, where, atMillimetres: ACROSS_MILLIMETRES / 2, caption: cue }],
        captions: { start: where, forth: where, turn: where, back: where },
      },
    ],
  };
}

function outOf({ point, pointOnSkin }: Overlay): Point3 {
  const way = subtract(pointOnSkin, point);
  return lengthOf(way) > 0.1 ? normalize(way) : { x: 0, y: 0, z: pointOnSkin.z < 0 ? -1 : 1 };
}

/** Along the skin and at a right angle to the nearest fibre. */
function acrossOf({ fibres, point }: Overlay, out: Point3): Point3 {
  let along: Point3 = { x: 0, y: 1, z: 0 };
  let nearest = Infinity;
  for (const fibre of fibres) {
    for (let index = 1; index < fibre.length; index++) {
      const [a, b] = [fibre[index - 1], fibre[index]];
      if (!a || !b) continue;
      const away = distanceBetween(a, point) + distanceBetween(b, point);
      if (away < nearest) [nearest, along] = [away, subtract(b, a)];
    }
  }
  const across = cross(out, along);
  const usable = lengthOf(across) > 1e-3 ? across : cross(out, Math.abs(dot(out, { x: 0, y: 1, z: 0 })) < 0.9 ? { x: 0, y: 1, z: 0 } : { x: 1, y: 0, z: 0 });
  return normalize(usable);
}
