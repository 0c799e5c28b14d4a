import type { BodyMapElement } from "../body-map/body-map";
import { motionOf, motionTo } from "../body-map/motion/motion";
import { Timeline } from "../body-map/motion/timeline";
import type { Overlay } from "../body-map/types";
import type { Api, ReleaseWay } from "../shared/api";
import { prefersReducedMotion } from "../shared/dom";
import type { PlannedPoint } from "../shared/store";
import { REST_MS, type HoldTimer } from "./hold-timer";

export interface Shown {
  readonly api: Api;
  readonly way: ReleaseWay;
  readonly point: PlannedPoint;
  readonly overlay: Overlay;
  readonly holdSeconds: number;
}

/** Shows the ball of the chosen way on the figure, in step with the session's timer; as step pictures for who wants less motion. */
export class ReleaseMotion {
  readonly #map: BodyMapElement;
  readonly #strip: HTMLElement;
  readonly #timer: HoldTimer;
  #loading: AbortController | undefined;
  #timeline: Timeline | undefined;
  #holdMs = 0;
  /** When the ball set out for the point, on the clock of performance.now(). */
  #setOut = 0;
  #frame = 0;

  /** @param strip the list for step pictures. */
  constructor(map: BodyMapElement, strip: HTMLElement, timer: HoldTimer) {
    this.#map = map;
    this.#strip = strip;
    this.#timer = timer;
  }

  /** Takes the ball away. */
  clear(): void {
    this.#loading?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#timeline = undefined;
    this.#strip.hidden = true;
    if (this.#map.motion) this.#map.motion = null;
  }

  /** Rolls to the point when the way is one with a ball; otherwise there is none. */
  async show({ api, way, point, overlay, holdSeconds }: Shown): Promise<void> {
    this.clear();
    if (!way.rolls || point.side === "midline") return;
    const loading = new AbortController();
    this.#loading = loading;
    const roll = await api.roll(point.muscle, way.technique);
    const motion = motionTo(motionOf(roll, point.side, holdSeconds), point.point);
    if (loading.signal.aborted || !motion) return;
    this.#holdMs = holdSeconds * 1000;
    this.#timeline = new Timeline(motion);
    this.#setOut = performance.now();
    this.#map.motion = motion;
    this.sync();
    if (!prefersReducedMotion()) return;
    const { fillFilmstrip } = await import("../filmstrip/filmstrip");
    await fillFilmstrip(this.#strip, motion, overlay, this.#map, loading.signal);
    this.#strip.hidden = loading.signal.aborted;
  }

  /** Draws where the timer stands, and goes on drawing while something moves. */
  sync(): void {
    if (!this.#timeline || this.#frame) return;
    this.#draw();
  }

  readonly #draw = (): void => {
    this.#frame = 0;
    const hold = this.#timeline?.phases.find((phase) => phase.kind === "hold");
    if (!this.#timeline || !hold) return;
    const { phase } = this.#timer;
    const left = this.#timer.left(Date.now());
    const still = prefersReducedMotion();
    const approach = still ? hold.startsAt : Math.min(hold.startsAt, performance.now() - this.#setOut);
    const held = hold.endsAt - Math.min(left, this.#holdMs);
    // Letting go takes as long as the ball needs for the rest of its lane; the rest goes on without it.
    const letGo = still ? this.#timeline.duration : hold.endsAt + (REST_MS - left);
    this.#map.motionAt({ ready: approach, holding: held, paused: held, resting: letGo, done: this.#timeline.duration }[phase]);
    const moves = phase === "ready" ? approach < hold.startsAt : this.#timer.isRunning && !still;
    if (moves && !document.hidden) this.#frame = requestAnimationFrame(this.#draw);
  };
}
