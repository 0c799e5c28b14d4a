import { fillRegion, namedRegions, freeRegions, type PainDrawing, type PlaceDetail } from "./pain-drawing";
import { keyOf, partsOf, type RegionIndex, type RegionKey } from "./region-index";

/** Left and right patches of skin are numbered in pairs: even on the left, odd on the right. */
const mirrorOf = (cell: number): number => cell ^ 1;

/** The same region on the other side; undefined for one that exists once. */
export function otherSideOf(key: RegionKey, index: RegionIndex): RegionKey | undefined {
  const { region, side } = partsOf(key);
  const other = side === "midline" ? undefined : keyOf(region, side === "left" ? "right" : "left");
  return other !== undefined && index.knows(other) ? other : undefined;
}

/** The highest intensity in a place, 0 to 1; 0 when it does not hurt. */
export function intensityOf(drawing: PainDrawing, key: RegionKey, index: RegionIndex): number {
  return Math.max(drawing.inside.get(key) ?? 0, ...index.cellsOf(key).map((cell) => drawing.marks.get(cell) ?? 0));
}

/** All that is marked in a place gets one intensity; its shape stays. */
export function withIntensity(drawing: PainDrawing, key: RegionKey, index: RegionIndex, intensity: number): PainDrawing {
  if (drawing.inside.has(key)) return fillRegion(drawing, key, index, intensity);
  const marks = new Map(drawing.marks);
  for (const cell of index.cellsOf(key)) if (marks.has(cell)) marks.set(cell, intensity);
  return { ...drawing, marks };
}

export function withDetail(drawing: PainDrawing, key: RegionKey, detail: PlaceDetail): PainDrawing {
  const places = new Map(drawing.places);
  if (detail.qualities.length > 0 || detail.depth) places.set(key, detail);
  else places.delete(key);
  return { ...drawing, places };
}

/** Takes a place away, with what was said of it. */
export function without(drawing: PainDrawing, key: RegionKey, index: RegionIndex): PainDrawing {
  const places = new Map(drawing.places);
  places.delete(key);
  return { ...fillRegion(drawing, key, index, undefined), places };
}

/**
 * Exchanges a place with the same place of the other side, for left and right are easily mistaken. What strayed over its border goes with it
 * when nothing else is marked on its side, so that no speck is left behind.
 */
export function swapped(drawing: PainDrawing, key: RegionKey, index: RegionIndex): PainDrawing {
  const other = otherSideOf(key, index);
  if (!other) return drawing;
  const moved = new Set<number>([...index.cellsOf(key), ...index.cellsOf(other), ...straysWith(key, drawing, index)]);
  const marks = new Map([...drawing.marks].map(([cell, intensity]) => [moved.has(cell) ? mirrorOf(cell) : cell, intensity] as const));
  const turn = (each: RegionKey): RegionKey => (each === key ? other : each === other ? key : each);
  const inside = new Map([...drawing.inside].map(([each, intensity]) => [turn(each), intensity]));
  const places = new Map([...drawing.places].map(([each, detail]) => [turn(each), detail]));
  return { ...drawing, marks, inside, places };
}

/** Copies all that is marked to the other side as well; what is said of a place already stays. */
export function onBothSides(drawing: PainDrawing, index: RegionIndex): PainDrawing {
  const mirrored = <Value>(values: ReadonlyMap<RegionKey, Value>): ReadonlyMap<RegionKey, Value> =>
    new Map([...[...values].map(([key, value]) => [otherSideOf(key, index) ?? key, value] as const), ...values]);
  const marks = new Map([...[...drawing.marks].map(([cell, intensity]) => [mirrorOf(cell), intensity] as const), ...drawing.marks]);
  return { ...drawing, marks, inside: mirrored(drawing.inside), places: mirrored(drawing.places) };
}

/** The place in which most is new: what a stroke, a tick or a word was about. Undefined when nothing came to it. */
export function newestPlace(before: PainDrawing, after: PainDrawing, index: RegionIndex): RegionKey | undefined {
  const news = new Map<RegionKey, number>();
  const note = (key: RegionKey | undefined): void => void (key !== undefined && news.set(key, (news.get(key) ?? 0) + 1));
  for (const [cell, intensity] of after.marks) if (before.marks.get(cell) !== intensity) note(index.regionOf(cell));
  for (const [key, intensity] of after.inside) if (before.inside.get(key) !== intensity) note(key);
  const named = new Set([...namedRegions(after, index), ...freeRegions(after, index).keys()]);
  return [...news].filter(([key]) => named.has(key)).sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Cells that no named place accounts for, when the place is the only named one of its side. */
function straysWith(key: RegionKey, drawing: PainDrawing, index: RegionIndex): readonly number[] {
  const { side } = partsOf(key);
  const named = new Set([...namedRegions(drawing, index), ...freeRegions(drawing, index).keys()]);
  if ([...named].some((each) => each !== key && partsOf(each).side === side)) return [];
  return [...drawing.marks.keys()].filter(
    (cell) => !named.has(index.regionOf(cell) ?? "") && (cell % 2 === 0) === (side === "left") && !drawing.marks.has(mirrorOf(cell)),
  );
}
