import { html } from "../shared/html";
import { t } from "../shared/text";

let scales = 0;

export interface RatingScale {
  readonly element: HTMLFieldSetElement;
  /** Ticks a number, or none. */
  show(value: number | undefined): void;
}

/** Eleven buttons, 0 to 10, of which one can be chosen; arrows move between them. */
export function ratingScale(name: string, ends: readonly [string, string], onRate: (value: number) => void): RatingScale {
  const group = `rating-${++scales}`;
  const inputs = Array.from({ length: 11 }, (_, value) => html("input", { type: "radio", name: group, value: String(value) }));
  const steps = inputs.map((input) => html("label", { class: "rate" }, input, html("span", {}, input.value)));
  const low = html("span", {}, t("0 = {0}", ends[0]));
  const high = html("span", {}, t("10 = {0}", ends[1]));
  const element = html("fieldset", { class: "rating" }, html("legend", {}, name), html("div", { class: "rates" }, ...steps), html("p", { class: "rate-ends fine" }, low, high));
  element.addEventListener("change", (event) => onRate(Number((event.target as HTMLInputElement).value)));
  return {
    element,
    show: (value) => {
      for (const input of inputs) input.checked = input.value === String(value);
    },
  };
}
