/** Keeps the screen on while both hands are busy. Browsers let go of it whenever the page is out of sight; back in sight it is asked for again. */
export class Awake {
  #wanted = false;
  #lock: WakeLockSentinel | undefined;

  want(wanted: boolean): void {
    this.#wanted = wanted;
    void this.renew();
  }

  async renew(): Promise<void> {
    if (!this.#wanted) {
      const lock = this.#lock;
      this.#lock = undefined;
      await lock?.release();
    } else if (document.visibilityState === "visible" && (this.#lock === undefined || this.#lock.released)) {
      try {
        const lock = await navigator.wakeLock?.request("screen");
        if (this.#wanted) this.#lock = lock;
        else await lock?.release();
      } catch {
        // Refused, as with a nearly empty battery: sounds and voice still count.
      }
    }
  }
}
