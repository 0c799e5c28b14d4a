import type { BodyMapElement } from "../body-map/body-map";
import { Api, type Result, type Trace } from "../shared/api";
import { listenForExactly } from "../shared/exactly-buttons";
import { need, setText } from "../shared/html";
import { Store } from "../shared/store";
import type { Parts, Step } from "./finder-parts";
import type { MarkingStep } from "./marking-step";
import { fillMapForm } from "../shared/print-map";
import { keyOfResult, MOST_POINTS, placeInWords, planInWords, planOf, proposal } from "./plan";
import { RankingView, tell } from "./ranking-view";
import type { RegionKey } from "./region-index";
import { ANSWERS_HOLD_MS, SafetyQuestions } from "./safety-questions";
import { Toolbar } from "./toolbar";
import { Tracer } from "./tracer";

declare global {
  interface HTMLElementTagNameMap {
    "pain-finder": PainFinderElement;
  }
}

/**
 * The finder: mark, answer, read the ranking. The page brings all of its HTML; this element moves between the steps and keeps figure,
 * list and ranking in step with one drawing. Nothing is kept but in this browser.
 */
export class PainFinderElement extends HTMLElement {
  readonly #store = new Store();
  #answer: Trace | undefined;
  /** Set once somebody chose by hand; until then the plan follows the ranking. */
  #planned: ReadonlySet<string> | undefined;
  #parts: Parts | undefined;
  /** Loads on its own, so that the page's first script stays small. */
  #marking: MarkingStep | undefined;
  #listening: AbortController | undefined;

  get step(): Step {
    const step = this.dataset["step"];
    return step === "safety" || step === "stop" || step === "results" ? step : "mark";
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const api = new Api(this.dataset["version"] ?? "");
    const map = need<BodyMapElement>(this, "body-map");
    const toolbar = new Toolbar(this, map, signal);
    this.#parts = {
      api,
      map,
      toolbar,
      safety: new SafetyQuestions(this),
      ranking: new RankingView(
        this,
        { onChoose: (result) => void this.#choose(result, true), onPlan: (result, wanted) => this.#plan(result, wanted) },
        signal,
      ),
      tracer: new Tracer((request, abort) => api.trace(request, abort), {
        onBusy: () => this.#showBusy(true),
        onAnswer: (answer) => this.#showAnswer(answer),
        onTrouble: (text) => this.#showTrouble(text),
      }),
    };
    listenForExactly(this, map, api, signal);
    map.muscleSource = () => api.figures();
    for (const part of this.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("submit", this.#submitted, { signal });
    this.addEventListener("change", this.#changed, { signal });
    window.addEventListener("online", () => this.#parts?.tracer.isTroubled && this.#parts.tracer.retry(), { signal });
    window.addEventListener("popstate", () => this.#goBackTo(history.state), { signal });
    void this.#begin(signal);
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#parts?.tracer.stop();
    this.#parts = this.#marking = undefined;
  }

  get #all(): Parts {
    if (!this.#parts) throw new Error("The finder is not in a page.");
    return this.#parts;
  }

  get #named(): readonly RegionKey[] {
    return this.#marking?.named ?? [];
  }

  get #isEmpty(): boolean {
    return this.#marking?.isEmpty ?? true;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const { api, safety, map, toolbar } = this.#all;
    const [answers, regions, step] = await Promise.all([
      this.#store.read("answers"),
      api.regions().catch(() => undefined),
      import("./marking-step").catch(() => undefined),
    ]);
    if (!this.#parts) return;
    if (!regions || !step) {
      this.#showTrouble("The list of places could not be loaded. Please load the page again.");
      return;
    }
    if (answers && Date.now() - answers.at < ANSWERS_HOLD_MS) safety.restore(answers.no);
    const host = { marked: this.#marked.bind(this), trouble: (text: string) => this.#showTrouble(text) };
    const marking = new step.MarkingStep(this, map, toolbar, this.#store, host, signal);
    this.#marking = marking;
    await marking.begin(regions);
    if (!this.#parts) return;
    this.toggleAttribute("data-ready", true);
    this.#goBackTo(history.state);
  }

  /** @param settled false while a stroke goes on: nothing is asked in the middle of it */
  #marked(settled: boolean, recorded: boolean): void {
    if (recorded) this.#planned = undefined;
    const { safety } = this.#all;
    const open = safety.isOpen(this.#named);
    if (this.step === "safety" && open) safety.ask(this.#named);
    if (this.step !== "results") return;
    if (!open && !this.#isEmpty) this.#trace();
    else if (settled && this.#isEmpty) this.#go("mark");
    else if (settled) this.#continue();
  }

  readonly #clicked = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (target?.dataset["do"] === "clear") {
      this.#all.safety.forget();
      void this.#store.forget("answers");
    }
    if (this.#marking?.act(target?.dataset["do"])) return;
    switch (target?.dataset["do"]) {
      case "mark":
        this.#go("mark");
        break;
      case "none":
      case "answers":
        this.#takeAnswers(target.dataset["do"] === "none");
        break;
      case "unanswer":
        this.#all.safety.takeBack();
        this.#go("safety");
        break;
      case "retry":
        this.#all.tracer.retry();
        break;
      case "start":
        event.preventDefault();
        void this.#start((target as HTMLAnchorElement).href);
        break;
    }
  };

  readonly #submitted = (event: Event): void => {
    // Goes to the server, and comes back as a file; or, before marking is loaded, as the page without script.
    if ((event.target as Element).matches("[data-print-map]") || !this.#marking) return;
    event.preventDefault();
    if ((event as SubmitEvent).submitter?.matches("[data-words] *")) this.#marking.understand();
    else if (this.#isEmpty) this.#marking.sayNothingHurts();
    else this.#continue();
  };

  readonly #changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (!input.closest("form[data-flags]") || input.value !== "yes" || !input.checked) return;
    this.#stop();
  };

  #trace(): void {
    if (this.#marking) this.#all.tracer.request(this.#marking.request);
  }

  /** From marking to whatever comes next: the questions that are open, or the ranking. */
  #continue(): void {
    const { safety } = this.#all;
    const named = this.#named;
    if (safety.isOpen(named)) {
      safety.ask(named);
      need<HTMLElement>(this, "[data-unanswered]").hidden = true;
      this.#go("safety");
      return;
    }
    this.#go("results");
    this.#trace();
  }

  #takeAnswers(noneOfThese: boolean): void {
    const { safety } = this.#all;
    if (safety.confirmed()) {
      this.#stop(); // a yes wins over whatever is pressed after it
      return;
    }
    if (noneOfThese) safety.answerNone();
    const complete = noneOfThese || safety.takeAnswers();
    need<HTMLElement>(this, "[data-unanswered]").hidden = complete;
    if (!complete) return;
    void this.#store.write("answers", { at: Date.now(), no: safety.answered });
    this.#continue();
  }

  #stop(): void {
    const flag = this.#all.safety.confirmed();
    if (!flag) return;
    const card = need<HTMLElement>(this, "[data-panel=stop] [data-stop]");
    card.dataset["care"] = flag.care;
    setText(need(card, "[data-heading]"), flag.heading);
    setText(need(card, "[data-action]"), flag.action);
    setText(need(card, "[data-reason]"), `You said yes to: ${flag.question}`);
    this.#all.tracer.stop();
    this.#go("stop");
  }

  #go(step: Step, remember = true): void {
    const before = this.step;
    this.#show(step);
    if (!remember || before === step) return;
    if (step === "mark") history.replaceState({ step }, "");
    else history.pushState({ step }, "");
  }

  #show(step: Step): void {
    const moved = this.step !== step;
    const { map, toolbar, ranking } = this.#all;
    this.dataset["step"] = step;
    for (const panel of this.querySelectorAll<HTMLElement>("[data-panel]")) panel.hidden = panel.dataset["panel"] !== step;
    const order = ["mark", "safety", "results"];
    const place = order.indexOf(step === "stop" ? "safety" : step);
    for (const item of this.querySelectorAll<HTMLElement>(".steps [data-for]")) {
      const at = order.indexOf(item.dataset["for"] ?? "");
      item.toggleAttribute("data-done", at >= 0 && at < place);
      if (at === place) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    if (!moved) return;
    // Fingers scroll past the figure while they read; a mouse does not paint by accident.
    toolbar.tool = step !== "mark" && matchMedia("(pointer: coarse)").matches ? "turn" : "paint";
    if (step !== "results") {
      ranking.choose(undefined);
      map.overlay = null;
      map.focusOn(null);
    }
    const heading = this.querySelector<HTMLElement>(`[data-panel=${step}] h1`);
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  /** The step that the browser's history names, as far as it may be shown. */
  #goBackTo(state: unknown): void {
    const wanted = (state as { readonly step?: unknown } | null)?.step;
    if (wanted === "results" && !this.#isEmpty && !this.#all.safety.isOpen(this.#named)) {
      this.#go("results", false);
      this.#trace();
    } else if (wanted === "safety" && !this.#isEmpty && this.#all.safety.isOpen(this.#named)) {
      this.#all.safety.ask(this.#named);
      this.#go("safety", false);
    } else {
      this.#go("mark", false);
    }
  }

  #showBusy(busy: boolean): void {
    this.#all.ranking.busy = busy;
    this.toggleAttribute("data-busy", busy);
  }

  #showTrouble(text: string): void {
    this.#showBusy(false);
    setText(need(this, "[data-trouble-text]"), text);
    need<HTMLElement>(this, "[data-trouble]").hidden = false;
  }

  #showAnswer(answer: Trace): void {
    this.#answer = answer;
    this.#showBusy(false);
    need<HTMLElement>(this, "[data-trouble]").hidden = true;
    need<HTMLElement>(this, "[data-not-muscular]").hidden = !answer.probablyNotMuscular;
    const rest = answer.unexplained.map(placeInWords).join("; ");
    tell(this, "[data-unexplained]", rest && `Nothing here accounts for: ${rest}.`);
    const { ranking } = this.#all;
    ranking.show(answer, this.#wanted);
    const [first] = answer.results;
    if (first) setText(need(this, "[data-ranking-said]"), `Most likely: ${placeInWords(first)}.`);
    this.#showPlan();
    const chosen = answer.results.find((result) => keyOfResult(result) === ranking.chosen) ?? first;
    if (chosen) void this.#choose(chosen, false);
  }

  async #choose(result: Result, byHand: boolean): Promise<void> {
    const { api, map, ranking } = this.#all;
    const key = keyOfResult(result);
    const same = ranking.chosen === key;
    ranking.choose(key);
    try {
      const drawn = import("../shared/overlay").then(({ overlayOf }) => overlayOf(api, result, result.chainLinks));
      const [muscle, overlay] = await Promise.all([api.muscle(result.muscle), drawn]);
      if (!this.#parts || ranking.chosen !== key || this.step !== "results") return;
      map.overlay = overlay;
      ranking.describe(result, muscle, byHand);
      if (byHand || !same) map.focusOn(overlay.pointOnSkin);
    } catch {
      if (byHand) this.#showTrouble("The figure of this point could not be loaded. Choose it again when you are connected.");
    }
  }

  get #wanted(): ReadonlySet<string> {
    return this.#planned ?? proposal(this.#answer?.results ?? []);
  }

  #plan(result: Result, wanted: boolean): void {
    const planned = new Set(this.#wanted);
    if (!wanted) planned.delete(keyOfResult(result));
    else if (planned.size < MOST_POINTS) planned.add(keyOfResult(result));
    this.#planned = planned;
    this.#all.ranking.markPlanned(planned);
    this.#showPlan(wanted && !planned.has(keyOfResult(result)));
  }

  #showPlan(full = false): void {
    const points = planOf(this.#answer?.results ?? [], this.#wanted);
    const text = points.length === 0 ? "Choose at least one point for your session." : `Your session: ${planInWords(points)}`;
    setText(need(this, "[data-plan-words]"), full ? `${MOST_POINTS} points are enough for one session. ${text}` : text);
    need(this, "[data-do=start]").toggleAttribute("hidden", points.length === 0);
    fillMapForm(need(this, "[data-print-map]"), points);
  }

  async #start(address: string): Promise<void> {
    await this.#store.write("plan", { at: Date.now(), points: planOf(this.#answer?.results ?? [], this.#wanted) });
    location.assign(address);
  }
}
