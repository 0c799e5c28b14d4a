import { prefer } from "../shared/preferences";
import type { BodyMapElement } from "./body-map";
import { buildIdOf } from "./builds";
import { layerOf } from "./peeling";

/** The page's menu of how the figure is drawn. What is chosen is remembered for every figure of this browser. */
export class FigureMenu {
  constructor(menu: HTMLDetailsElement, map: BodyMapElement, signal: AbortSignal) {
    for (const input of menu.querySelectorAll<HTMLInputElement>("input[name=build]")) {
      input.checked = input.value === map.build;
      input.addEventListener(
        "change",
        () => {
          const build = buildIdOf(input.value);
          prefer("build", build);
          map.build = build;
        },
        { signal },
      );
    }
    for (const input of menu.querySelectorAll<HTMLInputElement>("input[name=layer]")) {
      // A browser that restores the form on the way back has not peeled the figure.
      input.checked = input.value === map.layer;
      input.addEventListener("change", () => (map.layer = layerOf(input.value)), { signal });
    }
    menu.addEventListener("keydown", (event) => this.#closeOnEscape(menu, event), { signal });
    // Touching the figure, or anything else, means one is done here.
    document.addEventListener("pointerdown", (event) => (menu.open &&= event.composedPath().includes(menu)), { signal });
  }

  #closeOnEscape(menu: HTMLDetailsElement, event: KeyboardEvent): void {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
}
