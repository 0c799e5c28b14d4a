import type { Point2 } from "../geometry/outline";
import { dot, subtract } from "../geometry/vector";
import type { FlatView, Point3 } from "../types";

/** How a flat view lays the body frame on its drawing: one unit of the drawing is one millimetre, y points down. */
export interface FlatProjection {
  readonly view: FlatView;
  readonly originX: number;
  readonly originY: number;
}

/** Towards whoever looks at the view. */
export const TOWARDS_VIEWER: Readonly<Record<FlatView, Point3>> = {
  front: { x: 0, y: 0, z: 1 },
  back: { x: 0, y: 0, z: -1 },
  left: { x: 1, y: 0, z: 0 },
  right: { x: -1, y: 0, z: 0 },
};

export function project(projection: FlatProjection, point: Point3): Point2 {
  const across = { front: point.x, back: -point.x, left: -point.z, right: point.z }[projection.view];
  return { x: projection.originX + across, y: projection.originY - point.y };
}

/** The place of the body that appears there, as deep in the picture as another one. */
export function unproject(projection: FlatProjection, { x, y }: Point2, nearby: Point3): Point3 {
  const across = x - projection.originX;
  const up = projection.originY - y;
  switch (projection.view) {
    case "front":
      return { x: across, y: up, z: nearby.z };
    case "back":
      return { x: -across, y: up, z: nearby.z };
    case "left":
      return { x: nearby.x, y: up, z: -across };
    case "right":
      return { x: nearby.x, y: up, z: across };
  }
}

/** How much farther from the viewer the one place is than the other. */
export function depthBehind(view: FlatView, place: Point3, reference: Point3): number {
  return dot(subtract(reference, place), TOWARDS_VIEWER[view]);
}

/** Seen from the front or the back a little more is understood, so those win when a side is hardly better. */
const FACING_BONUS = 0.2;

/**
 * The view in which a place on the skin is seen best. A side view only counts for its own half of the body: the other
 * half is hidden behind it.
 */
export function bestViewOf(place: Point3, outwards: Point3): FlatView {
  const worth: [FlatView, number][] = [
    ["front", outwards.z + FACING_BONUS],
    ["back", -outwards.z + FACING_BONUS],
    ["left", place.x > 0 ? outwards.x : -1],
    ["right", place.x < 0 ? -outwards.x : -1],
  ];
  return worth.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
