/** A point of the atlas on the flat figure, as the page of a visit lists it. */
export interface PlacedPoint {
  /** With its side: `upper-trapezius-1:right`. */
  readonly id: string;
  readonly name: string;
  readonly where: string;
  /** What it is found by, lower case. */
  readonly words: string;
  readonly view: string;
  /** Millimetres of the drawing. */
  readonly x: number;
  readonly y: number;
}

const MOST_FOUND = 12;
const MOST_NEAR = 6;
/** Farther from a tap than this nothing is meant, in millimetres. */
const NEAR = 110;

/** Points of which every word is found. */
export function search(points: readonly PlacedPoint[], text: string): readonly PlacedPoint[] {
  const words = text.toLowerCase().split(/[\s,.()]+/u).filter((word) => word.length > 0);
  if (words.length === 0) return [];
  // Names before what else is said of a muscle, and short names before longer ones.
  const missed = (point: PlacedPoint): number => words.filter((word) => !point.name.toLowerCase().includes(word)).length;
  return points
    .filter((point) => words.every((word) => point.words.includes(word)))
    .sort((a, b) => missed(a) - missed(b) || a.name.length - b.name.length || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_FOUND);
}

/** Points near a place of a drawing, nearest first. */
export function nearTo(points: readonly PlacedPoint[], view: string, x: number, y: number): readonly PlacedPoint[] {
  const far = (point: PlacedPoint): number => Math.hypot(point.x - x, point.y - y);
  return points.filter((point) => point.view === view && far(point) <= NEAR).sort((a, b) => far(a) - far(b)).slice(0, MOST_NEAR);
}
