import type { BodyMapElement } from "../body-map/body-map";
import type { Api, Result, Trace, TraceRequest } from "../shared/api";
import { need, setText } from "../shared/html";
import { overlayOf } from "../shared/overlay";
import { fillMapForm } from "../shared/print-map";
import type { Store } from "../shared/store";
import { keyOfResult, MOST_POINTS, placeInWords, planInWords, planOf, proposal } from "./plan";
import { RankingView, tell } from "./ranking-view";
import { Tracer } from "./tracer";

/** What the ranking needs of the finder around it. */
export interface ResultsHost {
  readonly root: HTMLElement;
  readonly api: Api;
  readonly map: BodyMapElement;
  readonly store: Store;
  readonly signal: AbortSignal;
  /** Whether the results are the step on screen. */
  isShown(): boolean;
  showTrouble(text: string): void;
}

/** The step after marking and safety: ranking, figure and session plan. Loaded when it begins. */
export class ResultsStep {
  readonly #host: ResultsHost;
  readonly #ranking: RankingView;
  readonly #tracer: Tracer;
  #answer: Trace | undefined;
  /** Set once somebody chose by hand; until then the plan follows the ranking. */
  #planned: ReadonlySet<string> | undefined;

  constructor(host: ResultsHost) {
    this.#host = host;
    const { root, api, signal } = host;
    this.#ranking = new RankingView(
      root,
      { onChoose: (result) => void this.#choose(result, true), onPlan: (result, wanted) => this.#plan(result, wanted) },
      signal,
    );
    this.#tracer = new Tracer((request, abort) => api.trace(request, abort), {
      onBusy: () => this.#showBusy(true),
      onAnswer: (answer) => this.#showAnswer(answer),
      onTrouble: (text) => {
        this.#showBusy(false);
        host.showTrouble(text);
      },
    });
    root.addEventListener("click", this.#clicked, { signal });
    window.addEventListener("online", () => this.#tracer.isTroubled && this.#tracer.retry(), { signal });
    signal.addEventListener("abort", () => this.#tracer.stop());
  }

  /** Asks for the ranking of a drawing. */
  ask(request: TraceRequest): void {
    this.#tracer.request(request);
  }

  /** The drawing is another one: the plan follows the ranking again. */
  drawingChanged(): void {
    this.#planned = undefined;
  }

  /** Another step begins. */
  leave(): void {
    const { map } = this.#host;
    this.#tracer.stop();
    this.#ranking.choose(undefined);
    map.overlay = null;
    map.focusOn(null);
  }

  readonly #clicked = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (target?.dataset["do"] !== "start") return;
    event.preventDefault();
    void this.#start((target as HTMLAnchorElement).href);
  };

  #showBusy(busy: boolean): void {
    this.#ranking.busy = busy;
    this.#host.root.toggleAttribute("data-busy", busy);
  }

  #showAnswer(answer: Trace): void {
    const { root } = this.#host;
    this.#answer = answer;
    this.#showBusy(false);
    need<HTMLElement>(root, "[data-trouble]").hidden = true;
    need<HTMLElement>(root, "[data-not-muscular]").hidden = !answer.probablyNotMuscular;
    const rest = answer.unexplained.map(placeInWords).join("; ");
    tell(root, "[data-unexplained]", rest && `Nothing here accounts for: ${rest}.`);
    this.#ranking.show(answer, this.#wanted);
    const [first] = answer.results;
    if (first) setText(need(root, "[data-ranking-said]"), `Most likely: ${placeInWords(first)}.`);
    this.#showPlan();
    const chosen = answer.results.find((result) => keyOfResult(result) === this.#ranking.chosen) ?? first;
    if (chosen) void this.#choose(chosen, false);
  }

  async #choose(result: Result, byHand: boolean): Promise<void> {
    const { api, map, signal } = this.#host;
    const ranking = this.#ranking;
    const key = keyOfResult(result);
    const same = ranking.chosen === key;
    ranking.choose(key);
    try {
      const [muscle, overlay] = await Promise.all([api.muscle(result.muscle), overlayOf(api, result, result.chainLinks)]);
      if (signal.aborted || ranking.chosen !== key || !this.#host.isShown()) return;
      map.overlay = overlay;
      ranking.describe(result, muscle, byHand);
      if (byHand || !same) map.focusOn(overlay.pointOnSkin);
    } catch {
      if (byHand) this.#host.showTrouble("The figure of this point could not be loaded. Choose it again when you are connected.");
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
    this.#ranking.markPlanned(planned);
    this.#showPlan(wanted && !planned.has(keyOfResult(result)));
  }

  #showPlan(full = false): void {
    const { root } = this.#host;
    const points = planOf(this.#answer?.results ?? [], this.#wanted);
    const text = points.length === 0 ? "Choose at least one point for your session." : `Your session: ${planInWords(points)}`;
    setText(need(root, "[data-plan-words]"), full ? `${MOST_POINTS} points are enough for one session. ${text}` : text);
    need(root, "[data-do=start]").toggleAttribute("hidden", points.length === 0);
    fillMapForm(need(root, "[data-print-map]"), points);
  }

  async #start(address: string): Promise<void> {
    await this.#host.store.write("plan", { at: Date.now(), points: planOf(this.#answer?.results ?? [], this.#wanted) });
    location.assign(address);
  }
}
