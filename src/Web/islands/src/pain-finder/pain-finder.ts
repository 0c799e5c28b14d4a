import type { BodyMapElement } from "../body-map/body-map";
import { Api, type Result, type Trace } from "../shared/api";
import { listenForExactly } from "../shared/exactly-buttons";
import { need, setText } from "../shared/html";
import { Store } from "../shared/store";
import type { Parts, Step } from "./finder-parts";
import { History } from "./history";
import { EMPTY, isEmpty, namedRegions, requestOf, setRegions, toggleRegion, type PainDrawing, type Said } from "./pain-drawing";
import { fillMapForm } from "../shared/print-map";
import { keyOfResult, MOST_POINTS, placeInWords, planInWords, planOf, proposal } from "./plan";
import { RankingView, tell } from "./ranking-view";
import { RegionIndex, type RegionKey } from "./region-index";
import { RegionList } from "./region-list";
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
  #history = new History<PainDrawing>(EMPTY);
  /** What is on the figure, a stroke in progress included. */
  #drawing: PainDrawing = EMPTY;
  #index = new RegionIndex([]);
  readonly #said: Said = { free: new Set(), felt: new Set() }; // in words
  #answer: Trace | undefined;
  /** Set once somebody chose by hand; until then the plan follows the ranking. */
  #planned: ReadonlySet<string> | undefined;
  #parts: Parts | undefined;
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
    this.#parts = {
      api,
      map,
      toolbar: new Toolbar(this, map, signal),
      list: new RegionList(this, (key) => this.#toggle(key), signal),
      safety: new SafetyQuestions(this),
      ranking: new RankingView(
        this,
        { onChoose: (result) => void this.#choose(result, true), onPlan: (result, wanted) => this.#plan(result, wanted) },
        signal,
      ),
      tracer: new Tracer((request, abort) => api.trace(request, abort), (request) => import("./offline-ranking").then((lists) => lists.substitute(request, api, this.#index)), {
        onBusy: () => this.#showBusy(true),
        onAnswer: (answer) => this.#showAnswer(answer),
        onSubstitute: (answer) => this.#showAnswer(answer, true),
        onTrouble: (text) => this.#showTrouble(text),
      }),
    };
    listenForExactly(this, map, api, signal);
    map.muscleSource = () => api.figures();
    for (const part of this.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
    map.addEventListener("marks-change", (event) => this.#painted(event.finished), { signal });
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("submit", this.#submitted, { signal });
    this.addEventListener("change", this.#changed, { signal });
    window.addEventListener("online", () => this.#parts?.tracer.isTroubled && this.#parts.tracer.retry(), { signal });
    window.addEventListener("popstate", () => this.#goBackTo(history.state), { signal });
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#parts?.tracer.stop();
    this.#parts = undefined;
  }

  get #all(): Parts {
    if (!this.#parts) throw new Error("The finder is not in a page.");
    return this.#parts;
  }

  get #named(): readonly RegionKey[] {
    return namedRegions(this.#drawing, this.#index);
  }

  async #begin(): Promise<void> {
    const { api, safety, list } = this.#all;
    const [drawing, answers, regions] = await Promise.all([
      this.#store.read("drawing"),
      this.#store.read("answers"),
      api.regions().catch(() => undefined),
    ]);
    if (!this.#parts) return;
    if (!regions) {
      this.#showTrouble("The list of places could not be loaded. Please load the page again.");
      return;
    }
    this.#index = new RegionIndex(regions);
    if (answers && Date.now() - answers.at < ANSWERS_HOLD_MS) safety.restore(answers.no);
    let start: PainDrawing = drawing ? { marks: new Map(drawing.marks), inside: new Map(drawing.inside) } : EMPTY;
    // Boxes ticked before this script was there, or kept by the browser over a reload.
    for (const key of isEmpty(start) ? list.checked : []) start = toggleRegion(start, key, this.#index, this.#all.toolbar.intensity);
    this.#history = new History(start);
    this.#put(start);
    this.toggleAttribute("data-ready", true);
    this.#goBackTo(history.state);
  }

  /** Shows a drawing everywhere. */
  #put(drawing: PainDrawing): void {
    this.#all.map.marks = drawing.marks;
    this.#follow(drawing);
  }

  /** @param settled false while a stroke goes on: nothing is asked in the middle of it */
  #follow(drawing: PainDrawing, settled = true): void {
    this.#drawing = drawing;
    const { list, toolbar, tracer, safety } = this.#all;
    const named = this.#named;
    const words = named.map((key) => this.#index.nameOf(key)).join(", ");
    for (const line of this.querySelectorAll<HTMLElement>("[data-marked], [data-marked-again]")) {
      setText(line, words === "" ? "Nothing is marked yet." : `You marked: ${words}`);
    }
    need<HTMLElement>(this, "[data-marked]").dataset["marked"] = named.join(" ");
    list.show(drawing, this.#index);
    toolbar.enable({ undo: this.#history.canUndo, redo: this.#history.canRedo, clear: !isEmpty(drawing) });
    const open = safety.isOpen(named);
    if (this.step === "safety" && open) safety.ask(named);
    if (this.step !== "results") return;
    if (!open && !isEmpty(drawing)) tracer.request(requestOf(drawing, this.#index, this.#said));
    else if (settled && isEmpty(drawing)) this.#go("mark");
    else if (settled) this.#continue();
  }

  #painted(finished: boolean): void {
    const drawing = { ...this.#drawing, marks: this.#all.map.marks };
    if (finished) this.#record(drawing);
    else this.#follow(drawing, false);
  }

  #toggle(key: RegionKey): void {
    this.#change(toggleRegion(this.#drawing, key, this.#index, this.#all.toolbar.intensity), [key]);
  }

  #change(drawing: PainDrawing, [key = ""]: readonly RegionKey[]): void {
    const { map } = this.#all;
    map.marks = drawing.marks;
    this.#record(drawing);
    // Turn the flat figure to what was chosen from the list, or said first.
    const cells = this.#index.cellsOf(key).filter((cell) => drawing.marks.has(cell));
    const facing = this.#index.facingOf(key);
    if (facing && map.view !== "3d" && cells.length > 0 && !cells.some((cell) => map.screenPointOf(cell))) map.view = facing;
  }

  /** A change that can be undone and is remembered. */
  #record(drawing: PainDrawing): void {
    this.#history.push(drawing);
    this.#planned = undefined;
    this.#follow(drawing);
    this.#remember();
  }

  #remember(): void {
    const { marks, inside } = this.#drawing;
    void this.#store.write("drawing", { marks: [...marks], inside: [...inside] });
  }

  readonly #clicked = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLElement>("[data-do]");
    switch (target?.dataset["do"]) {
      case "undo":
        this.#step(this.#history.undo());
        break;
      case "redo":
        this.#step(this.#history.redo());
        break;
      case "clear":
        this.#all.safety.forget();
        void this.#store.forget("answers");
        this.#record(EMPTY);
        this.#put(EMPTY);
        break;
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
    if ((event.target as Element).matches("[data-print-map]")) return; // goes to the server, and comes back as a file
    event.preventDefault();
    if ((event as SubmitEvent).submitter?.matches("[data-words] *")) this.#understand();
    else if (isEmpty(this.#drawing)) setText(need(this, "[data-marked]"), "Nothing is marked yet. Paint where it hurts, or choose a place from the list.");
    else this.#continue();
  };

  #understand(): void {
    const mark = (keys: readonly RegionKey[], on: boolean, intensity = this.#all.toolbar.intensity): void =>
      this.#change(setRegions(this.#drawing, keys, on, this.#index, intensity), keys);
    import("./words-box")
      .then((box) => box.understand(this, { ...this.#said, mark }))
      .catch(() => this.#showTrouble("The words could not be read. Choose from the list, or load the page again."));
  }

  readonly #changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (!input.closest("form[data-flags]") || input.value !== "yes" || !input.checked) return;
    this.#stop();
  };

  #step(drawing: PainDrawing): void {
    this.#planned = undefined;
    this.#put(drawing);
    this.#remember();
  }

  /** From marking to whatever comes next: the questions that are open, or the ranking. */
  #continue(): void {
    const { safety, tracer } = this.#all;
    const named = this.#named;
    if (safety.isOpen(named)) {
      safety.ask(named);
      need<HTMLElement>(this, "[data-unanswered]").hidden = true;
      this.#go("safety");
      return;
    }
    this.#go("results");
    tracer.request(requestOf(this.#drawing, this.#index, this.#said));
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
    if (wanted === "results" && !isEmpty(this.#drawing) && !this.#all.safety.isOpen(this.#named)) {
      this.#go("results", false);
      this.#all.tracer.request(requestOf(this.#drawing, this.#index, this.#said));
    } else if (wanted === "safety" && !isEmpty(this.#drawing) && this.#all.safety.isOpen(this.#named)) {
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

  #showAnswer(answer: Trace, beforehand = false): void {
    this.#answer = answer;
    this.#showBusy(false);
    need<HTMLElement>(this, "[data-beforehand]").hidden = !beforehand;
    need<HTMLElement>(this, "[data-trouble]").hidden = true;
    need<HTMLElement>(this, "[data-not-muscular]").hidden = !answer.probablyNotMuscular;
    const rest = answer.unexplained.map(placeInWords).join("; ");
    tell(this, "[data-unexplained]", rest && `Nothing here accounts for: ${rest}.`);
    this.#all.ranking.show(answer, this.#wanted);
    const [first] = answer.results;
    if (first) setText(need(this, "[data-ranking-said]"), `Most likely: ${placeInWords(first)}.`);
    this.#showPlan();
    const chosen = answer.results.find((result) => keyOfResult(result) === this.#all.ranking.chosen) ?? first;
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
