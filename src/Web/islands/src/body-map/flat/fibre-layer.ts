import { ribbonPath } from "../geometry/ribbon";
import type { FibrePoint } from "../types";
import { project, type FlatProjection } from "./projection";

const SVG = "http://www.w3.org/2000/svg";

/** Thinner bundles would not be seen on the whole figure. */
const LEAST_RADIUS_MILLIMETRES = 1.6;

/** Muscle fibres as tapered bands with a line of light along each. */
export class FibreLayer {
  readonly group: SVGGElement;
  readonly #projection: FlatProjection;

  constructor(projection: FlatProjection) {
    this.#projection = projection;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("fibres");
  }

  /** @param behind whether they lie on the side of the body that is turned away. */
  show(fibres: readonly (readonly FibrePoint[])[], behind: boolean): void {
    this.group.classList.toggle("behind", behind);
    this.group.replaceChildren(
      ...fibres.flatMap((fibre) => {
        const line = fibre.map((point) => project(this.#projection, point));
        const radii = fibre.map((point) => Math.max(LEAST_RADIUS_MILLIMETRES, point.r));
        const band = document.createElementNS(SVG, "path");
        band.classList.add("band");
        band.setAttribute("d", ribbonPath(line, radii));
        const light = document.createElementNS(SVG, "polyline");
        light.classList.add("light");
        light.setAttribute("points", line.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(" "));
        return [band, light];
      }),
    );
  }
}
