import { centroidOf, contains, distanceToSegment, innerPointOf, polygonsOf, touch, type Point2, type Polygon } from "../geometry/outline";
import type { RegionOfCell } from "../types";

/** A patch of skin as one view shows it. */
export interface FlatCell {
  readonly id: number;
  readonly path: string;
  readonly region: RegionOfCell;
  /** Cells that the view shows beside this one though they lie behind it or before it; each pair is named once. */
  readonly apart: readonly number[];
}

interface PlacedCell extends FlatCell {
  readonly polygons: readonly Polygon[];
  readonly centre: Point2;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Patches closer than this are one piece of skin; what is farther apart are two limbs side by side. */
const SEAM_MILLIMETRES = 1.5;
/** A rest that the browser offers may be long, and somebody may come in the middle of it. */
const PIECE_MS = 5;
/** Along a quick stroke the pointer is looked at this often. */
const STEP_MILLIMETRES = 3;

/** The visible patches of one view, found by place. */
export class FlatCells {
  readonly #known = new Map<number, FlatCell>();
  readonly #placed = new Map<number, PlacedCell>();
  /** Not placed yet: a thousand outlines take longer to read than a page may stand still while it loads. */
  readonly #waiting: IterableIterator<FlatCell>;
  readonly #neighbours = new Map<number, readonly PlacedCell[]>();

  constructor(cells: Iterable<FlatCell>) {
    for (const cell of cells) this.#known.set(cell.id, cell);
    this.#waiting = this.#known.values();
    this.#placeWhenIdle();
  }

  pathOf(id: number): string | undefined {
    return this.#known.get(id)?.path;
  }

  regionOf(id: number): RegionOfCell | undefined {
    return this.#known.get(id)?.region;
  }

  /** A place inside the patch, as near to its middle as its shape allows. */
  middleOf(id: number): Point2 | undefined {
    const cell = this.#cells.get(id);
    return cell && innerPointOf(cell.polygons);
  }

  /** The patch at a place; undefined beside the figure. */
  at(point: Point2): number | undefined {
    return this.#placedAt(point)?.id;
  }

  /**
   * The patches a round brush touches on its way: those under its middle, and those whose centre is within the radius and
   * that hang together with them on the skin, so that a brush on one thigh does not jump the gap to the other, and one on an
   * arm does not spill onto the trunk behind it.
   */
  along(from: Point2, to: Point2, radius: number): number[] {
    const reach = new Set<PlacedCell>();
    for (const cell of this.#cells.values()) {
      if (distanceToSegment(cell.centre, from, to) <= radius) reach.add(cell);
    }
    const touched = new Set<PlacedCell>();
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_MILLIMETRES));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const under = this.#placedAt({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
      if (under) touched.add(under);
    }
    for (const cell of touched) {
      for (const neighbour of this.#neighboursOf(cell)) if (reach.has(neighbour)) touched.add(neighbour);
    }
    return [...touched].map((cell) => cell.id);
  }

  /** All of them, whatever is still waiting. */
  get #cells(): ReadonlyMap<number, PlacedCell> {
    for (const cell of this.#waiting) this.#place(cell);
    return this.#placed;
  }

  #placeWhenIdle(): void {
    globalThis.requestIdleCallback?.((idle) => {
      const until = performance.now() + PIECE_MS;
      while (idle.timeRemaining() > 1 && performance.now() < until) {
        const { value, done } = this.#waiting.next();
        if (done) return;
        this.#place(value);
      }
      this.#placeWhenIdle();
    });
  }

  #place(cell: FlatCell): void {
    const polygons = polygonsOf(cell.path);
    const xs = polygons.flatMap((polygon) => polygon.filter((_, index) => index % 2 === 0));
    const ys = polygons.flatMap((polygon) => polygon.filter((_, index) => index % 2 === 1));
    if (xs.length === 0) return;
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    this.#placed.set(cell.id, { ...cell, ...box, polygons, centre: centroidOf(polygons) });
  }

  #placedAt(point: Point2): PlacedCell | undefined {
    for (const cell of this.#cells.values()) {
      const near = point.x >= cell.left && point.x <= cell.right && point.y >= cell.top && point.y <= cell.bottom;
      if (near && contains(cell.polygons, point)) return cell;
    }
    return undefined;
  }

  #neighboursOf(cell: PlacedCell): readonly PlacedCell[] {
    const known = this.#neighbours.get(cell.id);
    if (known) return known;
    const gap = SEAM_MILLIMETRES;
    const found = [...this.#cells.values()].filter(
      (other) =>
        other !== cell &&
        !cell.apart.includes(other.id) &&
        !other.apart.includes(cell.id) &&
        other.left <= cell.right + gap &&
        other.right >= cell.left - gap &&
        other.top <= cell.bottom + gap &&
        other.bottom >= cell.top - gap &&
        touch(cell.polygons, other.polygons, gap),
    );
    this.#neighbours.set(cell.id, found);
    return found;
  }
}
