/** What the element shows and what it is told. Lengths are millimetres in the body frame: x the person's left, y up, z forward, origin on the floor. */

/** A side of the body. */
export type Facing = "front" | "back" | "left" | "right";
/** A drawing of one part of the body, larger than on the whole figure. */
export type CloseUp =
  | "pelvis-back"
  | `head-${Facing}`
  | `${"hand-palm" | "hand-back" | "foot-sole" | "foot-top"}-${"left" | "right"}`;
export type FlatView = Facing | CloseUp;
export type BodyView = FlatView | "3d";
export type BodySide = "left" | "right" | "midline";

export interface Point3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A vertex of a fibre with the radius of the bundle there. */
export interface FibrePoint extends Point3 {
  readonly r: number;
}

/** What is taken off the figure: nothing, the skin, or the muscles under the skin too. */
export type BodyLayer = "skin" | MuscleLayer;
export type MuscleLayer = "superficial" | "deep";

/** A muscle of the left side; the right one is its mirror image. */
export interface LayerMuscle {
  readonly id: string;
  readonly name: string;
  readonly layer: MuscleLayer;
  readonly fibres: readonly LayerFibre[];
}

export interface LayerFibre {
  readonly path: readonly FibrePoint[];
  /** The skin over its first, middle and last place: from there it is seen. */
  readonly skin: readonly SkinOver[];
}

/** A direction of length 1 out of the skin, and how deep something lies under it. */
export interface SkinOver extends Point3 {
  readonly depth: number;
}

/** One of the two muscles of a name. */
export interface SidedMuscle {
  readonly id: string;
  readonly side: "left" | "right";
}

export interface Brush {
  /** "turn" only differs from "paint" in 3D, where it keeps one finger from painting. */
  readonly mode: "paint" | "erase" | "turn";
  readonly radiusMillimetres: number;
  /** 0 to 1; what a stroke writes into the cells it touches. */
  readonly intensity: number;
}

export interface OverlayZone {
  readonly cell: number;
  /** 0 to 1. */
  readonly weight: number;
  readonly kind: "essential" | "spillover";
}

/** A place on the way of a chain. */
export interface ChainStop extends Point3 {
  readonly label: string;
}

/** What a chosen result shows on the figure; already on the right side of the body. */
export interface Overlay {
  readonly zones: readonly OverlayZone[];
  readonly fibres: readonly (readonly FibrePoint[])[];
  /** Whose fibres they are, and where it lies. */
  readonly muscle: SidedMuscle & { readonly layer: MuscleLayer };
  /** On the fibre, so usually under the skin. */
  readonly point: Point3;
  readonly pointOnSkin: Point3;
  /** Key point first; the path leads to the point itself, which is not listed. */
  readonly chain: readonly ChainStop[];
  /** Name of the point, where it ends a chain. */
  readonly label?: string;
  /** Marked cells in which it is felt; the path of a chain ends there. */
  readonly pain?: readonly number[];
}

/** A place on the skin near a point that a person can see or feel. */
export interface NearbyPlace extends Point3 {
  readonly landmark: string;
  /** Short enough to stand on the figure. */
  readonly name: string;
  /** Along the skin. */
  readonly distanceMillimetres: number;
}

/** A point to the finger's breadth, already on the right side of the body. */
export interface ExactPlace {
  readonly pointOnSkin: Point3;
  /** Out of the skin there; length 1. */
  readonly outwards: Point3;
  /** How far around it the knot may lie. */
  readonly spreadMillimetres: number;
  /** Nearest first. */
  readonly nearby: readonly NearbyPlace[];
}

export interface RegionOfCell {
  readonly region: string;
  readonly side: BodySide;
}

export const BODY_LAYERS: readonly BodyLayer[] = ["skin", "superficial", "deep"];

/** Cell id to intensity, 0 to 1. 0 says that it does not hurt there; of a cell that is not in the map nothing is said. */
export type Marks = ReadonlyMap<number, number>;

/** Where it does not hurt, each cell with the strength 1. */
export function freeOf(marks: Marks): Marks {
  return new Map([...marks].filter(([, intensity]) => intensity === 0).map(([cell]) => [cell, 1]));
}

export const FACINGS: readonly Facing[] = ["front", "back", "left", "right"];

export const CLOSE_UPS: readonly CloseUp[] = [
  "head-front",
  "head-back",
  "head-left",
  "head-right",
  "hand-palm-left",
  "hand-palm-right",
  "hand-back-left",
  "hand-back-right",
  "pelvis-back",
  "foot-sole-left",
  "foot-sole-right",
  "foot-top-left",
  "foot-top-right",
];

export const BODY_VIEWS: readonly BodyView[] = [...FACINGS, ...CLOSE_UPS, "3d"];
