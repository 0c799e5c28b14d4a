import type { BodyMapElement } from "../body-map/body-map";
import type { Overlay } from "../body-map/types";

/** What the figure shows over one another: the person's own drawing and where a point is usually felt. Either can be taken away. */
export class FigureLayers {
  readonly #map: BodyMapElement;
  readonly #switches: readonly HTMLInputElement[];
  readonly #chain: HTMLElement | null;
  #overlay: Overlay | null = null;

  constructor(root: ParentNode, map: BodyMapElement, signal: AbortSignal) {
    this.#map = map;
    this.#switches = [...root.querySelectorAll<HTMLInputElement>("input[data-show]")];
    this.#chain = root.querySelector("[data-legend-chain]");
    for (const each of this.#switches) each.addEventListener("change", () => this.#apply(), { signal });
  }

  show(overlay: Overlay): void {
    this.#overlay = overlay;
    this.#apply();
  }

  /** Everything is to be seen again, as when the step is left. */
  showAll(): void {
    for (const each of this.#switches) each.checked = true;
    this.#overlay = null;
    this.#map.marksHidden = false;
    if (this.#chain) this.#chain.hidden = true;
  }

  #apply(): void {
    const shows = (what: string): boolean => this.#switches.every((each) => each.dataset["show"] !== what || each.checked);
    this.#map.marksHidden = !shows("marks");
    if (!this.#overlay) return;
    this.#map.overlay = shows("zone") ? this.#overlay : { ...this.#overlay, zones: [] };
    if (this.#chain) this.#chain.hidden = this.#overlay.chain.length === 0;
  }
}
