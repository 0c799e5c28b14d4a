import type { PainQuality } from "../shared/api";
import { html, setText } from "../shared/html";
import { t } from "../shared/text";
import type { Depth, PlaceDetail } from "./pain-drawing";
import { FIRST_QUALITIES, intensityInWords, QUALITIES, qualityInWords } from "./place-words";
import type { RegionKey } from "./region-index";

/** What is said of a place. */
export interface PlaceState {
  readonly key: RegionKey;
  /** "temple (right)". */
  readonly name: string;
  /** 0 to 10; 0: it does not hurt. */
  readonly intensity: number;
  readonly detail: PlaceDetail;
  /** False when too little of a place without pain is marked to speak for it. */
  readonly counts: boolean;
  readonly hasOtherSide: boolean;
}

export interface PlaceEvents {
  onSwap(key: RegionKey): void;
  onIntensity(key: RegionKey, intensity: number): void;
  onDetail(key: RegionKey, detail: PlaceDetail): void;
  onWhole(key: RegionKey): void;
  onRemove(key: RegionKey): void;
}

/** One place in the list of what is marked: its name opens all that can be said of it. */
export class PlaceRow {
  static #made = 0;
  readonly root = html("li", { class: "place" });
  readonly #events: PlaceEvents;
  readonly #open: HTMLButtonElement;
  readonly #name = html("span", { class: "place-name" });
  readonly #how = html("span", { class: "place-how" });
  readonly #swap: HTMLButtonElement;
  readonly #more = html("div", { class: "place-more", id: `place-${++PlaceRow.#made}` });
  #state: PlaceState;
  /** Made when the row is first opened. */
  #controls: Controls | undefined;

  constructor(state: PlaceState, events: PlaceEvents) {
    this.#state = state;
    this.#events = events;
    this.#more.hidden = true;
    this.#open = html("button", { type: "button", class: "place-open", "aria-expanded": "false", "aria-controls": this.#more.id }, this.#name, this.#how);
    this.#swap = html("button", { type: "button", class: "place-swap" }, t("Other side"));
    this.root.append(html("div", { class: "place-head" }, this.#open, this.#swap), this.#more);
    this.#open.addEventListener("click", () => this.toggle(this.#more.hidden));
    this.#swap.addEventListener("click", () => events.onSwap(this.#state.key));
    this.show(state);
  }

  get isOpen(): boolean {
    return !this.#more.hidden;
  }

  toggle(open: boolean): void {
    this.#more.hidden = !open;
    this.#open.setAttribute("aria-expanded", String(open));
    if (!open || this.#controls) return;
    this.#controls = this.#makeControls();
    this.#controls.show(this.#state);
  }

  focus(on: "name" | "swap" = "name"): void {
    (on === "swap" ? this.#swap : this.#open).focus();
  }

  show(state: PlaceState): void {
    this.#state = state;
    const { key, name, intensity, detail } = state;
    this.root.dataset["place"] = key;
    this.root.toggleAttribute("data-free", intensity === 0);
    setText(this.#name, name);
    setText(this.#how, howInWords(state));
    this.#swap.hidden = !state.hasOtherSide;
    this.#swap.setAttribute("aria-label", t("Other side: {0}", name));
    this.#more.setAttribute("role", "group");
    this.#more.setAttribute("aria-label", name);
    this.root.style.setProperty("--strength", String(intensity / 10));
    this.#controls?.show({ ...state, detail });
  }

  #makeControls(): Controls {
    const controls = new Controls(() => this.#state, this.#events);
    this.#more.append(...controls.parts);
    return controls;
  }
}

function howInWords({ intensity, detail, counts }: PlaceState): string {
  if (intensity === 0) return counts ? t("does not hurt") : t("does not hurt; only part of it is marked");
  const words = [t("{0} of 10", intensity), ...detail.qualities.map(qualityInWords)];
  if (detail.depth === "surface") words.push(t("near the surface"));
  if (detail.depth === "deep") words.push(t("deep inside"));
  return words.join(", ");
}

class Controls {
  static #made = 0;
  readonly parts: readonly Node[];
  readonly #slider = html("input", { type: "range", class: "intensity", min: "0", max: "10", step: "1" });
  /** For the eye: the slider says the same. */
  readonly #output = html("output", { "aria-hidden": "true" });
  readonly #qualities = new Map<PainQuality, HTMLInputElement>();
  readonly #depths = new Map<Depth | "", HTMLInputElement>();
  readonly #feels: HTMLFieldSetElement;
  readonly #depth: HTMLFieldSetElement;
  readonly #part: HTMLElement;

  constructor(stateOf: () => PlaceState, events: PlaceEvents) {
    const id = ++Controls.#made;
    this.#slider.addEventListener("input", () => this.#tell(this.#slider.valueAsNumber));
    this.#slider.addEventListener("change", () => events.onIntensity(stateOf().key, this.#slider.valueAsNumber));
    const strength = html("label", { class: "place-strength" }, html("span", {}, t("How strong is it here?")), this.#slider, this.#output);

    const detail = (): PlaceDetail => {
      const depth = [...this.#depths].find(([, input]) => input.checked)?.[0];
      return { qualities: QUALITIES.filter((quality) => this.#qualities.get(quality)?.checked), depth: depth || undefined };
    };
    const tell = (): void => events.onDetail(stateOf().key, detail());
    const chips = QUALITIES.map((quality) => {
      const input = html("input", { type: "checkbox", value: quality });
      input.addEventListener("change", tell);
      this.#qualities.set(quality, input);
      return html("label", { class: "choice" }, input, html("span", {}, qualityInWords(quality)));
    });
    const more = html("details", { class: "place-words" }, html("summary", {}, t("More words")), html("div", { class: "place-chips" }, ...chips.slice(FIRST_QUALITIES)));
    this.#feels = html("fieldset", {}, html("legend", {}, t("How does it feel?")), html("div", { class: "place-chips" }, ...chips.slice(0, FIRST_QUALITIES)), more);

    const depths: readonly (readonly [Depth | "", string])[] = [["surface", t("Near the surface")], ["deep", t("Deep inside")], ["", t("Can’t say")]];
    const choices = depths.map(([depth, words]) => {
      const input = html("input", { type: "radio", name: `depth-${id}`, value: depth });
      input.addEventListener("change", tell);
      this.#depths.set(depth, input);
      return html("label", { class: "choice" }, input, html("span", {}, words));
    });
    const hint = html("p", { class: "hint" }, t("Kept for you and your therapist. It does not change which points are found."));
    this.#depth = html("fieldset", {}, html("legend", {}, t("How deep is it?")), html("div", { class: "place-chips" }, ...choices), hint);

    const whole = html("button", { type: "button", class: "button button-quiet" }, t("Mark all of it"));
    whole.addEventListener("click", () => events.onWhole(stateOf().key));
    this.#part = html("div", { class: "place-part" }, html("p", { class: "hint" }, t("A place without pain counts once most of it is marked.")), whole);

    const remove = html("button", { type: "button", class: "button button-link", "data-remove": "" }, t("Remove this place"));
    remove.addEventListener("click", () => events.onRemove(stateOf().key));
    this.parts = [strength, this.#part, this.#feels, this.#depth, remove];
  }

  show({ name, intensity, detail, counts }: PlaceState): void {
    this.#slider.value = String(intensity);
    this.#slider.setAttribute("aria-label", t("How strong is it here? {0}", name));
    this.#tell(intensity);
    for (const [quality, input] of this.#qualities) input.checked = detail.qualities.includes(quality);
    for (const [depth, input] of this.#depths) input.checked = depth === (detail.depth ?? "");
    // What does not hurt feels like nothing.
    this.#feels.hidden = this.#depth.hidden = intensity === 0;
    this.#part.hidden = intensity > 0 || counts;
  }

  #tell(intensity: number): void {
    const words = intensityInWords(intensity);
    setText(this.#output, words);
    this.#slider.setAttribute("aria-valuetext", words);
  }
}
