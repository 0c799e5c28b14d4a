import { need, setText } from "../shared/html";
import { coverage, ticked, type PainDrawing } from "./pain-drawing";
import type { RegionIndex, RegionKey } from "./region-index";

/** The list of places: the way in by words and by keyboard, always in step with the figure. */
export class RegionList {
  readonly #boxes = new Map<RegionKey, HTMLInputElement>();
  readonly #parts: readonly HTMLDetailsElement[];
  readonly #noMatch: HTMLElement;

  constructor(root: ParentNode, onToggle: (key: RegionKey) => void, signal: AbortSignal) {
    for (const box of root.querySelectorAll<HTMLInputElement>('input[name="mark"]')) {
      this.#boxes.set(box.value, box);
      box.addEventListener("change", () => onToggle(box.value), { signal });
    }
    this.#parts = [...root.querySelectorAll<HTMLDetailsElement>("details[data-part]")];
    this.#noMatch = need(root, "[data-no-match]");
    const search = need<HTMLInputElement>(root, "input[type=search]");
    search.addEventListener("input", () => this.#filter(search.value), { signal });
    search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault(), { signal });
  }

  /** The keys whose boxes the page came with checked, as after going back in the browser. */
  get checked(): readonly RegionKey[] {
    return [...this.#boxes].filter(([, box]) => box.checked).map(([key]) => key);
  }

  show(drawing: PainDrawing, index: RegionIndex): void {
    const shares = coverage(drawing, index);
    for (const [key, box] of this.#boxes) {
      const state = ticked(shares.get(key));
      box.checked = state === "yes";
      box.indeterminate = state === "partly";
    }
    for (const part of this.#parts) {
      const count = part.querySelectorAll("input:checked").length;
      setText(need(part, "[data-count]"), count > 0 ? String(count) : "");
    }
  }

  /** Shows the places whose name or other words begin a word with each word that was typed. */
  #filter(text: string): void {
    const wanted = text.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
    let any = false;
    for (const part of this.#parts) {
      let some = false;
      for (const item of part.querySelectorAll<HTMLElement>("[data-region]")) {
        const words = `${need(item, ".region-name").textContent} ${item.dataset["words"] ?? ""}`.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u);
        const fits = wanted.every((start) => words.some((word) => word.startsWith(start)));
        item.hidden = !fits;
        some ||= fits;
      }
      part.hidden = !some;
      part.open = wanted.length > 0 ? some : part.querySelector("input:checked") !== null;
      any ||= some;
    }
    this.#noMatch.hidden = any;
  }
}
