/**
 * `<row-list>` around rows of a form that may be more or fewer: a button `[data-add]` adds one from the `<template>`, `[data-remove]` in a row takes it out,
 * and `[data-none]` is shown when there is none. Empty rows that are there for who has no script are taken out at the start.
 * Rows are `[data-row]`. Fires `rowschange` after every change.
 */
export class RowListElement extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.addEventListener("click", (event) => { this.#press(event); }, { signal: this.#listening.signal });
    for (const row of this.rows) if (isEmpty(row)) row.remove();
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(":scope > [data-row]")];
  }

  /** Adds an empty row below the others. */
  add(): HTMLElement | undefined {
    const template = this.querySelector("template");
    const made = template?.content.querySelector<HTMLElement>("[data-row]")?.cloneNode(true);
    if (!template || !(made instanceof HTMLElement)) return undefined;
    template.before(made);
    this.#tell();
    return made;
  }

  clear(): void {
    for (const row of this.rows) row.remove();
    this.#tell();
  }

  #press(event: Event): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-add]")) {
      this.add()?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
      return;
    }
    const row = event.target.closest("[data-remove]")?.closest<HTMLElement>("[data-row]");
    if (!row) return;
    row.remove();
    this.querySelector<HTMLElement>("[data-add]")?.focus();
    this.#tell();
  }

  #tell(): void {
    const none = this.querySelector<HTMLElement>("[data-none]");
    if (none) none.hidden = this.rows.length > 0;
    this.dispatchEvent(new CustomEvent("rowschange", { bubbles: true }));
  }
}

/** Nobody has written into it. */
function isEmpty(row: HTMLElement): boolean {
  return [...row.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")].every((input) => input.value === "" && input.getAttribute("aria-invalid") !== "true");
}
