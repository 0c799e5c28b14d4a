import { clamp } from "../geometry/vector";
import type { Point2 } from "../geometry/outline";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the drawing: its centre and the height and width it must at least show. */
interface Window {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Closest view of the whole figure: a hand's breadth fills the element. */
const MOST_ZOOM = 16;
/** A close-up goes closer still, in pieces of this height in millimetres, but a drawing of a hand needs little more. */
const CLOSEST_HEIGHT_MILLIMETRES = 110;
const LEAST_MOST_ZOOM = 2.5;
const ANIMATION_MILLISECONDS = 420;

/** Which part of a flat drawing is seen, and where its places lie in the element. All of it at zoom 1. */
export class FlatCamera {
  readonly #drawing: Size;
  readonly #mostZoom: number;
  #element: Size = { width: 1, height: 1 };
  #now: Window;
  #move: { from: Window; to: Window; startedAt: number | undefined } | undefined;

  constructor(drawing: Size) {
    this.#drawing = drawing;
    this.#mostZoom = clamp(drawing.height / CLOSEST_HEIGHT_MILLIMETRES, LEAST_MOST_ZOOM, MOST_ZOOM);
    this.#now = this.#home;
  }

  get #home(): Window {
    return { x: this.#drawing.width / 2, y: this.#drawing.height / 2, zoom: 1 };
  }

  get zoom(): number {
    return this.#now.zoom;
  }

  get moving(): boolean {
    return this.#move !== undefined;
  }

  /** Pixels of the element for one millimetre. */
  get scale(): number {
    const fitting = Math.min(this.#element.width / this.#drawing.width, this.#element.height / this.#drawing.height);
    return fitting * this.#now.zoom;
  }

  /** The viewBox that makes an SVG of the element's size show just this. */
  get viewBox(): string {
    const width = this.#element.width / this.scale;
    const height = this.#element.height / this.scale;
    return [this.#now.x - width / 2, this.#now.y - height / 2, width, height].map((value) => value.toFixed(2)).join(" ");
  }

  resize(element: Size): void {
    this.#element = { width: Math.max(1, element.width), height: Math.max(1, element.height) };
  }

  toElement(point: Point2): Point2 {
    return {
      x: this.#element.width / 2 + (point.x - this.#now.x) * this.scale,
      y: this.#element.height / 2 + (point.y - this.#now.y) * this.scale,
    };
  }

  toDrawing(point: Point2): Point2 {
    return {
      x: this.#now.x + (point.x - this.#element.width / 2) / this.scale,
      y: this.#now.y + (point.y - this.#element.height / 2) / this.scale,
    };
  }

  /** @param factor more than 1 comes closer. @param at the place of the element that stays where it is. */
  zoomBy(factor: number, at: Point2): void {
    this.#move = undefined;
    const kept = this.toDrawing(at);
    const zoom = clamp(this.#now.zoom * factor, 1, this.#mostZoom);
    this.#now = { ...this.#now, zoom };
    const moved = this.toDrawing(at);
    this.#now = this.#inside({ x: this.#now.x + kept.x - moved.x, y: this.#now.y + kept.y - moved.y, zoom });
  }

  panBy(pixelsX: number, pixelsY: number): void {
    this.#move = undefined;
    this.#now = this.#inside({ ...this.#now, x: this.#now.x - pixelsX / this.scale, y: this.#now.y - pixelsY / this.scale });
  }

  /** Goes to a place so that a circle of the radius around it is seen; null goes home. */
  goTo(place: Point2 | null, radius: number, animate: boolean): void {
    const fitting = this.scale / this.#now.zoom;
    const shorter = Math.min(this.#element.width, this.#element.height);
    const to = place
      ? this.#inside({ x: place.x, y: place.y, zoom: clamp(shorter / (2 * radius * fitting), 1, this.#mostZoom) })
      : this.#home;
    this.#move = animate ? { from: this.#now, to, startedAt: undefined } : undefined;
    if (!animate) this.#now = to;
  }

  /** @param now any clock in milliseconds. @returns whether the view is still moving. */
  advance(now: number): boolean {
    const move = this.#move;
    if (!move) return false;
    move.startedAt ??= now;
    const share = clamp((now - move.startedAt) / ANIMATION_MILLISECONDS, 0, 1);
    const eased = 1 - (1 - share) ** 3;
    const between = (from: number, to: number): number => from + (to - from) * eased;
    this.#now = {
      x: between(move.from.x, move.to.x),
      y: between(move.from.y, move.to.y),
      zoom: Math.exp(between(Math.log(move.from.zoom), Math.log(move.to.zoom))),
    };
    if (share === 1) this.#move = undefined;
    return share < 1;
  }

  /** Keeps the middle of the element on the drawing, and the drawing in the middle when all of it is seen. */
  #inside(wanted: Window): Window {
    const slack = 1 - 1 / wanted.zoom;
    const halfWidth = (this.#drawing.width / 2) * slack;
    const halfHeight = (this.#drawing.height / 2) * slack;
    return {
      x: clamp(wanted.x, this.#drawing.width / 2 - halfWidth, this.#drawing.width / 2 + halfWidth),
      y: clamp(wanted.y, this.#drawing.height / 2 - halfHeight, this.#drawing.height / 2 + halfHeight),
      zoom: wanted.zoom,
    };
  }
}
