import type { FigureView } from "./figure-view";
import { bestSideOf, bestViewFor, closeUpOf } from "./flat/best-view";
import { framingOf, outwardsOf, zonePlacesOf } from "./framing";
import { clamp, distanceBetween } from "./geometry/vector";
import type { BodyView, ExactPlace, Overlay, Point3 } from "./types";

/** A hand's breadth and some skin around it, as a radius. */
const EXACT_RADIUS = { least: 56, most: 68 };
/** What the drawing of buttock and pelvis shows with room around it, millimetres from the floor. */
const PELVIS = { from: 845, to: 1040 };
/** So many of the nearest landmarks are brought into the picture if they are near enough. */
const LANDMARKS_SEEN = 2;

/** What the figure is turned to: all of it, a place with what belongs to it, or a place to the finger's breadth. */
export class Focus {
  #target: Point3 | null = null;
  #exact: ExactPlace | null = null;

  get isSet(): boolean {
    return this.#target !== null;
  }

  get exact(): ExactPlace | null {
    return this.#exact;
  }

  /** @param target null shows all. */
  set(target: Point3 | null, exact: ExactPlace | null = null): void {
    this.#target = target;
    this.#exact = exact;
  }

  /**
   * The view that shows it best; the present one when that is solid or nothing is focused.
   * @param isChosen whether the person has chosen the present view; only a place to the finger's breadth overrides that.
   */
  bestView(present: BodyView, overlay: Overlay | null, isChosen: boolean): BodyView {
    const target = this.#target;
    if (!target || present === "3d") return present;
    if (!this.#exact) return bestViewFor(target, overlay, present, isChosen);
    const side = bestSideOf(target, this.#exact.outwards);
    return closeUpOf([target], this.#exact.outwards) ?? (side === "back" && isOnPelvis(target) ? "pelvis-back" : side);
  }

  /** @param looksOnly who marks pain also wants to see that it lies in the zones. */
  apply(view: FigureView, overlay: Overlay | null, looksOnly: boolean): void {
    const target = this.#target;
    if (!target) {
      view.goHome();
      return;
    }
    const places = zonePlacesOf(view, looksOnly ? null : overlay, target);
    const framing = this.#exact ? { centre: target, radius: exactRadius(this.#exact) } : framingOf(overlay, target, places);
    view.focusOn(target, framing, this.#outwards(overlay, target));
  }

  #outwards(overlay: Overlay | null, target: Point3): Point3 | null {
    return this.#exact?.outwards ?? outwardsOf(overlay, target);
  }
}

const isOnPelvis = ({ y }: Point3): boolean => y > PELVIS.from && y < PELVIS.to;

function exactRadius({ pointOnSkin, nearby }: ExactPlace): number {
  const distances = nearby.map((near) => distanceBetween(near, pointOnSkin)).toSorted((a, b) => a - b);
  return clamp((distances[LANDMARKS_SEEN - 1] ?? 0) * 1.15, EXACT_RADIUS.least, EXACT_RADIUS.most);
}
