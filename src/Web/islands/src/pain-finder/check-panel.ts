import type { Api, Next, Suggestion } from "../shared/api";
import { html, need, setText } from "../shared/html";
import { t } from "../shared/text";
import { checkOf, keyOfCheck, type Check, type CheckAnswer } from "./checks";
import { HoldCount } from "./hold-count";
import { tell } from "./card";

export interface CheckEvents {
  onAnswer(check: Check): void;
  onUndo(checks: readonly Check[]): void;
}

/** Warnings of a muscle that stand beside its press test; all of them are on its card. */
const MOST_WARNINGS = 2;

const OF_PRESS: readonly CheckAnswer[] = ["my-pain", "only-tender", "nothing", "unknown"];
const OF_QUESTION: readonly CheckAnswer[] = ["yes", "no", "unknown"];

/** The engine's next best press test or question, what was answered so far, and why it stops asking. */
export class CheckPanel {
  readonly #root: HTMLElement;
  readonly #api: Api;
  readonly #events: CheckEvents;
  readonly #count: HoldCount;
  #suggestions: readonly Suggestion[] = [];
  #shown: Suggestion | undefined;
  /** The one that was answered by a button, until another is there: it takes the focus along. */
  #wasAnswered = false;

  constructor(root: ParentNode, api: Api, events: CheckEvents, signal: AbortSignal) {
    this.#root = need(root, "[data-check]");
    this.#api = api;
    this.#events = events;
    this.#count = new HoldCount(need(this.#root, "[data-hold-count]"), need(this.#root, "[data-hold-said]"), signal);
    this.#root.addEventListener("click", (event) => this.#clicked(event), { signal });
  }

  /** The point that is to be pressed now; undefined for a question. */
  get press(): Suggestion | undefined {
    return this.#shown?.kind === "press" ? this.#shown : undefined;
  }

  /** @param next null while it is not worked out: what stands there stays. */
  show(next: Next | null, checks: readonly Check[]): void {
    this.#list(checks);
    if (!next) return;
    this.#suggestions = next.suggestions;
    const stays = next.suggestions.find((each) => this.#shown && keyOf(each) === keyOf(this.#shown));
    this.#put(stays ?? next.suggestions[0]);
    const isOver = next.suggestions.length === 0;
    tell(this.#root, "[data-check-stop]", isOver ? next.stopWords : null).dataset["stop"] = next.stop ?? "";
    this.#root.hidden = (isOver && !next.stopWords) || next.stop === "not-muscular";
    if (this.#wasAnswered) need<HTMLElement>(this.#root, "[data-check-title]").focus({ preventScroll: true });
    this.#wasAnswered = false;
  }

  #put(suggestion: Suggestion | undefined): void {
    const other = this.#suggestions.find((each) => each !== suggestion);
    const swap = need<HTMLElement>(this.#root, "[data-check-other]");
    swap.hidden = !other || !suggestion;
    if (other) setText(need(swap, "[data-check-other-name]"), other.name);
    need<HTMLElement>(this.#root, "[data-check-body]").hidden = !suggestion;
    const title = suggestion ? (suggestion.kind === "press" ? t("Check it: press {0}", suggestion.name) : t("Check it: one question")) : t("No more questions");
    setText(need(this.#root, "[data-check-title]"), title);
    const isNew = !this.#shown || !suggestion || keyOf(this.#shown) !== keyOf(suggestion);
    this.#shown = suggestion;
    if (!suggestion || !isNew) return;
    this.#count.reset();
    const { dataset } = this.#root;
    dataset["kind"] = suggestion.kind;
    dataset["key"] = keyOf(suggestion);
    for (const part of this.#root.querySelectorAll<HTMLElement>("[data-for-press]")) part.hidden = suggestion.kind !== "press";
    const answers = suggestion.kind === "press" ? OF_PRESS : OF_QUESTION;
    for (const button of this.#root.querySelectorAll<HTMLElement>("[data-answer]")) button.hidden = !answers.some((answer) => answer === button.dataset["answer"]);
    setText(need(this.#root, "[data-answer=unknown]"), suggestion.kind === "press" ? t("Can't reach") : t("Don't know"));
    // The button "Where exactly?" reads these.
    dataset["muscle"] = suggestion.muscle ?? "";
    dataset["point"] = suggestion.point ?? "";
    dataset["side"] = suggestion.side ?? "";
    tell(this.#root, "[data-check-text]", suggestion.kind === "press" ? null : suggestion.text);
    const ways = need<HTMLElement>(this.#root, "[data-check-way]");
    ways.replaceChildren();
    if (suggestion.kind === "press") void this.#describe(suggestion, ways);
  }

  async #describe(suggestion: Suggestion, ways: HTMLElement): Promise<void> {
    const muscle = await this.#api.muscle(suggestion.muscle ?? "").catch(() => undefined);
    const point = muscle?.points.find((each) => each.id === suggestion.point);
    if (this.#shown !== suggestion) return;
    if (!muscle || !point) {
      ways.replaceChildren(html("li", {}, t("How to find it could not be loaded. Answer “Can't reach” to go on.")));
      return;
    }
    ways.replaceChildren(
      html("li", {}, point.position),
      html("li", {}, point.landmarks),
      html("li", {}, t("Press with a fingertip for five seconds, never above 6 of 10. {0}", point.feels)),
      ...muscle.avoid.slice(0, MOST_WARNINGS).map((sentence) => html("li", { class: "warn" }, sentence)),
    );
  }

  #list(checks: readonly Check[]): void {
    const part = need<HTMLElement>(this.#root.parentElement ?? this.#root, "[data-answered-part]");
    part.hidden = checks.length === 0;
    const known = checks.filter(({ answer }) => answer !== "unknown");
    need(part, "[data-answered]").replaceChildren(
      ...known.map((check) => {
        const said = t("{0} – {1}", check.about, answerInWords(check.answer));
        const undo = this.#undoButton(t("Undo"), [check]);
        undo.setAttribute("aria-label", t("Undo: {0}", said));
        return html("li", { "data-answered-key": keyOfCheck(check) }, html("span", {}, said), undo);
      }),
    );
    // What was left open is no answer: one line for all of it.
    const open = checks.filter(({ answer }) => answer === "unknown");
    const line = need<HTMLElement>(part, "[data-left-open]");
    line.hidden = open.length === 0;
    line.replaceChildren(
      html("span", {}, open.length === 1 ? t("One thing was left open.") : t("{0} things were left open.", open.length)),
      this.#undoButton(t("Ask again"), open),
    );
  }

  #undoButton(text: string, checks: readonly Check[]): HTMLButtonElement {
    const button = html("button", { type: "button", class: "button button-quiet" }, text);
    button.addEventListener("click", () => {
      this.#wasAnswered = true;
      this.#events.onUndo(checks);
    });
    return button;
  }

  #clicked(event: Event): void {
    const target = event.target as Element;
    const answer = target.closest<HTMLElement>("[data-answer]")?.dataset["answer"];
    const shown = this.#shown;
    if (answer && shown) {
      this.#wasAnswered = true;
      this.#events.onAnswer(checkOf(shown, shown.name, answer as CheckAnswer));
    } else if (target.closest("[data-do=other-check]")) {
      this.#put(this.#suggestions.find((each) => each !== shown));
      need<HTMLElement>(this.#root, "[data-check-title]").focus({ preventScroll: true });
    }
  }
}

function keyOf(suggestion: Suggestion): string {
  return keyOfCheck(checkOf(suggestion, "", "unknown"));
}

function answerInWords(answer: CheckAnswer): string {
  switch (answer) {
    case "my-pain":
      return t("that is my pain");
    case "only-tender":
      return t("sore, but different");
    case "nothing":
      return t("nothing");
    case "yes":
      return t("yes");
    case "no":
      return t("no");
    case "unknown":
      return t("left open");
  }
}
