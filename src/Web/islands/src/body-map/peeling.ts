import type { FigureView } from "./figure-view";
import type { Point2 } from "./geometry/outline";
import { BODY_LAYERS, type BodyLayer, type LayerMuscle, type SidedMuscle } from "./types";

/** Where the muscles come from; asked once, and only when the skin is taken off. */
export type MuscleSource = () => Promise<readonly LayerMuscle[]>;

export interface PeelingTarget {
  /** Every view there is so far. */
  views(): Iterable<FigureView>;
  /** The view that is seen. */
  shown(): FigureView | undefined;
  /** Something else is to be drawn. */
  changed(): void;
  /** The muscles could not be loaded; the skin stays on. */
  failed(error: unknown): void;
}

/** Takes the skin off the figure and names the muscles under it. */
export class Peeling {
  readonly #target: PeelingTarget;
  /** Stands beside the pointer. */
  readonly label = document.createElement("div");
  source: MuscleSource | null = null;
  #layer: BodyLayer = "skin";
  #muscles: readonly LayerMuscle[] | undefined;
  #named: SidedMuscle | undefined;

  constructor(target: PeelingTarget) {
    this.#target = target;
    this.label.className = "muscle-name";
    this.label.hidden = true;
  }

  get layer(): BodyLayer {
    return this.#layer;
  }

  async change(layer: BodyLayer): Promise<void> {
    this.#layer = layer;
    this.nameAt(undefined);
    if (layer !== "skin" && !this.#muscles) {
      try {
        this.#muscles = (await this.source?.()) ?? [];
      } catch (error) {
        this.#target.failed(error);
        return;
      }
    }
    if (layer !== this.#layer) return;
    for (const view of this.#target.views()) this.showOn(view);
    this.#target.changed();
  }

  showOn(view: FigureView): void {
    const muscles = this.#muscles?.filter((muscle) => muscle.layer === this.#layer) ?? [];
    view.showLayer(muscles.length > 0 ? this.#layer : "skin", muscles);
  }

  /** Names the muscle at a place of the element; undefined takes the name away. @returns the name when there is one. */
  nameAt(at: Point2 | undefined): string | undefined {
    const view = this.#target.shown();
    const muscle = at && this.#layer !== "skin" ? view?.muscleAt(at) : undefined;
    const name = this.#muscles?.find((each) => each.id === muscle?.id)?.name;
    const words = muscle && name ? `${name}, ${muscle.side}` : undefined;
    if (muscle?.id !== this.#named?.id || muscle?.side !== this.#named?.side) {
      this.#named = muscle;
      view?.pointOut(muscle);
      this.#target.changed();
    }
    this.label.hidden = words === undefined;
    if (!at || !words) return undefined;
    this.label.textContent = words;
    this.label.style.transform = `translate(${at.x.toFixed(0)}px, ${at.y.toFixed(0)}px) translate(-50%, calc(-100% - 0.9rem))`;
    return words;
  }
}

export const layerOf = (name: string | null): BodyLayer => BODY_LAYERS.find((layer) => layer === name) ?? "skin";
