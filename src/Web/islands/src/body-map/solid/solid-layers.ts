import type { BodyLayer, LayerMuscle, MuscleLayer, SidedMuscle } from "../types";
import type { Adjacency, BodyMesh } from "./body-mesh";
import { muscleSurface, numberOf, type MuscleSurface } from "./muscle-surface";
import type { Ray } from "./orbit";
import { INSETS } from "./peeled-body";
import { insetsOf } from "./thickness";
import { TriangleTree } from "./triangle-tree";

export interface ShownLayer {
  readonly layer: MuscleLayer;
  readonly surface: MuscleSurface;
  /** How far the body lies under the skin, metres, one a vertex. */
  readonly insets: Float32Array;
}

/** What lies farther behind the skin belongs to the other side of the body. */
const SEEN_METRES = 0.085;

/** How deep a muscle lies on the whole at its first, middle and last places. */
const depthsOf = ({ fibres }: LayerMuscle): number[] =>
  [0, 1, 2].map((at) => fibres.reduce((sum, fibre) => sum + (fibre.skin[at]?.depth ?? 0), 0) / Math.max(1, fibres.length));

/** The muscles of the layer that is shown: their surface, and which of them is where. */
export class SolidLayers {
  readonly #mesh: BodyMesh;
  readonly #skin: TriangleTree;
  readonly #adjacency: Adjacency;
  readonly #insets = new Map<MuscleLayer, Float32Array>();
  #muscles: readonly LayerMuscle[] = [];
  #shown: ShownLayer | undefined;
  #tree: TriangleTree | undefined;

  constructor(mesh: BodyMesh, skin: TriangleTree, adjacency: Adjacency) {
    this.#mesh = mesh;
    this.#skin = skin;
    this.#adjacency = adjacency;
  }

  /** @returns undefined for the skin. */
  show(layer: BodyLayer, muscles: readonly LayerMuscle[]): ShownLayer | undefined {
    this.#muscles = muscles;
    this.#tree = undefined;
    if (layer === "skin") return (this.#shown = undefined);
    const shapes = muscles.map((muscle, index) => ({ number: 2 * index, fibres: muscle.fibres.map((fibre) => fibre.path), depths: depthsOf(muscle), bothSides: true }));
    return (this.#shown = { layer, surface: muscleSurface(shapes), insets: this.#insetsUnder(layer) });
  }

  /** What tells a muscle from the others on the graphics card; undefined when it is not in the layer. */
  numberOf(muscle: SidedMuscle | undefined): number | undefined {
    const index = this.#muscles.findIndex((each) => each.id === muscle?.id);
    return this.#shown && index >= 0 ? 2 * index + (muscle?.side === "right" ? 1 : 0) : undefined;
  }

  /** The muscle that is seen along a ray. @param skinDistance where the ray meets the skin, millimetres. */
  along({ origin, direction }: Ray, skinDistance: number): SidedMuscle | undefined {
    const shown = this.#shown;
    if (!shown) return undefined;
    const tree = (this.#tree ??= new TriangleTree(shown.surface.positions, shown.surface.triangles));
    const hit = tree.firstHit(origin.x / 1000, origin.y / 1000, origin.z / 1000, direction.x, direction.y, direction.z);
    if (!hit || hit.distance > skinDistance / 1000 + SEEN_METRES) return undefined;
    const number = numberOf(shown.surface, shown.surface.triangles[hit.triangle * 3] ?? 0);
    const muscle = this.#muscles[Math.floor(number / 2)];
    return muscle && { id: muscle.id, side: number % 2 === 0 ? "left" : "right" };
  }

  #insetsUnder(layer: MuscleLayer): Float32Array {
    const known = this.#insets.get(layer) ?? insetsOf(this.#mesh, this.#skin, this.#adjacency, INSETS[layer]);
    this.#insets.set(layer, known);
    return known;
  }
}
