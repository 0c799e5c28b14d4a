import { html } from "./html";
import type { PlannedPoint } from "./store";

/** Fills the form that prints the planned points. They travel in the body of the post, never in an address. */
export function fillMapForm(form: HTMLFormElement, points: readonly PlannedPoint[], seconds?: number): void {
  for (const old of form.querySelectorAll("input")) old.remove();
  const hold = seconds === undefined ? [] : [html("input", { type: "hidden", name: "seconds", value: String(seconds) })];
  form.prepend(...points.map(({ point, side }) => html("input", { type: "hidden", name: "point", value: `${point}:${side}` })), ...hold);
  form.toggleAttribute("hidden", points.length === 0);
}
