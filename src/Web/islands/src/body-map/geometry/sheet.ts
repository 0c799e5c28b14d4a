import type { FibrePoint, Point3 } from "../types";
import { lengthAlong, resample } from "./resample";
import { add, cross, distanceBetween, dot, lengthOf, normalize, scale, subtract } from "./vector";

/** A muscle's surface made of rings: each goes once around all of its fibres. Units as the fibres'. */
export interface Sheet {
  /** One after the other from the first attachment to the last; every ring has as many places. */
  readonly rings: readonly (readonly Point3[])[];
  /** 0 where there is tendon, 1 at the belly; one a ring and place of the ring. */
  readonly bellies: readonly (readonly number[])[];
  /** Which fibre is nearest, with the share of the way to the next; one a place of a ring. */
  readonly strands: readonly number[];
}

/** Places on the way from one fibre to the next, so that each shows as a ridge. */
const STEPS_BETWEEN = 4;
/** Places around each edge, and around a single fibre twice. */
const EDGE_STEPS = 3;
const RING_SPACING = 8;
const FEWEST_RINGS = 10;
const MOST_RINGS = 44;
/** How deep the furrow between two fibres is, as a share of their radius. */
const FURROW = 0.2;
/** Neighbours this many times farther apart than usual, and than they are thick, belong to two heads. */
const HEADS_APART = { usual: 2.4, thickness: 1.3 };
/** A strand is never thinner, or it would break up into dots from afar. */
const LEAST_RADIUS = 1.3;
/** Radius at the ends as a share of that at the belly: below it there is only tendon. */
const TENDON_SHARE = 0.3;

/**
 * The surfaces of a muscle: one for each head. Neighbouring fibres are joined without a gap, as fibres are in a muscle; where
 * they gather, a tendon forms by itself.
 */
export function sheetsOf(fibres: readonly (readonly FibrePoint[])[]): Sheet[] {
  const whole = fibres.filter((fibre) => fibre.length > 1);
  if (whole.length === 0) return [];
  const longest = Math.max(...whole.map(lengthAlong));
  const rings = Math.round(Math.min(MOST_RINGS, Math.max(FEWEST_RINGS, longest / RING_SPACING)));
  return headsOf(whole.map((fibre) => resample(fibre, rings))).map(sheetAround);
}

const ORIGIN: FibrePoint = { x: 0, y: 0, z: 0, r: 0 };

type Strand = readonly FibrePoint[];

function headsOf(strands: readonly Strand[]): Strand[][] {
  const heads: Strand[][] = [];
  const gaps = strands.slice(1).map((strand, index) => gapBetween(strands[index] ?? strand, strand));
  const usual = gaps.toSorted((a, b) => a.gap - b.gap)[Math.floor(gaps.length / 2)]?.gap ?? 0;
  strands.forEach((strand, index) => {
    const last = gaps[index - 1];
    const apart = last && last.gap > usual * HEADS_APART.usual && last.gap > last.thickness * HEADS_APART.thickness;
    if (index === 0 || apart) heads.push([strand]);
    else heads.at(-1)?.push(strand);
  });
  return heads;
}

/** A third of the way along, where the bellies of two heads lie side by side; they may share both attachments. */
function gapBetween(some: Strand, other: Strand): { gap: number; thickness: number } {
  const [a = ORIGIN, b = ORIGIN] = [some, other].map((strand) => strand[Math.floor(strand.length / 3)]);
  return { gap: distanceBetween(a, b), thickness: a.r + b.r };
}

function sheetAround(strands: readonly Strand[]): Sheet {
  const count = strands.length;
  const last = count - 1;
  const length = strands[0]?.length ?? 0;
  const outs = outwardsOf(strands);
  const thickest = strands.map((strand) => Math.max(...strand.map((point) => point.r)));
  const top = Array.from({ length: last * STEPS_BETWEEN + 1 }, (_, index) => index / STEPS_BETWEEN);
  const angles = Array.from({ length: EDGE_STEPS }, (_, index) => (Math.PI * (index + 1)) / (EDGE_STEPS + 1));
  const rings: Point3[][] = [];
  const bellies: number[][] = [];
  const ringAt = (row: number, size: number): void => {
    const ring: Point3[] = [];
    const belly: number[] = [];
    const centre = (s: number): FibrePoint => across(strands, row, s);
    const outwards = (s: number): Point3 => outAt(outs, row, s);
    const put = (s: number, direction: Point3, furrow: number): void => {
      const at = centre(s);
      ring.push(add(at, scale(direction, Math.max(LEAST_RADIUS, at.r) * furrow * size)));
      const most = thickest[Math.round(s)] ?? at.r;
      belly.push(most > 0 ? Math.max(0, (at.r / most - TENDON_SHARE) / (1 - TENDON_SHARE)) : 0);
    };
    const furrowAt = (s: number): number => {
      const wide = Math.min(1, distanceBetween(centre(Math.floor(s)), centre(Math.ceil(s))) / Math.max(1, centre(s).r));
      const edge = last > 1 ? 0.72 + 0.28 * Math.sin((Math.PI * (s + 0.5)) / count) : 1;
      return edge * (1 - FURROW * wide * Math.sin(Math.PI * (s % 1)) ** 2);
    };
    const sideways = (s: number): Point3 => {
      const along = tangentAt(strands[s] ?? [], row);
      return normalize(cross(outwards(s), along));
    };
    for (const s of top) put(s, outwards(s), furrowAt(s));
    for (const angle of angles) put(last, turn(outwards(last), sideways(last), angle), furrowAt(last));
    for (const s of top.toReversed()) put(s, scale(outwards(s), -1), furrowAt(s));
    for (const angle of angles) put(0, turn(scale(outwards(0), -1), scale(sideways(0), -1), angle), furrowAt(0));
    rings.push(ring);
    bellies.push(belly);
  };
  ringAt(0, 0);
  for (let row = 0; row < length; row++) ringAt(row, 1);
  ringAt(length - 1, 0);
  const edge = (s: number): number[] => angles.map(() => s);
  return { rings, bellies, strands: [...top, ...edge(last), ...top.toReversed(), ...edge(0)] };
}

const turn = (from: Point3, towards: Point3, angle: number): Point3 => add(scale(from, Math.cos(angle)), scale(towards, Math.sin(angle)));

const tangentAt = (strand: Strand, row: number): Point3 =>
  normalize(subtract(strand[Math.min(strand.length - 1, row + 1)] ?? ORIGIN, strand[Math.max(0, row - 1)] ?? ORIGIN));

/** The place between the strands at a row, on a smooth curve through all of them. */
function across(strands: readonly Strand[], row: number, s: number): FibrePoint {
  const index = Math.min(strands.length - 1, Math.floor(s));
  const share = s - index;
  const at = (which: number): FibrePoint => strands[Math.min(strands.length - 1, Math.max(0, which))]?.[row] ?? ORIGIN;
  if (share === 0) return at(index);
  const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
  const curve = (p: number, q: number, r: number, t: number): number =>
    q + 0.5 * share * (r - p + share * (2 * p - 5 * q + 4 * r - t + share * (3 * (q - r) + t - p)));
  return { x: curve(a.x, b.x, c.x, d.x), y: curve(a.y, b.y, c.y, d.y), z: curve(a.z, b.z, c.z, d.z), r: b.r + (c.r - b.r) * share };
}

const outAt = (outs: readonly (readonly Point3[])[], row: number, s: number): Point3 => {
  const index = Math.floor(s);
  const from = outs[index]?.[row] ?? ORIGIN;
  const to = outs[index + 1]?.[row] ?? from;
  return normalize(add(scale(from, 1 - (s - index)), scale(to, s - index)));
};

/**
 * The direction out of the sheet at every strand and row. Where strands gather none can be told from their places: there it is
 * carried on from where they still lie side by side.
 */
function outwardsOf(strands: readonly Strand[]): Point3[][] {
  const length = strands[0]?.length ?? 0;
  const known = strands.map((strand, index) =>
    strand.map((point, row) => {
      const beside = subtract((strands[index + 1] ?? strand)[row] ?? ORIGIN, (strands[index - 1] ?? strand)[row] ?? ORIGIN);
      const along = tangentAt(strand, row);
      const sideways = subtract(beside, scale(along, dot(beside, along)));
      return lengthOf(sideways) > 0.8 * Math.max(LEAST_RADIUS, point.r) ? normalize(cross(along, sideways)) : undefined;
    }),
  );
  return strands.map((strand, index) => {
    const own = known[index] ?? [];
    const first = own.findIndex((each) => each !== undefined);
    const start = first < 0 ? Math.floor(length / 2) : first;
    const result: Point3[] = [];
    const carry = (row: number, from: Point3): Point3 => {
      const along = tangentAt(strand, row);
      const flat = subtract(from, scale(along, dot(from, along)));
      return lengthOf(flat) > 1e-6 ? normalize(flat) : anyAcross(along);
    };
    const begin = own[start] ?? known.flat().find((each) => each !== undefined) ?? anyAcross(tangentAt(strand, start));
    let present = begin;
    for (let row = start; row < length; row++) result[row] = present = carry(row, own[row] ?? present);
    present = begin;
    for (let row = start; row >= 0; row--) result[row] = present = carry(row, own[row] ?? present);
    return result;
  });
}

const anyAcross = (along: Point3): Point3 => normalize(cross(along, Math.abs(along.y) < 0.9 ? { x: 0, y: 1, z: 0 } : { x: 1, y: 0, z: 0 }));
