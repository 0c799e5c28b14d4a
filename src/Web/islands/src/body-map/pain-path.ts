import type { FigureView, ScreenPlace } from "./figure-view";
import type { Point2 } from "./geometry/outline";

const SVG = "http://www.w3.org/2000/svg";
/** So many of the painful cells decide where a path ends; each costs a look in every frame. */
const PAIN_CELLS = 8;
/** An end nearer than this to its point, in pixels, needs no path. */
const SHORTEST = 30;
/** How far the way bends, as a share of its length. */
const BEND = 0.18;

/** The last piece of a chain: from its last point to the pain that the person marked. */
export class PainPath {
  readonly #halo = document.createElementNS(SVG, "path");
  readonly #line = document.createElementNS(SVG, "path");
  readonly #end = document.createElementNS(SVG, "circle");

  /** @param before is drawn over it. */
  constructor(before: SVGElement) {
    this.#halo.classList.add("chain-halo");
    this.#line.classList.add("chain", "to-pain");
    this.#end.classList.add("pain-end");
    this.#line.style.stroke = "var(--pain)";
    this.#end.style.cssText = "fill: var(--paper); stroke: var(--pain); stroke-width: 3.5px";
    this.#end.setAttribute("r", "7");
    before.before(this.#halo, this.#line, this.#end);
  }

  /** @param pain cells, those first that matter most; hidden when the view shows none of them. */
  place(view: Pick<FigureView, "cellOnScreen">, from: ScreenPlace, pain: readonly number[]): void {
    const end = middlemost(pain.slice(0, PAIN_CELLS).flatMap((cell) => view.cellOnScreen(cell) ?? []));
    const [x, y] = end ? [end.x - from.x, end.y - from.y] : [0, 0];
    const isShown = end !== undefined && Math.hypot(x, y) >= SHORTEST;
    for (const part of [this.#halo, this.#line, this.#end]) part.toggleAttribute("hidden", !isShown);
    if (!isShown) return;
    const bend = { x: from.x + x / 2 + y * BEND, y: from.y + y / 2 - x * BEND };
    const path = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${bend.x.toFixed(1)} ${bend.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
    for (const line of [this.#halo, this.#line]) line.setAttribute("d", path);
    this.#end.setAttribute("cx", end.x.toFixed(1));
    this.#end.setAttribute("cy", end.y.toFixed(1));
  }
}

/** The place nearest to the mean of all, so that it is one of them. */
function middlemost(places: readonly Point2[]): Point2 | undefined {
  const mean = { x: places.reduce((sum, { x }) => sum + x, 0) / places.length, y: places.reduce((sum, { y }) => sum + y, 0) / places.length };
  const distance = ({ x, y }: Point2): number => Math.hypot(x - mean.x, y - mean.y);
  return places.toSorted((a, b) => distance(a) - distance(b))[0];
}
