import { need, setText } from "../shared/html";
import { t } from "../shared/text";
import { coverage, ticked, type PainDrawing } from "./pain-drawing";
import type { RegionIndex, RegionKey } from "./region-index";

const TYPING_RESTS_MS = 700;

/** The list of places: the way in by words and by keyboard, always in step with the figure. */
export class RegionList {
  readonly #boxes = new Map<RegionKey, HTMLInputElement>();
  /** As the page came with them. */
  readonly #names = new Map<HTMLInputElement, string>();
  readonly #parts: readonly HTMLDetailsElement[];
  readonly #noMatch: HTMLElement;
  readonly #matches: HTMLElement;
  #telling: ReturnType<typeof setTimeout> | undefined;
  /** All by which a place can be found. */
  readonly #words = new Map<HTMLElement, readonly string[]>();

  constructor(root: ParentNode, onToggle: (key: RegionKey) => void, signal: AbortSignal) {
    for (const box of root.querySelectorAll<HTMLInputElement>('input[name="mark"]')) {
      this.#boxes.set(box.value, box);
      box.addEventListener("change", () => onToggle(box.value), { signal });
    }
    this.#parts = [...root.querySelectorAll<HTMLDetailsElement>("details[data-part]")];
    for (const item of root.querySelectorAll<HTMLElement>("[data-region]")) {
      const names = [...item.querySelectorAll("input")].map((box) => box.getAttribute("aria-label") ?? "");
      this.#words.set(item, wordsOf([need(item, ".region-name").textContent, item.dataset["words"], ...names].join(" ")));
    }
    this.#noMatch = need(root, "[data-no-match]");
    this.#matches = need(root, "[data-matches]");
    const search = need<HTMLInputElement>(root, "input[type=search]");
    search.addEventListener("input", () => this.#filter(search.value), { signal });
    search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault(), { signal });
  }

  /** The keys whose boxes the page came with checked, as after going back in the browser. */
  get checked(): readonly RegionKey[] {
    return [...this.#boxes].filter(([, box]) => box.checked).map(([key]) => key);
  }

  show(drawing: PainDrawing, index: RegionIndex): void {
    const painful = coverage(drawing, index);
    const free = coverage(drawing, index, "free");
    for (const [key, box] of this.#boxes) {
      const isFree = ticked(free.get(key)) === "yes" && ticked(painful.get(key)) !== "yes";
      const state = isFree ? "yes" : ticked(painful.get(key));
      box.checked = state === "yes";
      box.indeterminate = state === "partly";
      if (isFree !== box.hasAttribute("data-free")) this.#name(box, isFree);
    }
    for (const part of this.#parts) {
      const count = part.querySelectorAll("input:checked:not([data-free])").length;
      setText(need(part, "[data-count]"), count > 0 ? String(count) : "");
    }
  }

  #name(box: HTMLInputElement, isFree: boolean): void {
    box.toggleAttribute("data-free", isFree);
    const name = (this.#names.get(box) ?? box.getAttribute("aria-label")) || "";
    this.#names.set(box, name);
    box.setAttribute("aria-label", isFree ? t("{0}: does not hurt", name) : name);
  }

  /**
   * Shows the places whose name, side or other words begin a word with each word that was typed. A word that no place has, as in
   * "my knee hurts", is passed over unless there is none else.
   */
  #filter(text: string): void {
    const typed = wordsOf(text);
    const known = typed.filter((start) => [...this.#words.values()].some((words) => begins(words, start)));
    const wanted = known.length > 0 ? known : typed;
    let found = 0;
    for (const part of this.#parts) {
      let some = false;
      for (const item of part.querySelectorAll<HTMLElement>("[data-region]")) {
        const fits = wanted.every((start) => begins(this.#words.get(item) ?? [], start));
        item.hidden = !fits;
        some ||= fits;
        found += fits ? 1 : 0;
      }
      part.hidden = !some;
      part.open = wanted.length > 0 ? some : part.querySelector("input:checked") !== null;
    }
    this.#noMatch.hidden = found > 0;
    this.#tellCount(wanted.length > 0 ? found : 0);
  }

  /** Who sees the list sees this; whoever does not hears it once the typing rests. */
  #tellCount(found: number): void {
    clearTimeout(this.#telling);
    setText(this.#matches, "");
    if (found > 0) this.#telling = setTimeout(() => setText(this.#matches, found === 1 ? t("One place is shown.") : t("{0} places are shown.", found)), TYPING_RESTS_MS);
  }
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
const begins = (words: readonly string[], start: string): boolean => words.some((word) => word.startsWith(start));
