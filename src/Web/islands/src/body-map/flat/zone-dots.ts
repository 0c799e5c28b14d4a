import type { OverlayZone } from "../types";
import { CLIP_ID } from "./paint-clip";

const SVG = "http://www.w3.org/2000/svg";
const PATTERN_ID = "zone-dots";
/** Distance of the dots and their radius on the whole figure, in millimetres. */
const STEP = 11;
const RADIUS = 2.6;
/** Cells that hardly any people feel are not worth a dot. */
const LEAST_WEIGHT = 0.15;

/** Dots where a point is usually felt, over whatever is painted there: told from the drawing without colours, and it shows between them. */
export class ZoneDots {
  readonly group: SVGGElement;
  readonly #path: SVGPathElement;
  readonly #pathOf: (cell: number) => string | undefined;

  /** @param detail share of the usual size of the dots, for close-ups. */
  constructor(detail: number, pathOf: (cell: number) => string | undefined) {
    this.#pathOf = pathOf;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("zone-dots");
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
  const dot = document.createElementNS(SVG, "circle");
  dot.setAttribute("cx", String(step / 2));
  dot.setAttribute("cy", String(step / 2));
  dot.setAttribute("r", String(RADIUS * detail));
  dot.setAttribute("stroke-width", String(1.2 * detail));
  dot.style.fill = "var(--zone-line)";
  dot.style.stroke = "var(--zone-edge)";
  pattern.append(dot);
  return pattern;
}
