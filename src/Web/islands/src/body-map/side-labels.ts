import { t } from "../shared/text";
import type { SideAnchors } from "./figure-view";
import type { Point2 } from "./geometry/outline";
import { clamp } from "./geometry/vector";

/** Half a label, by its words, and a margin: closer to the edge it would be cut. */
const HALF_LETTER_PIXELS = 3.6;
const HALF_PADDING_PIXELS = 12;
const HALF_HEIGHT_PIXELS = 20;
/** The zoom buttons take the upper right corner. */
const BUTTONS_PIXELS = { width: 58, height: 175 };

/** The words that keep left and right apart, beside the figure and always inside the picture. */
export class SideLabels {
  readonly left = labelOf(t("your left"));
  readonly right = labelOf(t("your right"));
  readonly only = labelOf("");
  readonly all = [this.left, this.right, this.only] as const;

  place(anchors: SideAnchors, width: number, height: number): void {
    if (anchors.only) this.only.textContent = wordsOf(anchors.only.text);
    const wanted = [anchors.left, anchors.right, anchors.only ?? null];
    const places = this.all.map((label, index) => {
      const at = wanted[index];
      return at ? insideOf(at, label.textContent ?? "", width, height) : undefined;
    });
    // If one gives way to the buttons both do, so that they stay a pair.
    const lowest = Math.max(...places.map((place) => place?.y ?? 0));
    this.all.forEach((label, index) => {
      const place = places[index];
      label.hidden = !place;
      if (place) label.style.transform = `translate(${place.x.toFixed(1)}px, ${lowest.toFixed(1)}px) translate(-50%, -50%)`;
    });
  }
}

function insideOf(anchor: Point2, text: string, width: number, height: number): Point2 {
  const half = HALF_PADDING_PIXELS + HALF_LETTER_PIXELS * text.length;
  // In a low picture there is no room under the buttons: the label stands beside them.
  const isLow = height < BUTTONS_PIXELS.height + 2 * HALF_HEIGHT_PIXELS;
  const x = clamp(anchor.x, half, Math.max(half, width - half - (isLow ? BUTTONS_PIXELS.width : 0)));
  const underButtons = !isLow && x + half > width - BUTTONS_PIXELS.width;
  const top = HALF_HEIGHT_PIXELS + (underButtons ? BUTTONS_PIXELS.height : 0);
  return { x, y: clamp(anchor.y, top, Math.max(top, height - HALF_HEIGHT_PIXELS)) };
}

/** The words that stand in a drawing of one side alone. */
function wordsOf(label: string): string {
  if (label === "your left") return t("your left");
  return label === "your right" ? t("your right") : label;
}

function labelOf(text: string): HTMLElement {
  const label = document.createElement("span");
  label.className = "side";
  label.textContent = text;
  label.hidden = true;
  // The element's own description says which side is where.
  label.setAttribute("aria-hidden", "true");
  return label;
}
