import type { Point2 } from "../geometry/outline";
import { lengthAlong, resample } from "../geometry/resample";
import { ribbonPath } from "../geometry/ribbon";
import { clamp, distanceBetween } from "../geometry/vector";
import type { FibrePoint } from "../types";
import { project, type FlatProjection } from "./projection";
import { runsOf } from "./runs";

const SVG = "http://www.w3.org/2000/svg";

/** Thinner strands would not be seen on the whole figure. */
const LEAST_RADIUS_MILLIMETRES = 1.6;
const SPACING_MILLIMETRES = 9;
const FEWEST_STEPS = 8;
/** Of the radius at the belly: thinner is tendon, thicker flesh, with steps between. */
const TENDON_BELOW = 0.42;
const FLESH_ABOVE = 0.8;
/** From tendon to flesh; the names of the rules that colour them end in these numbers. */
const TISSUES = [0, 1, 2, 3, 4, 5] as const;
/** Neighbours farther apart than so many times their thickness are not joined. */
const JOINED_WITHIN = 3;

export interface Strand {
  readonly points: readonly FibrePoint[];
  readonly line: readonly Point2[];
  /** Half the width to draw, so that neighbours touch. */
  readonly radii: readonly number[];
  /** One of the steps from tendon to flesh. */
  readonly tissues: readonly number[];
}

/** The fibres of a muscle made ready to be drawn: equally many places each, wide enough to leave no gaps between them. */
export function strandsOf(fibres: readonly (readonly FibrePoint[])[], projection: FlatProjection): Strand[] {
  const whole = fibres.filter((fibre) => fibre.length > 1);
  const steps = Math.max(FEWEST_STEPS, Math.round(Math.max(0, ...whole.map(lengthAlong)) / SPACING_MILLIMETRES));
  const all = whole.map((fibre) => resample(fibre, steps));
  return all.map((points, index) => {
    const most = Math.max(...points.map((point) => point.r));
    return {
      points,
      line: points.map((point) => project(projection, point)),
      radii: points.map((point, at) => halfWidth(point, [all[index - 1]?.[at], all[index + 1]?.[at]])),
      tissues: points.map(({ r }) => tissueOf(r / Math.max(1, most))),
    };
  });
}

const tissueOf = (share: number): number =>
  Math.round(clamp((share - TENDON_BELOW) / (FLESH_ABOVE - TENDON_BELOW), 0, 1) * (TISSUES.length - 1));

function halfWidth(point: FibrePoint, beside: readonly (FibrePoint | undefined)[]): number {
  const own = Math.max(LEAST_RADIUS_MILLIMETRES, point.r);
  const reaches = beside.map((other) => {
    const half = other ? distanceBetween(point, other) / 2 : 0;
    return half < own * JOINED_WITHIN ? half * 1.08 : 0;
  });
  return Math.max(own, ...reaches);
}

/** Paths of one muscle: its tissues as surfaces, a fine line along each strand. @param isSeen of the place at an index of a strand. */
export function artOf(strands: readonly Strand[], isSeen: (strand: Strand, index: number) => boolean): SVGPathElement[] {
  const surfaces = TISSUES.map(() => "");
  let grain = "";
  for (const strand of strands) {
    const indices = strand.points.map((_, index) => index);
    for (const run of runsOf(indices, (index) => isSeen(strand, index))) {
      if (!run.holds) continue;
      for (const tissue of TISSUES) {
        for (const part of runsOf(run.items, (index) => strand.tissues[index] === tissue)) {
          if (part.holds) surfaces[tissue] = (surfaces[tissue] ?? "") + ribbonPath(pick(strand.line, part.items), pick(strand.radii, part.items));
        }
      }
      grain += `M${pick(strand.line, run.items).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
    }
  }
  return [...TISSUES.map((tissue) => path(`tissue-${tissue}`, surfaces[tissue] ?? "")), path("grain", grain)].filter((each) => each.getAttribute("d") !== "");
}

const pick = <Item>(list: readonly Item[], indices: readonly number[]): Item[] =>
  indices.flatMap((index) => {
    const item = list[index];
    return item === undefined ? [] : [item];
  });

function path(name: string, d: string): SVGPathElement {
  const element = document.createElementNS(SVG, "path");
  element.classList.add(name);
  element.setAttribute("d", d);
  return element;
}
