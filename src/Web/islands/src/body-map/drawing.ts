import type { Brush, Marks } from "./types";

/** The marked cells, and the stroke under way so that it can be taken back. */
export class Drawing {
  #cells = new Map<number, number>();
  #beforeStroke: ReadonlyMap<number, number> | undefined;
  #published: Marks | undefined;

  /** A copy that later strokes do not change. */
  get marks(): Marks {
    return (this.#published ??= new Map(this.#cells));
  }

  get stroking(): boolean {
    return this.#beforeStroke !== undefined;
  }

  /** Entries without a whole, non-negative cell or with an intensity outside 0 to 1 are left out. */
  replace(marks: Marks): void {
    this.#cells = new Map(
      [...marks].filter(([cell, intensity]) => Number.isInteger(cell) && cell >= 0 && intensity >= 0 && intensity <= 1),
    );
    this.#beforeStroke = undefined;
    this.#published = undefined;
  }

  beginStroke(): void {
    this.#beforeStroke = new Map(this.#cells);
  }

  /** @returns whether anything changed. */
  touch(cells: Iterable<number>, brush: Brush): boolean {
    let changed = false;
    for (const cell of cells) {
      if (brush.mode === "erase") {
        changed = this.#cells.delete(cell) || changed;
      } else if (brush.mode === "paint" && this.#cells.get(cell) !== brush.intensity) {
        this.#cells.set(cell, brush.intensity);
        changed = true;
      }
    }
    if (changed) this.#published = undefined;
    return changed;
  }

  /** @returns whether the stroke changed anything. */
  endStroke(): boolean {
    const before = this.#beforeStroke;
    this.#beforeStroke = undefined;
    return before !== undefined && differs(before, this.#cells);
  }

  /** Takes back the stroke under way. @returns whether anything changed. */
  cancelStroke(): boolean {
    const before = this.#beforeStroke;
    this.#beforeStroke = undefined;
    if (!before || !differs(before, this.#cells)) return false;
    this.#cells = new Map(before);
    this.#published = undefined;
    return true;
  }
}

function differs(some: Marks, others: Marks): boolean {
  if (some.size !== others.size) return true;
  for (const [cell, intensity] of some) if (others.get(cell) !== intensity) return true;
  return false;
}
