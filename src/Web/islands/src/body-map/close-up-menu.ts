import type { BodyMapElement } from "./body-map";

/** The page's menu of close-ups. Its choices are of one group with the views beside it, so that one of all is always checked. */
export class CloseUpMenu {
  readonly #menu: HTMLDetailsElement;
  readonly #map: BodyMapElement;

  constructor(menu: HTMLDetailsElement, map: BodyMapElement, signal: AbortSignal) {
    this.#menu = menu;
    this.#map = map;
    map.addEventListener("view-change", () => this.#showChosen(), { signal });
    menu.addEventListener("click", (event) => this.#closeOncePicked(event), { signal });
    menu.addEventListener("keydown", (event) => this.#closeByKey(event), { signal });
    // Touching the figure, or anything else, means one is done here.
    document.addEventListener("pointerdown", (event) => (menu.open &&= event.composedPath().includes(menu)), { signal });
    this.#showChosen();
  }

  /** Whoever goes through the choices by arrow keys sees each one and is not done yet. */
  #closeOncePicked(event: MouseEvent): void {
    if (event.target instanceof HTMLInputElement && event.detail > 0) this.#close();
  }

  #closeByKey(event: KeyboardEvent): void {
    if (this.#menu.open && (event.key === "Escape" || (event.key === "Enter" && event.target instanceof HTMLInputElement))) this.#close();
  }

  #close(): void {
    this.#menu.open = false;
    this.#menu.querySelector("summary")?.focus({ preventScroll: true });
  }

  #showChosen(): void {
    const isCloseUp = [...this.#menu.querySelectorAll<HTMLInputElement>("input")].some(({ value }) => value === this.#map.view);
    this.#menu.classList.toggle("chosen", isCloseUp);
  }
}
