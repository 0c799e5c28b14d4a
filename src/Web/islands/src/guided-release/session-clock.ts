/** What the session does now. "ready" waits for a tap and never begins by itself. */
export type Phase = "ready" | "preparing" | "holding" | "resting" | "done";

/** How long the parts of one point last, in milliseconds. */
export interface StepTimes {
  readonly prepareMs: number;
  readonly holdMs: number;
  readonly restMs: number;
  /** Holds on the point, one after another; at least 1. */
  readonly rounds: number;
}

/** Where a session stands. Plain data: it is written down and read again as it is. */
export interface SessionClock {
  /** Number of the point, from 0. */
  readonly step: number;
  /** Number of the hold on it, from 0. */
  readonly round: number;
  readonly phase: Phase;
  readonly paused: boolean;
  /** Milliseconds that were left of the phase at `at`. */
  readonly left: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Something that happened by the clock. */
export interface Passed {
  readonly kind: "hold-began" | "hold-ended" | "rest-ended" | "waits" | "point-began" | "ended";
  readonly step: number;
  readonly round: number;
  /** When it happened, however late it was noticed. */
  readonly at: number;
}

/** After a longer absence nobody can have gone on pressing: the session stands where it was left. */
export const LONGEST_ABSENCE_MS = 10 * 60_000;

export const atStart = (now: number): SessionClock => ({ step: 0, round: 0, phase: "ready", paused: false, left: 0, at: now });

export const runs = ({ phase, paused }: SessionClock): boolean => !paused && (phase === "preparing" || phase === "holding" || phase === "resting");

/** Milliseconds left of the phase; of a point that has not begun, its whole hold. */
export function leftOf(clock: SessionClock, times: StepTimes, now: number): number {
  if (clock.phase === "ready") return times.holdMs;
  return runs(clock) ? Math.max(0, clock.left - (now - clock.at)) : clock.left;
}

/** 1 at the start of a phase, 0 at its end. */
export function shareOf(clock: SessionClock, times: StepTimes, now: number): number {
  if (clock.phase === "ready") return 1;
  if (clock.phase === "done") return 0;
  const whole = lengthOf(clock.phase, times);
  return whole > 0 ? Math.min(1, leftOf(clock, times, now) / whole) : 0;
}

/** Begins the point that waits. */
export function begin(clock: SessionClock, times: StepTimes, now: number): SessionClock {
  return clock.phase === "ready" ? { ...clock, round: 0, phase: "preparing", paused: false, left: times.prepareMs, at: now } : clock;
}

/** The spot is found: holds at once instead of counting down to it. */
export function holdNow(clock: SessionClock, times: StepTimes, now: number): SessionClock {
  return clock.phase === "ready" || clock.phase === "preparing" ? { ...clock, phase: "holding", paused: false, left: times.holdMs, at: now } : clock;
}

export function pause(clock: SessionClock, times: StepTimes, now: number): SessionClock {
  return runs(clock) ? { ...clock, left: leftOf(clock, times, now), paused: true, at: now } : clock;
}

export function goOn(clock: SessionClock, now: number): SessionClock {
  return clock.paused ? { ...clock, paused: false, at: now } : clock;
}

/** Holds the present point once more, from its beginning. */
export function repeat(clock: SessionClock, times: StepTimes, now: number): SessionClock {
  return clock.phase === "done" ? clock : { ...clock, phase: "holding", paused: false, left: times.holdMs, at: now };
}

/** To another point: a session that runs goes on there, one that stands waits there. @param step the number of points means the end. */
export function moveTo(clock: SessionClock, step: number, all: readonly StepTimes[], now: number): SessionClock {
  const times = all[step];
  if (!times) return { ...clock, step: Math.max(0, all.length - 1), round: 0, phase: "done", paused: false, left: 0, at: now };
  const goesOn = runs(clock);
  return { step, round: 0, phase: goesOn ? "preparing" : "ready", paused: false, left: goesOn ? times.prepareMs : 0, at: now };
}

/**
 * Brings the session to what the clock says, and tells all that happened since. A point that has begun runs through its holds and
 * rests by the clock, seen or not; another point never begins unseen.
 * @param unseenFrom since when nobody can have seen the page; undefined while it is seen.
 */
export function advance(clock: SessionClock, all: readonly StepTimes[], now: number, unseenFrom?: number): { readonly clock: SessionClock; readonly passed: readonly Passed[] } {
  const passed: Passed[] = [];
  let here = clock;
  for (let times = all[here.step]; times && runs(here) && leftOf(here, times, now) <= 0; times = all[here.step]) {
    const at = here.at + here.left;
    const { step, round } = here;
    const tell = (kind: Passed["kind"]): void => void passed.push({ kind, step: here.step, round: here.round, at });
    if (here.phase === "preparing") {
      here = { ...here, phase: "holding", left: times.holdMs, at };
      tell("hold-began");
    } else if (here.phase === "holding") {
      tell("hold-ended");
      here = { ...here, phase: "resting", left: times.restMs, at };
    } else if (round + 1 < times.rounds) {
      tell("rest-ended");
      here = { ...here, round: round + 1, phase: "holding", left: times.holdMs, at };
      tell("hold-began");
    } else {
      tell("rest-ended");
      const next = all[step + 1];
      if (!next) {
        here = { ...here, phase: "done", left: 0, at };
        tell("ended");
      } else if (unseenFrom !== undefined && at >= unseenFrom) {
        here = { step: step + 1, round: 0, phase: "ready", paused: false, left: 0, at };
        tell("waits");
      } else {
        here = { step: step + 1, round: 0, phase: "preparing", paused: false, left: next.prepareMs, at };
        tell("point-began");
      }
    }
  }
  return { clock: here, passed };
}

/** Takes a session up that was written down: it has run on by the clock, unless it was left for too long. */
export function takeUp(saved: SessionClock, savedAt: number, now: number): SessionClock {
  if (!runs(saved) || now - savedAt <= LONGEST_ABSENCE_MS) return saved;
  return { ...saved, left: Math.max(0, saved.left - Math.max(0, savedAt - saved.at)), paused: true, at: savedAt };
}

/** A sound that is due. */
export interface Cue {
  readonly kind: "hold" | "half" | "let-go" | "rest-over";
  readonly inMs: number;
}

/** Every sound from now to the end of the present point, so that all can be given to the audio clock at once. */
export function cuesAhead(clock: SessionClock, times: StepTimes, now: number): readonly Cue[] {
  if (!runs(clock)) return [];
  const cues: Cue[] = [];
  let inMs = leftOf(clock, times, now);
  let { phase, round } = clock;
  if (phase === "holding" && inMs > times.holdMs / 2) cues.push({ kind: "half", inMs: inMs - times.holdMs / 2 });
  for (;;) {
    if (phase === "preparing" || (phase === "resting" && round + 1 < times.rounds)) {
      round += phase === "resting" ? 1 : 0;
      cues.push({ kind: "hold", inMs }, { kind: "half", inMs: inMs + times.holdMs / 2 });
      inMs += times.holdMs;
      phase = "holding";
    } else if (phase === "holding") {
      cues.push({ kind: "let-go", inMs });
      inMs += times.restMs;
      phase = "resting";
    } else {
      cues.push({ kind: "rest-over", inMs });
      return cues;
    }
  }
}

/** Of all points, with nothing paused or repeated. */
export const lengthOfAll = (all: readonly StepTimes[]): number => all.reduce((sum, { prepareMs, holdMs, restMs, rounds }) => sum + prepareMs + rounds * (holdMs + restMs), 0);

const lengthOf = (phase: Phase, times: StepTimes): number => (phase === "preparing" ? times.prepareMs : phase === "resting" ? times.restMs : times.holdMs);
