import type { BodyMapElement } from "../body-map/body-map";
import { CloseUpMenu } from "../body-map/close-up-menu";
import { FigureMenu } from "../body-map/figure-menu";
import { BODY_VIEWS, type BodyView } from "../body-map/types";
import { need } from "../shared/html";

/** What a finger on the figure does; "free" paints that it does not hurt there. */
export type Tool = "paint" | "free" | "erase" | "turn";

/** The brush, the view, and undo: whatever is set on the figure before and while it is painted. */
export class Toolbar {
  /** Told when somebody chooses another tool. */
  onTool: ((tool: Tool) => void) | undefined;
  readonly #root: ParentNode;
  readonly #map: BodyMapElement;

  constructor(root: ParentNode, map: BodyMapElement, signal: AbortSignal) {
    this.#root = root;
    this.#map = map;
    for (const input of root.querySelectorAll<HTMLInputElement>("input[name=view]")) {
      input.addEventListener("click", () => this.#setView(input.value), { signal }); // a second click too: out of a close-up
    }
    for (const input of root.querySelectorAll<HTMLInputElement>("input[name=tool], input[name=size], input[name=intensity]")) {
      input.addEventListener("input", () => this.#setBrush(), { signal });
      if (input.name === "tool") input.addEventListener("input", () => this.onTool?.(input.value as Tool), { signal });
    }
    map.addEventListener("view-change", () => this.#check("view", map.view), { signal });
    this.#check("view", map.view);
    new CloseUpMenu(need(root, ".close-ups"), map, signal);
    this.#setBrush();
    new FigureMenu(need(root, ".figure-menu"), map, signal);
  }

  /** Above 0, at most 1. */
  get intensity(): number {
    return need<HTMLInputElement>(this.#root, "input[name=intensity]").valueAsNumber / 10;
  }

  set tool(tool: Tool) {
    this.#check("tool", tool);
    this.#setBrush();
  }

  enable(can: { readonly undo: boolean; readonly redo: boolean; readonly clear: boolean }): void {
    for (const [name, enabled] of Object.entries(can)) need<HTMLButtonElement>(this.#root, `button[data-do=${name}]`).disabled = !enabled;
  }

  #setView(value: string): void {
    const view: BodyView | undefined = BODY_VIEWS.find((each) => each === value);
    if (!view) return;
    this.#map.focusOn(null); // a view chosen by hand shows the whole body
    this.#map.view = view;
  }

  #setBrush(): void {
    const chosen = need<HTMLInputElement>(this.#root, "input[name=tool]:checked").value;
    this.#map.brush = {
      mode: chosen === "erase" || chosen === "turn" ? chosen : "paint",
      radiusMillimetres: need<HTMLInputElement>(this.#root, "input[name=size]").valueAsNumber / 2,
      intensity: chosen === "free" ? 0 : this.intensity,
    };
  }

  #check(name: string, value: string): void {
    const input = this.#root.querySelector<HTMLInputElement>(`input[name=${name}][value="${value}"]`);
    if (input) input.checked = true;
  }
}
