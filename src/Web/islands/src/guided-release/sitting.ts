import type { RatedPlace } from "../shared/diary";
import type { SavedSession, SavedStep } from "../shared/store";
import { timesOf } from "./plan-steps";
import { advance, atStart, begin, goOn, holdNow, leftOf, moveTo, pause, repeat, runs, shareOf, takeUp, type Passed, type Phase, type SessionClock, type StepTimes } from "./session-clock";

/** What is shown as the state of a session. */
export type ShownPhase = Phase | "paused";

/** Above this it is too much: muscles brace against it. */
export const MOST_DISCOMFORT = 6;

/** One session from its first point to its end. It has no clock: every call says what time it is, in milliseconds since 1970. */
export class Sitting {
  #clock: SessionClock;
  readonly #all: readonly StepTimes[];
  #saved: SavedSession;
  /** The most it hurt in the present hold. */
  #worst: number | undefined;
  #said: number | undefined;
  /** Whether it was left for so long that it now stands still. */
  readonly wasLeft: boolean;

  private constructor(saved: SavedSession, now: number) {
    this.#saved = saved;
    this.#all = saved.steps.map(timesOf);
    this.#clock = takeUp(saved.clock, saved.savedAt, now);
    this.wasLeft = this.#clock !== saved.clock;
  }

  /** @param steps at least one. */
  static begin(planAt: number, steps: readonly SavedStep[], places: readonly RatedPlace[], now: number): Sitting {
    return new Sitting({ planAt, steps, places, clock: atStart(now), savedAt: now, holds: [], ended: false }, now);
  }

  static takeUp(saved: SavedSession, now: number): Sitting {
    return new Sitting(saved, now);
  }

  get steps(): readonly SavedStep[] {
    return this.#saved.steps;
  }

  get index(): number {
    return this.#clock.step;
  }

  get step(): SavedStep | undefined {
    return this.#saved.steps[this.#clock.step];
  }

  get next(): SavedStep | undefined {
    return this.#saved.steps[this.#clock.step + 1];
  }

  get clock(): SessionClock {
    return this.#clock;
  }

  get times(): StepTimes {
    return this.#all[this.#clock.step] ?? { prepareMs: 0, holdMs: 0, restMs: 0, rounds: 1 };
  }

  get phase(): ShownPhase {
    return this.#clock.paused ? "paused" : this.#clock.phase;
  }

  get runs(): boolean {
    return runs(this.#clock);
  }

  get ended(): boolean {
    return this.#saved.ended;
  }

  get places(): readonly RatedPlace[] {
    return this.#saved.places;
  }

  get holds(): SavedSession["holds"] {
    return this.#saved.holds;
  }

  /** How much it was said to hurt last in this point; undefined when nothing was said. */
  get discomfort(): number | undefined {
    return this.#said;
  }

  left(now: number): number {
    return leftOf(this.#clock, this.times, now);
  }

  share(now: number): number {
    return shareOf(this.#clock, this.times, now);
  }

  /** A tap anywhere: begins what waits, pauses what runs, goes on with what is paused. */
  tap(now: number): void {
    if (this.#clock.phase === "ready") this.#clock = begin(this.#clock, this.times, now);
    else this.#clock = this.#clock.paused ? goOn(this.#clock, now) : pause(this.#clock, this.times, now);
  }

  holdNow(now: number): void {
    this.#clock = holdNow(this.#clock, this.times, now);
  }

  repeat(now: number): void {
    this.#worst = undefined;
    this.#clock = repeat(this.#clock, this.times, now);
  }

  /** @param by 1 to the next point, or the end; -1 to the one before, if there is one. */
  move(by: 1 | -1, now: number): void {
    if (this.#clock.step + by < 0) return;
    [this.#worst, this.#said] = [undefined, undefined];
    this.#clock = moveTo(this.#clock, this.#clock.step + by, this.#all, now);
    if (this.#clock.phase === "done") this.end();
  }

  /** @param value 0 … 10. @returns whether it is too much. */
  rate(value: number): boolean {
    this.#said = Math.min(10, Math.max(0, value));
    this.#worst = Math.max(this.#worst ?? 0, this.#said);
    return this.#said > MOST_DISCOMFORT;
  }

  end(): void {
    this.#saved = { ...this.#saved, ended: true };
  }

  ratePlaces(places: readonly RatedPlace[]): void {
    this.#saved = { ...this.#saved, places };
  }

  /** Another way to press the present point, or another length: its hold begins anew. */
  change(step: Partial<Pick<SavedStep, "technique">>): void {
    this.#saved = { ...this.#saved, steps: this.#saved.steps.map((each, index) => (index === this.index ? { ...each, ...step } : each)) };
  }

  /** @param unseenFrom since when nobody can have seen the page. @returns all that happened since the last call. */
  advance(now: number, unseenFrom?: number): readonly Passed[] {
    const { clock, passed } = advance(this.#clock, this.#all, now, unseenFrom);
    this.#clock = clock;
    for (const { kind, step } of passed) {
      if (kind === "hold-ended") {
        this.#saved = { ...this.#saved, holds: [...this.#saved.holds, { step, ...(this.#worst === undefined ? {} : { discomfort: this.#worst }) }] };
        this.#worst = undefined;
      } else if (kind === "point-began" || kind === "waits") this.#said = undefined;
      else if (kind === "ended") this.end();
    }
    return passed;
  }

  save(now: number): SavedSession {
    this.#saved = { ...this.#saved, clock: this.#clock, savedAt: now };
    return this.#saved;
  }
}
