import { sheetsOf } from "../geometry/sheet";
import type { FibrePoint } from "../types";

/** What a vertex of a muscle knows beside its place. */
export const TRAITS = 4;
const NUMBER = 2;
const METRES_PER_MILLIMETRE = 0.001;

/** Muscles as triangles for the graphics card. Metres in the body frame. */
export interface MuscleSurface {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** For each vertex: belly (0 tendon to 1), strand, number of the muscle, and how deep it lies under the skin in metres. */
  readonly traits: Float32Array;
  readonly triangles: Uint32Array;
}

export interface MuscleShape {
  /** Tells the muscles of one surface apart; the twin has the next number. */
  readonly number: number;
  /** Millimetres. */
  readonly fibres: readonly (readonly FibrePoint[])[];
  /** How deep under the skin at the first, middle and last place; none counts as directly under it. */
  readonly depths: readonly number[];
  /** Whether the other side's twin is wanted too. */
  readonly bothSides: boolean;
}

/** All the muscles as one surface, so that they are drawn at once. */
export function muscleSurface(shapes: readonly MuscleShape[]): MuscleSurface {
  const positions: number[] = [];
  const traits: number[] = [];
  const triangles: number[] = [];
  let strandsBefore = 0;
  for (const { number, fibres, depths, bothSides } of shapes) {
    for (const sheet of sheetsOf(fibres)) {
      const places = sheet.strands.length;
      const start = positions.length / 3;
      sheet.rings.forEach((ring, row) => {
        const depth = between(depths, row / (sheet.rings.length - 1)) * METRES_PER_MILLIMETRE;
        ring.forEach((place, each) => {
          positions.push(place.x * METRES_PER_MILLIMETRE, place.y * METRES_PER_MILLIMETRE, place.z * METRES_PER_MILLIMETRE);
          traits.push(sheet.bellies[row]?.[each] ?? 0, strandsBefore + (sheet.strands[each] ?? 0), number, depth);
        });
      });
      for (let row = 0; row + 1 < sheet.rings.length; row++) {
        for (let each = 0; each < places; each++) {
          const here = start + row * places + each;
          const beside = start + row * places + ((each + 1) % places);
          triangles.push(here, here + places, beside, beside, here + places, beside + places);
        }
      }
      strandsBefore += Math.max(...sheet.strands) + 1;
      if (bothSides) mirror(positions, traits, triangles, start, sheet.rings.length * places);
    }
  }
  const surface = { positions: Float32Array.from(positions), traits: Float32Array.from(traits), triangles: Uint32Array.from(triangles) };
  return { ...surface, normals: smoothNormals(surface.positions, surface.triangles) };
}

/** Between the first, middle and last of three numbers. */
function between([first = 0, middle = 0, last = 0]: readonly number[], share: number): number {
  return share < 0.5 ? first + (middle - first) * share * 2 : middle + (last - middle) * (share * 2 - 1);
}

/** The number of the muscle that a vertex belongs to. */
export const numberOf = (surface: MuscleSurface, vertex: number): number => surface.traits[vertex * TRAITS + NUMBER] ?? 0;

/** Adds the mirror image of the last vertices and of their triangles. */
function mirror(positions: number[], traits: number[], triangles: number[], start: number, count: number): void {
  for (let vertex = start; vertex < start + count; vertex++) {
    positions.push(-(positions[vertex * 3] ?? 0), positions[vertex * 3 + 1] ?? 0, positions[vertex * 3 + 2] ?? 0);
    for (let trait = 0; trait < TRAITS; trait++) traits.push((traits[vertex * TRAITS + trait] ?? 0) + (trait === NUMBER ? 1 : 0));
  }
  const corners = triangles.length;
  let first = corners;
  while (first > 0 && (triangles[first - 1] ?? 0) >= start) first--;
  for (let corner = first; corner < corners; corner += 3) {
    // The mirror image turns the other way round.
    for (const each of [0, 2, 1]) triangles.push((triangles[corner + each] ?? 0) + count);
  }
}

function smoothNormals(positions: Float32Array, triangles: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  const at = (vertex: number, axis: number): number => positions[vertex * 3 + axis] ?? 0;
  for (let corner = 0; corner < triangles.length; corner += 3) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(corner, corner + 3);
    const [ux, uy, uz] = [at(b, 0) - at(a, 0), at(b, 1) - at(a, 1), at(b, 2) - at(a, 2)];
    const [vx, vy, vz] = [at(c, 0) - at(a, 0), at(c, 1) - at(a, 1), at(c, 2) - at(a, 2)];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const vertex of [a, b, c]) {
      for (let axis = 0; axis < 3; axis++) normals[vertex * 3 + axis] = (normals[vertex * 3 + axis] ?? 0) + (normal[axis] ?? 0);
    }
  }
  for (let vertex = 0; vertex < normals.length; vertex += 3) {
    const length = Math.hypot(normals[vertex] ?? 0, normals[vertex + 1] ?? 0, normals[vertex + 2] ?? 0) || 1;
    for (let axis = 0; axis < 3; axis++) normals[vertex + axis] = (normals[vertex + axis] ?? 0) / length;
  }
  return normals;
}
