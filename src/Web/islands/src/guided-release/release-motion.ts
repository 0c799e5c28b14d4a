import type { BodyMapElement } from "../body-map/body-map";
import type { Presser } from "../body-map/motion/hand";
import { motionOf, motionTo, type Motion } from "../body-map/motion/motion";
import { Timeline } from "../body-map/motion/timeline";
import type { Overlay } from "../body-map/types";
import type { Api, ReleaseWay } from "../shared/api";
import { prefersReducedMotion } from "../shared/dom";
import type { PlannedPoint } from "../shared/store";
import type { Phase } from "./session-clock";

export interface Shown {
  readonly api: Api;
  readonly way: ReleaseWay;
  readonly point: PlannedPoint;
  readonly overlay: Overlay;
  readonly holdSeconds: number;
}

/** Where the session's clock stands, asked anew for every picture. */
export interface Standing {
  readonly phase: Phase;
  readonly runs: boolean;
  /** Milliseconds left of the phase. */
  readonly left: number;
  readonly restMs: number;
}

/** What is seen to press, for each tool; for the others nothing is drawn, and the point alone is shown. */
const PRESSERS: Partial<Readonly<Record<ReleaseWay["tool"], Presser | "ball">>> = {
  fingers: "fingers",
  "opposite-hand": "fingers",
  thumb: "thumb",
  pinch: "pinch",
  "ball-wall": "ball",
  "ball-floor": "ball",
  "ball-seat": "ball",
  "ball-table": "ball",
};

/** Shows the ball or the hand of the chosen way on the figure, in step with the session; as step pictures for who wants less motion. */
export class ReleaseMotion {
  readonly #map: BodyMapElement;
  readonly #strip: HTMLElement;
  readonly #standing: () => Standing;
  #loading: AbortController | undefined;
  #timeline: Timeline | undefined;
  #holdMs = 0;
  /** When it set out for the point, on the clock of performance.now(). */
  #setOut = 0;
  #frame = 0;

  /** @param strip the list for step pictures. */
  constructor(map: BodyMapElement, strip: HTMLElement, standing: () => Standing) {
    this.#map = map;
    this.#strip = strip;
    this.#standing = standing;
  }

  /** Takes ball and hand away. */
  clear(): void {
    this.#loading?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#timeline = undefined;
    this.#strip.hidden = true;
    if (this.#map.motion) this.#map.motion = null;
  }

  async show(shown: Shown): Promise<void> {
    this.clear();
    const loading = new AbortController();
    this.#loading = loading;
    const motion = await motionFor(shown);
    if (loading.signal.aborted || !motion) return;
    this.#holdMs = shown.holdSeconds * 1000;
    this.#timeline = new Timeline(motion);
    this.#setOut = performance.now();
    this.#map.motion = motion;
    this.sync();
    if (motion.presses || !prefersReducedMotion()) return;
    const { fillFilmstrip } = await import("../filmstrip/filmstrip");
    await fillFilmstrip(this.#strip, motion, shown.overlay, this.#map, loading.signal);
    this.#strip.hidden = loading.signal.aborted;
  }

  /** Draws where the session stands, and goes on drawing while something moves. */
  sync(): void {
    if (!this.#timeline || this.#frame) return;
    this.#draw();
  }

  readonly #draw = (): void => {
    this.#frame = 0;
    const hold = this.#timeline?.phases.find((phase) => phase.kind === "hold");
    if (!this.#timeline || !hold) return;
    const { phase, runs, left, restMs } = this.#standing();
    const still = prefersReducedMotion();
    const approach = still ? hold.startsAt : Math.min(hold.startsAt, performance.now() - this.#setOut);
    const held = hold.endsAt - Math.min(left, this.#holdMs);
    // Letting go takes as long as the ball needs for the rest of its lane; the rest goes on without it.
    const letGo = still ? this.#timeline.duration : hold.endsAt + (restMs - left);
    this.#map.motionAt({ ready: approach, preparing: approach, holding: held, resting: letGo, done: this.#timeline.duration }[phase]);
    const comes = (phase === "ready" || phase === "preparing") && approach < hold.startsAt;
    const moves = comes || (runs && phase !== "preparing" && !still);
    if (moves && !document.hidden) this.#frame = requestAnimationFrame(this.#draw);
  };
}

async function motionFor({ api, way, point, overlay, holdSeconds }: Shown): Promise<Motion | undefined> {
  if (way.rolls && point.side !== "midline") {
    const roll = await api.roll(point.muscle, way.technique);
    return motionTo(motionOf(roll, point.side, holdSeconds), point.point);
  }
  const presser = PRESSERS[way.tool];
  if (!presser) return undefined;
  const { pressMotionOf } = await import("../body-map/motion/press-motion");
  return pressMotionOf({ overlay, point: point.point, where: point.where, cue: way.cue, holdSeconds, maxDiscomfort: way.dose.maxDiscomfort, presser });
}
