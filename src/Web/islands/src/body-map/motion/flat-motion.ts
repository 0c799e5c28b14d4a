import type { Point2 } from "../geometry/outline";
import { dot } from "../geometry/vector";
import type { Point3 } from "../types";
import { visibleSeam, type Ball } from "./ball";
import { drawHand, handTransform } from "./hand";
import type { Motion } from "./motion";

const SVG = "http://www.w3.org/2000/svg";
/** A ball on skin that looks away by more than this is on the far side of the body. */
const TURNED_AWAY = -0.2;
/** Nearer than this to the body's middle, in millimetres, a hand comes straight from below. */
const NEAR_MIDDLE = 8;

/** How a drawing shows places: where they are on it, and the direction from the body to whoever looks. */
export interface DrawnFrom {
  project(place: Point3): Point2;
  readonly towardsViewer: Point3;
}

let count = 0;

/** A ball, its lane and what it does to the skin, drawn flat. One unit is a millimetre. Used by the figure and by step pictures. */
export class FlatMotion {
  readonly group = make("g", "motion");
  readonly #from: DrawnFrom;
  readonly #lanes = make("g", "lanes");
  readonly #trail = make("path", "trail");
  readonly #dent = make("ellipse", "dent");
  readonly #ball = make("g", "ball");
  readonly #body = make("circle", "body");
  readonly #seam = make("path", "seam");
  readonly #shade = make("circle", "shade");
  readonly #hand = make("g", "hands");
  readonly #paint: string;
  #motion: Motion | null = null;

  constructor(from: DrawnFrom) {
    this.#from = from;
    const name = `unknot-ball-${++count}`;
    this.#paint = `${name}-finger`;
    const paints = make("defs", "paints");
    paints.append(
      gradient(`${name}-light`, { cx: 0.36, cy: 0.3, r: 0.78 }, [["ball-light", 0], ["ball-colour", 0.45], ["ball-dark", 1]]),
      gradient(`${name}-dent`, { cx: 0.5, cy: 0.5, r: 0.5 }, [["dent-deep", 0], ["dent-deep", 0.45], ["dent-none", 1]]),
      along(this.#paint, [["finger-tip", 0.45], ["finger-base", 1]]),
      along(`${this.#paint}-edge`, [["finger-edge", 0.35], ["finger-edge-base", 0.95]]),
    );
    this.#body.setAttribute("fill", `url(#${name}-light)`);
    this.#dent.setAttribute("fill", `url(#${name}-dent)`);
    this.#ball.append(this.#body, this.#seam, this.#shade);
    this.group.append(paints, this.#lanes, this.#trail, this.#dent, this.#ball, this.#hand);
    this.group.setAttribute("visibility", "hidden");
  }

  /** The lanes; null takes all of it away. */
  show(motion: Motion | null): void {
    this.#motion = motion;
    this.group.setAttribute("visibility", motion ? "visible" : "hidden");
    // Where something only presses there is no way to be shown.
    const lanes = motion?.presses ? [] : (motion?.lanes ?? []);
    const hand = motion?.presses !== undefined && motion.presses !== "ball" ? motion.presses : undefined;
    this.#hand.replaceChildren(...(hand ? [drawHand(hand, this.#paint)] : []));
    for (const part of [this.#ball, this.#dent]) part.setAttribute("visibility", hand ? "hidden" : "inherit");
    this.#lanes.replaceChildren(
      ...lanes.flatMap((lane) => {
        const way = this.#line(lane.places.map((place) => place.at));
        const stops = lane.pauses.map((pause) => {
          const place = lane.places[Math.round((pause.atMillimetres / lane.lengthMillimetres) * (lane.places.length - 1))];
          const stop = make("circle", "stop");
          const at = this.#from.project(place?.at ?? { x: 0, y: 0, z: 0 });
          setAll(stop, { cx: at.x, cy: at.y, r: 5 });
          return stop;
        });
        return [pathOf("lane-edge", way), pathOf("lane", way), ...stops];
      }),
    );
  }

  /** @param lane number of the ball's lane. @param passed millimetres from the lane's start to the ball. */
  move(ball: Ball, lane: number, passed: number): void {
    const { touches, centre } = ball;
    const [at, middle] = [this.#from.project(touches), this.#from.project(centre)];
    const behind = dot(ball.out, this.#from.towardsViewer) < TURNED_AWAY;
    this.group.classList.toggle("behind", behind);
    const way = this.#motion?.lanes[lane];
    const rolls = !this.#motion?.presses;
    const done = way?.places.filter((_, index) => (index / (way.places.length - 1)) * way.lengthMillimetres < passed).map((place) => place.at) ?? [];
    this.#trail.setAttribute("d", rolls ? this.#line([...done, touches]) : "");
    if (this.#hand.firstChild) this.#moveHand(ball, at, behind);
    // The shadow falls to the lower right, farther away the higher the ball is.
    const shadow = ball.radius * (1.22 + ball.pressure * 0.028 + ball.lift * 0.5);
    setAll(this.#dent, { cx: at.x + 3 + ball.lift * 18, cy: at.y + 5 + ball.lift * 24, rx: shadow, ry: shadow });
    this.#dent.style.opacity = String((0.55 + ball.pressure * 0.07) * (1 - 0.7 * ball.lift));
    setAll(this.#body, { cx: middle.x, cy: middle.y, r: ball.radius });
    setAll(this.#shade, { cx: middle.x, cy: middle.y, r: ball.radius - 0.6 });
    this.#seam.setAttribute("d", visibleSeam(ball, this.#from.towardsViewer).map((line) => this.#line(line)).join(""));
    this.#ball.style.opacity = String(behind ? 0.35 : 1 - ball.lift * 0.75);
  }

  #moveHand({ touches, pressure, lift }: Ball, at: Point2, behind: boolean): void {
    const middle = this.#from.project({ ...touches, x: 0 });
    this.#hand.firstElementChild?.setAttribute("transform", handTransform(at, Math.abs(at.x - middle.x) < NEAR_MIDDLE ? 0 : Math.sign(at.x - middle.x), pressure, lift));
    this.#hand.style.opacity = String(behind ? 0.35 : 1 - lift * 0.75);
  }

  #line(places: readonly Point3[]): string {
    return places.map((place, index) => {
      const { x, y } = this.#from.project(place);
      return `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    }).join("");
  }
}

type Stops = readonly (readonly [name: string, offset: number])[];

/** From the tip of a finger to its base. */
function along(id: string, stops: Stops): SVGLinearGradientElement {
  const paint = make("linearGradient", "paint");
  setAll(paint, { x1: 0, y1: 0, x2: 0, y2: 1 });
  return withStops(paint, id, stops);
}

function gradient(id: string, at: Readonly<Record<string, number>>, stops: Stops): SVGRadialGradientElement {
  const paint = make("radialGradient", "paint");
  setAll(paint, at);
  return withStops(paint, id, stops);
}

function withStops<Paint extends SVGGradientElement>(paint: Paint, id: string, stops: Stops): Paint {
  paint.id = id;
  paint.append(
    ...stops.map(([name, offset]) => {
      const stop = make("stop", name);
      stop.setAttribute("offset", String(offset));
      return stop;
    }),
  );
  return paint;
}

function pathOf(name: string, d: string): SVGPathElement {
  const path = make("path", name);
  path.setAttribute("d", d);
  return path;
}

function setAll(element: SVGElement, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(Math.round(value * 100) / 100));
}

function make<Name extends keyof SVGElementTagNameMap>(name: Name, className: string): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  element.classList.add(className);
  return element;
}
