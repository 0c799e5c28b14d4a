import type { Phase, SavedTimer } from "../shared/store";

/** Rest after each hold: blood returns, and one notices what changed. */
export const REST_MS = 10_000;

/** One hold and the rest after it. It has no clock: every call says what time it is, in milliseconds since 1970. */
export class HoldTimer {
  #phase: Phase = "ready";
  #left: number;
  #at = 0;
  #holdMs: number;

  constructor(holdMs: number) {
    this.#holdMs = holdMs;
    this.#left = holdMs;
  }

  get phase(): Phase {
    return this.#phase;
  }

  get isRunning(): boolean {
    return this.#phase === "holding" || this.#phase === "resting";
  }

  /** Milliseconds left of the hold or the rest. */
  left(now: number): number {
    return this.isRunning ? Math.max(0, this.#left - (now - this.#at)) : this.#left;
  }

  /** 1 at the start of a hold or a rest, 0 at its end. */
  share(now: number): number {
    const whole = this.#phase === "resting" ? REST_MS : this.#holdMs;
    return this.#phase === "done" ? 0 : Math.min(1, this.left(now) / whole);
  }

  /** Another length; a hold in progress begins anew. */
  setHold(holdMs: number): void {
    this.#holdMs = holdMs;
    this.reset();
  }

  reset(): void {
    this.#phase = "ready";
    this.#left = this.#holdMs;
  }

  start(now: number): void {
    if (this.#phase !== "ready" && this.#phase !== "paused") return;
    this.#phase = "holding";
    this.#at = now;
  }

  pause(now: number): void {
    if (this.#phase !== "holding") return;
    this.#left = this.left(now);
    this.#phase = "paused";
  }

  /** Moves on when the time is up. Returns the phase that began, if one did. */
  tick(now: number): Phase | undefined {
    if (!this.isRunning || this.left(now) > 0) return undefined;
    const ended = this.#at + this.#left;
    if (this.#phase === "holding") {
      this.#phase = "resting";
      this.#left = REST_MS;
      this.#at = ended;
      return this.tick(now) ?? "resting";
    }
    this.#phase = "done";
    this.#left = 0;
    return "done";
  }

  save(now: number): SavedTimer {
    return { phase: this.#phase, left: this.left(now), at: now };
  }

  /** A hold that was interrupted waits, paused; a rest went on meanwhile. */
  restore(state: SavedTimer, now: number): void {
    this.#phase = state.phase === "holding" ? "paused" : state.phase;
    this.#left = state.phase === "holding" ? Math.min(state.left, this.#holdMs) : state.left;
    this.#at = state.at;
    this.tick(now);
  }
}
