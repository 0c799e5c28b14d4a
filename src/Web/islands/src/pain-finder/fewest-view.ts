import type { Explanation } from "../shared/api";
import { html, need, setText } from "../shared/html";
import { t } from "../shared/text";
import { percent, placeInWords } from "./in-words";
import { keyOfResult } from "./plan";

/** From this share on nobody would say that something is left over. */
const ALL = 0.9;
/** Below this the points are no explanation worth a frame. */
const LEAST = 0.2;

/** The fewest points that account for the drawing, over the list. */
export class FewestView {
  readonly #root: HTMLElement;

  constructor(root: ParentNode, onChoose: (key: string) => void, signal: AbortSignal) {
    this.#root = need(root, "[data-fewest]");
    this.#root.addEventListener(
      "click",
      (event) => {
        const key = (event.target as Element).closest<HTMLElement>("[data-fewest-point]")?.dataset["fewestPoint"];
        if (key) onChoose(key);
      },
      { signal },
    );
  }

  show({ points, accounts }: Explanation): void {
    this.#root.hidden = points.length === 0 || accounts < LEAST;
    setText(need(this.#root, "[data-fewest-words]"), fewestInWords(points.length, accounts));
    need(this.#root, "[data-fewest-points]").replaceChildren(
      ...points.map((point) => {
        const keeps = new Set(point.keeps.flatMap((key) => points.filter((other) => keyOfResult(other) === key)).map(placeInWords));
        const isTwin = points.some((other) => other !== point && placeInWords(other) === placeInWords(point));
        const regions = point.regions.map(placeInWords).join("; ");
        return html(
          "li",
          {},
          html("button", { type: "button", "data-fewest-point": keyOfResult(point) }, placeInWords(point)),
          html("span", { class: "hint" }, [isTwin ? `${point.where}.` : "", keeps.size > 0 ? t("Release it first: it may keep {0} alive.", [...keeps].join("; ")) : "", regions && t("Felt in: {0}.", regions)].filter(Boolean).join(" ")),
        );
      }),
    );
  }
}

/** "These 2 points together account for all that you marked." */
export function fewestInWords(count: number, accounts: number): string {
  if (count === 1) return accounts >= ALL ? t("This one point accounts for all that you marked.") : t("This one point accounts for {0} of what you marked.", percent(accounts));
  return accounts >= ALL
    ? t("These {0} points together account for all that you marked.", count)
    : t("These {0} points together account for {1} of what you marked.", count, percent(accounts));
}
