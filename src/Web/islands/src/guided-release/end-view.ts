import type { Muscle } from "../shared/api";
import type { RatedPlace } from "../shared/diary";
import { html, need, setText } from "../shared/html";
import { t } from "../shared/text";
import { changeOf, verdictOf } from "./ending";

/** Writes the end of a session: what was done, how it is now, what to do next. */
export class EndView {
  readonly #panel: HTMLElement;

  constructor(root: HTMLElement) {
    this.#panel = need<HTMLElement>(root, "[data-screen-panel=end]");
  }

  show(held: number, points: number, places: readonly RatedPlace[], muscles: readonly Muscle[]): void {
    setText(need(this.#panel, "[data-done-words]"), held === 1 ? t("One hold was finished.") : t("{0} holds were finished, on {1} points.", held, points));
    const form = need<HTMLElement>(this.#panel, "[data-ratings]");
    form.hidden = places.length === 0;
    need(form, "[data-rating-list]").replaceChildren(...places.map(ratingOf));
    need(this.#panel, "[data-stretches]").replaceChildren(...muscles.map(({ name, stretch }) => html("li", {}, html("strong", {}, `${name}. `), stretch)));
    this.showVerdict(places);
  }

  /** What the form says; a place that was not touched keeps what it had. */
  rated(places: readonly RatedPlace[]): readonly RatedPlace[] {
    return places.map((place) => {
      const input = this.#panel.querySelector<HTMLInputElement>(`input[data-place="${CSS.escape(place.place)}"]`);
      return input ? { ...place, after: Number(input.value) } : place;
    });
  }

  showVerdict(places: readonly RatedPlace[]): void {
    const box = need<HTMLElement>(this.#panel, "[data-verdict]");
    const verdict = verdictOf(places);
    box.hidden = !verdict;
    box.dataset["change"] = verdict ?? "";
    if (!verdict) return;
    box.classList.toggle("notice-warn", verdict === "worse");
    const advice = need<HTMLTemplateElement>(this.#panel, `template[data-after=${verdict}]`).content.textContent?.trim() ?? "";
    const heading = { better: t("Better than before"), same: t("Much the same as before"), worse: t("Worse than before") }[verdict];
    box.replaceChildren(
      html("p", {}, html("strong", {}, heading)),
      html("ul", { class: "verdict-list" }, ...places.filter((place) => place.after !== undefined).map(lineOf)),
      html("p", {}, advice),
      html("p", { class: "fine" }, t("A change of 2 points, or of 30 %, is the smallest that people notice.")),
    );
  }
}

function lineOf(place: RatedPlace): HTMLLIElement {
  const words = { better: t("{0}: from {1} to {2}, better", place.name, place.before, place.after ?? ""), worse: t("{0}: from {1} to {2}, worse", place.name, place.before, place.after ?? ""), same: t("{0}: from {1} to {2}", place.name, place.before, place.after ?? "") };
  return html("li", {}, words[changeOf(place) ?? "same"]);
}

function ratingOf({ place, name, before, after }: RatedPlace): HTMLLIElement {
  const now = after ?? before;
  const input = html("input", { type: "range", min: "0", max: "10", step: "1", "data-place": place, "aria-label": t("{0}, now", name) });
  input.value = String(now);
  const value = html("output", { "aria-hidden": "true" }, String(now)); // the slider says it
  input.addEventListener("input", () => setText(value, input.value));
  return html("li", { class: "rating" }, html("span", { class: "rating-name" }, name, html("span", { class: "visually-hidden" }, "; "), html("span", { class: "muted" }, ` ${t("before: {0}", before)}`)), html("span", { class: "rate" }, input, value));
}
