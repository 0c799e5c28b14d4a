import { clamp } from "../geometry/vector";

/** Where a motion stands, worked out from timestamps: a frame that comes late or never changes nothing. It has no clock of its own. */
export class Playback {
  readonly #duration: number;
  #position = 0;
  #since: number | undefined;
  #rate = 1;

  /** @param duration in milliseconds. */
  constructor(duration: number) {
    this.#duration = duration;
  }

  get isPlaying(): boolean {
    return this.#since !== undefined;
  }

  get rate(): number {
    return this.#rate;
  }

  /** @param now any clock in milliseconds that never goes back. */
  positionAt(now: number): number {
    const elapsed = this.#since === undefined ? 0 : (now - this.#since) * this.#rate;
    return clamp(this.#position + elapsed, 0, this.#duration);
  }

  hasEnded(now: number): boolean {
    return this.positionAt(now) >= this.#duration;
  }

  /** From the start again when it stands at the end. */
  play(now: number): void {
    if (this.hasEnded(now)) this.#position = 0;
    else this.#position = this.positionAt(now);
    this.#since = now;
  }

  pause(now: number): void {
    this.#position = this.positionAt(now);
    this.#since = undefined;
  }

  /** Goes to a time, and goes on playing if it played. */
  seek(position: number, now: number): void {
    this.#position = clamp(position, 0, this.#duration);
    if (this.#since !== undefined) this.#since = now;
  }

  setRate(rate: number, now: number): void {
    this.seek(this.positionAt(now), now);
    this.#rate = rate;
  }
}
