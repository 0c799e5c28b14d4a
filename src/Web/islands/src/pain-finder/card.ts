import type { Result } from "../shared/api";
import { html, need, setText, withArrows } from "../shared/html";
import { t } from "../shared/text";
import { chainInWords, inPeople, percent, placeInWords, sideInWords } from "./in-words";

/** Reasons against that stand on the card itself; all of them are under "Why?". */
const MOST_AGAINST = 1;
/** The thinnest band that is still seen, in hundredths of the bar. */
const THINNEST = 2;

/** Writes a result into its card. A range that is not worked out yet leaves the last one standing, marked as old. */
export function fillCard(card: HTMLElement, result: Result): void {
  card.dataset["probability"] = result.probability.toFixed(4);
  setText(need(card, "[data-name]"), result.name);
  setText(need(card, "[data-side-word]"), sideInWords(result.side));
  setText(need(card, "[data-where]"), result.where);
  setText(need(card, "[data-likelihood]"), result.likelihood);
  setText(need(card, "[data-percent]"), percent(result.probability));
  fillRange(card, result);
  const accounts = result.explains.filter((area) => area.share >= 0.01).map(accountOf);
  need(card, "[data-accounts]").replaceChildren(...accounts);
  for (const part of card.querySelectorAll<HTMLElement>("[data-accounts], [data-accounts-caption]")) part.hidden = accounts.length === 0;
  setText(need(card, "[data-accounts-caption]"), t("Accounts for {0} of what you marked", percent(result.accounts)));
  const against = result.reasons.filter(({ bits }) => bits < 0).slice(0, MOST_AGAINST).map(({ text }) => text).join(" ");
  tell(card, "[data-against]", against && t("Against it: {0}", against));
  const chain = need<HTMLElement>(card, "[data-chain-words]");
  chain.hidden = result.chainLinks.length === 0;
  chain.dataset["chain"] = result.chain.join(" ");
  chain.replaceChildren(...withArrows(chainInWords([...result.chainLinks, result]), t(", then ")));
  need<HTMLElement>(card, "[data-chain-caption]").hidden = result.chainLinks.length === 0;
  for (const part of card.querySelectorAll<HTMLElement>(".plan-choice")) part.hidden = !result.bySelf;
  tell(card, "[data-care]", result.care);
  setText(need(card, "[data-grade]"), t("Pain map: {0}.", result.evidence.words));
  setText(need(card, "[data-why-sentence]"), result.why);
  need(card, "[data-why-figures]").replaceChildren(...figuresOf(result).map((line) => html("li", {}, line)));
}

/** Writes a line of a card; one without a text is not there. */
export function tell(root: ParentNode, selector: string, text: string | null): HTMLElement {
  const line = need<HTMLElement>(root, selector);
  line.hidden = !text;
  setText(line, text ?? "");
  return line;
}

function fillRange(card: HTMLElement, { range, rangeWords, probability }: Result): void {
  card.toggleAttribute("data-range-old", range === null);
  need(card, ".odds .mark").setAttribute("x", String(Math.min(98, probability * 100 - 1)));
  if (!range) return;
  const [low, high] = [Math.round(range.low * 100), Math.round(range.high * 100)];
  tell(card, "[data-range]", low === high ? t("range {0} %", high) : t("range {0} to {1} %", low, high));
  tell(card, "[data-range-words]", rangeWords);
  const band = need(card, ".odds .band");
  const width = Math.max(THINNEST, (range.high - range.low) * 100);
  band.setAttribute("x", String(Math.min(100 - width, range.low * 100)));
  band.setAttribute("width", String(width));
}

function accountOf(area: Result["explains"][number]): HTMLLIElement {
  const bar = html("meter", { min: "0", max: "1", value: area.share.toFixed(3), class: "pain", "aria-hidden": "true" });
  return html("li", { "data-region": area.region, "data-side": area.side }, html("span", {}, placeInWords(area)), bar, html("span", { class: "number" }, percent(area.share)));
}

/** The numbers behind a rank, one line each. */
function figuresOf(result: Result): readonly string[] {
  return [
    ...(result.prior > 0 ? [t("Before you marked anything: active in {0} people.", inPeople(result.prior))] : []),
    ...result.explains.map((area) => t("{0}: felt there by {1} people who have this point.", placeInWords(area), inPeople(area.frequency))),
    ...result.reasons.map(({ text }) => text),
    t("With all you told: {0}.", percent(result.probability)),
  ];
}
