import type { BodyMapElement } from "../body-map/body-map";
import { Api } from "../shared/api";
import { listenForExactly } from "../shared/exactly-buttons";
import { need, setText } from "../shared/html";
import { Store } from "../shared/store";
import { t } from "../shared/text";
import type { Parts, Step } from "./finder-parts";
import type { MarkingStep } from "./marking-step";
import type { RegionKey } from "./region-index";
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
  /** Loads on its own, so that the page's first script stays small. */
  #marking: MarkingStep | undefined;
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
      safety: new SafetyQuestions(this),
    };
    listenForExactly(this, map, api, signal);
    map.muscleSource = () => api.figures();
    for (const part of this.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("submit", this.#submitted, { signal });
    this.addEventListener("change", this.#changed, { signal });
    window.addEventListener("popstate", () => this.#goBackTo(history.state), { signal });
    void this.#begin(signal);
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#parts = this.#marking = undefined;
    this.#results = this.#resultsLoading = undefined;
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
    const answers = readVisit("safety");
    void this.#store.forget("answers"); // where they were kept before, longer than a visit
    const [regions, step] = await Promise.all([api.regions().catch(() => undefined), import("./marking-step").catch(() => undefined)]);
    if (!this.#parts) return;
    if (!regions || !step) {
      this.#showTrouble(t("The list of places could not be loaded. Please load the page again."));
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
    if (recorded) this.#results?.drawingChanged();
    const { safety } = this.#all;
    const open = safety.isOpen(this.#named);
    if (this.step === "safety" && open) safety.ask(this.#named);
    if (this.step !== "results") return;
    if (!open && !this.#isEmpty) this.#rank(settled);
    else if (settled && this.#isEmpty) this.#go("mark");
    else if (settled) this.#continue();
  }

  readonly #clicked = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (target?.dataset["do"] === "clear") {
      this.#all.safety.forget();
      forgetVisit("safety");
      forgetVisit("checks");
      this.#results?.forget();
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
        if (this.step === "results") this.#rank();
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
    setText(need(card, "[data-reason]"), t("You said yes to: {0}", flag.question));
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
    if (wanted === "results" && !this.#isEmpty && !this.#all.safety.isOpen(this.#named)) {
      this.#go("results", false);
      this.#rank();
    } else if (wanted === "safety" && !this.#isEmpty && this.#all.safety.isOpen(this.#named)) {
      this.#all.safety.ask(this.#named);
      this.#go("safety", false);
    } else {
      this.#go("mark", false);
    }
  }

  /** Asks for the ranking of what is marked now. @param settled false while a stroke goes on */
  #rank(settled = true): void {
    const marking = this.#marking;
    if (!marking) return;
    const asked = (results: ResultsStep): void => {
      if (this.step === "results") results.ask(marking.request, settled);
    };
    if (this.#results) asked(this.#results);
    else this.#loadResults().then(asked, () => this.#showTrouble(t("The ranking could not be loaded. Try again when you are connected.")));
  }

  #loadResults(): Promise<ResultsStep> {
    this.#resultsLoading ??= import("./results-step").then(({ ResultsStep }) => {
      const { api, map } = this.#all;
      const marking = this.#marking;
      if (!marking) throw new Error("There is nothing to rank before something can be marked.");
      const signal = this.#listening?.signal ?? AbortSignal.abort();
      const isShown = (): boolean => this.step === "results";
      return (this.#results = new ResultsStep({ root: this, api, map, store: this.#store, signal, index: () => marking.index, isShown, showTrouble: (text) => this.#showTrouble(text) }));
    });
    this.#resultsLoading.catch(() => (this.#resultsLoading = undefined));
    return this.#resultsLoading;
  }

  #showTrouble(text: string): void {
    setText(need(this, "[data-trouble-text]"), text);
    need<HTMLElement>(this, "[data-trouble]").hidden = false;
  }
}
