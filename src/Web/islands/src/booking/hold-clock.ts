import { setText } from "../shared/html";
import { t } from "../shared/text";

/** Seconds before the end at which it is said aloud. */
const WARN_AT = 120;

/** Counts down the time that is kept. It goes by the server's clock, whatever the visitor's shows. */
export class HoldClock extends HTMLElement {
  #timer: number | undefined;
  #endsAt = 0;
  #warned = false;

  connectedCallback(): void {
    const left = Date.parse(this.dataset["ends"] ?? "") - Date.parse(this.dataset["now"] ?? "");
    this.#endsAt = performance.now() + left;
    this.#warned = left / 1000 <= WARN_AT;
    this.#tick();
    this.#timer = window.setInterval(() => { this.#tick(); }, 1000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const seconds = Math.max(0, Math.ceil((this.#endsAt - performance.now()) / 1000));
    const place = this.querySelector("[data-left]");
    if (place) setText(place, seconds > 0 ? t("{0} to go", inMinutes(seconds)) : t("The time is over. Send the form and see: it may still be free."));
    this.toggleAttribute("data-short", seconds <= WARN_AT);
    if (seconds <= WARN_AT && seconds > 0 && !this.#warned) {
      this.#warned = true;
      this.#say(t("Two minutes to go."));
    }
    if (seconds === 0) {
      clearInterval(this.#timer);
      this.#say(t("The time is over. Send the form and see: it may still be free."));
    }
  }

  #say(text: string): void {
    const place = this.querySelector("[data-said]");
    if (place) setText(place, text);
  }
}

/** "9:05". */
export function inMinutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
