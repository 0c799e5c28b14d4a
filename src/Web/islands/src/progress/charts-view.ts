import type { DiaryEntry } from "../shared/diary";
import { html } from "../shared/html";
import { t } from "../shared/text";
import type { SmallestChanges } from "./judging";
import { daysTogether, painChart } from "./pain-chart";
import { seriesOf, type Series } from "./series";
import { momentInWords, seriesInWords } from "./words";

const NARROWEST = 280;
const WIDEST = 760;
const HEIGHT = 230;
/** On paper two stand side by side; drawn for a whole line their letters would be too small. */
const PAPER_WIDTH = 400;
const PAPER_HEIGHT = 150;

/** A chart, a sentence and a table for every place. */
export class ChartsView {
  readonly #root: HTMLElement;
  readonly #changes: SmallestChanges;
  readonly #watching: ResizeObserver;
  #series: readonly Series[] = [];
  #width = 0;

  constructor(root: HTMLElement, changes: SmallestChanges, signal: AbortSignal) {
    this.#root = root;
    this.#changes = changes;
    this.#watching = new ResizeObserver(() => this.#fit());
    this.#watching.observe(root);
    signal.addEventListener("abort", () => this.#watching.disconnect());
    window.addEventListener("beforeprint", () => this.#draw(PAPER_WIDTH, PAPER_HEIGHT), { signal });
    window.addEventListener("afterprint", () => this.#fit(), { signal });
  }

  show(diary: readonly DiaryEntry[]): void {
    const open = new Set([...this.#root.querySelectorAll<HTMLElement>("[data-place]")].filter((each) => each.querySelector("details[open]")).map((each) => each.dataset["place"]));
    this.#series = seriesOf(diary);
    this.#width = 0;
    this.#root.replaceChildren(...this.#series.map((series) => this.#figure(series, open.has(series.place))));
    this.#fit();
  }

  #figure(series: Series, isOpen: boolean): HTMLElement {
    const details = html("details", {}, html("summary", {}, t("All ratings as a table")), tableOf(series));
    details.open = isOpen;
    return html(
      "figure",
      { class: "place-chart", "data-place": series.place },
      html("figcaption", {}, html("h3", {}, series.name), html("p", { "data-summary": "" }, seriesInWords(series, this.#changes))),
      html("div", { "data-chart": "" }),
      html("p", { class: "fine", "data-together": "" }),
      details,
    );
  }

  /** Draws anew when the room changed: letters in a chart that is only scaled would shrink with it. */
  #fit(): void {
    const holder = this.#root.querySelector<HTMLElement>("[data-chart]");
    const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(holder?.clientWidth ?? 0)));
    if (!holder || holder.clientWidth === 0 || width === this.#width) return;
    this.#draw(width, HEIGHT);
  }

  #draw(width: number, height: number): void {
    this.#width = width;
    for (const [index, each] of [...this.#root.querySelectorAll<HTMLElement>("[data-chart]")].entries()) {
      const series = this.#series[index];
      if (!series) continue;
      each.replaceChildren(painChart(series, this.#changes, [width, height], `${series.name}. ${seriesInWords(series, this.#changes)}`));
      const days = daysTogether(series, width);
      const words = each.nextElementSibling;
      if (words) words.textContent = days === 1 ? "" : t("Drawn as the mean of every {0} days, with a bar from the lowest to the highest rating.", days);
    }
  }
}

function tableOf({ name, ratings }: Series): HTMLElement {
  const rows = ratings.toReversed().map(({ at, before, after }) =>
    html("tr", {}, html("th", { scope: "row" }, momentInWords(at)), html("td", { class: "number" }, String(before)), html("td", { class: "number" }, after === undefined ? "–" : String(after))),
  );
  return html(
    "table",
    {},
    html("caption", { class: "visually-hidden" }, t("All ratings: {0}", name)),
    html("thead", {}, html("tr", {}, html("th", { scope: "col" }, t("When")), html("th", { scope: "col", class: "number" }, t("Before")), html("th", { scope: "col", class: "number" }, t("After")))),
    html("tbody", {}, ...rows),
  );
}
