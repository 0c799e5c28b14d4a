import { whenNear } from "../shared/dom";
import { preferred } from "../shared/preferences";
import { t } from "../shared/text";
import { buildIdOf, type BuildId } from "./builds";
import type { ExactMarks } from "./exact/exact-marks";
import { MarksChangeEvent, ViewChangeEvent } from "./events";
import type { FigureView } from "./figure-view";
import { bestSideOf } from "./flat/best-view";
import { Focus } from "./focus";
import type { Point2 } from "./geometry/outline";
import { Gestures, type GestureTarget } from "./gestures";
import { actionOf } from "./keyboard";
import { Marking } from "./marking";
import { middleOf, type Motion } from "./motion/motion";
import { MotionWhenWanted } from "./motion/motion-when-wanted";
import { layerOf, Peeling, type MuscleSource } from "./peeling";
import { Stage } from "./stage";
import { BODY_VIEWS, type BodyLayer, type BodyView, type Brush, type ExactPlace, type FlatView, type Marks, type Overlay, type Point3, type RegionOfCell } from "./types";
import { Views } from "./views";

declare global {
  interface HTMLElementTagNameMap {
    "body-map": BodyMapElement;
  }
}

const ZOOM_STEP = 1.5;

/**
 * The figure to mark pain on and to show results on: flat or solid, with one drawing for all views.
 * `view`, `build` and `readonly` are attributes; what is drawn and shown are properties.
 */
export class BodyMapElement extends HTMLElement {
  static readonly observedAttributes = ["view", "build", "readonly", "layer"];

  readonly #stage = new Stage(this.attachShadow({ mode: "open" }));
  readonly #views = new Views(this, {
    onLost: () => this.#giveUpOnSolid(),
    onSlow: () => void this.#open(),
    onChange: () => this.#requestFrame(),
  });
  readonly #motion = new MotionWhenWanted((ring, rules) => this.#stage.addRing(ring, rules), () => this.#requestFrame());
  readonly #peeling = new Peeling({
    views: () => this.#views,
    shown: () => this.#shown?.view,
    changed: () => this.#requestFrame(),
    failed: (error) => this.#refuseLayer(error),
  });
  readonly #marking = new Marking({
    brush: () => this.#brush,
    cellsAlong: (from, to) => this.#shown?.view.cellsAlong(from, to, this.#brush) ?? [],
    changed: () => this.#requestFrame(),
    finished: () => this.dispatchEvent(new MarksChangeEvent(this.marks, true)),
  });
  #brush: Brush = { mode: "paint", radiusMillimetres: 18, intensity: 0.7 };
  #overlay: Overlay | null = null;
  readonly #focus = new Focus();
  #exactMarks: ExactMarks | undefined;
  #listening: AbortController | undefined;
  #loading: AbortController | undefined;
  #shown: { readonly name: BodyView; readonly view: FigureView } | undefined;
  #frame = 0;
  #width = 0;
  #height = 0;
  /** Said when the next view is there. */
  #notice = "";
  #isViewChosen = false;
  #hover: Point2 | undefined;

  get view(): BodyView {
    const wanted = this.getAttribute("view");
    return BODY_VIEWS.find((view) => view === wanted) ?? "front";
  }

  /** Setting it is somebody's choice: the figure goes on turning to what is shown, but to no close-up of its own accord. */
  set view(view: BodyView) {
    this.#isViewChosen = true;
    this.setAttribute("view", view);
  }

  /** The build that is drawn: the remembered one unless told. What comes from outside lies on the neutral figure in any case. */
  get build(): BuildId {
    return buildIdOf(this.getAttribute("build") ?? preferred("build"));
  }

  set build(build: BuildId) {
    this.setAttribute("build", build);
  }

  /** What is taken off the figure; the skin stays on while there is no {@link muscleSource}. */
  get layer(): BodyLayer {
    return layerOf(this.getAttribute("layer"));
  }

  set layer(layer: BodyLayer) {
    this.setAttribute("layer", layer);
  }

  set muscleSource(source: MuscleSource | null) {
    this.#peeling.source = source;
    if (this.layer !== "skin") void this.#peeling.change(this.layer);
  }

  /** Whether the figure only shows. */
  get readonly(): boolean {
    return this.hasAttribute("readonly");
  }

  set readonly(readonly: boolean) {
    this.toggleAttribute("readonly", readonly);
  }

  /** A copy: later strokes do not change it. Setting it tells nobody. */
  get marks(): Marks {
    return this.#marking.marks;
  }

  set marks(marks: Marks) {
    this.#marking.replace(marks);
  }

  /** Keeps what is marked from sight; it can still be read. */
  set marksHidden(hidden: boolean) {
    this.#marking.hidden = hidden;
  }

  get brush(): Brush {
    return this.#brush;
  }

  set brush(brush: Brush) {
    this.#brush = brush;
    this.#requestFrame();
  }

  get overlay(): Overlay | null {
    return this.#overlay;
  }

  set overlay(overlay: Overlay | null) {
    this.#overlay = overlay;
    this.#stage.markers.show(overlay);
    for (const view of this.#views) view.showOverlay(overlay);
    this.#requestFrame();
  }

  /** A ball or a hand on a muscle; null takes it away. It stands at its start until `motionAt` says otherwise. A flat figure changes to the view that shows a ball's lane best. */
  get motion(): Motion | null {
    return this.#motion.motion;
  }

  set motion(motion: Motion | null) {
    this.#motion.motion = motion;
    this.#stage.markers.root.classList.toggle("under-motion", motion !== null);
    const lane = motion?.lanes[0] && middleOf(motion.lanes[0]);
    if (lane && !motion?.presses && this.view !== "3d") this.setAttribute("view", bestSideOf(lane.centre, lane.out));
    this.#requestFrame();
  }

  /** Shows the motion at a time, in milliseconds from its start. @param follow whether the camera goes with the ball again after it was moved by hand. */
  motionAt(time: number, follow = false): void {
    this.#motion.at(time);
    if (follow) this.#motion.follow(true);
    this.#requestFrame();
  }

  /** What the figure's files say about a cell; undefined for one that no view opened so far shows. */
  regionOf(cell: number): RegionOfCell | undefined {
    return this.#views.regionOf(cell);
  }

  /** Where the middle of a cell is, in client coordinates; null when the present view does not show it. */
  screenPointOf(cell: number): Point2 | null {
    const at = this.#shown?.view.cellOnScreen(cell);
    if (!at || at.x < 0 || at.y < 0 || at.x > this.#width || at.y > this.#height) return null;
    const box = this.#stage.surface.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  }

  /** Goes close to a place; null shows all again. A flat figure changes to the view that shows the place best. */
  focusOn(target: Point3 | null): void {
    this.#turnTo(target, null);
  }

  get exact(): ExactPlace | null {
    return this.#focus.exact;
  }

  /**
   * Goes to a hand's breadth around a point and names what one can feel there; null goes back to all that belongs to the
   * overlay. An "exact-change" event tells of each change, also when the person goes back by the figure's own buttons.
   */
  async showExactly(exact: ExactPlace | null): Promise<void> {
    if (exact && !this.#exactMarks) {
      const { ExactMarks } = await import("./exact/exact-marks");
      this.#exactMarks ??= new ExactMarks();
      this.#stage.addOver(this.#exactMarks.root);
    }
    this.#turnTo(exact?.pointOnSkin ?? this.#overlay?.pointOnSkin ?? null, exact);
  }

  connectedCallback(): void {
    const listening = new AbortController();
    this.#listening = listening;
    const { signal } = listening;
    const { surface, closer, farther, all } = this.#stage;
    new Gestures(surface, this.#gestures, signal);
    surface.addEventListener("keydown", this.#key, { signal });
    for (const kind of ["pointermove", "pointerleave", "pointerdown"] as const) surface.addEventListener(kind, this.#hovering, { signal });
    closer.addEventListener("click", () => this.#zoom(ZOOM_STEP, this.#middle()), { signal });
    farther.addEventListener("click", () => this.#zoom(1 / ZOOM_STEP, this.#middle()), { signal });
    all.addEventListener("click", () => this.#goHome(), { signal });
    const resizing = new ResizeObserver(() => this.#measure());
    resizing.observe(this);
    signal.addEventListener("abort", () => resizing.disconnect());
    this.#measure();
    this.#stage.addOver(this.#peeling.label);
    if (this.hasAttribute("lazy")) whenNear(this, signal, () => { this.removeAttribute("lazy"); void this.#open(); });
    else void this.#open();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#loading?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#views.retire();
    this.#shown = undefined;
    this.#views.disposeRetired();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || name === "readonly") return;
    if (name === "layer") {
      void this.#peeling.change(this.layer);
      return;
    }
    if (name === "build") this.#views.retire();
    // An attribute in the page's HTML is told before the element is connected, which opens its view once.
    if (this.#listening && !this.hasAttribute("lazy")) void this.#open();
    if (name === "view") this.dispatchEvent(new ViewChangeEvent(this.view));
  }

  readonly #middle = (): Point2 => ({ x: this.#width / 2, y: this.#height / 2 });

  readonly #paints = (): boolean => !this.readonly && this.#brush.mode !== "turn";

  readonly #gestures: GestureTarget = {
    canPaintAt: (at) => this.#paints() && this.#shown?.view.hits(at) === true,
    claimsFingerAt: (at) => this.#gestures.canPaintAt(at) || (!this.readonly && this.#shown?.view.movable === true),
    strokeBegins: (at) => this.#marking.begins(at),
    strokeMoves: (to) => this.#marking.moves(to),
    strokeEnds: (keep) => this.#marking.ends(keep),
    turn: (x, y) => this.#byHand((view) => view.turn(x, y)),
    pinch: (factor, at, x, y) => this.#byHand((view) => view.pinch(factor, at, x, y)),
    // A plain wheel over the flat figure scrolls the page, as over any picture.
    wheel: (factor, at, event) => (event.ctrlKey || this.#shown?.name === "3d") && this.#zoom(factor, at),
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = actionOf(event.key, this.view);
    if (!action) return;
    event.preventDefault();
    if (action.kind === "turn") this.#byHand((view) => view.turn(action.x, action.y));
    else if (action.kind === "zoom") this.#zoom(action.factor, this.#middle());
    else if (action.kind === "home") this.#goHome();
    else this.view = action.view;
  };

  readonly #hovering = (event: PointerEvent): void => {
    const box = this.#stage.surface.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const leaves = event.type === "pointerleave" && event.pointerType !== "touch";
    const name = this.#peeling.nameAt(leaves ? undefined : at);
    if (name && event.type === "pointerdown") this.#stage.say(name);
    const shows = event.type !== "pointerleave" && event.pointerType !== "touch" && this.#paints();
    this.#hover = shows ? at : undefined;
    this.#requestFrame();
  };

  /** Who moves the figure wants to look for themselves: a ball is no longer followed. */
  #byHand(how: (view: FigureView) => void): void {
    this.#motion.follow(false);
    this.#change(how);
  }

  #change(how: (view: FigureView) => void): void {
    if (!this.#shown) return;
    how(this.#shown.view);
    this.#requestFrame();
  }

  #zoom(factor: number, at: Point2): boolean {
    const changed = this.#shown?.view.zoomBy(factor, at) ?? false;
    if (changed) this.#byHand(() => undefined);
    return changed;
  }

  #goHome(): void {
    this.#setFocus(null, null);
    this.#byHand((view) => view.goHome());
  }

  #setFocus(target: Point3 | null, exact: ExactPlace | null): void {
    const before = this.#focus.exact;
    this.#focus.set(target, exact);
    if (exact !== before) this.dispatchEvent(new Event("exact-change"));
    this.#exactMarks?.show(exact);
    this.#stage.markers.root.classList.toggle("under-exact", exact !== null);
  }

  #turnTo(target: Point3 | null, exact: ExactPlace | null): void {
    this.#setFocus(target, exact);
    const best = this.#focus.bestView(this.view, this.#overlay, this.#isViewChosen);
    if (best !== this.view) this.setAttribute("view", best);
    else this.#applyFocus();
  }

  #applyFocus(): void {
    this.#change((view) => this.#focus.apply(view, this.#overlay, this.readonly));
  }

  #measure(): void {
    this.#width = this.clientWidth;
    this.#height = this.clientHeight;
    this.#change((view) => view.resize(this.#width, this.#height));
  }

  /** Shows the view that the attribute names, loading it when it is not here yet. */
  async #open(): Promise<void> {
    const name = this.view;
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    try {
      if (name === "3d" && !this.#views.get(name)) this.#stage.status(t("Loading the 3D figure…"));
      const view = this.#views.get(name) ?? (await this.#views.load(name, this.build, loading.signal));
      if (loading.signal.aborted) return;
      this.#show(name, view);
    } catch (error) {
      if (loading.signal.aborted) return;
      if (name === "3d") this.#giveUpOnSolid();
      else this.#stage.status(t("The figure could not be loaded. The list of regions works without it."));
      console.warn("body-map:", error);
    }
  }

  #show(name: BodyView, view: FigureView): void {
    const stays = this.#shown === undefined || this.#shown.name === name; // of another build or detail: as it was turned
    this.#shown = { name, view };
    this.#stage.status(this.#notice);
    this.#notice = "";
    this.#stage.showContent(view.content, view.styles);
    view.resize(this.#width, this.#height);
    this.#marking.bringTo(view, true);
    view.showOverlay(this.#overlay);
    this.#peeling.showOn(view);
    this.#views.disposeRetired();
    if (this.#focus.isSet || !stays) this.#applyFocus();
    this.#requestFrame();
  }

  /** No WebGL here, or it was taken away: the flat figure does everything too. */
  #giveUpOnSolid(): void {
    this.#views.retire("3d");
    if (this.view !== "3d") return;
    this.#notice = t("3D is not available on this device.");
    this.setAttribute("view", "front" satisfies FlatView);
  }

  #refuseLayer(error: unknown): void {
    this.#stage.status(t("The muscles could not be loaded."));
    console.warn("body-map:", error);
  }

  /** Draws once a frame however many things changed, and nothing while nothing changes. */
  #requestFrame(): void {
    if (this.isConnected) this.#frame ||= requestAnimationFrame(this.#draw);
  }

  readonly #draw = (now: number): void => {
    this.#frame = 0;
    if (!this.#shown) return;
    const { name, view } = this.#shown, { pixelsPerMillimetre } = view;
    this.#marking.bringTo(view);
    this.#motion.carryTo(view);
    const moving = view.draw(now);
    this.#motion.placeRing(view);
    if (!moving) void this.#stage.describe(name, view.facing);
    this.#stage.markers.place(view, this.#width);
    this.#exactMarks?.place({ width: this.#width, height: this.#height, pixelsPerMillimetre, moving, placeOnScreen: (place) => view.placeOnScreen(place) });
    this.#stage.sides.place(view.sideAnchors(), this.#width, this.#height);
    this.#stage.showBrush(this.#hover && view.hits(this.#hover) ? this.#hover : undefined, this.#brush.radiusMillimetres * pixelsPerMillimetre);
    if (moving) this.#requestFrame();
    if (this.#marking.takeNews()) this.dispatchEvent(new MarksChangeEvent(this.marks, false));
  };
}
