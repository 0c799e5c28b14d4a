import { add, cross, dot, normalize, scale, subtract } from "../geometry/vector";
import type { FibrePoint, Point3 } from "../types";

/** A surface of triangles. */
export interface Surface {
  readonly positions: number[];
  readonly normals: number[];
  readonly triangles: number[];
}

const SIDES = 8;
/** Thinner strands would break up into dots from afar. */
const LEAST_RADIUS_MILLIMETRES = 1.2;

/** Round strands along the fibres, tapered as their radii say. Units as given. */
export function tubesAround(fibres: readonly (readonly FibrePoint[])[]): Surface {
  const surface: Surface = { positions: [], normals: [], triangles: [] };
  for (const fibre of fibres) if (fibre.length > 1) addTube(surface, fibre);
  return surface;
}

function addTube(surface: Surface, fibre: readonly FibrePoint[]): void {
  const start = surface.positions.length / 3;
  let across: Point3 | undefined;
  fibre.forEach((point, index) => {
    const along = normalize(subtract(fibre[index + 1] ?? point, fibre[index - 1] ?? point));
    // The cross-section is carried along the fibre instead of chosen anew, so that the strand does not twist.
    const carried: Point3 = across ?? (Math.abs(along.y) < 0.9 ? { x: 0, y: 1, z: 0 } : { x: 1, y: 0, z: 0 });
    across = normalize(subtract(carried, scale(along, dot(carried, along))));
    const other = cross(along, across);
    const radius = Math.max(LEAST_RADIUS_MILLIMETRES, point.r);
    for (let side = 0; side < SIDES; side++) {
      const angle = (2 * Math.PI * side) / SIDES;
      const out = add(scale(across, Math.cos(angle)), scale(other, Math.sin(angle)));
      const place = add(point, scale(out, radius));
      surface.positions.push(place.x, place.y, place.z);
      surface.normals.push(out.x, out.y, out.z);
    }
  });
  for (let ring = 0; ring + 1 < fibre.length; ring++) {
    for (let side = 0; side < SIDES; side++) {
      const here = start + ring * SIDES + side;
      const beside = start + ring * SIDES + ((side + 1) % SIDES);
      surface.triangles.push(here, beside, here + SIDES, beside, beside + SIDES, here + SIDES);
    }
  }
}
