import type { Api, Next, Suggestion } from "../shared/api";
import { html, need, setText } from "../shared/html";
import { t } from "../shared/text";
import { checkOf, keyOfCheck, type Check, type CheckAnswer } from "./checks";
import { HoldCount } from "./hold-count";
import { tell } from "./card";

export interface CheckEvents {
  onAnswer(check: Check): void;
  onUndo(check: Check): void;
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
    const list = need<HTMLElement>(this.#root.parentElement ?? this.#root, "[data-answered]");
    need<HTMLElement>(this.#root.parentElement ?? this.#root, "[data-answered-part]").hidden = checks.length === 0;
    list.replaceChildren(
      ...checks.map((check) => {
        const said = t("{0}: {1}", check.about, answerInWords(check));
        const undo = html("button", { type: "button", class: "button button-quiet", "aria-label": t("Undo: {0}", said) }, t("Undo"));
        undo.addEventListener("click", () => {
          this.#wasAnswered = true;
          this.#events.onUndo(check);
        });
        return html("li", { "data-answered-key": keyOfCheck(check) }, html("span", {}, said), undo);
      }),
    );
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

export function answerInWords({ kind, answer }: Pick<Check, "kind" | "answer">): string {
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
      return kind === "press" ? t("could not reach it") : t("do not know");
  }
}
