import { need } from "../shared/html";
import { partsOf, type RegionKey } from "./region-index";

/** A red flag as the page carries it, in a template. */
export interface Flag {
  readonly id: string;
  readonly care: string;
  readonly heading: string;
  readonly action: string;
  readonly question: string;
}

/** How long an answer holds within a visit: what was no in the morning may be yes in the evening, and tabs stay open. */
export const ANSWERS_HOLD_MS = 4 * 60 * 60 * 1000;

/** The red-flag questions: which apply, which are answered, and the form that asks the others. */
export class SafetyQuestions {
  readonly #templates: readonly HTMLTemplateElement[];
  readonly #form: HTMLFormElement;
  readonly #no = new Set<string>();

  constructor(root: ParentNode) {
    this.#templates = [...root.querySelectorAll<HTMLTemplateElement>("template[data-flag]")];
    this.#form = need<HTMLFormElement>(root, "form[data-flags]");
  }

  /** Ids answered with no. */
  get answered(): readonly string[] {
    return [...this.#no];
  }

  restore(no: readonly string[]): void {
    for (const id of no) this.#no.add(id);
  }

  forget(): void {
    this.#no.clear();
  }

  /** Whether something has to be asked before these regions may have a ranking. */
  isOpen(marked: readonly RegionKey[]): boolean {
    return this.#openTemplates(marked).length > 0;
  }

  /** Writes the form with what is not answered yet. What stands there already keeps its answer. */
  ask(marked: readonly RegionKey[]): void {
    const open = this.#openTemplates(marked);
    const present = new Map([...this.#form.children].map((child) => [(child as HTMLElement).dataset["flag"], child]));
    this.#form.replaceChildren(...open.map((template) => present.get(template.dataset["flag"]) ?? template.content.cloneNode(true)));
  }

  /** All that stand in the form become no. */
  answerNone(): void {
    for (const fieldset of this.#fieldsets()) this.#no.add(fieldset.dataset["flag"] ?? "");
  }

  /** Takes the form's noes; false when a question has no answer. */
  takeAnswers(): boolean {
    let complete = true;
    for (const fieldset of this.#fieldsets()) {
      if (fieldset.querySelector<HTMLInputElement>("input:checked")?.value === "no") this.#no.add(fieldset.dataset["flag"] ?? "");
      else complete = false;
    }
    return complete;
  }

  /** The gravest flag answered with yes: the form lists them in that order. */
  confirmed(): Flag | undefined {
    const fieldset = this.#fieldsets().find((each) => each.querySelector<HTMLInputElement>("input[value=yes]")?.checked);
    const template = this.#templates.find((each) => each.dataset["flag"] === fieldset?.dataset["flag"]);
    if (!fieldset || !template) return undefined;
    const { flag = "", care = "", heading = "", action = "" } = template.dataset;
    return { id: flag, care, heading, action, question: need(fieldset, "legend").textContent ?? "" };
  }

  /** Takes back every yes, so that the question is asked again. */
  takeBack(): void {
    for (const input of this.#form.querySelectorAll<HTMLInputElement>("input[value=yes]")) input.checked = false;
  }

  #fieldsets(): readonly HTMLElement[] {
    return [...this.#form.querySelectorAll<HTMLElement>("[data-flag]")];
  }

  #openTemplates(marked: readonly RegionKey[]): readonly HTMLTemplateElement[] {
    const regions = new Set(marked.map((key) => partsOf(key).region));
    return this.#templates.filter((template) => {
      const { flag = "", regions: asked = "" } = template.dataset;
      return !this.#no.has(flag) && (asked === "" || asked.split(" ").some((region) => regions.has(region)));
    });
  }
}
