import { normalize, subtract } from "../body-map/geometry/vector";
import type { ExactPlace, Point3 } from "../body-map/types";
import type { Figure } from "./api";
import { pointOf } from "./overlay";

/** A point of a figure with what one can feel around it, on its side of the body. */
export function exactOf(figure: Figure, pointId: string, side: "left" | "right"): ExactPlace {
  const point = pointOf(figure, pointId);
  const sided = <T extends Point3>(place: T): T => (side === "right" ? { ...place, x: -place.x } : place);
  const { onSkin, position } = point;
  return {
    pointOnSkin: sided(onSkin),
    outwards: sided(normalize(subtract(onSkin, position))),
    spreadMillimetres: point.spreadMillimetres,
    nearby: point.nearby.map(sided),
  };
}
