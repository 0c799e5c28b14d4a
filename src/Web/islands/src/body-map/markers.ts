import type { FigureView, ScreenPlace } from "./figure-view";
import { chainPath } from "./geometry/chain";
import type { PainPath } from "./pain-path";
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

/** The point and the chain of an overlay, numbered in the order of treating them and ending in the pain; drawn over whichever view shows the body; always visible. */
export class Markers {
  readonly root: SVGSVGElement;
  readonly #point: SVGGElement;
  readonly #chain: SVGPathElement;
  readonly #chainHalo: SVGPathElement;
  readonly #stopLayer: SVGGElement;
  /** Made for the first chain that ends in a marked pain. */
  #painPath: PainPath | undefined;
  readonly #number: SVGTextElement;
  readonly #name: SVGTextElement;
  #pain: readonly number[] = [];
  /** Lays everything there again. */
  #placed: (() => void) | undefined;
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
    this.#number = make("text", "number");
    this.#number.setAttribute("dy", "0.36em");
    this.#name = make("text", "name");
    this.#name.setAttribute("dy", "0.36em");
    this.#point.append(this.#number, this.#name);
    this.root.append(this.#chainHalo, this.#chain, this.#stopLayer, this.#point);
  }

  show(overlay: Overlay | null): void {
    this.root.toggleAttribute("hidden", overlay === null);
    this.#pointOnSkin = overlay?.pointOnSkin;
    const chain = overlay?.chain ?? [];
    this.#path = overlay && chain.length > 0 ? chainPath([...chain, overlay.pointOnSkin]) : [];
    this.#stops = chain.map(stopOf);
    this.#stopLayer.replaceChildren(...this.#stops.map((stop) => stop.group));
    this.#pain = chain.length > 0 ? (overlay?.pain ?? []) : [];
    if (this.#pain.length > 0) void this.#addPainPath();
    this.#number.textContent = chain.length > 0 ? String(chain.length + 1) : "";
    this.#name.textContent = chain.length > 0 ? (overlay?.label ?? "") : "";
    this.#point.classList.toggle("numbered", chain.length > 0);
  }

  /** Lays everything where the view shows it now. */
  place(view: Pick<FigureView, "placeOnScreen" | "cellOnScreen">, width: number): void {
    this.#placed = () => this.place(view, width);
    if (!this.#pointOnSkin) return;
    const placeOnScreen = (place: Point3): ScreenPlace => view.placeOnScreen(place);
    const point = placeOnScreen(this.#pointOnSkin);
    move(this.#point, point);
    this.#painPath?.place(view, point, this.#pain);
    const path = this.#path.map((place, index) => {
      const { x, y } = placeOnScreen(place);
      return `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    for (const line of [this.#chain, this.#chainHalo]) line.setAttribute("d", path.join(""));
    for (const stop of this.#stops) {
      const at = placeOnScreen(stop.at);
      move(stop.group, at);
      // Away from the point, so that names do not lie on the path; but never out of the picture.
      putName(stop.name, at.x + NAME_PIXELS > width ? false : at.x - NAME_PIXELS < 0 || at.x >= point.x);
    }
    const last = this.#stops.at(-1);
    putName(this.#name, point.x + NAME_PIXELS > width ? false : point.x - NAME_PIXELS < 0 || !last || placeOnScreen(last.at).x < point.x);
  }

  async #addPainPath(): Promise<void> {
    const { PainPath } = await import("./pain-path");
    this.#painPath ??= new PainPath(this.#stopLayer);
    this.#placed?.();
  }
}

function putName(name: SVGTextElement, rightwards: boolean): void {
  name.setAttribute("x", String(rightwards ? STOP_RADIUS + 8 : -STOP_RADIUS - 8));
  name.setAttribute("text-anchor", rightwards ? "start" : "end");
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
