import type { Point2 } from "./geometry/outline";

/** What fingers, pens and mice do to the figure. Places are pixels from the element's upper left corner. */
export interface GestureTarget {
  /** Whether a stroke may begin at this place. */
  canPaintAt(at: Point2): boolean;
  /** Whether a finger set down here is the figure's; otherwise the page may scroll with it. */
  claimsFingerAt(at: Point2): boolean;
  strokeBegins(at: Point2): void;
  strokeMoves(to: Point2): void;
  /** @param keep false takes the stroke back. */
  strokeEnds(keep: boolean): void;
  turn(pixelsX: number, pixelsY: number): void;
  pinch(factor: number, at: Point2, pixelsX: number, pixelsY: number): void;
  /** @returns whether the zoom changed; otherwise the page may scroll. */
  wheel(factor: number, at: Point2, event: WheelEvent): boolean;
}

const PRIMARY_BUTTON = 0;
const WHEEL_PIXELS_PER_DOUBLING = 400;
const PIXELS_PER_WHEEL_LINE = 32;

/**
 * Turns pointer events into strokes, turns and pinches. One finger paints or turns; two never paint, and what the first painted before
 * the second came is taken back: a stroke that is lost is soon drawn again, one that nobody meant may go unseen.
 */
export class Gestures {
  readonly #surface: HTMLElement;
  readonly #target: GestureTarget;
  readonly #pointers = new Map<number, Point2>();
  /** The pointer that paints. */
  #stroke: number | undefined;

  /** @param signal when it aborts nothing is listened to any more. */
  constructor(surface: HTMLElement, target: GestureTarget, signal: AbortSignal) {
    this.#surface = surface;
    this.#target = target;
    surface.addEventListener("touchstart", this.#claimFinger, { signal, passive: false });
    surface.addEventListener("pointerdown", this.#down, { signal });
    surface.addEventListener("pointermove", this.#move, { signal });
    surface.addEventListener("pointerup", this.#up, { signal });
    surface.addEventListener("pointercancel", this.#cancel, { signal });
    surface.addEventListener("lostpointercapture", this.#up, { signal });
    surface.addEventListener("wheel", this.#wheel, { signal, passive: false });
    surface.addEventListener("contextmenu", this.#refuseMenu, { signal });
    signal.addEventListener("abort", () => this.#endStroke(true));
  }

  /** By rules alone (touch-action) the patches of a drawing could not be told from the paper beside them. */
  readonly #claimFinger = (event: TouchEvent): void => {
    const [first] = event.touches;
    if (event.touches.length > 1 || (first && this.#target.claimsFingerAt(this.#placeOf(first)))) event.preventDefault();
  };

  readonly #down = (event: PointerEvent): void => {
    if (this.#pointers.size >= 2) return;
    const at = this.#placeOf(event);
    this.#pointers.set(event.pointerId, at);
    this.#surface.setPointerCapture(event.pointerId);
    if (this.#pointers.size === 2) {
      this.#endStroke(false);
    } else if (event.button === PRIMARY_BUTTON && !event.shiftKey && this.#target.canPaintAt(at)) {
      this.#stroke = event.pointerId;
      this.#target.strokeBegins(at);
    }
  };

  readonly #move = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const at = this.#placeOf(event);
    if (this.#stroke === event.pointerId) {
      for (const each of placesPassed(event)) this.#target.strokeMoves(this.#placeOf(each));
    } else if (this.#pointers.size === 2) {
      this.#pinch(event.pointerId, before, at);
    } else {
      this.#target.turn(at.x - before.x, at.y - before.y);
    }
    this.#pointers.set(event.pointerId, at);
  };

  readonly #up = (event: PointerEvent): void => this.#release(event.pointerId, true);

  /** The browser took the gesture over, for instance to scroll the page. */
  readonly #cancel = (event: PointerEvent): void => this.#release(event.pointerId, false);

  readonly #wheel = (event: WheelEvent): void => {
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_WHEEL_LINE : 1);
    // A pinch on a track pad arrives as a wheel with the control key and small steps.
    const factor = 2 ** (-pixels / (event.ctrlKey ? WHEEL_PIXELS_PER_DOUBLING / 4 : WHEEL_PIXELS_PER_DOUBLING));
    if (this.#target.wheel(factor, this.#placeOf(event), event)) event.preventDefault();
  };

  /** The right button turns the figure. */
  readonly #refuseMenu = (event: Event): void => event.preventDefault();

  #pinch(pointer: number, before: Point2, at: Point2): void {
    const other = [...this.#pointers].find(([id]) => id !== pointer)?.[1];
    if (!other) return;
    const apartBefore = Math.hypot(before.x - other.x, before.y - other.y);
    const apart = Math.hypot(at.x - other.x, at.y - other.y);
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.#target.pinch(apart / Math.max(1, apartBefore), middle, (at.x - before.x) / 2, (at.y - before.y) / 2);
  }

  #release(pointer: number, keep: boolean): void {
    if (!this.#pointers.delete(pointer)) return;
    if (this.#stroke === pointer) this.#endStroke(keep);
  }

  #endStroke(keep: boolean): void {
    if (this.#stroke === undefined) return;
    this.#stroke = undefined;
    this.#target.strokeEnds(keep);
  }

  #placeOf(event: { readonly clientX: number; readonly clientY: number }): Point2 {
    const box = this.#surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

/** All places since the last event; browsers only tell them on a secure connection. */
function placesPassed(event: PointerEvent): readonly PointerEvent[] {
  const passed = "getCoalescedEvents" in event ? event.getCoalescedEvents() : [];
  return passed.length > 0 ? passed : [event];
}
