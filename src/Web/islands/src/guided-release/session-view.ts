import type { BodyMapElement } from "../body-map/body-map";
import type { Muscle, ReleaseWay } from "../shared/api";
import { html, need, setText } from "../shared/html";
import type { Outcome, Phase, PlannedPoint } from "../shared/store";
import type { HoldTimer } from "./hold-timer";

export type Screen = "empty" | "point" | "end";

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  ready: "ready",
  holding: "hold",
  paused: "paused",
  resting: "rest",
  done: "done",
};

/** Writes the session into the page's HTML. */
export class SessionView {
  readonly #root: HTMLElement;
  readonly map: BodyMapElement;
  /** For step pictures of a ball that rolls. */
  readonly strip: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.map = need<BodyMapElement>(root, "body-map");
    this.strip = need<HTMLElement>(root, "[data-strip]");
  }

  showScreen(screen: Screen): void {
    const moved = this.#root.dataset["screen"] !== screen;
    this.#root.dataset["screen"] = screen;
    for (const panel of this.#root.querySelectorAll<HTMLElement>("[data-screen-panel]")) panel.hidden = panel.dataset["screenPanel"] !== screen;
    if (moved) this.focusHeading();
  }

  focusHeading(): void {
    const heading = this.#root.querySelector<HTMLElement>("[data-screen-panel]:not([hidden]) h1[tabindex]");
    heading?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  showPoint(point: PlannedPoint, index: number, count: number): void {
    this.#root.dataset["point"] = `${point.point}:${point.side}`;
    const panel = need<HTMLElement>(this.#root, "[data-screen-panel=point]");
    Object.assign(panel.dataset, { point: point.point, muscle: point.muscle, side: point.side });
    this.#text("[data-progress]", `Point ${index + 1} of ${count}`);
    this.#text("[data-name]", point.name);
    this.#text("[data-side-word]", point.side === "midline" ? "middle" : point.side);
    this.#text("[data-where]", point.where);
    this.#button("back").disabled = index === 0;
  }

  /** The ways to press this point; `onWay` hears which is chosen. */
  showWays(ways: readonly ReleaseWay[], chosen: ReleaseWay, onWay: (technique: string) => void): void {
    const box = need<HTMLFieldSetElement>(this.#root, "[data-ways]");
    const legend = need(box, "legend");
    box.replaceChildren(legend, ...ways.map((way) => wayChoice(way, way === chosen, onWay)));
    this.#text("[data-posture]", chosen.posture);
    this.#items("[data-steps]", chosen.steps);
    this.#text("[data-direction]", chosen.direction);
    this.#text("[data-ceiling]", String(chosen.dose.maxDiscomfort));
  }

  showMuscle(muscle: Muscle, pointId: string, way: ReleaseWay): void {
    const point = muscle.points.find((each) => each.id === pointId);
    const find = point ? [point.position, point.landmarks, point.feels, point.press] : [];
    need(this.#root, "[data-find]").replaceChildren(...find.map((text) => html("p", {}, text)));
    this.#items("[data-avoid]", [...new Set([...muscle.avoid, ...way.avoid])]);
  }

  showHold(seconds: number, ceiling: number): void {
    for (const input of this.#root.querySelectorAll<HTMLInputElement>("input[name=hold]")) {
      input.checked = Number(input.value) === seconds;
      input.closest("label")?.toggleAttribute("hidden", Number(input.value) > ceiling);
    }
    need<HTMLElement>(this.#root, "[data-long-hold]").hidden = seconds <= 30;
  }

  showTimer(timer: HoldTimer, now: number, isLast: boolean): void {
    const { phase } = timer;
    this.#root.dataset["phase"] = phase;
    this.#text("[data-seconds]", phase === "done" ? "✓" : String(Math.ceil(timer.left(now) / 1000)));
    this.#text("[data-phase-words]", PHASE_WORDS[phase]);
    need<SVGElement>(this.#root, "[data-ring-time]").style.strokeDashoffset = String(1 - timer.share(now));
    const next = isLast ? "Finish" : "Next";
    const words: Readonly<Record<Phase, string>> = { ready: "Start", holding: "Pause", paused: "Go on", resting: next, done: next };
    setText(this.#button("main"), words[phase]);
    this.#button("repeat").disabled = phase === "ready";
  }

  say(text: string): void {
    this.#text("[data-said]", text);
  }

  showTrouble(text: string): void {
    const box = need<HTMLElement>(this.#root, "[data-trouble]");
    box.hidden = text === "";
    setText(box, text);
  }

  showEnd(stretches: readonly { readonly name: string; readonly text: string }[], outcomes: readonly Outcome[]): void {
    need(this.#root, "[data-stretches]").replaceChildren(
      ...stretches.map(({ name, text }) => html("li", {}, html("strong", {}, `${name}. `), text)),
    );
    need<HTMLElement>(this.#root, "[data-before]").hidden = outcomes.length === 0;
    const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
    this.#items("[data-outcomes]", outcomes.slice(-5).reverse().map((outcome) => `${format.format(outcome.at)}: ${outcome.change}`));
  }

  showChange(change: Outcome["change"] | undefined): void {
    for (const button of this.#root.querySelectorAll<HTMLElement>("[data-change]")) {
      button.setAttribute("aria-pressed", String(button.dataset["change"] === change));
    }
    const advice = change ? this.#root.querySelector<HTMLTemplateElement>(`template[data-after=${change}]`)?.content.textContent : undefined;
    const box = need<HTMLElement>(this.#root, "[data-next]");
    box.hidden = !advice;
    setText(box, advice?.trim() ?? "");
  }

  #text(selector: string, text: string): void {
    setText(need(this.#root, selector), text);
  }

  #items(selector: string, texts: readonly string[]): void {
    need(this.#root, selector).replaceChildren(...texts.map((text) => html("li", {}, text)));
  }

  #button(name: string): HTMLButtonElement {
    return need(this.#root, `button[data-do=${name}]`);
  }
}

function wayChoice(way: ReleaseWay, checked: boolean, onWay: (technique: string) => void): HTMLLabelElement {
  const input = html("input", { type: "radio", name: "way", value: way.technique });
  input.checked = checked;
  input.addEventListener("change", () => onWay(way.technique));
  return html("label", { class: "choice" }, input, html("span", {}, way.name));
}
