import type { Muscle, Result, Side, Trace } from "../shared/api";
import { html, need, setText } from "../shared/html";
import { keyOfResult, placeInWords } from "./plan";

export interface RankingEvents {
  onChoose(result: Result): void;
  onPlan(result: Result, wanted: boolean): void;
}

/** Shown before somebody asks for more. */
const FIRST_SHOWN = 5;
const SHOWN_MORE = 15;

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

  show(answer: Trace, planned: ReadonlySet<string>): void {
    this.#results = answer.results;
    this.#layOut();
    this.markPlanned(planned);
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

  /** Writes how to find the point into its card, and opens it when somebody asked for it. */
  describe(result: Result, muscle: Muscle, open: boolean): void {
    const card = this.#cards.get(keyOfResult(result));
    const point = muscle.points.find((each) => each.id === result.point);
    if (!card || !point) return;
    need(card, "[data-more-text]").replaceChildren(
      html("p", {}, point.position),
      html("p", {}, point.landmarks),
      html("p", {}, `${point.feels} ${point.press}`),
      html("a", { href: `/muscles/${muscle.id}` }, "All about this muscle"),
      html("h3", {}, "Avoid"),
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
    for (const [key, card] of this.#cards) {
      if (keys.has(key)) continue;
      card.remove();
      this.#cards.delete(key);
    }
    visible.forEach((result, rank) => {
      const card = this.#cardOf(result);
      this.#fill(card, result);
      if (this.#list.children[rank] !== card) this.#list.insertBefore(card, this.#list.children[rank] ?? null);
    });
    // A card that moves up or down loses the focus on the way.
    if (focused instanceof HTMLElement && this.#list.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true });
    this.#more.hidden = this.#results.length <= this.#shown;
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
    plan.setAttribute("aria-label", `In my session: ${result.name}, ${sideInWords(result.side)}`);
    plan.addEventListener("change", () => this.#events.onPlan(current(), plan.checked));
    this.#cards.set(key, card);
    return card;
  }

  #fill(card: HTMLLIElement, result: Result): void {
    const percent = Math.round(result.probability * 100);
    card.dataset["probability"] = result.probability.toFixed(4);
    setText(need(card, "[data-name]"), result.name);
    setText(need(card, "[data-side-word]"), sideInWords(result.side));
    setText(need(card, "[data-where]"), result.where);
    need<HTMLMeterElement>(card, "meter").value = result.probability;
    setText(need(card, "[data-likelihood]"), `${result.likelihood} · ${percent < 1 ? "under 1" : percent} %`);
    tell(card, "[data-range]", rangeOf(result));
    tell(card, "[data-range-words]", result.rangeWords);
    const accounts = result.explains.filter((area) => area.share >= 0.01).map(accountOf);
    need(card, "[data-accounts]").replaceChildren(...accounts);
    for (const part of card.querySelectorAll<HTMLElement>("[data-accounts], [data-accounts-caption]")) part.hidden = accounts.length === 0;
    const links = result.chainLinks.map((link) => link.name.toLowerCase() + " → ").join("");
    tell(card, "[data-chain-words]", links && `May be kept alive by: ${links}this`).dataset["chain"] = result.chain.join(" ");
    for (const part of card.querySelectorAll<HTMLElement>(".plan-choice")) part.hidden = !result.bySelf;
    tell(card, "[data-care]", result.care);
    setText(need(card, "[data-grade]"), `Pain map: ${result.evidence.words}.`);
  }
}

function accountOf(area: Result["explains"][number]): HTMLLIElement {
  const bar = html("meter", { min: "0", max: "1", value: area.share.toFixed(3), class: "pain", "aria-hidden": "true" });
  return html("li", { "data-region": area.region, "data-side": area.side }, html("span", {}, placeInWords(area)), bar, html("span", { class: "number" }, `${Math.round(area.share * 100)} %`));
}

/** Writes a line of a card; one without a text is not there. */
export function tell(root: ParentNode, selector: string, text: string | null): HTMLElement {
  const line = need<HTMLElement>(root, selector);
  line.hidden = !text;
  setText(line, text ?? "");
  return line;
}

/** "24 to 41 %"; empty when no range was worked out. */
function rangeOf({ range }: Result): string {
  if (!range) return "";
  const [low, high] = [Math.round(range.low * 100), Math.round(range.high * 100)];
  return low === high ? `${high} %` : `${low} to ${high} %`;
}

export function sideInWords(side: Side): string {
  return side === "midline" ? "middle" : side;
}
