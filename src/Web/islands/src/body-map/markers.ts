import type { ScreenPlace } from "./figure-view";
import { chainPath } from "./geometry/chain";
import type { ChainStop, Overlay, Point3 } from "./types";

const SVG = "http://www.w3.org/2000/svg";
const STOP_RADIUS = 12;
const POINT_RADIUS = 11;
/** Room that a name needs beside its stop before it goes to the other side. */
const NAME_PIXELS = 150;

interface Stop {
  readonly at: ChainStop;
  readonly group: SVGGElement;
  readonly name: SVGTextElement;
}

/** The point and the chain of an overlay, drawn over whichever view shows the body; always visible. */
export class Markers {
  readonly root: SVGSVGElement;
  readonly #point: SVGGElement;
  readonly #chain: SVGPathElement;
  readonly #chainHalo: SVGPathElement;
  readonly #stopLayer: SVGGElement;
  #stops: readonly Stop[] = [];
  #path: readonly Point3[] = [];
  #pointOnSkin: Point3 | undefined;

  constructor() {
    this.root = document.createElementNS(SVG, "svg");
    this.root.classList.add("markers");
    this.root.setAttribute("aria-hidden", "true");
    this.#chainHalo = make("path", "chain-halo");
    this.#chain = make("path", "chain");
    this.#stopLayer = make("g", "stops");
    this.#point = make("g", "point");
    for (const [name, radius] of [["pulse", POINT_RADIUS], ["halo", POINT_RADIUS], ["ring", POINT_RADIUS], ["dot", 4]] as const) {
      const circle = make("circle", name);
      circle.setAttribute("r", String(radius));
      this.#point.append(circle);
    }
    this.root.append(this.#chainHalo, this.#chain, this.#stopLayer, this.#point);
  }

  show(overlay: Overlay | null): void {
    this.root.toggleAttribute("hidden", overlay === null);
    this.#pointOnSkin = overlay?.pointOnSkin;
    const chain = overlay?.chain ?? [];
    this.#path = overlay && chain.length > 0 ? chainPath([...chain, overlay.pointOnSkin]) : [];
    this.#stops = chain.map(stopOf);
    this.#stopLayer.replaceChildren(...this.#stops.map((stop) => stop.group));
  }

  /** Lays everything where the view shows it now. */
  place(placeOnScreen: (place: Point3) => ScreenPlace, width: number): void {
    if (!this.#pointOnSkin) return;
    const point = placeOnScreen(this.#pointOnSkin);
    move(this.#point, point);
    const path = this.#path.map((place, index) => {
      const { x, y } = placeOnScreen(place);
      return `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    for (const line of [this.#chain, this.#chainHalo]) line.setAttribute("d", path.join(""));
    for (const stop of this.#stops) {
      const at = placeOnScreen(stop.at);
      move(stop.group, at);
      // Away from the point, so that names do not lie on the path; but never out of the picture.
      const rightwards = at.x + NAME_PIXELS > width ? false : at.x - NAME_PIXELS < 0 || at.x >= point.x;
      stop.name.setAttribute("x", String(rightwards ? STOP_RADIUS + 8 : -STOP_RADIUS - 8));
      stop.name.setAttribute("text-anchor", rightwards ? "start" : "end");
    }
  }
}

function stopOf(at: ChainStop, index: number): Stop {
  const group = make("g", "stop");
  const circle = make("circle", "disc");
  circle.setAttribute("r", String(STOP_RADIUS));
  const number = make("text", "number");
  number.setAttribute("dy", "0.36em");
  number.textContent = String(index + 1);
  const name = make("text", "name");
  name.setAttribute("dy", "0.36em");
  name.textContent = at.label;
  group.append(circle, number, name);
  return { at, group, name };
}

function move(group: SVGGElement, to: ScreenPlace): void {
  group.setAttribute("transform", `translate(${to.x.toFixed(1)} ${to.y.toFixed(1)})`);
  group.classList.toggle("behind", to.hidden);
}

function make<Name extends keyof SVGElementTagNameMap>(name: Name, className: string): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  element.classList.add(className);
  return element;
}
