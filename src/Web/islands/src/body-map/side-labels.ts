import type { SideAnchors } from "./figure-view";
import type { Point2 } from "./geometry/outline";
import { clamp } from "./geometry/vector";

/** Half a label and a margin: closer to the edge it would be cut. */
const EDGE_PIXELS = 44;
const TOP_PIXELS = 20;
/** The zoom buttons take the upper right corner. */
const BUTTONS_PIXELS = { width: 110, height: 180 };

/** The words that keep left and right apart, beside the figure and always inside the picture. */
export class SideLabels {
  readonly left = labelOf("your left");
  readonly right = labelOf("your right");

  place(anchors: SideAnchors, width: number, height: number): void {
    move(this.left, anchors.left, width, height);
    move(this.right, anchors.right, width, height);
  }
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

function move(label: HTMLElement, anchor: Point2 | null, width: number, height: number): void {
  label.hidden = anchor === null;
  if (!anchor) return;
  const x = clamp(anchor.x, EDGE_PIXELS, Math.max(EDGE_PIXELS, width - EDGE_PIXELS));
  const top = x > width - BUTTONS_PIXELS.width ? BUTTONS_PIXELS.height : TOP_PIXELS;
  const y = clamp(anchor.y, top, Math.max(top, height - TOP_PIXELS));
  label.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
}
