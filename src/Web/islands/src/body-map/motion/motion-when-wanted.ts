import type { FigureView } from "../figure-view";
import type { Motion } from "./motion";
import type { MotionOnFigure } from "./motion-figure";

/** The motion on the figure; its code is fetched for the first one, and catches up with what was asked for until then. */
export class MotionWhenWanted {
  readonly #addRing: (ring: Element, rules: string) => void;
  readonly #ready: () => void;
  #onFigure: MotionOnFigure | undefined;
  #motion: Motion | null = null;
  #time = 0;

  /** @param addRing lays the ring over the figure. @param ready hears that there is something to draw. */
  constructor(addRing: (ring: Element, rules: string) => void, ready: () => void) {
    this.#addRing = addRing;
    this.#ready = ready;
  }

  get motion(): Motion | null {
    return this.#motion;
  }

  set motion(motion: Motion | null) {
    this.#motion = motion;
    this.#time = 0;
    if (this.#onFigure) this.#onFigure.motion = motion;
    else if (motion) void this.#begin();
  }

  /** @param time milliseconds from the start of the motion. */
  at(time: number): void {
    this.#time = time;
    this.#onFigure?.at(time);
  }

  follow(follows: boolean): void {
    this.#onFigure?.follow(follows);
  }

  carryTo(view: FigureView): void {
    this.#onFigure?.carryTo(view);
  }

  placeRing(view: FigureView): void {
    this.#onFigure?.placeRing(view);
  }

  async #begin(): Promise<void> {
    const { MotionOnFigure, PRESSURE_STYLES, PressureRing } = await import("./motion-figure");
    if (!this.#onFigure) {
      const ring = new PressureRing();
      this.#addRing(ring.root, PRESSURE_STYLES);
      this.#onFigure = new MotionOnFigure(ring);
    }
    this.#onFigure.motion = this.#motion;
    this.#onFigure.at(this.#time);
    this.#ready();
  }
}
