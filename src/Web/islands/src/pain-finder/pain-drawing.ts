import type { Marks } from "../body-map/types";
import type { PainQuality, TraceRequest } from "../shared/api";
import { partsOf, type RegionIndex, type RegionKey } from "./region-index";

/** Where it hurts: painted cells, and regions inside the body that cannot be painted. Intensities are above 0, at most 1. */
export interface PainDrawing {
  readonly marks: Marks;
  readonly inside: ReadonlyMap<RegionKey, number>;
}

export const EMPTY: PainDrawing = { marks: new Map(), inside: new Map() };

/** From this share of its cells on, a region counts as marked in the list. */
const MOST = 0.5;
/** A region with fewer cells marked than this is named only if they are a good share of it: the brush strays over borders. */
const ENOUGH_CELLS = 3;
const ENOUGH_SHARE = 0.2;

export function isEmpty(drawing: PainDrawing): boolean {
  return drawing.marks.size === 0 && drawing.inside.size === 0;
}

/** How much of each touched region is marked: above 0, at most 1. */
export function coverage(drawing: PainDrawing, index: RegionIndex): ReadonlyMap<RegionKey, number> {
  const shares = new Map<RegionKey, number>();
  for (const [key, count] of counts(drawing.marks, index)) shares.set(key, count / index.cellsOf(key).length);
  for (const key of drawing.inside.keys()) shares.set(key, 1);
  return shares;
}

export type Ticked = "yes" | "partly" | "no";

export function ticked(share: number | undefined): Ticked {
  if (share === undefined) return "no";
  return share >= MOST ? "yes" : "partly";
}

/** The regions a person would name, the most marked first. Never empty unless the drawing is. */
export function namedRegions(drawing: PainDrawing, index: RegionIndex): readonly RegionKey[] {
  const touched = [...counts(drawing.marks, index)].sort((a, b) => b[1] - a[1]);
  const clear = touched.filter(([key, count]) => count >= ENOUGH_CELLS || count / index.cellsOf(key).length >= ENOUGH_SHARE);
  const named = clear.length > 0 ? clear : touched.slice(0, 1);
  return [...named.map(([key]) => key), ...drawing.inside.keys()];
}

/** Marks whole regions, or takes all of them away; what is so already stays as it is. */
export function setRegions(drawing: PainDrawing, keys: readonly RegionKey[], on: boolean, index: RegionIndex, intensity: number): PainDrawing {
  return keys
    .filter((key) => index.knows(key) && (ticked(coverage(drawing, index).get(key)) === "yes") !== on)
    .reduce((changed, key) => toggleRegion(changed, key, index, intensity), drawing);
}

/** Marks the whole region, or takes all of it away when most of it is marked. */
export function toggleRegion(drawing: PainDrawing, key: RegionKey, index: RegionIndex, intensity: number): PainDrawing {
  const cells = index.cellsOf(key);
  const remove = ticked(coverage(drawing, index).get(key)) === "yes";
  if (cells.length === 0) {
    const inside = new Map(drawing.inside);
    if (remove) inside.delete(key);
    else inside.set(key, intensity);
    return { ...drawing, inside };
  }
  const marks = new Map(drawing.marks);
  for (const cell of cells) {
    if (remove) marks.delete(cell);
    else marks.set(cell, intensity);
  }
  return { ...drawing, marks };
}

/** What was said in words beside the marks. */
export interface Said {
  /** Regions said not to hurt; where something is marked all the same, the mark counts. */
  readonly free: Set<RegionKey>;
  /** How it feels. */
  readonly felt: Set<PainQuality>;
}

/** Regions that are marked all over in one strength are sent as regions, everything else as cells. */
export function requestOf(drawing: PainDrawing, index: RegionIndex, said?: Said): TraceRequest {
  const regions = [...drawing.inside].map(([key, intensity]) => ({ ...partsOf(key), intensity }));
  const whole = new Set<RegionKey>();
  for (const key of counts(drawing.marks, index).keys()) {
    const intensities = new Set(index.cellsOf(key).map((cell) => drawing.marks.get(cell)));
    const [intensity] = intensities;
    if (intensities.size !== 1 || intensity === undefined) continue;
    whole.add(key);
    regions.push({ ...partsOf(key), intensity });
  }
  const cells = [...drawing.marks]
    .filter(([cell]) => !whole.has(index.regionOf(cell) ?? ""))
    .map(([cell, intensity]) => ({ cell, intensity }));
  const marked = coverage(drawing, index);
  return {
    regions,
    cells,
    painFree: [...(said?.free ?? [])].filter((key) => !marked.has(key)).map(partsOf),
    qualities: [...(said?.felt ?? [])],
  };
}

function counts(marks: Marks, index: RegionIndex): ReadonlyMap<RegionKey, number> {
  const counted = new Map<RegionKey, number>();
  for (const cell of marks.keys()) {
    const key = index.regionOf(cell);
    if (key !== undefined) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return counted;
}
