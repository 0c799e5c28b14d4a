import { Drawing } from "./drawing";
import type { FigureView } from "./figure-view";
import type { Point2 } from "./geometry/outline";
import type { Brush, Marks } from "./types";

export interface MarkingHost {
  brush(): Brush;
  cellsAlong(from: Point2, to: Point2): readonly number[];
  /** Something is to be drawn. */
  changed(): void;
  /** A stroke is over and changed something. */
  finished(): void;
}

/** Carries strokes to the drawing, and the drawing to the view. */
export class Marking {
  readonly #host: MarkingHost;
  readonly #drawing = new Drawing();
  #stroke: Point2 | undefined;
  /** What the next frame has to carry to the view, and whether it tells the page. */
  #fresh = false;
  #news = false;
  #hidden = false;

  constructor(host: MarkingHost) {
    this.#host = host;
  }

  /** A copy: later strokes do not change it. */
  get marks(): Marks {
    return this.#drawing.marks;
  }

  /** Kept from sight; it stays what it is. */
  set hidden(hidden: boolean) {
    this.#hidden = hidden;
    this.#change();
  }

  /** Tells nobody. */
  replace(marks: Marks): void {
    this.#drawing.replace(marks);
    this.#change();
  }

  begins(at: Point2): void {
    this.#drawing.beginStroke();
    this.#stroke = at;
    this.#touch(at, at);
  }

  moves(to: Point2): void {
    if (this.#stroke) this.#touch(this.#stroke, to);
    this.#stroke = to;
  }

  /** @param keep false takes the stroke back. */
  ends(keep: boolean): void {
    this.#stroke = undefined;
    if (!(keep ? this.#drawing.endStroke() : this.#drawing.cancelStroke())) return;
    this.#news = false;
    this.#change();
    this.#host.finished();
  }

  /** Brings the view what changed since the last time. @param isNew the view has been shown nothing so far */
  bringTo(view: FigureView, isNew = false): void {
    if (this.#fresh || isNew) view.showMarks(this.#hidden ? new Map() : this.#drawing.marks);
    this.#fresh = false;
  }

  /** @returns whether the page has to be told of a stroke under way; once for each frame. */
  takeNews(): boolean {
    const news = this.#news;
    this.#news = false;
    return news;
  }

  #touch(from: Point2, to: Point2): void {
    if (!this.#drawing.touch(this.#host.cellsAlong(from, to), this.#host.brush())) return;
    this.#news = true;
    this.#change();
  }

  #change(): void {
    this.#fresh = true;
    this.#host.changed();
  }
}
