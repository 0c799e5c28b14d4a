import { BLUR_ID, CLIP_ID } from "./paint-clip";

/** Cells gathered by how strongly they are coloured, 1 (faint) to LEVELS (full). One path a level keeps the drawing small. */
export const LEVELS = 10;

const SVG = "http://www.w3.org/2000/svg";

/** Soft colour on the figure: one path for each strength, blurred together, so that patches run into one another. */
export class PaintLayer {
  readonly group: SVGGElement;
  readonly #pathOf: (cell: number) => string | undefined;
  readonly #paths: SVGPathElement[] = [];
  readonly #shown: string[] = [];

  /** @param name becomes a class, and with a number each path's too. */
  constructor(name: string, pathOf: (cell: number) => string | undefined) {
    this.#pathOf = pathOf;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("paint", name);
    // As attributes: a rule of a style sheet would look for these ids outside the shadow tree.
    this.group.setAttribute("filter", `url(#${BLUR_ID})`);
    this.group.setAttribute("clip-path", `url(#${CLIP_ID})`);
    for (let level = 1; level <= LEVELS; level++) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("fill-opacity", (0.16 + (0.84 * level) / LEVELS).toFixed(2));
      this.#paths.push(path);
      this.#shown.push("");
      this.group.append(path);
    }
  }

  /** @param strengths cell to strength, 0 to 1; cells that this view does not show are passed over. */
  show(strengths: Iterable<readonly [number, number]>): void {
    const levels = this.#paths.map((): string[] => []);
    for (const [cell, strength] of strengths) {
      const path = this.#pathOf(cell);
      if (path && strength > 0) levels[levelOf(strength) - 1]?.push(path);
    }
    levels.forEach((paths, index) => {
      const all = paths.join("");
      if (this.#shown[index] === all) return;
      this.#shown[index] = all;
      this.#paths[index]?.setAttribute("d", all);
    });
  }
}

export function levelOf(strength: number): number {
  return Math.min(LEVELS, Math.max(1, Math.round(strength * LEVELS)));
}
