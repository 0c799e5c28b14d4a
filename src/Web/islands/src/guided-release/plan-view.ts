import type { Muscle } from "../shared/api";
import { html, need, setText } from "../shared/html";
import { fillMapForm } from "../shared/print-map";
import type { ReleaseSettings } from "../shared/release-settings";
import type { SavedPlan } from "../shared/store";
import { t } from "../shared/text";
import { minutesOf, sidesOf, stepsOf, USUAL_MOST_SECONDS, wayFor, type PointSide } from "./plan-steps";
import { sideInWords, wayNote } from "./words";

export interface PlanChange {
  /** The sides of a point; none takes it out of the plan. */
  readonly sides: (point: string, sides: readonly PointSide[]) => void;
}

/** The overview before a session: its points in order, and how they are pressed. */
export class PlanView {
  readonly #panel: HTMLElement;
  readonly #change: PlanChange;

  constructor(root: HTMLElement, change: PlanChange) {
    this.#panel = need<HTMLElement>(root, "[data-screen-panel=plan]");
    this.#change = change;
  }

  show(plan: SavedPlan, muscles: ReadonlyMap<string, Muscle>, settings: ReleaseSettings): void {
    const steps = stepsOf(plan.points, muscles, settings);
    const ids = [...new Set(plan.points.map(({ point }) => point))];
    setText(need(this.#panel, "[data-plan-name]"), plan.name ?? t("Your session"));
    const minutes = minutesOf(steps);
    setText(
      need(this.#panel, "[data-plan-summary]"),
      steps.length === 1 ? t("One point, about {0} min", minutes) : ids.length === steps.length ? t("{0} points, about {1} min", ids.length, minutes) : t("{0} points, {1} with both sides, about {2} min", ids.length, steps.length, minutes),
    );
    const focused = document.activeElement?.id;
    need(this.#panel, "[data-plan-points]").replaceChildren(...ids.map((id, index) => this.#row(id, index, ids.length, plan, muscles, settings)));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    fillMapForm(need(this.#panel, "[data-print-map]"), plan.points, settings.holdSeconds);
    fillMapForm(need(this.#panel, "[data-sheet-form]"), plan.points);
    need<HTMLElement>(this.#panel, "[data-long-hold]").hidden = settings.holdSeconds <= USUAL_MOST_SECONDS;
  }

  #row(id: string, index: number, count: number, plan: SavedPlan, muscles: ReadonlyMap<string, Muscle>, settings: ReleaseSettings): HTMLLIElement {
    const point = plan.points.find((each) => each.point === id);
    if (!point) throw new Error(`The plan lacks ${id}.`);
    const muscle = muscles.get(point.muscle);
    const chosen = muscle && wayFor(point, muscle, settings);
    const note = chosen ? wayNote(chosen) : "";
    const removing = html("button", { type: "button", class: "icon-button", id: `remove-${id}`, "aria-label": t("Leave out {0}", point.name), title: t("Leave out") });
    removing.append(cross());
    removing.hidden = count === 1;
    removing.addEventListener("click", () => this.#change.sides(id, []));
    return html(
      "li",
      { class: "plan-point", "data-plan-point": id },
      html("span", { class: "plan-number", "aria-hidden": "true" }, String(index + 1)),
      html(
        "div",
        { class: "plan-words" },
        html("h2", {}, point.name),
        html("p", { class: "where" }, `${point.where}.`),
        html("p", { class: "plan-way" }, chosen?.way.name ?? "…"),
        ...(note ? [html("p", { class: "plan-note" }, note)] : []),
      ),
      this.#sides(id, point.name, sidesOf(plan.points, id), muscle),
      removing,
    );
  }

  /** Left, right or both; nothing to choose for what exists once. */
  #sides(id: string, name: string, sides: readonly PointSide[], muscle: Muscle | undefined): HTMLElement {
    const [first] = sides;
    const possible = muscle?.sides ?? [];
    if (!first || first === "midline" || possible.length < 2) return html("span", { class: "side" }, first ? sideInWords(first) : "");
    // The side that the plan began with comes first; it is where it hurts.
    const both: readonly PointSide[] = first === "right" ? ["right", "left"] : ["left", "right"];
    const choices: readonly (readonly [string, string, readonly PointSide[]])[] = [["left", t("Left"), ["left"]], ["right", t("Right"), ["right"]], ["both", t("Both"), both]];
    const now = sides.length > 1 ? "both" : first;
    const group = html("div", { class: "segmented plan-sides", role: "radiogroup", "aria-label": t("Side of {0}", name) });
    for (const [value, words, chosen] of choices) {
      const input = html("input", { type: "radio", name: `side-${id}`, value, id: `side-${id}-${value}` });
      input.checked = value === now;
      input.addEventListener("change", () => this.#change.sides(id, chosen));
      group.append(html("label", {}, input, html("span", {}, words)));
    }
    return group;
  }
}

const SVG = "http://www.w3.org/2000/svg";

function cross(): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "m7 7 10 10M17 7 7 17");
  svg.append(path);
  return svg;
}
