import type { Marks } from "../body-map/types";
import type { PainQuality, TraceRequest } from "../shared/api";
import { partsOf, type RegionIndex, type RegionKey } from "./region-index";

/** Where it hurts, where it does not, and how. Intensities are 0 to 1; 0 says that it does not hurt there. */
export interface PainDrawing {
  /** Painted cells. */
  readonly marks: Marks;
  /** Regions inside the body, which cannot be painted. */
  readonly inside: ReadonlyMap<RegionKey, number>;
  /** What was said of a single place. */
  readonly places: ReadonlyMap<RegionKey, PlaceDetail>;
  /** How it feels on the whole, as said in words. */
  readonly felt: readonly PainQuality[];
}

export type Depth = "surface" | "deep";

export interface PlaceDetail {
  readonly qualities: readonly PainQuality[];
  /** For the person and their therapist; no source says that it tells one point from another, so it is not sent. */
  readonly depth?: Depth | undefined;
}

export const EMPTY: PainDrawing = { marks: new Map(), inside: new Map(), places: new Map(), felt: [] };

/** From this share of its cells on, a region counts as marked in the list, and as free of pain. */
const MOST = 0.5;
/** A region with fewer cells marked than this is named only if they are a good share of it: the brush strays over borders. */
const ENOUGH_CELLS = 3;
const ENOUGH_SHARE = 0.2;

/** Whether nothing hurts. */
export function isEmpty(drawing: PainDrawing): boolean {
  return ![...drawing.marks.values(), ...drawing.inside.values()].some((intensity) => intensity > 0);
}

export type Kind = "painful" | "free";

const kindOf = (intensity: number): Kind => (intensity > 0 ? "painful" : "free");

/** How much of each touched region is marked in this way: above 0, at most 1. */
export function coverage(drawing: PainDrawing, index: RegionIndex, kind: Kind = "painful"): ReadonlyMap<RegionKey, number> {
  const shares = new Map<RegionKey, number>();
  for (const [key, count] of counts(drawing.marks, index, kind)) shares.set(key, count / index.cellsOf(key).length);
  for (const [key, intensity] of drawing.inside) if (kindOf(intensity) === kind) shares.set(key, 1);
  return shares;
}

export type Ticked = "yes" | "partly" | "no";

export function ticked(share: number | undefined): Ticked {
  if (share === undefined) return "no";
  return share >= MOST ? "yes" : "partly";
}

/** The regions a person would name as painful, the most marked first. Never empty unless nothing hurts. */
export function namedRegions(drawing: PainDrawing, index: RegionIndex): readonly RegionKey[] {
  const touched = [...counts(drawing.marks, index, "painful")].sort((a, b) => b[1] - a[1]);
  const clear = touched.filter((each) => isClear(each, index));
  const named = clear.length > 0 ? clear : touched.slice(0, 1);
  return [...named.map(([key]) => key), ...insideOf(drawing, "painful")];
}

/** The regions marked as free of pain, and whether most of each is: only then it counts. One in which it hurts too is none of them. */
export function freeRegions(drawing: PainDrawing, index: RegionIndex): ReadonlyMap<RegionKey, boolean> {
  const painful = new Set(namedRegions(drawing, index));
  const touched = [...counts(drawing.marks, index, "free")].sort((a, b) => b[1] - a[1]);
  const clear = touched.filter((each) => isClear(each, index) && !painful.has(each[0]));
  return new Map([
    ...clear.map(([key, count]) => [key, ticked(count / index.cellsOf(key).length) === "yes"] as const),
    ...insideOf(drawing, "free").map((key) => [key, true] as const),
  ]);
}

/** Marks whole regions, or takes all of them away; what is so already stays as it is. @param intensity 0 marks them as free of pain. */
export function setRegions(drawing: PainDrawing, keys: readonly RegionKey[], on: boolean, index: RegionIndex, intensity: number): PainDrawing {
  const shares = coverage(drawing, index, kindOf(intensity));
  return keys
    .filter((key) => index.knows(key) && (ticked(shares.get(key)) === "yes") !== on)
    .reduce((changed, key) => toggleRegion(changed, key, index, intensity), drawing);
}

/** Marks the whole region, or takes all of it away when most of it is marked like that. */
export function toggleRegion(drawing: PainDrawing, key: RegionKey, index: RegionIndex, intensity: number): PainDrawing {
  const remove = ticked(coverage(drawing, index, kindOf(intensity)).get(key)) === "yes";
  return fillRegion(drawing, key, index, remove ? undefined : intensity);
}

/** @param intensity undefined takes everything in it away. */
export function fillRegion(drawing: PainDrawing, key: RegionKey, index: RegionIndex, intensity: number | undefined): PainDrawing {
  const cells = index.cellsOf(key);
  if (cells.length === 0) return { ...drawing, inside: filled(drawing.inside, [key], intensity) };
  return { ...drawing, marks: filled(drawing.marks, cells, intensity) };
}

function filled<Key>(values: ReadonlyMap<Key, number>, keys: readonly Key[], intensity: number | undefined): ReadonlyMap<Key, number> {
  const changed = new Map(values);
  for (const key of keys) {
    if (intensity === undefined) changed.delete(key);
    else changed.set(key, intensity);
  }
  return changed;
}

/** Regions that are marked all over in one strength are sent as regions, everything else as cells. */
export function requestOf(drawing: PainDrawing, index: RegionIndex): TraceRequest {
  const regions = insideOf(drawing, "painful").map((key) => ({ ...partsOf(key), intensity: drawing.inside.get(key) ?? 1 }));
  const free = [...freeRegions(drawing, index)].filter(([, most]) => most).map(([key]) => key);
  // What strayed into a region that does not hurt is no pain.
  const apart = new Set<RegionKey>(free);
  for (const key of counts(drawing.marks, index, "painful").keys()) {
    const intensities = new Set(index.cellsOf(key).map((cell) => drawing.marks.get(cell)));
    const [intensity] = intensities;
    if (intensities.size !== 1 || intensity === undefined) continue;
    apart.add(key);
    regions.push({ ...partsOf(key), intensity });
  }
  const cells = [...drawing.marks]
    .filter(([cell, intensity]) => intensity > 0 && !apart.has(index.regionOf(cell) ?? ""))
    .map(([cell, intensity]) => ({ cell, intensity }));
  const places = namedRegions(drawing, index).flatMap((key) => {
    const qualities = drawing.places.get(key)?.qualities ?? [];
    return qualities.length > 0 ? [{ ...partsOf(key), qualities }] : [];
  });
  return { regions, cells, painFree: free.map(partsOf), qualities: drawing.felt, places };
}

function insideOf(drawing: PainDrawing, kind: Kind): readonly RegionKey[] {
  return [...drawing.inside].filter(([, intensity]) => kindOf(intensity) === kind).map(([key]) => key);
}

function isClear([key, count]: readonly [RegionKey, number], index: RegionIndex): boolean {
  return count >= ENOUGH_CELLS || count / index.cellsOf(key).length >= ENOUGH_SHARE;
}

function counts(marks: Marks, index: RegionIndex, kind: Kind): ReadonlyMap<RegionKey, number> {
  const counted = new Map<RegionKey, number>();
  for (const [cell, intensity] of marks) {
    const key = index.regionOf(cell);
    if (key !== undefined && kindOf(intensity) === kind) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return counted;
}
