import { add, normalize, scale } from "../geometry/vector";
import type { Point3 } from "../types";
import type { Ball, Shot } from "./ball";
import type { Motion } from "./motion";

/** Lays what belongs to the neutral figure on the figure that is shown. */
export interface Placing {
  place(neutral: Point3): Point3;
  /** @param at a place of the neutral figure. @param normal a direction out of its skin there. */
  direction(at: Point3, normal: Point3): Point3;
}

/** Ways along the lanes keep their numbers, so that times stay the same. */
export const placedMotion = (motion: Motion, placing: Placing): Motion => ({
  ...motion,
  lanes: motion.lanes.map((lane) => ({
    ...lane,
    places: lane.places.map(({ at, out }) => ({ at: placing.place(at), out: placing.direction(at, out) })),
  })),
});

/** The ball keeps its size, whatever the body it rolls on. */
export function placedBall(ball: Ball, placing: Placing): Ball {
  const touches = placing.place(ball.touches);
  const out = normalize(placing.direction(ball.touches, ball.out));
  const above = (ball.centre.x - ball.touches.x) * ball.out.x + (ball.centre.y - ball.touches.y) * ball.out.y + (ball.centre.z - ball.touches.z) * ball.out.z;
  return { ...ball, touches, out, centre: add(touches, scale(out, above)) };
}

export const placedShot = ({ centre, radius, outwards }: Shot, placing: Placing): Shot => ({
  centre: placing.place(centre),
  radius,
  outwards: placing.direction(centre, outwards),
});
