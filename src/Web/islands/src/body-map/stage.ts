import { t } from "../shared/text";
import { sheetOf } from "../shared/dom";
import type { Point2 } from "./geometry/outline";
import { Markers } from "./markers";
import { SideLabels } from "./side-labels";
import { BODY_MAP_STYLES } from "./styles";
import type { BodyView, Facing } from "./types";

const ICONS = {
  closer: "M12 5v14M5 12h14",
  farther: "M5 12h14",
  all: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
} as const;

/** What lies inside the element: the figure, and over it the markers, the side labels and the zoom buttons. */
export class Stage {
  /** Holds the drawing; takes the focus and the pointers. */
  readonly surface = document.createElement("div");
  readonly markers = new Markers();
  readonly sides = new SideLabels();
  readonly closer = buttonOf(t("Zoom in"), ICONS.closer);
  readonly farther = buttonOf(t("Zoom out"), ICONS.farther);
  readonly all = buttonOf(t("Show the whole figure"), ICONS.all);
  readonly #brushRing = document.createElement("div");
  readonly #root: ShadowRoot;
  readonly #status = document.createElement("p");
  readonly #said = document.createElement("p");
  #saidOf = "";
  readonly #styles = sheetOf(BODY_MAP_STYLES);

  constructor(root: ShadowRoot) {
    this.#root = root;
    root.adoptedStyleSheets = [this.#styles];
    this.surface.className = "stage";
    this.surface.tabIndex = 0;
    // The keys belong to the figure while it has the focus.
    this.surface.setAttribute("role", "application");
    this.surface.setAttribute("aria-label", t("Body figure"));
    this.surface.setAttribute("aria-roledescription", t("body figure"));
    // What the page shows without script stays until the figure is there.
    this.surface.append(document.createElement("slot"));
    this.#brushRing.className = "brush-ring";
    this.#brushRing.hidden = true;
    this.#status.className = "status";
    this.#status.setAttribute("role", "status");
    this.#said.className = "said";
    this.#said.setAttribute("aria-live", "polite");
    const zoom = document.createElement("div");
    zoom.className = "zoom";
    zoom.append(this.closer, this.farther, this.all);
    this.markers.show(null);
    root.replaceChildren(this.surface, this.markers.root, ...this.sides.all, this.#brushRing, zoom, this.#status, this.#said);
  }

  /** Lays something over the figure. */
  addOver(element: Element): void {
    element.setAttribute("aria-hidden", "true");
    this.#root.append(element);
  }

  /** The ring around what presses, which comes with its rules for the first motion. */
  addRing(ring: Element, rules: string): void {
    this.markers.root.after(ring);
    this.#styles.replaceSync(BODY_MAP_STYLES + rules);
  }

  /** @param styles rules that belong to the content. */
  showContent(content: Element, styles: string): void {
    // The element's own rules come last: they know whether the figure is painted on, zoomed or dark.
    this.#root.adoptedStyleSheets = styles ? [sheetOf(styles), this.#styles] : [this.#styles];
    this.surface.replaceChildren(content);
  }

  /** The size of the brush under a mouse or pen; undefined hides it. */
  showBrush(at: Point2 | undefined, radius: number): void {
    this.#brushRing.hidden = at === undefined;
    this.surface.classList.toggle("brushing", at !== undefined);
    if (!at) return;
    const { style } = this.#brushRing;
    style.width = style.height = `${(2 * radius).toFixed(1)}px`;
    style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px) translate(-50%, -50%)`;
  }

  /** A line over the figure, for instance while it loads; empty takes it away. */
  status(text: string): void {
    this.#status.textContent = text;
  }

  /** Told to who does not see the figure, once for each change. */
  say(text: string): void {
    this.#saidOf = "";
    if (this.#said.textContent === text) return;
    this.surface.setAttribute("aria-label", text);
    this.#said.textContent = text;
  }

  /** Says from where the figure is seen, and what the keys do; the words come when they are needed for the first time. */
  async describe(name: BodyView, facing: Facing): Promise<void> {
    const of = `${name} ${facing}`;
    if (of === this.#saidOf) return;
    this.#saidOf = of;
    const { describeView, keysInWords } = await import("./view-words");
    if (of !== this.#saidOf) return;
    this.surface.setAttribute("aria-description", keysInWords());
    const words = describeView(name, facing);
    this.surface.setAttribute("aria-label", words);
    // It often turns by itself, to what is shown; only who is at it hears of that.
    this.#said.textContent = this.#root.activeElement ? words : "";
  }
}

function buttonOf(label: string, path: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-label", label);
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  icon.append(line);
  button.append(icon);
  return button;
}
