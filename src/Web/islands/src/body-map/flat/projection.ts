import type { Point2 } from "../geometry/outline";
import { add, cross, dot, scale, subtract } from "../geometry/vector";
import type { Facing, FlatView, Point3 } from "../types";

/** How a flat view lays the body frame on its drawing: one unit of the drawing is one millimetre, y points down. */
export interface FlatProjection {
  readonly view: FlatView;
  /** The build of the figure that is drawn; places are those of this build. */
  readonly build: string;
  /** Unit vectors of the body frame that run to the right and upwards in the drawing, and towards whoever looks at it. */
  readonly right: Point3;
  readonly up: Point3;
  readonly toward: Point3;
  readonly originX: number;
  readonly originY: number;
}

/** What a drawing says about its projection. */
export type ProjectionOfDrawing = Omit<FlatProjection, "toward">;

export const projectionOf = (drawing: ProjectionOfDrawing): FlatProjection => ({ ...drawing, toward: cross(drawing.right, drawing.up) });

export const project = ({ originX, originY, right, up }: FlatProjection, point: Point3): Point2 => ({
  x: originX + dot(point, right),
  y: originY - dot(point, up),
});

/** The place of the body that appears there, as deep in the picture as another one. */
export function unproject({ originX, originY, right, up, toward }: FlatProjection, { x, y }: Point2, nearby: Point3): Point3 {
  return add(add(scale(right, x - originX), scale(up, originY - y)), scale(toward, dot(nearby, toward)));
}

/** How much farther from the viewer the one place is than the other. */
export const depthBehind = ({ toward }: FlatProjection, place: Point3, reference: Point3): number => dot(subtract(reference, place), toward);

/** The side of the body that a view shows most of. */
export function facingOf({ toward }: FlatProjection): Facing {
  if (Math.abs(toward.x) > Math.abs(toward.z)) return toward.x > 0 ? "left" : "right";
  return toward.z >= 0 ? "front" : "back";
}
