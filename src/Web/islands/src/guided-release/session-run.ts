import type { Api, Muscle } from "../shared/api";
import { overlayOf } from "../shared/overlay";
import type { ReleaseSettings } from "../shared/release-settings";
import type { SavedSession, SavedStep } from "../shared/store";
import { t } from "../shared/text";
import { Awake } from "./awake";
import type { MediaKeys } from "./media-keys";
import type { PointView } from "./point-view";
import { Presence } from "./presence";
import { ReleaseMotion } from "./release-motion";
import { cuesAhead, type Passed } from "./session-clock";
import type { Sitting } from "./sitting";
import type { Sounds } from "./sounds";
import type { Voice } from "./voice";
import { chooseWay, waysTo } from "./ways";
import { awayInWords, nextInWords, pointInWords, tooMuch } from "./words";

const TICK_MS = 100;
/** What was noticed later than this is told in words on the screen, not spoken as if it were now. */
const STALE_MS = 2000;
/** Milliseconds on, off, on, … */
const BUZZ: Partial<Readonly<Record<Passed["kind"], readonly number[]>>> = { "hold-began": [180], "hold-ended": [90, 90, 90], "rest-ended": [60] };

export interface RunParts {
  readonly api: Api;
  readonly view: PointView;
  readonly voice: Voice;
  /** Spoken in every session, at its first point. */
  readonly stopRule: string;
  readonly muscles: ReadonlyMap<string, Muscle>;
  readonly settings: () => ReleaseSettings;
  readonly save: (session: SavedSession) => void;
  readonly choose: (point: string, technique: string) => void;
  readonly ended: () => void;
  readonly trouble: (text: string) => void;
}

/** Runs a sitting: shows it, speaks it, lets it sound, and keeps the screen on. */
export class SessionRun {
  readonly #sitting: Sitting;
  readonly #parts: RunParts;
  readonly #presence = new Presence();
  readonly #awake = new Awake();
  readonly #motion: ReleaseMotion;
  #sounds: Sounds | undefined;
  #keys: MediaKeys | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #cue = "";
  /** What happened while nobody can have seen the page, until somebody acts. */
  #unseen: Passed[] = [];
  #half = false;
  #shownIndex = -1;
  #closed = false;

  constructor(sitting: Sitting, parts: RunParts) {
    this.#sitting = sitting;
    this.#parts = parts;
    this.#motion = new ReleaseMotion(parts.view.map, parts.view.strip, () => ({
      phase: sitting.clock.phase,
      runs: sitting.runs,
      left: sitting.left(Date.now()),
      restMs: sitting.times.restMs,
    }));
  }

  get sitting(): Sitting {
    return this.#sitting;
  }

  /** Takes up a sitting that was written down, and says what happened meanwhile. */
  resume(savedAt: number): void {
    this.#clearAway();
    this.#presence.lastSeen(savedAt);
    this.#tick();
    if (this.#sitting.wasLeft) this.#parts.view.showAway(t("You were away for long. The session stands where it was."));
    this.#follow();
  }

  /** In a tap or a key press, or nothing will sound. */
  async wake(): Promise<void> {
    const { sounds, headset } = this.#parts.settings();
    const [{ Sounds }, keys] = await Promise.all([import("./sounds"), headset ? import("./media-keys") : undefined]);
    if (this.#closed) return;
    if (sounds) {
      this.#sounds ??= new Sounds();
      this.#sounds.wake();
      this.#plan();
    }
    if (keys) {
      this.#keys ??= new keys.MediaKeys({ toggle: () => this.tap(), next: () => this.move(1), back: () => this.move(-1) });
      this.#keys.start(this.#title);
    }
  }

  tap(): void {
    const { phase } = this.#sitting;
    const fresh = phase === "ready";
    this.#sitting.tap(Date.now());
    this.#clearAway();
    if (fresh) this.#sayPoint();
    else this.#say(phase === "paused" ? t("Go on.") : t("Paused."));
    this.#follow();
    void this.wake();
  }

  /** The large button: it is a tap, but for a spot that is found before the time is up. */
  main(): void {
    if (this.#sitting.phase !== "preparing") {
      this.tap();
      return;
    }
    this.#sitting.holdNow(Date.now());
    this.#say(this.#cue);
    this.#follow();
    void this.wake();
  }

  repeat(): void {
    this.#half = false;
    this.#sitting.repeat(Date.now());
    this.#clearAway();
    this.#say(this.#cue);
    this.#follow();
    void this.wake();
  }

  move(by: 1 | -1): void {
    this.#parts.voice.stop();
    this.#sitting.move(by, Date.now());
    this.#clearAway();
    this.#follow();
    if (!this.#sitting.ended) this.#sayPoint();
  }

  /** @param by how much more, or less, it hurts than was said last. */
  rateBy(by: 1 | -1): void {
    this.rate((this.#sitting.discomfort ?? (by > 0 ? 0 : 1)) + by);
  }

  rate(value: number): void {
    const isTooMuch = this.#sitting.rate(value);
    this.#parts.view.showComfort(this.#sitting.discomfort);
    if (isTooMuch) this.#say(tooMuch());
    this.save();
  }

  /** Out of sight: from now on no other point begins. */
  hide(): void {
    this.#presence.leave(Date.now());
    this.save();
  }

  /** Back in sight: the session is where the clock says. */
  show(): void {
    this.#tick();
    this.#follow();
    void this.#awake.renew();
  }

  settingsChanged(): void {
    const { sounds, voice } = this.#parts.settings();
    if (!voice) this.#parts.voice.stop();
    if (sounds) void this.wake();
    else this.#sounds?.clear();
  }

  save(): void {
    this.#parts.save(this.#sitting.save(Date.now()));
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#ticking);
    this.#awake.want(false);
    this.#motion.clear();
    this.#parts.voice.stop();
    this.#keys?.stop();
    void this.#sounds?.close();
  }

  get #title(): string {
    const { step } = this.#sitting;
    return step ? pointInWords(step) : "";
  }

  /** After anything that changed the sitting: shows it, plans its sounds, and ticks as long as it runs. */
  #follow(): void {
    if (this.#sitting.ended) {
      this.save();
      this.close();
      this.#parts.ended();
      return;
    }
    if (this.#shownIndex !== this.#sitting.index) void this.#showPoint();
    clearInterval(this.#ticking);
    this.#ticking = this.#sitting.runs ? setInterval(() => this.#tick(), TICK_MS) : undefined;
    this.#awake.want(this.#sitting.runs);
    this.#keys?.tell(this.#title, this.#sitting.runs);
    this.#plan();
    this.#draw();
    this.save();
  }

  #plan(): void {
    if (this.#parts.settings().sounds) this.#sounds?.plan(cuesAhead(this.#sitting.clock, this.#sitting.times, Date.now()));
  }

  #tick(): void {
    const now = Date.now();
    const since = this.#presence.unseenFrom(now, document.visibilityState === "visible");
    const passed = this.#sitting.advance(now, since);
    if (passed.length > 0) this.#tell(passed, now, since);
    else if (this.#sitting.phase === "holding" && !this.#half && this.#sitting.share(now) <= 0.5) {
      this.#half = true;
      this.#say(t("Half. Breathe out. It should ease."));
    }
    if (!this.#sitting.ended) this.#draw();
  }

  #tell(passed: readonly Passed[], now: number, since: number | undefined): void {
    this.#half = this.#sitting.phase === "holding" && this.#sitting.share(now) <= 0.5;
    if (since !== undefined) {
      this.#unseen.push(...passed);
      const away = awayInWords(this.#unseen, since);
      if (away) this.#parts.view.showAway(away);
    }
    const last = passed.at(-1);
    if (last?.kind === "point-began" || last?.kind === "waits") this.#parts.view.showComfort(undefined);
    const fresh = passed.filter(({ at }) => now - at < STALE_MS);
    const { vibration } = this.#parts.settings();
    for (const { kind } of fresh) if (vibration && BUZZ[kind]) navigator.vibrate?.([...BUZZ[kind]]);
    const told = fresh.findLast(({ kind }) => kind !== "rest-ended");
    if (told) this.#sayPassed(told);
    else if (this.#sitting.clock.phase === "ready") this.#say(t("Ready for the next point? Tap anywhere."));
    this.#follow();
  }

  /** Somebody is back and has acted. */
  #clearAway(): void {
    this.#unseen = [];
    this.#parts.view.showAway("");
  }

  #sayPassed({ kind }: Passed): void {
    switch (kind) {
      case "hold-began":
        this.#say(this.#cue);
        break;
      case "hold-ended": {
        const again = this.#sitting.clock.round + 1 < this.#sitting.times.rounds;
        this.#say(`${t("Let go slowly, and rest.")} ${again ? t("Then the same point once more.") : nextInWords(this.#sitting.step, this.#sitting.next)}`);
        break;
      }
      case "point-began":
        this.#sayPoint();
        break;
      case "waits":
        this.#say(t("Ready for the next point? Tap anywhere."));
        break;
      case "ended":
        this.#say(t("Done. Move gently, and notice what changed."));
        break;
      case "rest-ended":
        break;
    }
  }

  /** Announces the present point and its side; the first of a session with the rule when to stop. */
  #sayPoint(): void {
    const { step, index } = this.#sitting;
    if (!step) return;
    const place = t("{0}. Get into place and find the spot.", pointInWords(step));
    this.#say(index === 0 ? `${place} ${this.#parts.stopRule}` : place);
  }

  #say(text: string): void {
    this.#parts.view.say(text);
    this.#parts.voice.say(text);
  }

  #draw(): void {
    this.#parts.view.showClock(this.#sitting, Date.now());
    this.#motion.sync();
  }

  async #showPoint(): Promise<void> {
    const { step, index } = this.#sitting;
    const { view } = this.#parts;
    if (!step) return;
    this.#shownIndex = index;
    this.#cue = t("Press, and breathe on.");
    this.#half = false;
    this.#motion.clear();
    view.showPoint(this.#sitting);
    view.showComfort(this.#sitting.discomfort);
    this.#parts.trouble("");
    try {
      await this.#fill(step, index);
    } catch (error) {
      console.warn("guided-release:", error);
      if (index === this.#shownIndex) this.#parts.trouble(t("The instructions could not be loaded. The clock goes on without them; load the page again when there is a connection."));
    }
  }

  async #fill(step: SavedStep, index: number): Promise<void> {
    const { api, view, muscles } = this.#parts;
    const [muscle, overlay] = await Promise.all([muscles.get(step.muscle) ?? api.muscle(step.muscle), overlayOf(api, step, []), customElements.whenDefined("body-map")]);
    if (this.#closed || index !== this.#shownIndex) return;
    view.map.overlay = overlay;
    view.map.focusOn(overlay.pointOnSkin);
    const ways = waysTo(step.point, muscle.releases);
    const chosen = chooseWay(ways, this.#parts.settings().tools, this.#sitting.step?.technique || undefined);
    if (!chosen) return;
    this.#cue = chosen.way.cue;
    view.showWays(ways, chosen, muscle, step.point, (technique) => {
      this.#sitting.change({ technique });
      this.#parts.choose(step.point, technique);
      this.save();
      void this.#fill(step, index).catch((error: unknown) => console.warn("guided-release:", error));
    });
    this.#draw();
    await this.#motion.show({ api, way: chosen.way, point: step, overlay, holdSeconds: step.holdSeconds });
  }
}

