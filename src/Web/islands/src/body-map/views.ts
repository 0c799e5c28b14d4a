import { hasWebGL, prefersReducedMotion, whenLaidOut, whenVisible } from "../shared/dom";
import { loadBuild, type BuildId } from "./builds";
import type { FigureView } from "./figure-view";
import { fetchFigure } from "./flat/figure-file";
import { FlatFigureView } from "./flat/view2d";
import { PlacedView } from "./placed-view";
import type { Orbit } from "./solid/orbit";
import type { BodyView, FlatView, RegionOfCell } from "./types";

/** What a solid view tells on its own. */
export interface SolidEvents {
  /** The graphics card was taken away. */
  readonly onLost: () => void;
  /** The full mesh is too much for this device; the next solid view that is loaded has the light one. */
  readonly onSlow: () => void;
  /** Something changed on its own, such as the colours. */
  readonly onChange: () => void;
}

/** The camera of the solid views, made with the first; whoever has turned the figure keeps that when its mesh is exchanged. */
export interface SolidCamera {
  orbit?: Orbit;
}

/** The views of one figure: loaded when they are first asked for, and laid on its build. */
export class Views {
  readonly #host: Element;
  readonly #events: SolidEvents;
  readonly #open = new Map<BodyView, FigureView>();
  /** Of another build or detail; one of them may still be shown until the next is there. */
  #retired: FigureView[] = [];
  readonly #camera: SolidCamera = {};
  #slow = false;

  constructor(host: Element, events: SolidEvents) {
    this.#host = host;
    this.#events = {
      ...events,
      onSlow: () => {
        this.#slow = true;
        this.retire("3d");
        events.onSlow();
      },
    };
  }

  /** Those that are loaded. */
  [Symbol.iterator](): Iterator<FigureView> {
    return this.#open.values();
  }

  get(name: BodyView): FigureView | undefined {
    return this.#open.get(name);
  }

  /** What the figure's files say about a cell; undefined for one that no view loaded so far shows. */
  regionOf(cell: number): RegionOfCell | undefined {
    for (const view of this) {
      const region = view.regionOf(cell);
      if (region) return region;
    }
    return undefined;
  }

  async load(name: BodyView, build: BuildId, signal: AbortSignal): Promise<FigureView> {
    const view = await (name === "3d" ? this.#loadSolid(build, signal) : this.#loadFlat(name, build, signal));
    if (signal.aborted) {
      view.dispose();
      throw signal.reason;
    }
    this.#open.set(name, view);
    return view;
  }

  /** Takes one view, or all, out of use; they can be seen until they are disposed of. */
  retire(name?: BodyView): void {
    for (const each of name ? [name] : [...this.#open.keys()]) {
      const view = this.#open.get(each);
      if (view) this.#retired.push(view);
      this.#open.delete(each);
    }
  }

  disposeRetired(): void {
    for (const view of this.#retired.splice(0)) view.dispose();
  }

  async #loadFlat(name: FlatView, id: BuildId, signal: AbortSignal): Promise<FigureView> {
    await whenLaidOut(this.#host); // one that is not shown may never be
    const [build, file] = await Promise.all([loadBuild(id, signal), fetchFigure(name, id, this.#host, signal)]);
    const view = new FlatFigureView(file, !prefersReducedMotion());
    // Close-ups are drawn once, from the neutral figure: head, hands and feet are alike in all builds.
    return file.projection.build === "neutral" ? view : new PlacedView(view, build);
  }

  async #loadSolid(id: BuildId, signal: AbortSignal): Promise<FigureView> {
    if (!hasWebGL()) throw new Error("This browser has no WebGL 2.");
    await whenVisible(this.#host, signal);
    const [{ openSolidView, detailFor, hintsOf }, build] = await Promise.all([import("./solid/view3d"), loadBuild(id, signal)]);
    const detail = this.#slow ? "light" : detailFor(hintsOf(navigator));
    const view = await openSolidView({ host: this.#host, animate: !prefersReducedMotion(), build, detail, camera: this.#camera, signal, ...this.#events });
    return id === "neutral" ? view : new PlacedView(view, build);
  }
}
