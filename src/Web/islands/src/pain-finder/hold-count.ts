import { setText } from "../shared/html";
import { t } from "../shared/text";

/** As long as a point is pressed to see what it brings. */
const SECONDS = 5;

/** The button that counts five seconds while somebody presses. */
export class HoldCount {
  readonly #button: HTMLButtonElement;
  readonly #line: HTMLElement;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param line says when to press and when to let go; a status, so that it is spoken too. */
  constructor(button: HTMLButtonElement, line: HTMLElement, signal: AbortSignal) {
    this.#button = button;
    this.#line = line;
    button.addEventListener("click", () => this.#start(), { signal });
    signal.addEventListener("abort", () => this.reset());
  }

  /** For the next point. */
  reset(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#button.removeAttribute("data-left");
    setText(this.#button, t("Count five seconds"));
    setText(this.#line, "");
  }

  #start(): void {
    clearInterval(this.#timer);
    let left = SECONDS;
    setText(this.#line, t("Press and hold …"));
    this.#show(left);
    this.#timer = setInterval(() => {
      left--;
      if (left > 0) {
        this.#show(left);
        return;
      }
      this.reset();
      setText(this.#line, t("Let go. What did you feel?"));
    }, 1000);
  }

  #show(left: number): void {
    this.#button.dataset["left"] = String(left);
    setText(this.#button, String(left));
  }
}
