import type { BodyMapElement } from "../body-map/body-map";
import { Api } from "../shared/api";
import { listenForExactly } from "../shared/exactly-buttons";
import { need, setText } from "../shared/html";
import { Store } from "../shared/store";
import type { Parts, Step } from "./finder-parts";
import { History } from "./history";
import { EMPTY, isEmpty, namedRegions, requestOf, setRegions, toggleRegion, type PainDrawing, type Said } from "./pain-drawing";
import { RegionIndex, type RegionKey } from "./region-index";
import { RegionList } from "./region-list";
import type { ResultsStep } from "./results-step";
import { forgetVisit, readVisit, writeVisit } from "../shared/visit";
import { ANSWERS_HOLD_MS, SafetyQuestions } from "./safety-questions";
import { Toolbar } from "./toolbar";

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
  /** There once somebody came near the results. */
  #results: ResultsStep | undefined;
  #resultsLoading: Promise<ResultsStep> | undefined;
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
    };
    listenForExactly(this, map, api, signal);
    map.muscleSource = () => api.figures();
    for (const part of this.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
    map.addEventListener("marks-change", (event) => this.#painted(event.finished), { signal });
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("submit", this.#submitted, { signal });
    this.addEventListener("change", this.#changed, { signal });
    window.addEventListener("popstate", () => this.#goBackTo(history.state), { signal });
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#parts = undefined;
    this.#results = this.#resultsLoading = undefined;
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
    const answers = readVisit("safety");
    void this.#store.forget("answers"); // where they were kept before, longer than a visit
    const [drawing, regions] = await Promise.all([
      this.#store.read("drawing"),
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
    const { list, toolbar, safety } = this.#all;
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
    if (!open && !isEmpty(drawing)) this.#rank(settled);
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
    this.#results?.drawingChanged();
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
        forgetVisit("safety");
        forgetVisit("checks");
        this.#results?.forget();
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
        if (this.step === "results") this.#rank();
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
    this.#results?.drawingChanged();
    this.#put(drawing);
    this.#remember();
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
    this.#rank();
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
    writeVisit("safety", { at: Date.now(), no: safety.answered });
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
    const { toolbar } = this.#all;
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
    if (step !== "results") this.#results?.leave();
    if (step === "safety") this.#loadResults().catch(() => undefined); // tried again, and told, when it is their turn
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
      this.#rank();
    } else if (wanted === "safety" && !isEmpty(this.#drawing) && this.#all.safety.isOpen(this.#named)) {
      this.#all.safety.ask(this.#named);
      this.#go("safety", false);
    } else {
      this.#go("mark", false);
    }
  }

  /** Asks for the ranking of what is marked now. @param settled false while a stroke goes on */
  #rank(settled = true): void {
    const asked = (results: ResultsStep): void => {
      if (this.step === "results") results.ask(requestOf(this.#drawing, this.#index, this.#said), settled);
    };
    if (this.#results) asked(this.#results);
    else this.#loadResults().then(asked, () => this.#showTrouble("The ranking could not be loaded. Try again when you are connected."));
  }

  #loadResults(): Promise<ResultsStep> {
    this.#resultsLoading ??= import("./results-step").then(({ ResultsStep }) => {
      const { api, map } = this.#all;
      const signal = this.#listening?.signal ?? AbortSignal.abort();
      const isShown = (): boolean => this.step === "results";
      return (this.#results = new ResultsStep({ root: this, api, map, store: this.#store, signal, index: () => this.#index, isShown, showTrouble: (text) => this.#showTrouble(text) }));
    });
    this.#resultsLoading.catch(() => (this.#resultsLoading = undefined));
    return this.#resultsLoading;
  }

  #showTrouble(text: string): void {
    setText(need(this, "[data-trouble-text]"), text);
    need<HTMLElement>(this, "[data-trouble]").hidden = false;
  }
}
