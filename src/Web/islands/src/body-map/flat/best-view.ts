import { outwardsOf } from "../framing";
import type { BodyView, CloseUp, Facing, FlatView, Overlay, Point3 } from "../types";

/** Seen from the front or the back a little more is understood, so those win when a side is hardly better. */
const FACING_BONUS = 0.2;

/**
 * The side from which a place on the skin is seen best. A side view only counts for its own half of the body: the other
 * half is hidden behind it.
 */
export function bestSideOf(place: Point3, outwards: Point3): Facing {
  const worth: [Facing, number][] = [
    ["front", outwards.z + FACING_BONUS],
    ["back", -outwards.z + FACING_BONUS],
    ["left", place.x > 0 ? outwards.x : -1],
    ["right", place.x < 0 ? -outwards.x : -1],
  ];
  return worth.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The lowest places of the head's skin, clear of the neck; the wrist; the ankle. Millimetres in the body frame. */
const HEAD_FROM = 1545;
const HAND = { beside: 290, below: 900, above: 600 };
const FOOT_BELOW = 120;
/** Skin that looks down more than this is the sole's. */
const SOLE_DOWN = -0.35;

const isHead = ({ y }: Point3): boolean => y > HEAD_FROM;
const isHand = ({ x, y }: Point3): boolean => Math.abs(x) > HAND.beside && y < HAND.below && y > HAND.above;
const isFoot = ({ y }: Point3): boolean => y < FOOT_BELOW;

/** The close-up that shows all of these places, facing the first of them; undefined when they reach beyond one part of the body. */
export function closeUpOf(places: readonly [Point3, ...Point3[]], outwards: Point3): CloseUp | undefined {
  const [first] = places;
  if (places.every(isHead)) return `head-${bestSideOf(first, outwards)}`;
  const side = first.x > 0 ? "left" : "right";
  if (!places.every(({ x }) => x > 0 === first.x > 0)) return undefined;
  if (places.every(isHand)) return outwards.z < 0 ? `hand-back-${side}` : `hand-palm-${side}`;
  if (places.every(isFoot)) return outwards.y < SOLE_DOWN ? `foot-sole-${side}` : `foot-top-${side}`;
  return undefined;
}

/**
 * The flat view for a place that is to be looked at. A close-up is only taken when it shows the muscle and its chain whole;
 * whoever has chosen a view is not taken to one, but is left in the one they have chosen.
 */
export function bestViewFor(target: Point3, overlay: Overlay | null, present: BodyView, isChosen: boolean): FlatView {
  const outwards = outwardsOf(overlay, target) ?? { x: 0, y: 0, z: target.z };
  const closeUp = closeUpOf([target, ...(overlay ? [overlay.point, ...overlay.chain, ...overlay.fibres.flat()] : [])], outwards);
  if (closeUp && (!isChosen || closeUp === present)) return closeUp;
  return bestSideOf(target, outwards);
}
