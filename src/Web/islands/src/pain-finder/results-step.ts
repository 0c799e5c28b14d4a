import type { BodyMapElement } from "../body-map/body-map";
import type { OverlayZone } from "../body-map/types";
import type { Api, Result, Trace, TraceRequest } from "../shared/api";
import { need, setText, withArrows } from "../shared/html";
import { overlayOf } from "../shared/overlay";
import { fillMapForm } from "../shared/print-map";
import type { Store } from "../shared/store";
import { t } from "../shared/text";
import { forgetVisit, readVisit, writeVisit } from "../shared/visit";
import { tell } from "./card";
import { CheckPanel } from "./check-panel";
import { answersOf, keyOfCheck, readChecks, withCheck, type Check } from "./checks";
import { FewestView } from "./fewest-view";
import { FigureLayers } from "./figure-layers";
import { chainInWords, placeInWords } from "./in-words";
import { keyOfResult, MOST_POINTS, placesOf, planInWords, planOf, proposal } from "./plan";
import { moveInWords, RankingView, type Standing } from "./ranking-view";
import type { RegionIndex } from "./region-index";
import { Tracer } from "./tracer";

/** What the ranking needs of the finder around it. */
export interface ResultsHost {
  readonly root: HTMLElement;
  readonly api: Api;
  readonly map: BodyMapElement;
  readonly store: Store;
  readonly signal: AbortSignal;
  index(): RegionIndex;
  /** Whether the results are the step on screen. */
  isShown(): boolean;
  showTrouble(text: string): void;
}

/** The step after marking and safety: ranking, press tests, figure and session plan. Loaded when it begins. */
export class ResultsStep {
  readonly #host: ResultsHost;
  readonly #ranking: RankingView;
  readonly #checking: CheckPanel;
  readonly #fewest: FewestView;
  readonly #layers: FigureLayers;
  readonly #tracer: Tracer;
  #drawn: TraceRequest | undefined;
  #checks: readonly Check[] = readChecks(readVisit("checks"));
  #answer: Trace | undefined;
  /** Set once somebody chose by hand; until then the plan follows the ranking. */
  #planned: ReadonlySet<string> | undefined;
  /** A card was chosen by hand: the figure stays with it. */
  #isChosenByHand = false;
  /** The figure may go to the next press test: somebody came here or answered, and is not in the middle of painting. */
  #mayFollow = true;
  /** Where the points stood before the last answer. */
  #before: ReadonlyMap<string, Standing> | undefined;
  /** Somebody wants to see the points although the pain fits none of them well. */
  #showsAllTheSame = false;

  constructor(host: ResultsHost) {
    this.#host = host;
    const { root, api, map, signal } = host;
    this.#ranking = new RankingView(
      root,
      { onChoose: (result) => void this.#choose(result, true), onPlan: (result, wanted) => this.#plan(result, wanted) },
      signal,
    );
    this.#checking = new CheckPanel(
      root,
      api,
      {
        onAnswer: (check) => this.#check(withCheck(this.#checks, check)),
        onUndo: (undone) => this.#check(this.#checks.filter((each) => !undone.some((check) => keyOfCheck(each) === keyOfCheck(check)))),
      },
      signal,
    );
    this.#fewest = new FewestView(root, (key) => this.#chooseFewest(key), signal);
    this.#layers = new FigureLayers(root, map, signal);
    const substitute = (request: TraceRequest): Promise<Trace> => import("./offline-ranking").then((lists) => lists.substitute(request, api, host.index()));
    this.#tracer = new Tracer((request, abort) => api.trace(request, abort), substitute, {
      onBusy: () => this.#showBusy(true),
      onAnswer: (answer, whole) => this.#showAnswer(answer, whole),
      onSubstitute: (answer) => this.#showAnswer(answer, true, true),
      onTrouble: (text) => {
        this.#showBusy(false);
        host.showTrouble(text);
      },
    });
    root.addEventListener("click", this.#clicked, { signal });
    window.addEventListener("online", () => this.#tracer.isTroubled && this.#tracer.retry(), { signal });
    signal.addEventListener("abort", () => this.#tracer.stop());
  }

  /** Asks for the ranking of a drawing. @param settled false in the middle of a stroke */
  ask(request: TraceRequest, settled: boolean): void {
    this.#drawn = request;
    this.#tracer.request({ ...request, ...answersOf(this.#checks) }, settled ? "painted" : "painting");
  }

  /** The drawing is another one: the plan follows the ranking again. */
  drawingChanged(): void {
    this.#planned = undefined;
    this.#before = undefined;
    if (this.#host.isShown()) this.#mayFollow = false;
  }

  /** All marks were taken away, and with them what was answered about them. */
  forget(): void {
    this.#checks = [];
    forgetVisit("checks");
  }

  /** Another step begins. */
  leave(): void {
    this.#tracer.stop();
    this.#showNoPoint();
    this.#before = undefined;
    this.#mayFollow = true;
    this.#isChosenByHand = false;
    this.#showsAllTheSame = false;
  }

  readonly #clicked = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLElement>("[data-do]");
    switch (target?.dataset["do"]) {
      case "start":
      case "enough":
        event.preventDefault();
        void this.#start();
        break;
      case "show-all-the-same":
        this.#showsAllTheSame = true;
        this.#showKind();
        need<HTMLElement>(this.#host.root, "[data-results] [data-choose]").focus();
        break;
    }
  };

  #check(checks: readonly Check[]): void {
    this.#checks = checks;
    writeVisit("checks", checks);
    this.#before = this.#ranking.standings;
    this.#planned = undefined;
    this.#mayFollow = true;
    this.#isChosenByHand = false;
    if (this.#drawn) this.#tracer.request({ ...this.#drawn, ...answersOf(checks) }, "answered");
  }

  #showBusy(busy: boolean): void {
    this.#ranking.busy = busy;
    this.#host.root.toggleAttribute("data-busy", busy);
  }

  /** @param beforehand made without the server, from lists. */
  #showAnswer(answer: Trace, whole: boolean, beforehand = false): void {
    const { root } = this.#host;
    need<HTMLElement>(root, "[data-beforehand]").hidden = !beforehand;
    this.#answer = answer;
    this.#showBusy(false);
    need<HTMLElement>(root, "[data-trouble]").hidden = true;
    const rest = answer.unexplained.map(placeInWords).join("; ");
    tell(root, "[data-unexplained]", rest && t("Nothing here accounts for: {0}.", rest));
    this.#ranking.show(answer, this.#wanted, this.#before);
    this.#fewest.show(answer.explanation);
    this.#checking.show(whole ? answer.next : null, this.#checks);
    this.#showKind();
    this.#say(answer);
    this.#showPlan();
    const chosen = this.#toShow(answer, whole);
    if (this.#isCare) this.#showNoPoint();
    else if (chosen) void this.#choose(chosen, false);
  }

  /** Pain that fits no muscle leads to care; the points are there for who wants to see them all the same. */
  #showKind(): void {
    const { root } = this.#host;
    const isOther = this.#answer?.probablyNotMuscular ?? false;
    setText(need(root, "#results-title"), isOther ? t("Please have this looked at") : t("Points worth checking"));
    need<HTMLElement>(root, "[data-not-muscular]").hidden = !isOther;
    need<HTMLElement>(root, "[data-do=show-all-the-same]").hidden = this.#showsAllTheSame;
    for (const part of root.querySelectorAll<HTMLElement>("[data-muscular]")) part.toggleAttribute("hidden", isOther);
    for (const part of root.querySelectorAll<HTMLElement>("[data-points]")) part.toggleAttribute("hidden", this.#isCare);
  }

  /** Whether the step only leads to care. */
  get #isCare(): boolean {
    return (this.#answer?.probablyNotMuscular ?? false) && !this.#showsAllTheSame;
  }

  #showNoPoint(): void {
    const { map } = this.#host;
    this.#ranking.choose(undefined);
    this.#layers.showAll();
    map.overlay = null;
    map.focusOn(null);
  }

  #say({ results: [first], probablyNotMuscular }: Trace): void {
    const said = need(this.#host.root, "[data-ranking-said]");
    if (probablyNotMuscular) setText(said, t("This is probably not a muscle."));
    else if (first) {
      const moved = this.#before ? moveInWords(this.#before.get(keyOfResult(first)), this.#ranking.standings.get(keyOfResult(first))) : "";
      setText(said, moved ? t("Most likely: {0}. {1}.", placeInWords(first), moved) : t("Most likely: {0}.", placeInWords(first)));
    }
  }

  /** What the figure shows: what was chosen by hand, else the point to press next, else what it showed before, else the likeliest. */
  #toShow({ results }: Trace, whole: boolean): Result | undefined {
    const before = results.find((result) => keyOfResult(result) === this.#ranking.chosen);
    if (before && (this.#isChosenByHand || !this.#mayFollow)) return before;
    const { press } = this.#checking;
    const pressed = whole && press ? results.find((result) => result.point === press.point && result.side === press.side) : undefined;
    if (whole) this.#mayFollow = false;
    return pressed ?? before ?? results[0];
  }

  async #choose(result: Result, byHand: boolean): Promise<void> {
    const { api, map, signal } = this.#host;
    const ranking = this.#ranking;
    const key = keyOfResult(result);
    const same = ranking.chosen === key;
    if (byHand) this.#isChosenByHand = true;
    ranking.choose(key);
    try {
      const [muscle, overlay] = await Promise.all([api.muscle(result.muscle), overlayOf(api, result, result.chainLinks)]);
      if (signal.aborted || ranking.chosen !== key || !this.#host.isShown()) return;
      this.#layers.show({ ...overlay, pain: painOf(result, overlay.zones, map) });
      const path = byHand && result.chainLinks.length > 0 ? chainInWords([...result.chainLinks, result]).join(t(", then ")) : "";
      tell(this.#host.root, "[data-chain-path]", path && t("Path on the figure: {0}", path));
      ranking.describe(result, muscle, byHand);
      if (byHand || !same) map.focusOn(overlay.pointOnSkin);
    } catch {
      if (byHand) this.#host.showTrouble(t("The figure of this point could not be loaded. Choose it again when you are connected."));
    }
  }

  #chooseFewest(key: string): void {
    const result = this.#answer?.results.find((each) => keyOfResult(each) === key);
    if (!result) return;
    this.#ranking.reveal(result);
    void this.#choose(result, true);
  }

  get #wanted(): ReadonlySet<string> {
    return this.#planned ?? proposal(this.#answer?.results ?? [], this.#answer?.explanation);
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
    const text = points.length === 0 ? t("Choose at least one point for your session.") : t("Your session: {0}", "");
    const before = full ? t("{0} points are enough for one session. {1}", MOST_POINTS, text) : text;
    need(root, "[data-plan-words]").replaceChildren(before, ...withArrows(planInWords(points), t(", then ")));
    for (const start of root.querySelectorAll("[data-do=start], [data-do=enough]")) start.toggleAttribute("hidden", points.length === 0);
    fillMapForm(need(root, "[data-print-map]"), points);
  }

  async #start(): Promise<void> {
    const { store, root } = this.#host;
    const points = planOf(this.#answer?.results ?? [], this.#wanted);
    await store.write("plan", { at: Date.now(), points, places: placesOf(this.#answer?.findings ?? []) });
    location.assign(need<HTMLAnchorElement>(root, "a[data-do=start]").href);
  }
}

/** The marked cells of the region that the point accounts for best, those first where it is felt most: the end of its path. */
function painOf({ explains: [most] }: Result, zones: readonly OverlayZone[], map: BodyMapElement): readonly number[] {
  const { marks } = map;
  const isThere = (cell: number): boolean => {
    const at = map.regionOf(cell);
    return marks.has(cell) && at?.region === most?.region && at?.side === most?.side;
  };
  return zones.filter(({ cell }) => isThere(cell)).toSorted((a, b) => b.weight - a.weight).map(({ cell }) => cell);
}
