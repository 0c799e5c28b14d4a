import { sheetOf } from "../../shared/dom";
import type { ScreenPlace } from "../figure-view";
import type { Point2 } from "../geometry/outline";
import type { ExactPlace, NearbyPlace, Point3 } from "../types";
import { EXACT_STYLES } from "./exact-styles";
import { layOutLabels, nearestIn, type Box } from "./label-layout";
import { distanceInWords } from "./words";

const SVG = "http://www.w3.org/2000/svg";
/** A dot nearer to the edge than this is out of the picture: an arrow at the edge shows where it would be. */
const EDGE_PIXELS = 14;
/** What lies over the figure in its corners: the menus, the zoom buttons, the words for the sides. */
const CORNERS = { menu: { width: 140, height: 112 }, buttons: { width: 62, height: 172 }, sides: { width: 112, height: 50 } };
const LEAST_SPREAD_PIXELS = 26;
/** On a small picture more than the nearest few would bury it; the words beside the figure name them all. */
const SMALL = { pixels: 340, labels: 3 };

interface Sign {
  readonly near: NearbyPlace;
  readonly label: HTMLElement;
  readonly dot: SVGGElement;
  readonly leader: SVGPathElement;
}

export interface ExactStage {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMillimetre: number;
  /** While the figure moves only the target is shown. */
  readonly moving: boolean;
  placeOnScreen(place: Point3): ScreenPlace;
}

/** A point to the finger's breadth: a target with the circle in which the knot may lie, and the landmarks around it by name. */
export class ExactMarks {
  readonly root = document.createElement("div");
  readonly #drawing = make("svg", "exact-lines");
  readonly #target = make("g", "exact-target");
  readonly #spread = make("circle", "spread");
  #exact: ExactPlace | null = null;
  #signs: readonly Sign[] = [];

  readonly #inside = this.root.attachShadow({ mode: "open" });

  constructor() {
    this.root.className = "exact";
    this.#inside.adoptedStyleSheets = [sheetOf(EXACT_STYLES)];
    this.root.hidden = true;
    const [halo, ring, dot] = ["halo", "ring", "dot"].map((name) => make("circle", name));
    halo?.setAttribute("r", "9");
    ring?.setAttribute("r", "9");
    dot?.setAttribute("r", "3.5");
    this.#target.append(this.#spread, ...[halo, ring, dot].filter((each) => each !== undefined), ...crossHairs());
    this.#inside.append(this.#drawing);
  }

  show(exact: ExactPlace | null): void {
    this.#exact = exact;
    this.root.hidden = exact === null;
    for (const { label } of this.#signs) label.remove();
    this.#signs = (exact?.nearby ?? []).map(signOf);
    this.#inside.append(...this.#signs.map((sign) => sign.label));
    this.#drawing.replaceChildren(...this.#signs.map((sign) => sign.leader), ...this.#signs.map((sign) => sign.dot), this.#target);
  }

  /** Lays everything where the view shows it now. */
  place(stage: ExactStage): void {
    const exact = this.#exact;
    if (!exact) return;
    const middle = stage.placeOnScreen(exact.pointOnSkin);
    const spread = Math.max(LEAST_SPREAD_PIXELS, exact.spreadMillimetres * stage.pixelsPerMillimetre);
    this.#target.setAttribute("transform", `translate(${middle.x.toFixed(1)} ${middle.y.toFixed(1)})`);
    this.#spread.setAttribute("r", spread.toFixed(1));
    this.root.classList.toggle("moving", stage.moving);
    if (stage.moving) return;
    const area: Box = { x: 0, y: 0, width: stage.width, height: stage.height };
    const isSmall = Math.min(stage.width, stage.height) < SMALL.pixels;
    const signs = isSmall ? this.#signs.slice(0, SMALL.labels) : this.#signs;
    for (const sign of this.#signs) {
      for (const part of [sign.label, sign.dot, sign.leader]) part.classList.toggle("left-out", !signs.includes(sign));
    }
    const dots = signs.map(({ near }) => dotOf(stage.placeOnScreen(near), middle, area));
    const wanted = signs.map(({ label }, index) => ({ dot: dots[index] ?? middle, width: label.offsetWidth, height: label.offsetHeight }));
    // On a small picture the circle may lie under a label, the target itself not.
    const around = isSmall ? LEAST_SPREAD_PIXELS : Math.min(spread, Math.min(stage.width, stage.height) / 4);
    const target: Box = { x: middle.x - around, y: middle.y - around, width: 2 * around, height: 2 * around };
    const boxes = layOutLabels(wanted, [target, ...cornersOf(area)], area, middle);
    signs.forEach((sign, index) => {
      const [dot, box] = [dots[index], boxes[index]];
      if (dot && box) lay(sign, dot, box);
    });
  }
}

interface Dot extends Point2 {
  /** Towards a landmark that lies outside the picture, in degrees; undefined for one inside. */
  readonly beyond: number | undefined;
}

/** Where a landmark is, or where the line to it leaves the picture. */
function dotOf(at: Point2, middle: Point2, area: Box): Dot {
  const inside = at.x > EDGE_PIXELS && at.y > EDGE_PIXELS && at.x < area.width - EDGE_PIXELS && at.y < area.height - EDGE_PIXELS;
  if (inside) return { x: at.x, y: at.y, beyond: undefined };
  const [dx, dy] = [at.x - middle.x, at.y - middle.y];
  const shares = [
    dx > 0 ? (area.width - EDGE_PIXELS - middle.x) / dx : dx < 0 ? (EDGE_PIXELS - middle.x) / dx : Infinity,
    dy > 0 ? (area.height - EDGE_PIXELS - middle.y) / dy : dy < 0 ? (EDGE_PIXELS - middle.y) / dy : Infinity,
  ];
  const share = Math.min(1, ...shares);
  return { x: middle.x + dx * share, y: middle.y + dy * share, beyond: (Math.atan2(dy, dx) * 180) / Math.PI };
}

const cornersOf = ({ width, height }: Box): Box[] => [
  { x: 0, y: 0, ...CORNERS.menu },
  { x: width - CORNERS.buttons.width, y: 0, ...CORNERS.buttons },
  { x: 0, y: height - CORNERS.sides.height, ...CORNERS.sides },
  { x: width - CORNERS.sides.width, y: height - CORNERS.sides.height, ...CORNERS.sides },
];

function lay({ label, dot: mark, leader }: Sign, dot: Dot, box: Box): void {
  label.style.transform = `translate(${box.x.toFixed(0)}px, ${box.y.toFixed(0)}px)`;
  mark.setAttribute("transform", `translate(${dot.x.toFixed(1)} ${dot.y.toFixed(1)})${dot.beyond === undefined ? "" : ` rotate(${dot.beyond.toFixed(0)})`}`);
  mark.classList.toggle("beyond", dot.beyond !== undefined);
  const end = nearestIn(box, dot);
  leader.setAttribute("d", `M${dot.x.toFixed(1)} ${dot.y.toFixed(1)}L${end.x.toFixed(1)} ${end.y.toFixed(1)}`);
}

function signOf(near: NearbyPlace): Sign {
  const label = document.createElement("div");
  label.className = "exact-label";
  const name = document.createElement("b");
  name.textContent = near.name;
  const distance = document.createElement("span");
  distance.textContent = distanceInWords(near.distanceMillimetres);
  label.append(name, distance);
  const dot = make("g", "exact-dot");
  const circle = make("circle", "spot");
  circle.setAttribute("r", "5");
  const arrow = make("path", "arrow");
  arrow.setAttribute("d", "M-5 -7L7 0L-5 7Z");
  dot.append(circle, arrow);
  return { near, label, dot, leader: make("path", "leader") };
}

function crossHairs(): SVGPathElement[] {
  const path = make("path", "hairs");
  path.setAttribute("d", "M0 -20V-12M0 12V20M-20 0H-12M12 0H20");
  return [path];
}

function make<Name extends keyof SVGElementTagNameMap>(name: Name, className: string): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  element.classList.add(className);
  return element;
}
