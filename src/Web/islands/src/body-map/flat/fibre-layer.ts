import { ribbonPath } from "../geometry/ribbon";
import type { Overlay } from "../types";
import { artOf, strandsOf, type Strand } from "./muscle-art";
import { depthBehind, type FlatProjection } from "./projection";
import { runsOf } from "./runs";

const SVG = "http://www.w3.org/2000/svg";

/** What lies this much deeper than the skin over the point is on the other side of the neck or limb. */
const FAR_MILLIMETRES = 50;

/** The muscle of the chosen result; what of it lies beyond the body is only hinted at. */
export class FibreLayer {
  readonly group: SVGGElement;
  readonly #projection: FlatProjection;

  constructor(projection: FlatProjection) {
    this.#projection = projection;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("fibres");
  }

  show(overlay: Overlay | null): void {
    if (!overlay) {
      this.group.replaceChildren();
      return;
    }
    const strands = strandsOf(overlay.fibres, this.#projection);
    const isNear = (strand: Strand, index: number): boolean => {
      const point = strand.points[index];
      return point !== undefined && depthBehind(this.#projection, point, overlay.pointOnSkin) <= FAR_MILLIMETRES;
    };
    // The far part first, so that it lies under the near one.
    this.group.replaceChildren(...strands.flatMap((strand) => farOf(strand, (index) => !isNear(strand, index))), ...artOf(strands, isNear));
  }
}

function farOf(strand: Strand, isFar: (index: number) => boolean): SVGPathElement[] {
  const indices = strand.points.map((_, index) => index);
  return runsOf(indices, isFar)
    .filter((run) => run.holds)
    .map((run) => {
      const band = document.createElementNS(SVG, "path");
      band.classList.add("far");
      const [first = 0] = run.items;
      band.setAttribute("d", ribbonPath(strand.line.slice(first, first + run.items.length), strand.points.slice(first, first + run.items.length).map((point) => point.r)));
      return band;
    });
}
