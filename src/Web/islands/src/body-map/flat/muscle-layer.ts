import type { Point2 } from "../geometry/outline";
import { dot, mix, normalize } from "../geometry/vector";
import type { FibrePoint, LayerFibre, LayerMuscle, Point3, SidedMuscle } from "../types";
import { artOf, strandsOf, type Strand } from "./muscle-art";
import type { FlatProjection } from "./projection";

const SVG = "http://www.w3.org/2000/svg";

/** Skin that looks less towards the viewer than this hides what lies under it. */
const TURNED_AWAY = 0.12;

interface Drawn extends SidedMuscle {
  readonly group: SVGGElement;
  readonly strands: readonly Strand[];
  readonly seen: (strand: Strand, index: number) => boolean;
}

/** The muscles under the skin as a view shows them: those that lie under skin which is turned to the viewer. */
export class MuscleLayer {
  readonly group: SVGGElement;
  readonly #projection: FlatProjection;
  readonly #isCovered: (at: Point2, place: Point3) => boolean;
  #drawn: readonly Drawn[] = [];

  /** @param isCovered whether another part of the body hides a place that appears there, as an arm hides the flank. */
  constructor(projection: FlatProjection, isCovered: (at: Point2, place: Point3) => boolean) {
    this.#projection = projection;
    this.#isCovered = isCovered;
    this.group = document.createElementNS(SVG, "g");
    this.group.classList.add("muscles");
  }

  show(muscles: readonly LayerMuscle[]): void {
    const both = muscles.flatMap((muscle) => [this.#draw(muscle, "left"), this.#draw(muscle, "right")]);
    this.#drawn = both.filter(({ group }) => group.childElementCount > 0).toSorted((a, b) => this.#nearness(a) - this.#nearness(b));
    this.group.replaceChildren(...this.#drawn.map(({ group }) => group));
  }

  /** @param at a place of the drawing. */
  muscleAt(at: Point2): SidedMuscle | undefined {
    const found = this.#drawn.findLast(({ strands, seen }) => strands.some((strand) => covers(strand, at, (index) => seen(strand, index))));
    return found && { id: found.id, side: found.side };
  }

  pointOut(muscle: SidedMuscle | undefined): void {
    for (const { id, side, group } of this.#drawn) group.classList.toggle("pointed", id === muscle?.id && side === muscle.side);
  }

  #draw(muscle: LayerMuscle, side: SidedMuscle["side"]): Drawn {
    const fibres = side === "left" ? muscle.fibres : muscle.fibres.map(mirrored);
    const strands = strandsOf(fibres.map((fibre) => fibre.path), this.#projection);
    const outwards = new Map(strands.map((strand, index) => [strand, fibres[index]?.skin ?? []]));
    const sight = new Map(strands.map((strand) => [strand, strand.points.map((_, index) => this.#isSeen(strand, index, outwards.get(strand) ?? []))]));
    const seen = (strand: Strand, index: number): boolean => sight.get(strand)?.[index] === true;
    const group = document.createElementNS(SVG, "g");
    group.dataset["muscle"] = muscle.id;
    group.dataset["side"] = side;
    group.append(...artOf(strands, seen));
    return { id: muscle.id, side, group, strands, seen };
  }

  #isSeen({ points, line }: Strand, index: number, outwards: readonly Point3[]): boolean {
    const [place, at] = [points[index], line[index]];
    const faces = dot(outAt(outwards, index / (points.length - 1)), this.#projection.toward) > TURNED_AWAY;
    return faces && place !== undefined && at !== undefined && !this.#isCovered(at, place);
  }

  /** How near to the viewer it lies on the whole. */
  #nearness({ strands }: Drawn): number {
    const points = strands.flatMap((strand) => strand.points);
    return points.reduce((sum, point) => sum + dot(point, this.#projection.toward), 0) / Math.max(1, points.length);
  }
}

const flip = <Place extends Point3>(place: Place): Place => ({ ...place, x: -place.x });

const mirrored = ({ path, skin }: LayerFibre): LayerFibre => ({ path: path.map((point: FibrePoint) => flip(point)), skin: skin.map(flip) });

/** @param share of the way along the fibre. */
function outAt([first, middle, last]: readonly Point3[], share: number): Point3 {
  if (!first || !middle || !last) return { x: 0, y: 0, z: 0 };
  return normalize(share < 0.5 ? mix(first, middle, share * 2) : mix(middle, last, share * 2 - 1));
}

const covers = ({ line, radii }: Strand, at: Point2, isSeen: (index: number) => boolean): boolean =>
  line.some((point, index) => isSeen(index) && Math.hypot(point.x - at.x, point.y - at.y) <= Math.max(5, (radii[index] ?? 0) * 1.4));
