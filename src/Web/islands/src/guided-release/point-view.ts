import type { BodyMapElement } from "../body-map/body-map";
import type { Muscle, ReleaseWay } from "../shared/api";
import { html, need, setText } from "../shared/html";
import { t } from "../shared/text";
import { MOST_DISCOMFORT, type ShownPhase, type Sitting } from "./sitting";
import type { ChosenWay } from "./ways";
import { nextInWords, sideInWords, tooMuch, wayNote } from "./words";

/** Writes the point that is pressed into the page. */
export class PointView {
  readonly #root: HTMLElement;
  readonly map: BodyMapElement;
  /** For step pictures of a ball that rolls. */
  readonly strip: HTMLElement;
  #cue = "";

  constructor(root: HTMLElement) {
    this.#root = root;
    this.map = need<BodyMapElement>(root, "body-map");
    this.strip = need<HTMLElement>(root, "[data-strip]");
  }

  showPoint({ step, index, steps }: Sitting): void {
    if (!step) return;
    this.#root.dataset["point"] = `${step.point}:${step.side}`;
    const panel = need<HTMLElement>(this.#root, "[data-screen-panel=point]");
    Object.assign(panel.dataset, { point: step.point, muscle: step.muscle, side: step.side });
    this.#text("[data-progress]", t("Point {0} of {1}", index + 1, steps.length));
    need<HTMLProgressElement>(this.#root, "[data-progress-bar]").value = index / steps.length;
    this.#text("[data-name]", step.name);
    this.#text("[data-side-word]", sideInWords(step.side));
    this.#text("[data-where]", `${step.where}.`);
    this.#button("back").disabled = index === 0;
    this.#cue = "";
  }

  /** The ways to press this point; `onWay` hears which is chosen. */
  showWays(ways: readonly ReleaseWay[], chosen: ChosenWay, muscle: Muscle, pointId: string, onWay: (technique: string) => void): void {
    const { way } = chosen;
    const box = need<HTMLFieldSetElement>(this.#root, "[data-ways]");
    box.replaceChildren(need(box, "legend"), ...ways.map((each) => wayChoice(each, each === way, onWay)));
    this.#text("[data-way-note]", wayNote(chosen));
    this.#text("[data-posture]", way.posture);
    this.#items("[data-steps]", way.steps);
    this.#text("[data-direction]", way.direction);
    const point = muscle.points.find((each) => each.id === pointId);
    const find = point ? [point.position, point.landmarks, point.feels, point.press] : [];
    need(this.#root, "[data-find]").replaceChildren(...find.map((text) => html("p", {}, text)));
    this.#items("[data-avoid]", [...new Set([...muscle.avoid, ...way.avoid])]);
    this.#cue = way.cue;
  }

  /** Timer, cue and buttons for this moment. */
  showClock(sitting: Sitting, now: number): void {
    const { phase } = sitting;
    const seconds = Math.ceil(sitting.left(now) / 1000);
    this.#root.dataset["phase"] = phase;
    this.#text("[data-seconds]", String(seconds));
    this.#text("[data-phase-words]", phaseWords(phase, sitting));
    this.#text("[data-cue]", this.#cueOf(sitting));
    need<SVGElement>(this.#root, "[data-ring-time]").style.strokeDashoffset = String(1 - sitting.share(now));
    this.#text("[data-next-line]", phase === "resting" ? nextLine(sitting) : "");
    setText(this.#button("main"), { ready: t("Start"), preparing: t("Hold now"), holding: t("Pause"), resting: t("Pause"), paused: t("Go on"), done: t("Finish") }[phase]);
    this.#button("repeat").disabled = phase === "ready" || phase === "preparing";
    setText(this.#button("skip"), sitting.next ? t("Next") : t("Finish"));
    this.#text("[data-tap-hint]", { ready: t("Tap anywhere to start."), paused: t("Tap anywhere to go on."), done: "" }[phase as string] ?? t("Tap anywhere to pause."));
  }

  showComfort(value: number | undefined): void {
    const input = need<HTMLInputElement>(this.#root, "[data-comfort]");
    input.value = String(value ?? 0);
    const tooHigh = value !== undefined && value > MOST_DISCOMFORT;
    this.#text("[data-comfort-value]", value === undefined ? "" : t("{0} of 10", value));
    input.setAttribute("aria-valuetext", value === undefined ? t("not said") : tooHigh ? `${t("{0} of 10", value)}. ${tooMuch()}` : t("{0} of 10", value));
    need<HTMLElement>(this.#root, ".comfort").classList.toggle("is-too-much", tooHigh);
    need<HTMLElement>(this.#root, "[data-too-much]").hidden = !tooHigh;
  }

  /** What happened while nobody saw the page; empty takes it away. */
  showAway(text: string): void {
    const box = need<HTMLElement>(this.#root, "[data-away]");
    box.hidden = text === "";
    setText(box, text);
  }

  /** For screen readers; the voice says the same. */
  say(text: string): void {
    this.#text("[data-said]", text);
  }

  #cueOf(sitting: Sitting): string {
    const phase = sitting.clock.phase;
    if (phase === "ready") return sitting.index === 0 ? t("Ready for the first point?") : t("Ready for the next point?");
    if (phase === "preparing") return t("Get into place and find the spot.");
    if (phase === "resting") return t("Let go slowly, and rest.");
    return this.#cue === "" ? t("Press, and breathe on.") : this.#cue;
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

function phaseWords(phase: ShownPhase, { clock, times }: Sitting): string {
  if (phase === "holding" && times.rounds > 1) return t("hold {0} of {1}", clock.round + 1, times.rounds);
  return { ready: t("ready"), preparing: t("get ready"), holding: t("hold"), paused: t("paused"), resting: t("rest"), done: t("done") }[phase];
}

function nextLine(sitting: Sitting): string {
  return sitting.clock.round + 1 < sitting.times.rounds ? t("Then the same point once more.") : nextInWords(sitting.step, sitting.next);
}

function wayChoice(way: ReleaseWay, checked: boolean, onWay: (technique: string) => void): HTMLLabelElement {
  const input = html("input", { type: "radio", name: "way", value: way.technique });
  input.checked = checked;
  input.addEventListener("change", () => onWay(way.technique));
  return html("label", { class: "choice" }, input, html("span", {}, way.name));
}
