import type { FigureView } from "../figure-view";
import type { Motion } from "./motion";
import type { MotionOnFigure } from "./motion-figure";
import type { PressureRing } from "./pressure-ring";

/** The motion on the figure; its code is fetched for the first one, and catches up with what was asked for until then. */
export class MotionWhenWanted {
  readonly #ring: PressureRing;
  readonly #ready: () => void;
  #onFigure: MotionOnFigure | undefined;
  #motion: Motion | null = null;
  #time = 0;

  /** @param ready hears that there is something to draw. */
  constructor(ring: PressureRing, ready: () => void) {
    this.#ring = ring;
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
    const { MotionOnFigure } = await import("./motion-figure");
    this.#onFigure ??= new MotionOnFigure(this.#ring);
    this.#onFigure.motion = this.#motion;
    this.#onFigure.at(this.#time);
    this.#ready();
  }
}
