import type { BodyMapElement } from "../body-map/body-map";
import { wayInWords } from "../body-map/exact/words";
import { type Api, ApiProblem } from "./api";
import { html } from "./html";
import { exactOf } from "./exact-place";
import { t } from "./text";

/** What a button stands for: `data-point`, `data-muscle` and `data-side` of the nearest element around it that has them. */
interface Wanted {
  readonly point: string;
  readonly muscle: string;
  readonly side: "left" | "right";
}


/**
 * The buttons `[data-exactly]` of a page: they take its figure to a hand's breadth around a point, and write the same into
 * `[data-exactly-words]` beside them, for who does not see the figure.
 */
export class WhereExactly {
  readonly #root: HTMLElement;
  readonly #map: BodyMapElement;
  readonly #api: Api;
  #pressed: HTMLElement | undefined;

  constructor(root: HTMLElement, map: BodyMapElement, api: Api, signal: AbortSignal) {
    this.#root = root;
    this.#map = map;
    this.#api = api;
    root.addEventListener("click", this.#clicked, { signal });
    map.addEventListener("exact-change", () => this.#follow(), { signal });
  }

  readonly #clicked = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>("[data-exactly]");
    if (button) this.press(button);
  };

  /** Goes to the button's point; when it is there already, back. */
  press(button: HTMLElement): void {
    if (button === this.#pressed) void this.#map.showExactly(null);
    else void this.#show(button);
  }

  async #show(button: HTMLElement): Promise<void> {
    const wanted = wantedBy(button);
    const words = button.closest("[data-muscle]")?.querySelector<HTMLElement>("[data-exactly-words]");
    if (!wanted || !words) return;
    this.#pressed = button;
    try {
      const figure = await this.#api.figure(wanted.muscle);
      if (this.#pressed !== button) return;
      const exact = exactOf(figure, wanted.point, wanted.side);
      words.replaceChildren(
        html("p", { class: "caption" }, t("From what you can feel, the point lies:")),
        html("ul", {}, ...exact.nearby.map((near) => html("li", {}, `${wayInWords(near, exact)}.`))),
        html("p", { class: "fine" }, t("A finger's breadth is about 18 mm, a hand's breadth (the knuckles without the thumb) about 85 mm.")),
      );
      await this.#map.showExactly(exact);
    } catch (error) {
      if (!(error instanceof ApiProblem) && !(error instanceof TypeError)) throw error;
      words.replaceChildren(html("p", {}, t("The place could not be loaded. Try again when you are connected.")));
      words.hidden = false;
      this.#pressed = undefined;
    }
  }

  /** The figure may also leave the place by its own buttons, or because another point was chosen. */
  #follow(): void {
    const isExact = this.#map.exact !== null;
    if (!isExact) this.#pressed = undefined;
    for (const button of this.#root.querySelectorAll<HTMLElement>("[data-exactly]")) {
      const isPressed = button === this.#pressed;
      button.setAttribute("aria-pressed", String(isPressed));
      button.textContent = isPressed ? t("Back to the whole muscle") : t("Where exactly?");
      const words = button.closest("[data-muscle]")?.querySelector<HTMLElement>("[data-exactly-words]");
      if (words) words.hidden = !isPressed;
    }
  }
}

function wantedBy(button: HTMLElement): Wanted | undefined {
  const { point, muscle, side } = button.closest<HTMLElement>("[data-muscle]")?.dataset ?? {};
  return point && muscle && (side === "left" || side === "right") ? { point, muscle, side } : undefined;
}
