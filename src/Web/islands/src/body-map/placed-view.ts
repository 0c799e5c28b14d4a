import type { FigureBuild } from "./builds";
import type { FigureView, ScreenPlace, SideAnchors } from "./figure-view";
import type { Framing } from "./framing";
import type { Point2 } from "./geometry/outline";
import type { Ball, Shot } from "./motion/ball";
import type { Motion } from "./motion/motion";
import { placedBall, placedMotion, placedShot } from "./motion/placing";
import type { BodyLayer, Brush, Facing, LayerFibre, LayerMuscle, Marks, Overlay, Point3, RegionOfCell, SidedMuscle } from "./types";

/** What belongs to the neutral figure, laid on a build. Zones are cells, and those are the same in every build. */
export function placedOverlay(overlay: Overlay, build: FigureBuild): Overlay {
  return {
    ...overlay,
    fibres: overlay.fibres.map((fibre) => fibre.map((point) => ({ ...point, ...build.place(point) }))),
    point: build.place(overlay.point),
    pointOnSkin: build.place(overlay.pointOnSkin),
    chain: overlay.chain.map((stop) => ({ ...stop, ...build.place(stop) })),
  };
}

function placedFibre({ path, skin }: LayerFibre, build: FigureBuild): LayerFibre {
  const [first, middle, last] = [path[0], path[path.length >> 1], path.at(-1)];
  return {
    path: path.map((point) => ({ ...point, ...build.place(point) })),
    skin: skin.map((over, index) => {
      const under = [first, middle, last][index];
      return under ? { ...over, ...build.direction(under, over) } : over;
    }),
  };
}

/** A view of a build: speaks to the outside in places of the neutral figure and to the view in those of the build. */
export class PlacedView implements FigureView {
  readonly #view: FigureView;
  readonly #build: FigureBuild;

  constructor(view: FigureView, build: FigureBuild) {
    this.#view = view;
    this.#build = build;
  }

  get content(): Element {
    return this.#view.content;
  }

  get styles(): string {
    return this.#view.styles;
  }

  get movable(): boolean {
    return this.#view.movable;
  }

  get facing(): Facing {
    return this.#view.facing;
  }

  get pixelsPerMillimetre(): number {
    return this.#view.pixelsPerMillimetre;
  }

  hits(at: Point2): boolean {
    return this.#view.hits(at);
  }

  cellsAlong(from: Point2, to: Point2, brush: Brush): readonly number[] {
    return this.#view.cellsAlong(from, to, brush);
  }

  turn(pixelsX: number, pixelsY: number): void {
    this.#view.turn(pixelsX, pixelsY);
  }

  pinch(factor: number, at: Point2, pixelsX: number, pixelsY: number): void {
    this.#view.pinch(factor, at, pixelsX, pixelsY);
  }

  zoomBy(factor: number, at: Point2): boolean {
    return this.#view.zoomBy(factor, at);
  }

  goHome(): void {
    this.#view.goHome();
  }

  focusOn(target: Point3, { centre, radius }: Framing, outwards: Point3 | null): void {
    this.#view.focusOn(this.#build.place(target), { centre: this.#build.place(centre), radius }, outwards && this.#build.direction(target, outwards));
  }

  showMarks(marks: Marks): void {
    this.#view.showMarks(marks);
  }

  showOverlay(overlay: Overlay | null): void {
    this.#view.showOverlay(overlay && placedOverlay(overlay, this.#build));
  }

  showMotion(motion: Motion | null): void {
    this.#view.showMotion(motion && placedMotion(motion, this.#build));
  }

  moveBall(ball: Ball, lane: number, passed: number): void {
    this.#view.moveBall(placedBall(ball, this.#build), lane, passed);
  }

  follow(shot: Shot, fromElsewhere: boolean): void {
    this.#view.follow(placedShot(shot, this.#build), fromElsewhere);
  }

  showLayer(layer: BodyLayer, muscles: readonly LayerMuscle[]): void {
    this.#view.showLayer(layer, muscles.map((muscle) => ({ ...muscle, fibres: muscle.fibres.map((fibre) => placedFibre(fibre, this.#build)) })));
  }

  muscleAt(at: Point2): SidedMuscle | undefined {
    return this.#view.muscleAt(at);
  }

  pointOut(muscle: SidedMuscle | undefined): void {
    this.#view.pointOut(muscle);
  }

  resize(width: number, height: number): void {
    this.#view.resize(width, height);
  }

  draw(now: number): boolean {
    return this.#view.draw(now);
  }

  placeOnScreen(place: Point3): ScreenPlace {
    return this.#view.placeOnScreen(this.#build.place(place));
  }

  placeOf(cell: number, nearby: Point3): Point3 | undefined {
    const place = this.#view.placeOf(cell, this.#build.place(nearby));
    return place && this.#build.undo(place);
  }

  cellOnScreen(cell: number): Point2 | null {
    return this.#view.cellOnScreen(cell);
  }

  regionOf(cell: number): RegionOfCell | undefined {
    return this.#view.regionOf(cell);
  }

  sideAnchors(): SideAnchors {
    return this.#view.sideAnchors();
  }

  dispose(): void {
    this.#view.dispose();
  }
}
