import { add, cross, dot, mix, scale } from "../geometry/vector";
import type { Point3 } from "../types";
import { middleOf, placeAlong, type Motion, type MotionLane } from "./motion";
import { smooth, type Moment } from "./timeline";

/** The ball as the views draw it. Millimetres in the body frame. */
export interface Ball {
  /** Where it touches the skin, or would. */
  readonly touches: Point3;
  readonly centre: Point3;
  readonly radius: number;
  /** The skin's normal, the way along the lane, and the axis it turns on; each of length 1 and at right angles. */
  readonly out: Point3;
  readonly along: Point3;
  readonly axis: Point3;
  /** How far it has turned on its axis since the start of the lane, in radians. */
  readonly turned: number;
  /** 0 … 10. */
  readonly pressure: number;
  /** 0 … 1 while it holds still, 0 otherwise. */
  readonly held: number;
  readonly closeness: number;
  /** Seconds left of a hold; undefined while it moves. */
  readonly countdown: number | undefined;
  /** Off the skin: 0 touches, 1 not there yet. */
  readonly lift: number;
}

/** What the camera shows. */
export interface Shot {
  readonly centre: Point3;
  readonly radius: number;
  /** From the body towards the camera. */
  readonly outwards: Point3;
}

/** How deep the ball sinks in at a pressure of 10. */
const SINK_MILLIMETRES = 16;
const LIFT_MILLIMETRES = 45;
/** Around the ends of a lane. */
const MARGIN_MILLIMETRES = 75;
const LEAST_REACH_MILLIMETRES = 150;
/** The camera goes this share of the way with the ball: enough to follow it, too little to lose where one is. */
const FOLLOWED = 0.35;
const FOLLOWED_CLOSE = 0.6;
const CLOSER = 0.86;

export function ballAt(motion: Motion, moment: Moment): Ball {
  const lane = laneOf(motion, moment.phase.lane);
  const radius = motion.ballMillimetres / 2;
  const { at, out, along } = placeAlong(lane, moment.atMillimetres);
  const above = radius - (SINK_MILLIMETRES * moment.pressure) / 10 + LIFT_MILLIMETRES * moment.lift;
  return {
    touches: at,
    centre: add(at, scale(out, above)),
    radius,
    out,
    along,
    axis: cross(out, along),
    turned: moment.atMillimetres / radius,
    pressure: moment.pressure,
    held: moment.held,
    closeness: moment.closeness,
    countdown: moment.phase.kind === "hold" ? Math.ceil(moment.secondsLeft) : undefined,
    lift: moment.lift,
  };
}

/**
 * The camera keeps the lane in sight, leans a little towards the ball and comes a little closer while it holds. It depends on
 * the moment alone and changes without jumps, from lane to lane while the ball is set down.
 */
export function shotAt(motion: Motion, moment: Moment): Shot {
  const here = shotOf(motion, moment, moment.phase.lane);
  if (moment.phase.kind !== "place" || moment.phase.lane === 0) return here;
  const share = smooth(1 - moment.secondsLeft / ((moment.phase.endsAt - moment.phase.startsAt) / 1000));
  const before = shotOf(motion, moment, moment.phase.lane - 1);
  return { centre: mix(before.centre, here.centre, share), radius: before.radius + (here.radius - before.radius) * share, outwards: mix(before.outwards, here.outwards, share) };
}

function shotOf(motion: Motion, moment: Moment, laneIndex: number): Shot {
  const lane = laneOf(motion, laneIndex);
  const { centre, reach, out } = middleOf(lane);
  // On another lane than the ball's the camera waits where that one ended.
  const at = laneIndex === moment.phase.lane ? moment.atMillimetres : motion.passes % 2 === 0 ? 0 : lane.lengthMillimetres;
  const { at: ball } = placeAlong(lane, at);
  return {
    centre: mix(centre, ball, FOLLOWED + (FOLLOWED_CLOSE - FOLLOWED) * moment.closeness),
    radius: Math.max(LEAST_REACH_MILLIMETRES, reach + MARGIN_MILLIMETRES) * (1 - (1 - CLOSER) * moment.closeness),
    outwards: out,
  };
}

function laneOf(motion: Motion, index: number): MotionLane {
  const lane = motion.lanes[index];
  if (!lane) throw new RangeError(`The motion has no lane ${index}.`);
  return lane;
}

/** How far the seam swings up and down, as that of a tennis ball. */
export const SEAM_SWING = 0.85;
const SEAM_STEPS = 72;

/** The seam on a ball of radius 1, closed: z = swing · (x² − y²). */
export const SEAM: readonly Point3[] = Array.from({ length: SEAM_STEPS + 1 }, (_, step) => {
  const angle = (2 * Math.PI * step) / SEAM_STEPS;
  const swing = SEAM_SWING * Math.cos(2 * angle);
  const z = Math.abs(swing) < 1e-6 ? 0 : (Math.sqrt(1 + 4 * swing * swing) - 1) / (2 * swing);
  const around = Math.sqrt(1 - z * z);
  return { x: around * Math.cos(angle), y: around * Math.sin(angle), z };
});

/** The ball's own axes in the body frame, turned as far as it has rolled. */
export function axesOf(ball: Ball): { readonly x: Point3; readonly y: Point3; readonly z: Point3 } {
  const [cos, sin] = [Math.cos(ball.turned), Math.sin(ball.turned)];
  // Rolling along, what was above goes forwards.
  const x = add(scale(ball.along, cos), scale(ball.out, -sin));
  const y = add(scale(ball.out, cos), scale(ball.along, sin));
  return { x, y, z: cross(x, y) };
}

/** The parts of the seam that face the viewer, as lines in the body frame. */
export function visibleSeam(ball: Ball, towardsViewer: Point3): readonly (readonly Point3[])[] {
  const { x, y, z } = axesOf(ball);
  const lines: Point3[][] = [];
  let open = false;
  for (const point of SEAM) {
    const outwards = add(add(scale(x, point.x), scale(z, point.y)), scale(y, point.z));
    const seen = dot(outwards, towardsViewer) > 0.05;
    if (seen && !open) lines.push([]);
    if (seen) lines.at(-1)?.push(add(ball.centre, scale(outwards, ball.radius)));
    open = seen;
  }
  return lines.filter((line) => line.length > 1);
}
