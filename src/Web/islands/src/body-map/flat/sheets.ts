const NEAR_ZOOM = 6;

/**
 * The drawing as three transparent sheets over one another: the tones of the skin, what is painted on it, the lines and
 * words. The browser keeps each as a picture of its own, so a stroke of the brush does not draw the whole figure again.
 */
export class Sheets {
  readonly root = document.createElement("div");
  /** Between skin and lines. */
  readonly paint: SVGSVGElement;
  /** Over everything, for what moves; empty at first. */
  readonly over: SVGSVGElement;
  /** What is painted goes in here: it fades out where the drawing does. */
  readonly painted: SVGGElement;
  readonly #all: readonly SVGSVGElement[];

  /** @param drawing is taken apart. */
  constructor(drawing: SVGSVGElement) {
    this.paint = emptyLike(drawing);
    this.over = emptyLike(drawing);
    this.painted = document.createElementNS("http://www.w3.org/2000/svg", "g");
    const fade = drawing.querySelector("g.tone")?.getAttribute("mask");
    if (fade) this.painted.setAttribute("mask", fade);
    this.paint.append(this.painted);
    const lines = emptyLike(drawing);
    lines.append(...drawing.querySelectorAll("g.lines, g.labels"));
    this.#all = [drawing, this.paint, lines, this.over];
    this.root.className = "sheets";
    this.root.append(...this.#all);
  }

  /** @param zoom how much larger than the whole drawing it is seen. */
  show(viewBox: string, zoom: number): void {
    for (const sheet of this.#all) sheet.setAttribute("viewBox", viewBox);
    this.root.classList.toggle("zoomed", zoom > 1.01);
    this.root.classList.toggle("near", zoom > NEAR_ZOOM);
  }
}

function emptyLike(drawing: SVGSVGElement): SVGSVGElement {
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sheet.setAttribute("viewBox", drawing.getAttribute("viewBox") ?? "");
  return sheet;
}
