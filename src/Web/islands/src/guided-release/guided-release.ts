import type { Overlay } from "../body-map/types";
import { Api, type Muscle, type ReleaseWay } from "../shared/api";
import { need } from "../shared/html";
import { listenForExactly } from "../shared/exactly-buttons";
import { overlayOf } from "../shared/overlay";
import { fillMapForm } from "../shared/print-map";
import { Store, type Outcome, type Phase, type PlannedPoint, type SavedPlan, type SavedSession } from "../shared/store";
import { HoldTimer } from "./hold-timer";
import { ReleaseMotion } from "./release-motion";
import { SessionView } from "./session-view";
import { Voice } from "./voice";

declare global {
  interface HTMLElementTagNameMap {
    "guided-release": GuidedReleaseElement;
  }
}

const DEFAULT_HOLD_SECONDS = 20;
const TICK_MS = 100;

/** Guides through the planned points, one a screen. A reload takes up where it was left. */
export class GuidedReleaseElement extends HTMLElement {
  readonly #store = new Store();
  readonly #voice = new Voice();
  readonly #timer = new HoldTimer(DEFAULT_HOLD_SECONDS * 1000);
  #api: Api | undefined;
  #view: SessionView | undefined;
  #listening: AbortController | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #awake: WakeLockSentinel | undefined;
  #plan: SavedPlan = { at: 0, points: [] };
  #session: SavedSession = newSession(this.#plan);
  #motion: ReleaseMotion | undefined;
  #overlay: Overlay | undefined;
  #way: ReleaseWay | undefined;
  #warned = false;
  #half = false;

  connectedCallback(): void {
    const listening = new AbortController();
    this.#listening = listening;
    const { signal } = listening;
    this.#api = new Api(this.dataset["version"] ?? "");
    this.#view = new SessionView(this);
    this.#motion = new ReleaseMotion(this.#view.map, this.#view.strip, this.#timer);
    listenForExactly(this, this.#view.map, this.#api, signal);
    for (const part of this.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("change", this.#changed, { signal });
    document.addEventListener("keydown", this.#pressed, { signal });
    window.addEventListener("pagehide", () => this.#save(), { signal });
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#stopTicking();
    this.#motion?.clear();
    this.#voice.stop();
  }

  get #parts(): { readonly api: Api; readonly view: SessionView } {
    if (!this.#api || !this.#view) throw new Error("The session is not in a page.");
    return { api: this.#api, view: this.#view };
  }

  get #point(): PlannedPoint | undefined {
    return this.#plan.points[this.#session.index];
  }

  get #isLast(): boolean {
    return this.#session.index === this.#plan.points.length - 1;
  }

  async #begin(): Promise<void> {
    const [plan, session] = await Promise.all([this.#store.read("plan"), this.#store.read("session")]);
    if (!this.isConnected) return;
    if (!plan || plan.points.length === 0) {
      this.#parts.view.showScreen("empty");
      return;
    }
    this.#plan = plan;
    this.#session = session && session.planAt === plan.at ? session : newSession(plan, session);
    this.#voice.muted = this.#session.muted;
    const voice = this.querySelector<HTMLInputElement>("[data-voice]");
    if (voice) voice.checked = !this.#session.muted;
    this.#timer.setHold(this.#session.holdSeconds * 1000);
    if (this.#session.timer) this.#timer.restore(this.#session.timer, Date.now());
    await this.#show();
  }

  /** Shows the point, or the end, that the session stands at. */
  async #show(): Promise<void> {
    const { view } = this.#parts;
    const point = this.#point;
    view.showTrouble("");
    if (!point) {
      await this.#showEnd();
      return;
    }
    view.showPoint(point, this.#session.index, this.#plan.points.length);
    view.showHold(this.#session.holdSeconds, 90);
    fillMapForm(need(this, "[data-print-map]"), this.#plan.points, this.#session.holdSeconds);
    view.showScreen("point");
    this.#showTimer();
    if (this.#timer.isRunning) this.#startTicking();
    try {
      await this.#fill(point);
    } catch {
      if (point === this.#point) view.showTrouble("The instructions could not be loaded. They come with the connection: load the page again.");
    }
  }

  async #fill(point: PlannedPoint): Promise<void> {
    const { api, view } = this.#parts;
    const link = { point: point.point, side: point.side, muscle: point.muscle, name: point.name };
    const [muscle, overlay] = await Promise.all([api.muscle(point.muscle), overlayOf(api, link, [])]);
    if (point !== this.#point) return;
    this.#overlay = overlay;
    view.map.overlay = overlay;
    view.map.focusOn(overlay.pointOnSkin);
    this.#showWays(muscle, point);
  }

  #showWays(muscle: Muscle, point: PlannedPoint): void {
    const { view } = this.#parts;
    const ways = muscle.releases.filter((way) => way.points.length === 0 || way.points.includes(point.point));
    const wanted = this.#session.techniques[muscle.id];
    const way = ways.find((each) => each.technique === wanted) ?? ways[0];
    if (!way) return;
    this.#way = way;
    view.showWays(ways, way, (technique) => {
      this.#session = { ...this.#session, techniques: { ...this.#session.techniques, [muscle.id]: technique } };
      this.#save();
      this.#showWays(muscle, point);
      if (!this.#way?.rolls) view.map.focusOn(this.#overlay?.pointOnSkin ?? null);
    });
    view.showMuscle(muscle, point.point, way);
    view.showHold(this.#session.holdSeconds, way.dose.ceilingSeconds);
    this.#roll();
  }

  /** The ball of the chosen way, if it is one with a ball that rolls. Without it the session is whole too. */
  #roll(): void {
    const { api } = this.#parts;
    const [way, point, overlay] = [this.#way, this.#point, this.#overlay];
    if (!way || !point || !overlay) return;
    this.#motion?.show({ api, way, point, overlay, holdSeconds: this.#session.holdSeconds }).catch((error: unknown) => console.warn("guided-release:", error));
  }

  async #showEnd(): Promise<void> {
    const { api, view } = this.#parts;
    this.#voice.stop();
    view.showScreen("end");
    const outcomes = (await this.#store.read("outcomes")) ?? [];
    const muscles = await Promise.all([...new Set(this.#plan.points.map((point) => point.muscle))].map((id) => api.muscle(id).catch(() => undefined)));
    view.showEnd(muscles.filter((muscle) => muscle !== undefined).map((muscle) => ({ name: muscle.name, text: muscle.stretch })), outcomes);
    view.showChange(outcomes.find((outcome) => outcome.at === this.#plan.at)?.change);
  }

  readonly #clicked = (event: Event): void => {
    const target = event.target as Element;
    const change = target.closest<HTMLElement>("[data-change]")?.dataset["change"];
    if (change === "better" || change === "same" || change === "worse") void this.#keepChange(change);
    switch (target.closest<HTMLElement>("[data-do]")?.dataset["do"]) {
      case "main":
        this.#main();
        break;
      case "repeat":
        this.#repeat();
        break;
      case "skip":
        this.#move(1);
        break;
      case "back":
        this.#move(-1);
        break;
      case "again":
        this.#again();
        break;
    }
  };

  readonly #changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.matches("[data-voice]")) {
      this.#session = { ...this.#session, muted: !input.checked };
      this.#voice.muted = !input.checked;
      if (this.#voice.muted) this.#voice.stop();
      this.#save();
    } else if (input.name === "hold") {
      this.#session = { ...this.#session, holdSeconds: Number(input.value) };
      this.#stopTicking();
      this.#timer.setHold(this.#session.holdSeconds * 1000);
      this.#parts.view.showHold(this.#session.holdSeconds, this.#way?.dose.ceilingSeconds ?? 90);
      this.#showTimer();
      this.#roll();
      this.#save();
    }
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const target = event.target as Element | null;
    // Keys that a focused control or the figure uses itself are left to it.
    if (!this.#point || event.ctrlKey || event.altKey || event.metaKey || target?.closest("input, button, a, summary, select, body-map")) return;
    if (event.key === " ") this.#main();
    else if (event.key === "ArrowLeft") this.#move(-1);
    else if (event.key === "ArrowRight") this.#move(1);
    else return;
    event.preventDefault();
  };

  #main(): void {
    const now = Date.now();
    switch (this.#timer.phase) {
      case "ready":
      case "paused":
        this.#speakStart(this.#timer.phase);
        this.#timer.start(now);
        this.#startTicking();
        break;
      case "holding":
        this.#timer.pause(now);
        this.#stopTicking();
        this.#say("Paused.");
        break;
      case "resting":
      case "done":
        this.#move(1);
        return;
    }
    this.#showTimer();
    this.#save();
  }

  #speakStart(phase: Phase): void {
    this.#half = phase === "paused" && this.#half;
    const cue = phase === "paused" ? "Go on." : (this.#way?.cue ?? "Press, and breathe on.");
    const rule = this.querySelector("[data-stop-rules] li")?.textContent ?? "";
    this.#say(this.#warned ? cue : `${cue} ${rule}`);
    this.#warned = true;
  }

  #repeat(): void {
    this.#timer.reset();
    this.#main();
  }

  #move(by: 1 | -1): void {
    const index = this.#session.index + by;
    if (index < 0) return;
    this.#stopTicking();
    this.#voice.stop();
    this.#timer.reset();
    this.#way = undefined;
    this.#overlay = undefined;
    this.#motion?.clear();
    this.#session = { ...this.#session, index };
    this.#save();
    void this.#show();
    this.#parts.view.focusHeading();
    if (this.#point) this.#say(`${this.#point.name}, ${this.#point.side}.`);
  }

  #again(): void {
    this.#plan = { ...this.#plan, at: Date.now() };
    this.#session = newSession(this.#plan, this.#session);
    this.#timer.reset();
    void this.#store.write("plan", this.#plan);
    this.#save();
    void this.#show();
  }

  #startTicking(): void {
    this.#stopTicking();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    // The screen stays on while both hands are busy; where that is refused, the voice still counts.
    void navigator.wakeLock?.request("screen").then((lock) => (this.#awake = lock), () => undefined);
  }

  #stopTicking(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    void this.#awake?.release();
    this.#awake = undefined;
  }

  #tick(): void {
    const now = Date.now();
    if (this.#timer.phase === "holding" && !this.#half && this.#timer.share(now) <= 0.5) {
      this.#half = true;
      this.#say("Half. Breathe out. It should ease.");
    }
    const began = this.#timer.tick(now);
    if (began) this.#began(began);
    this.#showTimer();
  }

  #began(phase: Phase): void {
    if (phase === "resting") {
      const holds = this.#plan.points.map((_, index) => (this.#session.holds[index] ?? 0) + (index === this.#session.index ? 1 : 0));
      this.#session = { ...this.#session, holds };
      this.#say("Let go slowly, and rest.");
    } else if (phase === "done") {
      this.#stopTicking();
      this.#say(this.#isLast ? "Done. Repeat it, or finish." : "Done. Repeat it, or go to the next point.");
    }
    this.#save();
  }

  async #keepChange(change: Outcome["change"]): Promise<void> {
    const before = ((await this.#store.read("outcomes")) ?? []).filter((outcome) => outcome.at !== this.#plan.at);
    const outcome = { at: this.#plan.at, points: this.#plan.points.map((point) => `${point.point}:${point.side}`), change };
    await this.#store.write("outcomes", [...before, outcome]);
    this.#parts.view.showChange(change);
  }

  #say(text: string): void {
    this.#parts.view.say(text);
    this.#voice.say(text);
  }

  #showTimer(): void {
    this.#parts.view.showTimer(this.#timer, Date.now(), this.#isLast);
    this.#motion?.sync();
  }

  #save(): void {
    if (this.#plan.points.length > 0) void this.#store.write("session", { ...this.#session, timer: this.#timer.save(Date.now()) });
  }
}

/** A session at its first point; voice and hold stay as they were chosen before. */
function newSession(plan: SavedPlan, before?: SavedSession): SavedSession {
  return {
    planAt: plan.at,
    index: 0,
    holdSeconds: before?.holdSeconds ?? DEFAULT_HOLD_SECONDS,
    muted: before?.muted ?? false,
    holds: [],
    techniques: before?.techniques ?? {},
  };
}
