import type { Muscle, Result, Trace } from "../shared/api";
import { prefersReducedMotion } from "../shared/dom";
import { html, need, setText } from "../shared/html";
import { pageAddress } from "../shared/language";
import { t } from "../shared/text";
import { fillCard } from "./card";
import { percent, placeInWords } from "./in-words";
import { keyOfResult } from "./plan";

export interface RankingEvents {
  onChoose(result: Result): void;
  onPlan(result: Result, wanted: boolean): void;
}

/** Where a point stood: its place in the list, from 1, and its probability. */
export interface Standing {
  readonly place: number;
  readonly probability: number;
}

/** Shown before somebody asks for more. */
const FIRST_SHOWN = 5;
const SHOWN_MORE = 15;
const MOVE_MS = 450;

/** The cards of the ranking. A card stays the same element while its numbers and its rank change. */
export class RankingView {
  readonly #list: HTMLOListElement;
  readonly #template: HTMLTemplateElement;
  readonly #more: HTMLButtonElement;
  readonly #events: RankingEvents;
  readonly #cards = new Map<string, HTMLLIElement>();
  #results: readonly Result[] = [];
  #shown = FIRST_SHOWN;
  #chosen: string | undefined;

  constructor(root: ParentNode, events: RankingEvents, signal: AbortSignal) {
    this.#list = need(root, "ol[data-results]");
    this.#template = need(root, "template[data-card]");
    this.#more = need(root, "button[data-do=more]");
    this.#events = events;
    this.#more.addEventListener("click", () => this.#showMore(), { signal });
  }

  get chosen(): string | undefined {
    return this.#chosen;
  }

  set busy(busy: boolean) {
    this.#list.setAttribute("aria-busy", String(busy));
  }

  /** Where each point stands now. */
  get standings(): ReadonlyMap<string, Standing> {
    return new Map(this.#results.map((result, rank) => [keyOfResult(result), { place: rank + 1, probability: result.probability }]));
  }

  /** @param before where the points stood before an answer; each card then says how it moved. */
  show(answer: Trace, planned: ReadonlySet<string>, before?: ReadonlyMap<string, Standing>): void {
    this.#results = answer.results;
    this.#layOut();
    this.markPlanned(planned);
    for (const [key, card] of this.#cards) {
      const text = before ? moveInWords(before.get(key), this.standings.get(key)) : "";
      const line = need<HTMLElement>(card, "[data-moved]");
      line.hidden = text === "";
      setText(line, text);
      card.toggleAttribute("data-changed", text !== "");
    }
  }

  choose(key: string | undefined): void {
    this.#chosen = key;
    for (const [each, card] of this.#cards) {
      const isChosen = each === key;
      card.toggleAttribute("data-chosen", isChosen);
      need(card, "[data-choose]").setAttribute("aria-pressed", String(isChosen));
      if (!isChosen) need<HTMLDetailsElement>(card, "[data-more]").open = false;
    }
  }

  /** Brings a card into the list, and into sight. */
  reveal(result: Result): void {
    const rank = this.#results.indexOf(result);
    if (rank >= this.#shown) {
      this.#shown = rank + 1;
      this.#layOut();
    }
    this.#cards.get(keyOfResult(result))?.scrollIntoView({ block: "nearest", behavior: prefersReducedMotion() ? "auto" : "smooth" });
  }

  /** Writes how to find the point into its card, and opens it when somebody asked for it. */
  describe(result: Result, muscle: Muscle, open: boolean): void {
    const card = this.#cards.get(keyOfResult(result));
    const point = muscle.points.find((each) => each.id === result.point);
    if (!card || !point) return;
    need(card, "[data-more-text]").replaceChildren(
      html("p", {}, point.position),
      html("p", {}, point.landmarks),
      html("p", {}, `${point.feels} ${point.press}`),
      html("a", { href: pageAddress(`/muscles/${muscle.id}`) }, t("All about this muscle")),
      html("h3", {}, t("Avoid")),
      html("ul", {}, ...muscle.avoid.map((sentence) => html("li", {}, sentence))),
    );
    const more = need<HTMLDetailsElement>(card, "[data-more]");
    more.hidden = false;
    more.open ||= open;
  }

  markPlanned(planned: ReadonlySet<string>): void {
    for (const [key, card] of this.#cards) need<HTMLInputElement>(card, "[data-in-plan]").checked = planned.has(key);
  }

  #showMore(): void {
    const before = this.#shown;
    this.#shown += SHOWN_MORE;
    this.#layOut();
    const first = this.#list.children[before];
    first?.querySelector<HTMLElement>("[data-choose]")?.focus();
  }

  #layOut(): void {
    const visible = this.#results.slice(0, this.#shown);
    const keys = new Set(visible.map(keyOfResult));
    const focused = document.activeElement;
    const tops = new Map([...this.#cards].map(([key, card]) => [key, card.getBoundingClientRect().top]));
    for (const [key, card] of this.#cards) {
      if (keys.has(key)) continue;
      card.remove();
      this.#cards.delete(key);
    }
    visible.forEach((result, rank) => {
      const card = this.#cardOf(result);
      fillCard(card, result);
      if (this.#list.children[rank] !== card) this.#list.insertBefore(card, this.#list.children[rank] ?? null);
    });
    // A card that moves up or down loses the focus on the way.
    if (focused instanceof HTMLElement && this.#list.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true });
    this.#more.hidden = this.#results.length <= this.#shown;
    if (!prefersReducedMotion()) this.#slideFrom(tops);
  }

  /** Lets the cards that changed places travel there; only those whose order changed, not what was pushed by the page above. */
  #slideFrom(tops: ReadonlyMap<string, number>): void {
    const order = (keys: Iterable<string>): readonly string[] => [...keys].filter((key) => tops.has(key) && this.#cards.has(key));
    const before = order([...tops].sort((a, b) => a[1] - b[1]).map(([key]) => key));
    const after = order([...this.#list.children].map((card) => `${(card as HTMLElement).dataset["point"]}:${(card as HTMLElement).dataset["side"]}`));
    for (const [place, key] of after.entries()) {
      const card = this.#cards.get(key);
      if (!card || before[place] === key) continue;
      const moved = (tops.get(key) ?? 0) - card.getBoundingClientRect().top;
      if (Math.abs(moved) > 1) card.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], { duration: MOVE_MS, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" });
    }
  }

  #cardOf(result: Result): HTMLLIElement {
    const key = keyOfResult(result);
    const known = this.#cards.get(key);
    if (known) return known;
    const fragment = this.#template.content.cloneNode(true) as DocumentFragment;
    const card = need<HTMLLIElement>(fragment, "li");
    card.dataset["point"] = result.point;
    card.dataset["muscle"] = result.muscle;
    card.dataset["side"] = result.side;
    const current = (): Result => this.#results.find((each) => keyOfResult(each) === key) ?? result;
    need(card, "[data-choose]").addEventListener("click", () => this.#events.onChoose(current()));
    const plan = need<HTMLInputElement>(card, "[data-in-plan]");
    // A muscle has several points: only where they lie tells them apart.
    plan.setAttribute("aria-label", t("In my session: {0}", `${placeInWords(result)}. ${result.where}`));
    const where = need(card, "[data-where]");
    where.id = `where-${key}`;
    need(card, "[data-choose]").setAttribute("aria-describedby", where.id);
    plan.addEventListener("change", () => this.#events.onPlan(current(), plan.checked));
    this.#cards.set(key, card);
    card.toggleAttribute("data-chosen", key === this.#chosen);
    need(card, "[data-choose]").setAttribute("aria-pressed", String(key === this.#chosen));
    return card;
  }
}

/** "Up from place 3: from 31 % to 64 %"; empty when nothing changed that one could see. */
export function moveInWords(before: Standing | undefined, now: Standing | undefined): string {
  if (!now) return "";
  if (!before) return t("New in the list: {0}", percent(now.probability));
  const [from, to] = [percent(before.probability), percent(now.probability)];
  if (now.place < before.place) return from === to ? t("Up from place {0}", before.place) : t("Up from place {0}: from {1} to {2}", before.place, from, to);
  if (now.place > before.place) return from === to ? t("Down from place {0}", before.place) : t("Down from place {0}: from {1} to {2}", before.place, from, to);
  return from === to ? "" : t("Still place {0}: from {1} to {2}", now.place, from, to);
}
