import type { Framing } from "./framing";
import type { Point2 } from "./geometry/outline";
import type { Ball, Shot } from "./motion/ball";
import type { Motion } from "./motion/motion";
import type { BodyLayer, Brush, Facing, LayerMuscle, Marks, Overlay, Point3, RegionOfCell, SidedMuscle } from "./types";

/** A place of the body as the view shows it now, in pixels of the element. */
export interface ScreenPlace extends Point2 {
  /** Behind the figure: drawn only as a hint. */
  readonly hidden: boolean;
}

/** Where the words "your right" and "your left" belong, in pixels of the element; null when that side is turned away. */
export interface SideAnchors {
  readonly left: Point2 | null;
  readonly right: Point2 | null;
  /** Other words in place of both, for a drawing of one side only: "your left hand, palm". */
  readonly only?: Point2 & { readonly text: string };
}

/** One way to show the figure. Places on screen are pixels from the element's upper left corner. */
export interface FigureView {
  /** What the element shows. */
  readonly content: Element;
  /** Rules that belong to the content. */
  readonly styles: string;
  /** Whether dragging beside the figure moves it, so that the page should not scroll then. */
  readonly movable: boolean;
  /** The side of the body that is seen. */
  readonly facing: Facing;
  /** How large a millimetre is on screen, in the middle of what is seen. */
  readonly pixelsPerMillimetre: number;
  /** Whether the place lies on the figure, so that a stroke may begin there. */
  hits(at: Point2): boolean;
  /** The cells a stroke from one place to the next touches. */
  cellsAlong(from: Point2, to: Point2, brush: Brush): readonly number[];
  /** Turns a solid figure, moves a flat one. */
  turn(pixelsX: number, pixelsY: number): void;
  /** Two fingers: @param factor how much farther apart they are, @param at their middle, the pixels how far it moved. */
  pinch(factor: number, at: Point2, pixelsX: number, pixelsY: number): void;
  /** @returns whether that was possible; at a limit it is not. */
  zoomBy(factor: number, at: Point2): boolean;
  /** Shows all of the figure again. */
  goHome(): void;
  /** @param target what must be seen. @param outwards the direction away from the skin there, if known. */
  focusOn(target: Point3, framing: Framing, outwards: Point3 | null): void;

  showMarks(marks: Marks): void;
  showOverlay(overlay: Overlay | null): void;
  /** The lanes of a motion; null takes ball and lanes away. */
  showMotion(motion: Motion | null): void;
  /** @param lane number of the lane the ball is on. @param passed millimetres from that lane's start. */
  moveBall(ball: Ball, lane: number, passed: number): void;
  /** The camera goes with a motion: at once, or, when it has to come from elsewhere, on a way of its own that later calls do not disturb. */
  follow(shot: Shot, fromElsewhere: boolean): void;
  /** @param muscles those of the layer; none for the skin. */
  showLayer(layer: BodyLayer, muscles: readonly LayerMuscle[]): void;
  /** The muscle of the shown layer that is seen there. */
  muscleAt(at: Point2): SidedMuscle | undefined;
  /** Lets a muscle of the shown layer stand out. */
  pointOut(muscle: SidedMuscle | undefined): void;
  resize(width: number, height: number): void;
  /** Draws what changed. @returns whether it is still moving and wants another frame. */
  draw(now: number): boolean;

  placeOnScreen(place: Point3): ScreenPlace;
  /** Where a cell is on the body; what a flat view cannot know of it is taken from the place nearby. */
  placeOf(cell: number, nearby: Point3): Point3 | undefined;
  cellOnScreen(cell: number): Point2 | null;
  regionOf(cell: number): RegionOfCell | undefined;
  sideAnchors(): SideAnchors;
  dispose(): void;
}
