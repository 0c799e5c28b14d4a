import { ribbonPath } from "../geometry/ribbon";
import type { FibrePoint, Overlay } from "../types";
import { depthBehind, project, type FlatProjection } from "./projection";

const SVG = "http://www.w3.org/2000/svg";

/** Thinner bundles would not be seen on the whole figure. */
const LEAST_RADIUS_MILLIMETRES = 1.6;
/** What lies this much deeper than the skin over the point is on the other side of the neck or limb. */
const FAR_MILLIMETRES = 50;

/** Muscle fibres as tapered bands with a line of light along each; what lies beyond the body is only hinted at. */
export class FibreLayer {
  readonly group: SVGGElement;
  readonly #projection: FlatProjection;

  constructor(projection: FlatProjection) {
    this.#projection = projection;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("fibres");
  }

  show(overlay: Overlay | null): void {
    const isFar = (point: FibrePoint): boolean =>
      overlay !== null && depthBehind(this.#projection, point, overlay.pointOnSkin) > FAR_MILLIMETRES;
    const runs = (overlay?.fibres ?? []).flatMap((fibre) => runsOf(fibre, isFar));
    // The far ones first, so that they lie under the near ones.
    const ordered = [...runs.filter((run) => run.holds), ...runs.filter((run) => !run.holds)];
    this.group.replaceChildren(...ordered.flatMap((run) => this.#draw(run.items, run.holds)));
  }

  #draw(fibre: readonly FibrePoint[], far: boolean): SVGElement[] {
    const line = fibre.map((point) => project(this.#projection, point));
    const radii = fibre.map((point) => Math.max(LEAST_RADIUS_MILLIMETRES, point.r));
    const band = document.createElementNS(SVG, "path");
    band.classList.add(far ? "far" : "band");
    band.setAttribute("d", ribbonPath(line, radii));
    if (far) return [band];
    const light = document.createElementNS(SVG, "polyline");
    light.classList.add("light");
    light.setAttribute("points", line.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(" "));
    return [band, light];
  }
}

export interface Run<Item> {
  readonly items: readonly Item[];
  readonly holds: boolean;
}

/** Cuts a list where a condition changes; neighbouring runs share the item between them, so that no gap shows. */
export function runsOf<Item>(list: readonly Item[], condition: (item: Item) => boolean): Run<Item>[] {
  const runs: { items: Item[]; holds: boolean }[] = [];
  for (const item of list) {
    const holds = condition(item);
    const last = runs.at(-1);
    if (last?.holds === holds) last.items.push(item);
    else {
      last?.items.push(item);
      runs.push({ items: [item], holds });
    }
  }
  return runs.filter((run) => run.items.length > 1);
}
