import { Api, type Muscle } from "../shared/api";
import { listenForExactly } from "../shared/exactly-buttons";
import { need } from "../shared/html";
import { USUAL_SETTINGS, type ReleaseSettings } from "../shared/release-settings";
import { Store, type PlannedPoint, type SavedPlan, type SavedSession } from "../shared/store";
import { t } from "../shared/text";
import { entryOf, treated, written } from "./ending";
import type { EndView } from "./end-view";
import { PlanSettings } from "./plan-settings";
import { stepsOf, withSides } from "./plan-steps";
import { PlanView } from "./plan-view";
import { PointView } from "./point-view";
import { showScreen, showTrouble } from "./screens";
import { SessionRun } from "./session-run";
import { Sitting } from "./sitting";
import { Voice } from "./voice";

declare global {
  interface HTMLElementTagNameMap {
    "guided-release": GuidedReleaseElement;
  }
}

/** A finger that moves farther has not tapped. */
const TAP_PIXELS = 10;

/** The guided session: its plan, its points one a screen, its end. A reload takes up where the clock says. */
export class GuidedReleaseElement extends HTMLElement {
  readonly #store = new Store();
  readonly #voice = new Voice();
  readonly #muscles = new Map<string, Muscle>();
  #api = new Api("");
  #listening: AbortController | undefined;
  #planView: PlanView | undefined;
  #form: PlanSettings | undefined;
  #pointView: PointView | undefined;
  #endView: EndView | undefined;
  #settings: ReleaseSettings = USUAL_SETTINGS;
  #plan: SavedPlan = { at: 0, points: [] };
  #run: SessionRun | undefined;
  #sitting: Sitting | undefined;
  #downAt: { readonly x: number; readonly y: number } | undefined;

  connectedCallback(): void {
    const listening = new AbortController();
    this.#listening = listening;
    const { signal } = listening;
    this.#api = new Api(this.dataset["version"] ?? "");
    this.#planView = new PlanView(this, { sides: (point, sides) => this.#changePlan({ ...this.#plan, points: withSides(this.#plan.points, point, sides) }) });
    this.#form = new PlanSettings(this, signal);
    this.#pointView = new PointView(this);
    void import("../body-map/define"); // the first screen has no figure
    listenForExactly(this, this.#pointView.map, this.#api, signal);
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("change", this.#changed, { signal });
    this.addEventListener("submit", this.#submitted, { signal });
    this.addEventListener("input", this.#rated, { signal });
    this.addEventListener("pointerdown", (event) => (this.#downAt = { x: event.clientX, y: event.clientY }), { signal });
    document.addEventListener("keydown", this.#pressed, { signal });
    document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? this.#run?.show() : this.#run?.hide()), { signal });
    window.addEventListener("pagehide", () => this.#run?.save(), { signal });
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#run?.close();
    this.#voice.stop();
  }

  get #views(): { readonly plan: PlanView; readonly form: PlanSettings; readonly point: PointView } {
    if (!this.#planView || !this.#form || !this.#pointView) throw new Error("The session is not in a page.");
    return { plan: this.#planView, form: this.#form, point: this.#pointView };
  }

  async #begin(): Promise<void> {
    const [plan, session, settings] = await Promise.all([this.#store.read("plan"), this.#store.read("session"), this.#store.read("releaseSettings")]);
    if (!this.isConnected) return;
    this.#settings = { ...USUAL_SETTINGS, ...settings };
    this.#applySettings();
    if (!plan || plan.points.length === 0) {
      showScreen(this, "empty");
      return;
    }
    this.#plan = plan;
    if (isWhole(session) && session.planAt === plan.at) this.#takeUp(session);
    else this.#showPlan();
    await this.#load();
  }

  #takeUp(session: SavedSession): void {
    const sitting = Sitting.takeUp(session, Date.now());
    if (session.ended) {
      this.#sitting = sitting;
      void this.#showEnd();
      return;
    }
    this.#runSitting(sitting).resume(session.savedAt);
  }

  /** Fetches what the plan needs, first to be shown, then to be kept for a time without a network. */
  async #load(): Promise<void> {
    const points: readonly PlannedPoint[] = this.#plan.points;
    try {
      await Promise.all([...new Set(points.map(({ muscle }) => muscle))].map(async (id) => this.#muscles.set(id, await this.#api.muscle(id))));
      if (this.dataset["screen"] === "plan") this.#showPlan();
      const [{ keepForOffline }] = await Promise.all([import("./offline"), customElements.whenDefined("body-map")]);
      await keepForOffline(this.#api, this.#views.point.map, points, this.#muscles);
      this.toggleAttribute("data-offline", true);
      for (const mark of this.querySelectorAll<HTMLElement>("[data-offline-mark]")) mark.hidden = false;
    } catch (error) {
      console.warn("guided-release:", error);
      if (this.dataset["screen"] === "plan") showTrouble(this, t("The instructions could not be loaded. They come with the connection: load the page again."));
    }
  }

  #showPlan(): void {
    const { plan, form } = this.#views;
    plan.show(this.#plan, this.#muscles, this.#settings);
    form.showAsks(this.#plan);
    showScreen(this, "plan");
  }

  #changePlan(plan: SavedPlan): void {
    this.#plan = plan;
    void this.#store.write("plan", plan);
    this.#showPlan();
    void this.#load();
  }

  /** In a tap or a key press, so that sounds may sound. */
  #start(): void {
    const now = Date.now();
    const rated = this.#views.form.rated;
    const places = this.#plan.places?.map(({ place, name, intensity }) => ({ place, name, before: Math.round(intensity) })) ?? (rated ? [rated] : []);
    const run = this.#runSitting(Sitting.begin(this.#plan.at, stepsOf(this.#plan.points, this.#muscles, this.#settings), places, now));
    run.tap();
  }

  #runSitting(sitting: Sitting): SessionRun {
    this.#run?.close();
    this.#sitting = sitting;
    showScreen(this, "point");
    const run = new SessionRun(sitting, {
      api: this.#api,
      view: this.#views.point,
      voice: this.#voice,
      stopRule: this.querySelector("[data-stop-rules] li")?.textContent ?? "",
      muscles: this.#muscles,
      settings: () => this.#settings,
      save: (session) => void this.#store.write("session", session),
      choose: (point, technique) => this.#changeSettings({ ...this.#settings, techniques: { ...this.#settings.techniques, [point]: technique } }),
      ended: () => void this.#showEnd(),
      trouble: (text) => showTrouble(this, text),
    });
    this.#run = run;
    return run;
  }

  /** Where nothing was held there is nothing to look back on: the plan again. */
  #stop(): void {
    if (!this.#run || !this.#sitting) return;
    this.#run.close();
    this.#run = undefined;
    if (this.#sitting.holds.length === 0) {
      void this.#store.forget("session");
      this.#showPlan();
      return;
    }
    this.#sitting.end();
    void this.#store.write("session", this.#sitting.save(Date.now()));
    void this.#showEnd();
  }

  async #showEnd(): Promise<void> {
    const sitting = this.#sitting;
    if (!sitting) return;
    this.#run = undefined;
    const { EndView } = await import("./end-view");
    this.#endView ??= new EndView(this);
    await this.#writeDiary(sitting);
    const ids = [...new Set(treated(sitting.steps, sitting.holds).map(({ muscle }) => muscle))];
    const muscles = await Promise.all(ids.map((id) => this.#muscles.get(id) ?? this.#api.muscle(id).catch(() => undefined)));
    this.#endView.show(sitting.holds.length, new Set(sitting.holds.map(({ step }) => step)).size, sitting.places, muscles.filter((muscle) => muscle !== undefined));
    showScreen(this, "end");
  }

  async #writeDiary(sitting: Sitting): Promise<void> {
    const entry = entryOf(this.#plan.at, sitting.steps, sitting.holds, sitting.places);
    if (entry) await this.#store.write("diary", written((await this.#store.read("diary")) ?? [], entry));
  }

  /** The same plan as a new sitting; what hurts now is what hurt before it. */
  #again(): void {
    const places = this.#sitting?.places.map(({ place, name, before, after }) => ({ place, name, intensity: after ?? before }));
    void this.#store.forget("session");
    this.#sitting = undefined;
    this.#changePlan({ ...this.#plan, at: Date.now(), ...(places && places.length > 0 ? { places } : {}) });
  }

  #drop(): void {
    void this.#store.forget("plan");
    void this.#store.forget("session");
    this.#plan = { at: 0, points: [] };
    showScreen(this, "empty");
  }

  #changeSettings(settings: ReleaseSettings): void {
    this.#settings = settings;
    void this.#store.write("releaseSettings", settings);
    this.#applySettings();
    this.#run?.settingsChanged();
  }

  #applySettings(): void {
    this.#voice.muted = !this.#settings.voice;
    this.#voice.wanted = this.#settings.voiceName;
    this.#views.form.show(this.#settings);
  }

  readonly #clicked = (event: MouseEvent): void => {
    const run = this.#run;
    const action = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"];
    const actions: Readonly<Record<string, () => void>> = {
      start: () => this.#start(),
      "try-voice": () => this.#tryVoice(),
      "drop-plan": () => this.#drop(),
      again: () => this.#again(),
      stop: () => this.#stop(),
      main: () => run?.main(),
      repeat: () => run?.repeat(),
      skip: () => run?.move(1),
      back: () => run?.move(-1),
      less: () => run?.rateBy(-1),
      more: () => run?.rateBy(1),
    };
    if (action) actions[action]?.();
    else if (run && this.#isTap(event)) {
      const focused = this.querySelector("body-map")?.shadowRoot?.activeElement;
      if (focused instanceof HTMLElement) focused.blur(); // or the figure would keep the keys
      run.tap();
    }
  };

  /** On the figure, on the timer, or on the ground between: not on anything that does something itself, nor on what is read. */
  #isTap(event: MouseEvent): boolean {
    const moved = this.#downAt ? Math.hypot(event.clientX - this.#downAt.x, event.clientY - this.#downAt.y) : 0;
    const path = event.composedPath().filter((target): target is Element => target instanceof Element);
    const panel = path.some((element) => element.matches("[data-screen-panel=point]"));
    return panel && moved <= TAP_PIXELS && !path.some((element) => element.matches("a, button, input, select, label, summary, .session-details, .comfort"));
  }

  #tryVoice(): void {
    const { muted } = this.#voice;
    this.#voice.muted = false;
    this.#voice.say(t("Let go slowly, and rest."));
    this.#voice.muted = muted;
  }

  readonly #changed = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement)) return;
    const settings = this.#views.form.read(input, this.#settings);
    if (!settings) return;
    this.#changeSettings(settings);
    if (this.dataset["screen"] === "plan") this.#views.plan.show(this.#plan, this.#muscles, this.#settings);
  };

  readonly #rated = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.matches("[data-comfort]")) this.#run?.rate(Number(input.value));
  };

  readonly #submitted = (event: Event): void => {
    const sitting = this.#sitting;
    if (!sitting || !this.#endView || !(event.target as Element).matches("[data-ratings]")) return;
    event.preventDefault();
    sitting.ratePlaces(this.#endView.rated(sitting.places));
    void this.#store.write("session", sitting.save(Date.now()));
    void this.#tellVerdict(sitting, this.#endView);
  };

  /** Tells only once it is kept. */
  async #tellVerdict(sitting: Sitting, view: EndView): Promise<void> {
    await this.#writeDiary(sitting);
    view.showVerdict(sitting.places);
    need<HTMLElement>(this, "[data-verdict]").scrollIntoView({ block: "nearest" });
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const run = this.#run;
    const target = event.target as Element | null;
    if (!run || event.ctrlKey || event.altKey || event.metaKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      " ": () => run.tap(),
      ArrowLeft: () => run.move(-1),
      ArrowRight: () => run.move(1),
      ArrowUp: () => run.rateBy(1),
      ArrowDown: () => run.rateBy(-1),
      r: () => run.repeat(),
      R: () => run.repeat(),
      Escape: () => this.#stop(),
    };
    const act = keys[event.key];
    // Keys that a focused control or the figure uses itself are left to it.
    const own = event.key === " " ? "input, button, a, summary, select, body-map" : event.key.startsWith("Arrow") ? "input, select, body-map" : "select";
    if (!act || target?.closest(own)) return;
    event.preventDefault();
    act();
  };
}

/** Whether a session was written by this version: earlier ones held less. */
function isWhole(session: SavedSession | undefined): session is SavedSession {
  return session !== undefined && Array.isArray(session.steps) && session.steps.length > 0 && "clock" in session;
}
