import type { SideAnchors } from "./figure-view";
import type { Point2 } from "./geometry/outline";
import { clamp } from "./geometry/vector";

/** Half a label and a margin: closer to the edge it would be cut. */
const HALF_WIDTH_PIXELS = 46;
const HALF_HEIGHT_PIXELS = 20;
/** The zoom buttons take the upper right corner. */
const BUTTONS_PIXELS = { width: 58, height: 175 };

/** The words that keep left and right apart, beside the figure and always inside the picture. */
export class SideLabels {
  readonly left = labelOf("your left");
  readonly right = labelOf("your right");

  place(anchors: SideAnchors, width: number, height: number): void {
    const places = [anchors.left, anchors.right].map((anchor) => anchor && insideOf(anchor, width, height));
    // If one gives way to the buttons both do, so that they stay a pair.
    const lowest = Math.max(...places.map((place) => place?.y ?? 0));
    [this.left, this.right].forEach((label, index) => {
      const place = places[index];
      label.hidden = !place;
      if (place) label.style.transform = `translate(${place.x.toFixed(1)}px, ${lowest.toFixed(1)}px) translate(-50%, -50%)`;
    });
  }
}

function insideOf(anchor: Point2, width: number, height: number): Point2 {
  const x = clamp(anchor.x, HALF_WIDTH_PIXELS, Math.max(HALF_WIDTH_PIXELS, width - HALF_WIDTH_PIXELS));
  const underButtons = x + HALF_WIDTH_PIXELS > width - BUTTONS_PIXELS.width;
  const top = HALF_HEIGHT_PIXELS + (underButtons ? BUTTONS_PIXELS.height : 0);
  return { x, y: clamp(anchor.y, top, Math.max(top, height - HALF_HEIGHT_PIXELS)) };
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
