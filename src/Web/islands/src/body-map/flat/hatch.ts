import type { OverlayZone } from "../types";
import { CLIP_ID } from "./paint-clip";

const SVG = "http://www.w3.org/2000/svg";
const PATTERN_ID = "zone-hatch";
/** Distance of the lines and their width on the whole figure, in millimetres. */
const STEP = 11;
const WIDTH = 2.2;
/** Told from the drawing without colours: dark lines with light ones beside them, and the drawing shows between. */
const LINES = [
  { stroke: "var(--paper)", opacity: "0.55", at: STEP / 2 + WIDTH },
  { stroke: "var(--zone-line)", opacity: "1", at: STEP / 2 },
];
/** Cells that hardly any people feel are not worth a line. */
const LEAST_WEIGHT = 0.15;

/** Slanting lines where a point is usually felt, over whatever is painted there. */
export class Hatch {
  readonly group: SVGGElement;
  readonly #path: SVGPathElement;
  readonly #pathOf: (cell: number) => string | undefined;

  /** @param detail share of the usual size of lines, for close-ups. */
  constructor(detail: number, pathOf: (cell: number) => string | undefined) {
    this.#pathOf = pathOf;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("hatch");
    this.group.setAttribute("clip-path", `url(#${CLIP_ID})`);
    this.#path = document.createElementNS(SVG, "path");
    // As an attribute: a rule of a style sheet would look for the id outside the shadow tree.
    this.#path.setAttribute("fill", `url(#${PATTERN_ID})`);
    this.group.append(patternOf(detail), this.#path);
  }

  show(zones: readonly OverlayZone[]): void {
    const felt = zones.filter(({ kind, weight }) => kind === "essential" && weight >= LEAST_WEIGHT);
    const path = felt.map(({ cell }) => this.#pathOf(cell) ?? "").join("");
    if (this.#path.getAttribute("d") !== path) this.#path.setAttribute("d", path);
  }
}

function patternOf(detail: number): SVGPatternElement {
  const pattern = document.createElementNS(SVG, "pattern");
  const step = STEP * detail;
  pattern.id = PATTERN_ID;
  pattern.setAttribute("patternUnits", "userSpaceOnUse");
  pattern.setAttribute("patternTransform", "rotate(45)");
  pattern.setAttribute("width", String(step));
  pattern.setAttribute("height", String(step));
  for (const { stroke, opacity, at } of LINES) {
    const line = document.createElementNS(SVG, "line");
    line.style.stroke = stroke;
    line.style.strokeOpacity = opacity;
    line.setAttribute("x1", String(at * detail));
    line.setAttribute("x2", String(at * detail));
    line.setAttribute("y2", String(step));
    line.setAttribute("stroke-width", String(WIDTH * detail));
    pattern.append(line);
  }
  return pattern;
}
