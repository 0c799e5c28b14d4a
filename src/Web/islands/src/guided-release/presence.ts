/** Timers that come later than this were held back: the device slept, or the page was out of sight without saying so. */
const ASLEEP_MS = 4000;

/** Since when nobody can have seen the page. It has no clock: every call says what time it is, in milliseconds since 1970. */
export class Presence {
  #hiddenSince: number | undefined;
  #lastSeen: number | undefined;

  /** The page went out of sight. */
  leave(now: number): void {
    this.#hiddenSince ??= now;
  }

  /** The page was last known to be seen then; what happened after it is told. */
  lastSeen(at: number): void {
    this.#lastSeen = at;
  }

  /**
   * Asked with every tick. @param visible whether the page is seen now.
   * @returns since when it was not seen up to now; undefined when it has been all the time.
   */
  unseenFrom(now: number, visible: boolean): number | undefined {
    const gap = this.#lastSeen !== undefined && now - this.#lastSeen > ASLEEP_MS ? this.#lastSeen : undefined;
    const from = this.#hiddenSince ?? gap;
    if (visible) [this.#hiddenSince, this.#lastSeen] = [undefined, now];
    else this.#hiddenSince ??= this.#lastSeen ?? now;
    return visible ? from : this.#hiddenSince;
  }
}
