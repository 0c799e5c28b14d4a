import type { FigureView } from "../figure-view";
import { ballAt, shotAt, type Ball } from "./ball";
import type { Motion } from "./motion";
import type { PressureRing } from "./pressure-ring";
import { Timeline } from "./timeline";

export { PRESSURE_STYLES, PressureRing } from "./pressure-ring";

/** What an element shows of a motion now, in whichever view. */
export class MotionOnFigure {
  #motion: Motion | null = null;
  #timeline: Timeline | undefined;
  #time = 0;
  #view: FigureView | undefined;
  #follows = true;
  #elsewhere = true;

  readonly #ring: PressureRing;

  constructor(ring: PressureRing) {
    this.#ring = ring;
  }

  get motion(): Motion | null {
    return this.#motion;
  }

  /** Shows another motion from its start. */
  set motion(motion: Motion | null) {
    this.#motion = motion;
    this.#timeline = motion ? new Timeline(motion) : undefined;
    this.#view = undefined;
    this.#time = 0;
    this.follow(true);
  }

  /** @param time milliseconds from the start of the motion. */
  at(time: number): void {
    this.#time = time;
  }

  /** Who turns the figure by hand wants to look for themselves, until the camera is asked to follow again. */
  follow(follows: boolean): void {
    this.#elsewhere ||= follows && !this.#follows;
    this.#follows = follows;
  }

  /** Carries the motion to the view, before it draws. */
  carryTo(view: FigureView): void {
    if (this.#view !== view) {
      this.#view = view;
      this.#elsewhere = true;
      view.showMotion(this.#motion);
    }
    const moment = this.#timeline?.at(this.#time);
    if (!moment || !this.#motion) return;
    const ball = ballAt(this.#motion, moment);
    view.moveBall(ball, moment.phase.lane, moment.atMillimetres);
    if (!this.#follows) return;
    view.follow(shotAt(this.#motion, moment), this.#elsewhere);
    this.#elsewhere = false;
  }

  /** Lays the ring over what the view has drawn. */
  placeRing(view: FigureView): void {
    const ball = this.#ball();
    if (ball) this.#ring.place(ball, view.placeOnScreen(this.#isHand ? ball.touches : ball.centre), view.pixelsPerMillimetre, !this.#isHand);
    else this.#ring.hide();
  }

  get #isHand(): boolean {
    return this.#motion?.presses !== undefined && this.#motion.presses !== "ball";
  }

  #ball(): Ball | undefined {
    const moment = this.#timeline?.at(this.#time);
    return moment && this.#motion ? ballAt(this.#motion, moment) : undefined;
  }
}
