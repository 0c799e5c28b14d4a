import { BLUR_ID, CLIP_ID } from "./paint-clip";

const SVG = "http://www.w3.org/2000/svg";

/** How faint the weakest strength is drawn; the strongest covers fully. */
const LEAST_OPACITY = 0.25;

export interface PaintLayerOptions {
  /** A class of the layer. */
  readonly name: string;
  /** How many strengths are told apart. Each costs one blurred path, so as many as are seen and no more. */
  readonly levels: number;
  /** Share of the usual spread of paint over the edges of its patches. */
  readonly detail: number;
  /** The outline of a cell; undefined for one that the view does not show. */
  readonly pathOf: (cell: number) => string | undefined;
}

/**
 * Soft colour on the figure. Cells of one strength and all stronger ones share a path, so that a stronger place lies upon
 * a weaker one without a seam between them, as with paint laid on twice.
 */
export class PaintLayer {
  readonly group: SVGGElement;
  readonly #options: PaintLayerOptions;
  #shown = "";

  constructor(options: PaintLayerOptions) {
    this.#options = options;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("paint", options.name);
    this.group.style.setProperty("--detail", String(options.detail));
    // As attributes: a rule of a style sheet would look for these ids outside the shadow tree.
    this.group.setAttribute("clip-path", `url(#${CLIP_ID})`);
  }

  /** A pattern in place of the colour. */
  set fill(fill: string) {
    this.group.setAttribute("fill", fill);
  }

  /** @param strengths cell to strength, 0 to 1. */
  show(strengths: Iterable<readonly [number, number]>): void {
    const layers = nestedLayers(strengths, this.#options.levels);
    const outlines = layers.map(({ cells }) => cells.map((cell) => this.#options.pathOf(cell) ?? "").join(""));
    const shown = outlines.join("|") + layers.map(({ opacity }) => opacity).join("|");
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.group.replaceChildren(
      ...layers.map(({ opacity }, index) => {
        const path = document.createElementNS(SVG, "path");
        path.setAttribute("filter", `url(#${BLUR_ID})`);
        path.setAttribute("opacity", opacity.toFixed(3));
        path.setAttribute("d", outlines[index] ?? "");
        return path;
      }),
    );
  }
}

export interface PaintedCells {
  readonly cells: readonly number[];
  /** What this layer adds; with all the layers under it a cell reaches the cover of its strength. */
  readonly opacity: number;
}

/** Layers from the weakest to the strongest, each holding its own cells and all stronger ones. */
export function nestedLayers(strengths: Iterable<readonly [number, number]>, levels: number): PaintedCells[] {
  const byLevel = new Map<number, number[]>();
  for (const [cell, strength] of strengths) {
    if (strength <= 0) continue;
    const level = Math.min(levels, Math.max(1, Math.round(strength * levels)));
    byLevel.set(level, [...(byLevel.get(level) ?? []), cell]);
  }
  const present = [...byLevel.keys()].sort((a, b) => a - b);
  let covered = 0;
  return present.map((level, index) => {
    const cover = LEAST_OPACITY + ((1 - LEAST_OPACITY) * level) / levels;
    const opacity = covered < 1 ? 1 - (1 - cover) / (1 - covered) : 1;
    covered = cover;
    return { cells: present.slice(index).flatMap((each) => byLevel.get(each) ?? []), opacity };
  });
}
