import type { DiaryEntry } from "../shared/diary";
import { html, need, setText } from "../shared/html";
import { t } from "../shared/text";
import { entryOfToday } from "./entries";
import { ratingScale, type RatingScale } from "./rating-scale";

export interface NamedPlace {
  readonly place: string;
  readonly name: string;
}

interface Row {
  readonly element: HTMLElement;
  readonly scale: RatingScale;
  readonly remove: HTMLButtonElement;
}

/** "How is it today?": one row a place, kept as soon as a number is chosen. */
export class TodayForm {
  readonly #rows = new Map<string, Row>();
  readonly #list: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly #onRate: (place: NamedPlace, before: number | undefined) => void;

  constructor(root: HTMLElement, onRate: (place: NamedPlace, before: number | undefined) => void, signal: AbortSignal) {
    this.#list = need(root, "[data-today-places]");
    this.#select = need(root, "select[data-add-place]");
    this.#onRate = onRate;
    need(root, "form[data-add]").addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        const option = this.#select.selectedOptions[0];
        if (!option?.value) return;
        const row = this.#row({ place: option.value, name: option.dataset["name"] ?? option.text });
        this.#select.value = "";
        row.element.querySelector<HTMLInputElement>("input")?.focus();
      },
      { signal },
    );
  }

  /** The name of a place in the language of the page; undefined for one that cannot be chosen. */
  nameOf(place: string): string | undefined {
    for (const option of this.#select.options) if (option.value === place) return option.dataset["name"] ?? option.text;
    return undefined;
  }

  /** @param places in the order to show them; rows that are there already stay where they are. */
  show(places: readonly NamedPlace[], diary: readonly DiaryEntry[], now: number): void {
    for (const place of places) this.#row(place);
    const rated = new Map(entryOfToday(diary, now)?.places.map(({ place, before }) => [place, before]));
    for (const [place, { scale, remove }] of this.#rows) {
      scale.show(rated.get(place));
      remove.hidden = !rated.has(place);
    }
  }

  clear(): void {
    this.#rows.clear();
    this.#list.replaceChildren();
  }

  #row(named: NamedPlace): Row {
    const known = this.#rows.get(named.place);
    if (known) return known;
    const scale = ratingScale(named.name, [t("no pain"), t("the worst imaginable")], (value) => this.#onRate(named, value));
    const remove = html("button", { type: "button", class: "button button-link", "aria-label": t("Take it back: {0}", named.name) }, t("Take it back"));
    remove.hidden = true;
    remove.addEventListener("click", () => {
      scale.element.querySelector<HTMLInputElement>("input")?.focus(); // the button is about to go
      this.#onRate(named, undefined);
    });
    const element = html("li", { "data-place": named.place }, scale.element, html("div", { class: "row-end" }, remove));
    const row = { element, scale, remove };
    this.#rows.set(named.place, row);
    this.#list.append(element);
    return row;
  }

  say(root: HTMLElement, text: string): void {
    setText(need(root, "[data-said]"), text);
  }
}
