import { MarksChangeEvent, ViewChangeEvent } from "./events";
import { BODY_VIEWS, type BodyView, type Brush, type Marks, type Overlay, type Point3, type RegionOfCell } from "./types";

declare global {
  interface HTMLElementTagNameMap {
    "body-map": BodyMapElement;
  }
  interface HTMLElementEventMap {
    "marks-change": MarksChangeEvent;
    "view-change": ViewChangeEvent;
  }
}

/** The figure to mark pain on and to show results on. */
export class BodyMapElement extends HTMLElement {
  static readonly observedAttributes = ["view", "readonly"];

  #marks: Marks = new Map();
  #brush: Brush = { mode: "paint", radiusMillimetres: 18, intensity: 0.7 };
  #overlay: Overlay | null = null;

  get view(): BodyView {
    const wanted = this.getAttribute("view");
    return BODY_VIEWS.find((view) => view === wanted) ?? "front";
  }

  set view(view: BodyView) {
    this.setAttribute("view", view);
  }

  get readonly(): boolean {
    return this.hasAttribute("readonly");
  }

  get marks(): Marks {
    return this.#marks;
  }

  set marks(marks: Marks) {
    this.#marks = new Map(marks);
  }

  get brush(): Brush {
    return this.#brush;
  }

  set brush(brush: Brush) {
    this.#brush = brush;
  }

  get overlay(): Overlay | null {
    return this.#overlay;
  }

  set overlay(overlay: Overlay | null) {
    this.#overlay = overlay;
  }

  regionOf(_cell: number): RegionOfCell | undefined {
    return undefined;
  }

  screenPointOf(_cell: number): { x: number; y: number } | null {
    return null;
  }

  focusOn(_target: Point3 | null): void {}

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name === "view" && before !== after) this.dispatchEvent(new ViewChangeEvent(this.view));
  }
}
