import { RowListElement } from "./row-list";

/** Days that Monday is copied to. */
const WEEKDAYS: readonly number[] = [2, 3, 4, 5];

/** Fields of a window that are copied; its day is not. */
const COPIED: readonly string[] = ["Start", "End", "Every", "From", "To"];

/** `<hours-editor>` around the form of a week: its button `[data-copy]` copies Monday's windows to the other weekdays at once, where without script the server does. */
export class HoursEditorElement extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-copy]")) return;
      event.preventDefault();
      this.#copy();
    }, { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #listOf(day: number): RowListElement | undefined {
    const list = this.querySelector(`[data-day="${String(day)}"] row-list`);
    return list instanceof RowListElement ? list : undefined;
  }

  #copy(): void {
    const monday = this.#listOf(1)?.rows ?? [];
    for (const day of WEEKDAYS) {
      const list = this.#listOf(day);
      list?.clear();
      for (const row of monday) {
        const made = list?.add();
        if (!made) continue;
        for (const name of COPIED) {
          const from = row.querySelector<HTMLInputElement>(`[name="${name}"]`);
          const to = made.querySelector<HTMLInputElement>(`[name="${name}"]`);
          if (from && to) to.value = from.value;
        }
        const [said, saying] = [row.querySelector("summary"), made.querySelector("summary")];
        if (said && saying) saying.textContent = said.textContent;
      }
    }
  }
}
