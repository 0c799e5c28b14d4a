import { html, need, setText } from "../shared/html";
import { language as pageLanguage } from "../shared/language";
import type { ReleaseSettings, ToolAtHand } from "../shared/release-settings";
import type { SavedPlan } from "../shared/store";
import { t } from "../shared/text";
import { Voice } from "./voice";

const TOOLS: readonly ToolAtHand[] = ["ball", "roller", "cane"];

/** The form of the plan: reads and writes what the person likes. Switches of the same name on other screens go with it. */
export class PlanSettings {
  readonly #root: HTMLElement;
  readonly #panel: HTMLElement;

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#root = root;
    this.#panel = need<HTMLElement>(root, "[data-screen-panel=plan]");
    for (const each of root.querySelectorAll<HTMLElement>("[data-headset]")) each.hidden = !("mediaSession" in navigator);
    need<HTMLElement>(root, "[data-vibration]").hidden = !("vibrate" in navigator) || !matchMedia("(pointer: coarse)").matches;
    need<HTMLElement>(root, "[data-no-voice]").hidden = Voice.exists;
    if (Voice.exists) speechSynthesis.addEventListener("voiceschanged", () => this.#fillVoices(), { signal });
    const [rate, value] = [need<HTMLInputElement>(root, "[data-now-rate]"), need<HTMLOutputElement>(root, "[data-now-value]")];
    rate.addEventListener("input", () => {
      rate.dataset["rated"] = "";
      setText(value, rate.value);
    }, { signal });
  }

  show(settings: ReleaseSettings): void {
    for (const tool of TOOLS) this.#input(`input[name=tool][value=${tool}]`).checked = settings.tools.includes(tool);
    for (const name of ["hold", "rounds"] as const) {
      const wanted = name === "hold" ? settings.holdSeconds : settings.rounds;
      for (const input of this.#panel.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) input.checked = Number(input.value) === wanted;
    }
    for (const name of ["voice", "sounds", "vibration", "headset"] as const) {
      for (const input of this.#root.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) input.checked = settings[name];
    }
    this.#fillVoices(settings.voiceName);
  }

  /** What the form says after a change; undefined for a control that is none of it. */
  read(input: HTMLInputElement | HTMLSelectElement, settings: ReleaseSettings): ReleaseSettings | undefined {
    const { name, value } = input;
    const checked = input instanceof HTMLInputElement && input.checked;
    switch (name) {
      case "tool":
        return { ...settings, tools: TOOLS.filter((tool) => this.#input(`input[name=tool][value=${tool}]`).checked) };
      case "hold":
        return { ...settings, holdSeconds: Number(value) };
      case "rounds":
        return { ...settings, rounds: Number(value) };
      case "voice":
      case "sounds":
      case "vibration":
      case "headset":
        return { ...settings, [name]: checked };
      case "voice-name":
        return { ...settings, voiceName: value };
      default:
        return undefined;
    }
  }

  /** Asks where it hurts, when the plan does not know it. */
  showAsks({ asks, places }: SavedPlan): void {
    const box = need<HTMLElement>(this.#panel, "[data-plan-now]");
    box.hidden = !asks || (places?.length ?? 0) > 0;
    need(box, "[data-now-place]").replaceChildren(...(asks ?? []).map(({ place, name }) => html("option", { value: place }, name)));
  }

  /** The place that was rated before the start; undefined when none was. */
  get rated(): { readonly place: string; readonly name: string; readonly before: number } | undefined {
    const rate = need<HTMLInputElement>(this.#panel, "[data-now-rate]");
    const choice = need<HTMLSelectElement>(this.#panel, "[data-now-place]").selectedOptions[0];
    if (!choice || rate.dataset["rated"] === undefined) return undefined;
    return { place: choice.value, name: choice.text, before: Number(rate.value) };
  }

  #fillVoices(wanted = need<HTMLSelectElement>(this.#panel, "select[name=voice-name]").value): void {
    const groups = Voice.groups(pageLanguage());
    need<HTMLElement>(this.#panel, "[data-voices]").hidden = groups.length === 0;
    const names = new Intl.DisplayNames(pageLanguage(), { type: "language" });
    const select = need<HTMLSelectElement>(this.#panel, "select[name=voice-name]");
    select.replaceChildren(
      html("option", { value: "" }, t("The browser's own")),
      ...groups.map(({ language, voices }) => html("optgroup", { label: names.of(language.replace("_", "-")) ?? language }, ...voices.map(({ name }) => html("option", { value: name }, name)))),
    );
    select.value = wanted;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  #input(selector: string): HTMLInputElement {
    return need<HTMLInputElement>(this.#panel, selector);
  }
}
