import { t } from "../../shared/text";
import { clamp } from "../geometry/vector";
import type { Motion, MotionLane, MotionPause } from "./motion";

export type PhaseKind = "place" | "roll" | "turn" | "hold" | "lift";

/** A stretch of the motion with one thing happening. Times are milliseconds from the start of the motion. */
export interface MotionPhase {
  readonly kind: PhaseKind;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Number of the lane. */
  readonly lane: number;
  /** Way from the start of the lane, at the beginning and at the end of the phase. */
  readonly from: number;
  readonly to: number;
  readonly caption: string;
  /** The point that is held; undefined in any other phase. */
  readonly pause: MotionPause | undefined;
}

/** The motion at one moment. */
export interface Moment {
  readonly phase: MotionPhase;
  readonly index: number;
  readonly atMillimetres: number;
  /** Discomfort out of 10 that the press may cause now; 0 while the ball is off the skin. */
  readonly pressure: number;
  /** How far the ball is above the skin, as a share of its way down: 0 touches. */
  readonly lift: number;
  /** Of a hold: 0 at its start, 1 at its end; 0 otherwise. */
  readonly held: number;
  /** Of a hold: 0 … 1, rising softly at its start and falling softly at its end, for all that comes closer while it lasts. */
  readonly closeness: number;
  readonly secondsLeft: number;
}

const PLACE_MS = 1800;
const TURN_MS = 1600;
const LIFT_MS = 1400;
/** The ball gathers speed and slows down over this time, at both ends of a roll. */
const RAMP_MS = 350;
/** A press sinks in over two or three breaths, but not longer than half of a short hold. */
const SINK_MS = 4000;
const CLOSER_MS = 1400;

/**
 * When what happens in a motion. Everything follows from the time alone, so that jumping to a moment shows just what playing
 * up to it shows.
 */
export class Timeline {
  readonly phases: readonly MotionPhase[];
  readonly #motion: Motion;

  /** @throws RangeError for a motion without a lane or with a speed that is not above 0. */
  constructor(motion: Motion) {
    if (motion.lanes.length === 0) throw new RangeError("A motion needs a lane.");
    if (!(motion.millimetresPerSecond > 0)) throw new RangeError(`A speed of ${motion.millimetresPerSecond} mm/s does not move.`);
    this.#motion = motion;
    const phases: MotionPhase[] = [];
    motion.lanes.forEach((lane, index) => addLane(phases, motion, lane, index));
    this.phases = phases;
  }

  /** In milliseconds. */
  get duration(): number {
    return this.phases.at(-1)?.endsAt ?? 0;
  }

  /** The number of the phase at a time; times before and after the motion belong to its ends. */
  indexAt(time: number): number {
    const index = this.phases.findIndex((phase) => time < phase.endsAt);
    return index < 0 ? this.phases.length - 1 : index;
  }

  at(time: number): Moment {
    const now = clamp(time, 0, this.duration);
    const index = this.indexAt(now);
    const phase = this.phases[index];
    if (!phase) throw new RangeError("A motion has phases.");
    const elapsed = now - phase.startsAt;
    const length = phase.endsAt - phase.startsAt;
    const share = clamp(elapsed / length, 0, 1);
    const { rollingDiscomfort: rolling, holdingDiscomfort: holding } = this.#motion;
    const sunk = smooth(elapsed / Math.min(SINK_MS, length / 2));
    const closeness = phase.kind === "hold" ? smooth(elapsed / Math.min(CLOSER_MS, length / 2)) * smooth((length - elapsed) / Math.min(CLOSER_MS, length / 2)) : 0;
    return {
      phase,
      index,
      atMillimetres: phase.kind === "roll" ? phase.from + (phase.to - phase.from) * ramped(elapsed, length) : phase.to,
      pressure: { place: rolling * smooth(share * 2 - 1), roll: rolling, turn: rolling, hold: rolling + (holding - rolling) * sunk * smooth((length - elapsed) / Math.min(CLOSER_MS, length / 2)), lift: rolling * smooth(1 - share * 2) }[phase.kind],
      lift: { place: 1 - smooth(share * 1.6), roll: 0, turn: 0, hold: 0, lift: smooth(share * 1.6 - 0.6) }[phase.kind],
      held: phase.kind === "hold" ? share : 0,
      closeness,
      secondsLeft: (phase.endsAt - now) / 1000,
    };
  }

  /** Where a step back from a time leads: to the start of the phase, or of the one before when that has only just begun. */
  before(time: number): number {
    const index = this.indexAt(time);
    const started = this.phases[index]?.startsAt ?? 0;
    return time - started > JUST_BEGUN_MS ? started : (this.phases[index - 1]?.startsAt ?? 0);
  }

  /** Where a step on from a time leads: to the start of the next phase, or to the end. */
  after(time: number): number {
    return this.phases[this.indexAt(time) + 1]?.startsAt ?? this.duration;
  }
}

const JUST_BEGUN_MS = 1000;

/** 0 up to 0, 1 from 1 on, softly in between. */
export function smooth(share: number): number {
  const t = clamp(share, 0, 1);
  return t * t * (3 - 2 * t);
}

/** The share of a way with a steady speed but for both ends. */
function ramped(elapsed: number, length: number): number {
  const ramp = Math.min(RAMP_MS, length / 2);
  const cruise = length - ramp;
  if (elapsed < ramp) return (elapsed * elapsed) / (2 * ramp * cruise);
  if (elapsed > length - ramp) return 1 - (length - elapsed) ** 2 / (2 * ramp * cruise);
  return (elapsed - ramp / 2) / cruise;
}

function addLane(phases: MotionPhase[], motion: Motion, lane: MotionLane, index: number): void {
  let now = phases.at(-1)?.endsAt ?? 0;
  let at = 0;
  const add = (kind: PhaseKind, milliseconds: number, to: number, caption: string, pause?: MotionPause): void => {
    phases.push({ kind, startsAt: now, endsAt: now + milliseconds, lane: index, from: at, to, caption, pause });
    now += milliseconds;
    at = to;
  };
  const rollTo = (to: number, caption: string): void => {
    const way = Math.abs(to - at);
    if (way > 0) add("roll", Math.max(2 * RAMP_MS, (way / motion.millimetresPerSecond) * 1000 + RAMP_MS), to, caption);
  };
  add("place", PLACE_MS, 0, lane.captions.start);
  for (let pass = 0; pass < motion.passes; pass++) {
    const there = pass % 2 === 0;
    const caption = there ? lane.captions.forth : lane.captions.back;
    const isLast = pass === motion.passes - 1;
    const pauses = isLast ? lane.pauses.toSorted((a, b) => (there ? 1 : -1) * (a.atMillimetres - b.atMillimetres)) : [];
    for (const pause of pauses) {
      rollTo(pause.atMillimetres, caption);
      add("hold", motion.holdSeconds * 1000, pause.atMillimetres, pause.caption, pause);
    }
    rollTo(there ? lane.lengthMillimetres : 0, caption);
    if (!isLast) add("turn", TURN_MS, at, there ? lane.captions.turn : lane.captions.forth);
  }
  add("lift", LIFT_MS, at, t("Let go slowly, and rest."));
}
