import { t } from "../../shared/text";
import { dot, lengthOf, normalize, scale, subtract } from "../geometry/vector";
import type { ExactPlace, NearbyPlace, Point3 } from "../types";

/** What people measure with on their own body, in millimetres: a finger at its middle joint, a hand across its knuckles. */
export const FINGER_MILLIMETRES = 18;
export const HAND_MILLIMETRES = 85;

/** Up to so many millimetres each is said. */
const DISTANCES: readonly (readonly [number, () => string])[] = [
  [13, () => t("half a finger's breadth")],
  [27, () => t("a finger's breadth")],
  [45, () => t("two fingers' breadths")],
  [67, () => t("three fingers' breadths")],
  [95, () => t("a hand's breadth")],
  [Infinity, () => t("a hand's and a finger's breadth")],
];

export const distanceInWords = (millimetres: number): string => DISTANCES.find(([most]) => millimetres <= most)?.[1]() ?? "";

/** A direction that makes up less of the way than this is not mentioned. */
const WORTH_SAYING = 0.38;
const LEG_BELOW_MILLIMETRES = 830;
const FACES_BACK = -0.3;
const FACES_FRONT = 0.3;

/**
 * Where a place lies, seen from another, in the terms of the person whose body it is: "below and towards the spine".
 * @param outwards out of the skin at the place; what runs in and out of the body is not said.
 */
export function directionInWords(from: Point3, to: Point3, outwards: Point3): string {
  const way = subtract(to, from);
  const flat = subtract(way, scale(outwards, dot(way, outwards)));
  if (lengthOf(flat) < 1) return t("at the same place");
  const direction = normalize(flat);
  // A place on the midline is on neither side, so the other one tells which way is outwards.
  const side = Math.sign(to.x) || Math.sign(from.x) || 1;
  const outer = direction.x * side;
  const parts: [number, string][] = [
    [Math.abs(direction.y), direction.y > 0 ? t("above") : t("below")],
    [Math.abs(outer), outer > 0 ? t("towards the outer side") : inwardsAt(to, outwards)],
    [Math.abs(direction.z), direction.z > 0 ? t("towards the front") : t("towards the back")],
  ];
  return parts
    .filter(([share]) => share >= WORTH_SAYING)
    .toSorted((a, b) => b[0] - a[0])
    .slice(0, 2)
    .map(([, words]) => words)
    .join(t(" and "));
}

function inwardsAt(place: Point3, outwards: Point3): string {
  if (place.y < LEG_BELOW_MILLIMETRES) return t("towards the inner side");
  if (outwards.z < FACES_BACK) return t("towards the spine");
  return outwards.z > FACES_FRONT ? t("towards the middle") : t("inwards");
}

/** How to come from a landmark to the point: "Tip of the shoulder: two fingers' breadths below and towards the spine". */
export function wayInWords(near: NearbyPlace, exact: ExactPlace): string {
  return t("{0}: {1} {2}", near.name, distanceInWords(near.distanceMillimetres), directionInWords(near, exact.pointOnSkin, exact.outwards));
}
