import type { Roll } from "../../shared/api";
import { add, cross, distanceBetween, mix, normalize, scale, subtract } from "../geometry/vector";
import type { Point3 } from "../types";
import type { Presser } from "./hand";

/** Where the ball touches the skin. */
export interface SkinPlace {
  readonly at: Point3;
  /** The direction out of the body; length 1. */
  readonly out: Point3;
}

export interface MotionPause {
  readonly point: string;
  readonly where: string;
  /** Way from the start of the lane. */
  readonly atMillimetres: number;
  readonly caption: string;
}

export interface MotionLane {
  /** Equally far apart; at least two. */
  readonly places: readonly SkinPlace[];
  readonly lengthMillimetres: number;
  /** In the order in which the ball passes them on the way there. */
  readonly pauses: readonly MotionPause[];
  readonly captions: Readonly<Record<"start" | "forth" | "turn" | "back", string>>;
}

/** A ball rolling along a muscle, or what presses on one point of it. Lengths are millimetres of the body frame, on the right side of the body already. */
export interface Motion {
  readonly ballMillimetres: number;
  readonly millimetresPerSecond: number;
  /** Ways along a lane before the next one; the holds are on the last. */
  readonly passes: number;
  readonly holdSeconds: number;
  readonly rollingDiscomfort: number;
  readonly holdingDiscomfort: number;
  readonly lanes: readonly MotionLane[];
  /** What presses on one spot; absent for a ball that rolls along its lanes. */
  readonly presses?: Presser | "ball";
}

/** What the server says of a roll, on the side that is rolled. */
export function motionOf(roll: Roll, side: "left" | "right", holdSeconds: number): Motion {
  const mirror = side === "right" ? -1 : 1;
  return {
    ballMillimetres: roll.ballMillimetres,
    millimetresPerSecond: roll.speed.usual,
    passes: roll.passes,
    holdSeconds,
    rollingDiscomfort: roll.rollingDiscomfort,
    holdingDiscomfort: roll.holdingDiscomfort,
    lanes: roll.lanes.map((lane) => ({
      ...lane,
      places: lane.places.map(({ x, y, z, nx, ny, nz }) => ({ at: { x: x * mirror, y, z }, out: { x: nx * mirror, y: ny, z: nz } })),
    })),
  };
}

/** Only the way to one point: once along the lane that reaches it, with no other pause. */
export function motionTo(motion: Motion, point: string): Motion | undefined {
  const lane = motion.lanes.find((each) => each.pauses.some((pause) => pause.point === point));
  return lane && { ...motion, passes: 1, lanes: [{ ...lane, pauses: lane.pauses.filter((pause) => pause.point === point) }] };
}

/** A place of a lane, between those it is given by. */
export function placeAlong(lane: MotionLane, atMillimetres: number): SkinPlace & { readonly along: Point3 } {
  const last = lane.places.length - 1;
  const position = Math.min(1, Math.max(0, atMillimetres / lane.lengthMillimetres)) * last;
  const index = Math.min(last - 1, Math.floor(position));
  const before = lane.places[index];
  const after = lane.places[index + 1];
  if (!before || !after) throw new RangeError("A lane has at least two places.");
  const share = position - index;
  const out = normalize(mix(before.out, after.out, share));
  return { at: mix(before.at, after.at, share), out, along: alongAt(lane, index, out) };
}

/** The way the lane runs, at a right angle to the skin's normal, softened over its neighbours. */
function alongAt(lane: MotionLane, index: number, out: Point3): Point3 {
  const from = lane.places[Math.max(0, index - 1)] ?? lane.places[0];
  const to = lane.places[Math.min(lane.places.length - 1, index + 2)] ?? lane.places[0];
  if (!from || !to) return { x: 0, y: 1, z: 0 };
  const way = subtract(to.at, from.at);
  const across = cross(out, way);
  return normalize(cross(across, out));
}

/** The middle of a lane and how far its ends are from it. */
export function middleOf(lane: MotionLane): { readonly centre: Point3; readonly reach: number; readonly out: Point3 } {
  const [first, last] = [lane.places[0], lane.places.at(-1)];
  if (!first || !last) throw new RangeError("A lane has at least two places.");
  const centre = mix(first.at, last.at, 0.5);
  const out = normalize(scale(lane.places.reduce((sum, place) => add(sum, place.out), { x: 0, y: 0, z: 0 }), 1 / lane.places.length));
  return { centre, reach: distanceBetween(first.at, last.at) / 2, out };
}
