import type { BodyMapElement } from "../body-map/body-map";
import { bestSideOf } from "../body-map/flat/best-view";
import { middleOf, motionOf, type Motion } from "../body-map/motion/motion";
import { Playback } from "../body-map/motion/playback";
import { Timeline } from "../body-map/motion/timeline";
import type { Overlay } from "../body-map/types";
import { Api } from "../shared/api";
import { prefersReducedMotion, whenNear } from "../shared/dom";
import { need, setText } from "../shared/html";
import { overlayOf } from "../shared/overlay";
import { language } from "../shared/language";
import { t } from "../shared/text";

declare global {
  interface HTMLElementTagNameMap {
    "technique-motion": TechniqueMotionElement;
  }
}

type Side = "left" | "right";

/** Plays a ball rolling along a muscle, with captions and controls; or shows it as step pictures. Attributes: muscle, technique, side. */
export class TechniqueMotionElement extends HTMLElement {
  static readonly observedAttributes = ["muscle", "side"];

  #api: Api | undefined;
  #listening: AbortController | undefined;
  #loading: AbortController | undefined;
  #shown: { readonly motion: Motion; readonly timeline: Timeline; readonly playback: Playback; readonly overlay: Overlay } | undefined;
  #frame = 0;
  #visible = true;
  #near = false;
  /** Played when it went out of sight. */
  #waits = false;
  #saidPhase = -1;

  get side(): Side {
    return this.getAttribute("side") === "right" ? "right" : "left";
  }

  connectedCallback(): void {
    const listening = new AbortController();
    this.#listening = listening;
    const { signal } = listening;
    this.#api = new Api(this.dataset["version"] ?? "");
    this.addEventListener("click", this.#clicked, { signal });
    this.addEventListener("change", this.#changed, { signal });
    this.addEventListener("input", this.#scrubbed, { signal });
    this.addEventListener("keydown", this.#pressed, { signal });
    document.addEventListener("visibilitychange", () => this.#see(this.#visible), { signal });
    const watching = new IntersectionObserver(([entry]) => this.#see(entry?.isIntersecting ?? true));
    watching.observe(need(this, "[data-motion-stage]"));
    signal.addEventListener("abort", () => watching.disconnect());
    this.#showPictures(prefersReducedMotion());

    whenNear(this, signal, () => { this.#near = true; void this.#load(); });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#near = false;
    this.#loading?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after && this.#near) void this.#load();
  }

  get #map(): BodyMapElement {
    return need<BodyMapElement>(this, "body-map");
  }

  async #load(): Promise<void> {
    const [muscle, technique, api] = [this.getAttribute("muscle"), this.getAttribute("technique"), this.#api];
    if (!muscle || !technique || !api) return;
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.dataset["state"] = "loading";
    try {
      const roll = await api.roll(muscle, technique);
      const motion = motionOf(roll, this.side, roll.hold.usual);
      const point = motion.lanes.flatMap((lane) => lane.pauses)[0]?.point ?? "";
      const overlay = { ...(await overlayOf(api, { point, side: this.side, muscle, name: roll.muscleName }, [])), zones: [] };
      if (loading.signal.aborted) return;
      setText(need(this, "[data-clear]"), roll.keepClear.join("; "));
      this.#show(motion, overlay);
      const { fillFilmstrip } = await import("../filmstrip/filmstrip");
      await fillFilmstrip(need(this, "[data-strip]"), motion, overlay, this.#map, loading.signal);
      this.dataset["state"] = "ready";
    } catch (error) {
      if (loading.signal.aborted) return;
      this.dataset["state"] = "failed";
      setText(need(this, "[data-caption]"), t("The motion could not be loaded. The steps below say the same in words."));
      console.warn("technique-motion:", error);
    }
  }

  #show(motion: Motion, overlay: Overlay): void {
    const timeline = new Timeline(motion);
    const playback = new Playback(timeline.duration);
    playback.setRate(this.#shown?.playback.rate ?? 1, performance.now());
    this.#shown = { motion, timeline, playback, overlay };
    this.#saidPhase = -1;
    this.#map.overlay = overlay;
    this.#map.motion = motion;
    this.#draw(performance.now());
  }

  readonly #clicked = (event: Event): void => {
    switch ((event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"]) {
      case "play":
        this.#toggle();
        break;
      case "back":
        this.#step(-1);
        break;
      case "on":
        this.#step(1);
        break;
      case "pictures":
        this.#showPictures(this.dataset["mode"] !== "pictures");
        break;
    }
  };

  readonly #changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.name === "muscle" || input.name === "side") {
      this.setAttribute(input.name, input.value);
      // The address says what is shown, so that it can be kept and sent on.
      history.replaceState(null, "", `?muscle=${this.getAttribute("muscle")}&side=${this.side}`);
    }
    if (input.name === "figure") this.#chooseFigure(input.value === "3d");
    if (input.matches("[data-fast]")) this.#shown?.playback.setRate(input.checked ? 2 : 1, performance.now());
  };

  readonly #scrubbed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.matches("[data-time]")) this.#seek(Number(input.value));
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    // Keys that a focused control or the figure uses itself are left to it.
    if (event.ctrlKey || event.altKey || event.metaKey || (event.target as Element).closest("input, a, summary, select, body-map")) return;
    const onButton = (event.target as Element).closest("button") !== null;
    if (event.key === " " && !onButton) this.#toggle();
    else if (event.key === "ArrowLeft") this.#step(-1);
    else if (event.key === "ArrowRight") this.#step(1);
    else return;
    event.preventDefault();
  };

  #chooseFigure(solid: boolean): void {
    const lane = this.#shown?.motion.lanes[0];
    if (solid) this.#map.view = "3d";
    else if (lane) this.#map.view = bestSideOf(middleOf(lane).centre, middleOf(lane).out);
    this.#draw(performance.now(), true);
  }

  #toggle(): void {
    const { playback } = this.#shown ?? {};
    if (!playback) return;
    const now = performance.now();
    this.#waits = false;
    if (this.dataset["mode"] === "pictures") this.#showPictures(false);
    if (playback.isPlaying) playback.pause(now);
    else playback.play(now);
    this.#draw(now, true);
  }

  #step(by: 1 | -1): void {
    if (!this.#shown) return;
    const { timeline, playback } = this.#shown;
    const time = playback.positionAt(performance.now());
    this.#seek(by < 0 ? timeline.before(time) : timeline.after(time));
  }

  #seek(time: number): void {
    const now = performance.now();
    this.#shown?.playback.seek(time, now);
    this.#draw(now, true);
  }

  /** Nobody sees it: it stands still until somebody does again. */
  #see(visible: boolean): void {
    this.#visible = visible;
    const { playback } = this.#shown ?? {};
    const seen = visible && !document.hidden;
    const now = performance.now();
    if (!seen && playback?.isPlaying) {
      playback.pause(now);
      this.#waits = true;
    } else if (seen && this.#waits) {
      this.#waits = false;
      playback?.play(now);
    } else return;
    this.#draw(now);
  }

  #showPictures(pictures: boolean): void {
    this.dataset["mode"] = pictures ? "pictures" : "film";
    need<HTMLElement>(this, "[data-strip]").hidden = !pictures;
    need<HTMLElement>(this, "[data-motion-stage]").hidden = pictures;
    need<HTMLElement>(this, "[data-film]").hidden = pictures;
    const button = need<HTMLElement>(this, "[data-do=pictures]");
    button.setAttribute("aria-pressed", String(pictures));
    setText(need(button, "[data-pictures-words]"), pictures ? t("Show as motion") : t("Show as step pictures"));
    const { playback } = this.#shown ?? {};
    if (pictures && playback?.isPlaying) {
      playback.pause(performance.now());
      this.#draw(performance.now());
    }
  }

  readonly #animate = (): void => {
    this.#frame = 0;
    this.#draw(performance.now());
  };

  /** @param follow whether the camera goes with the ball again. */
  #draw(now: number, follow = false): void {
    if (!this.#shown) return;
    const { timeline, playback, motion } = this.#shown;
    const time = playback.positionAt(now);
    if (playback.isPlaying && playback.hasEnded(now)) playback.pause(now);
    const moment = timeline.at(time);
    this.#map.motionAt(time, follow);
    this.dataset["phase"] = moment.phase.kind;
    this.dataset["playing"] = String(playback.isPlaying);
    const play = need<HTMLElement>(this, "[data-do=play]");
    setText(need(play, "[data-play-words]"), playback.isPlaying ? t("Pause") : time > 0 && time < timeline.duration ? t("Go on") : t("Play"));
    const slider = need<HTMLInputElement>(this, "[data-time]");
    slider.max = String(timeline.duration);
    slider.value = String(Math.round(time));
    slider.setAttribute("aria-valuetext", t("{0} of {1} seconds", Math.round(time / 1000), Math.round(timeline.duration / 1000)));
    setText(need(this, "[data-clock]"), `${clock(time)} / ${clock(timeline.duration)}`);
    setText(need(this, "[data-pressure]"), moment.pressure < 0.5 ? t("off the skin") : t("{0} of 10", Math.round(moment.pressure)));
    need<HTMLMeterElement>(this, "meter").value = moment.pressure;
    const left = Math.ceil(moment.secondsLeft);
    setText(need(this, "[data-phase-words]"), {
      place: t("Set down"),
      roll: t("Roll, {0} cm a second", (motion.millimetresPerSecond / 10).toLocaleString(language())),
      turn: t("Stop"),
      hold: t("Hold, {0} s to go", left),
      lift: t("Let go"),
    }[moment.phase.kind]);
    const caption = need(this, "[data-caption]");
    setText(caption, moment.phase.caption);
    setText(need(this, "[data-where]"), moment.phase.pause ? `${moment.phase.pause.where}.` : "");
    // Told once a phase, while it plays or when it is stepped to; not sixty times a second.
    if (this.#saidPhase !== moment.index && (playback.isPlaying || follow)) {
      this.#saidPhase = moment.index;
      setText(need(this, "[data-said]"), `${moment.phase.caption} ${moment.phase.pause?.where ?? ""}`);
    }
    if (playback.isPlaying) this.#frame ||= requestAnimationFrame(this.#animate);
  }
}

function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
