import { sheetOf } from "../../shared/dom";
import type { FigureView, ScreenPlace, SideAnchors } from "../figure-view";
import type { Framing } from "../framing";
import type { Point2 } from "../geometry/outline";
import { dot, normalize, subtract } from "../geometry/vector";
import type { Ball, Shot } from "../motion/ball";
import type { FlatMotion } from "../motion/flat-motion";
import type { Motion } from "../motion/motion";
import { freeOf, type BodyLayer, type Brush, type Facing, type LayerMuscle, type Marks, type Overlay, type Point3, type RegionOfCell, type SidedMuscle } from "../types";
import { FibreLayer } from "./fibre-layer";
import type { FigureFile } from "./figure-file";
import { FlatCamera } from "./flat-camera";
import { FlatCells } from "./flat-cells";
import type { ZoneDots } from "./zone-dots";
import type { MuscleLayer } from "./muscle-layer";
import { addPaintClip, detailOf } from "./paint-clip";
import { PaintLayer } from "./paint-layer";
import { depthBehind, facingOf, project, unproject } from "./projection";
import { Sheets } from "./sheets";

/** The regions of the arm but the armpit, and how far from the midline it hangs. */
const ARM = /upper-arm|elbow|forearm|wrist|hand|palm|finger|thumb/;
const ARM_FROM_MILLIMETRES = 195;
/** A place whose skin looks away from the viewer by more than this counts as behind the figure. */
const TURNED_AWAY = -0.25;

/** A place this much deeper than the overlay's point is on the other side of the body. */
const BEYOND_BODY_MILLIMETRES = 70;
const PAIN_LEVELS = 10;
const ZONE_LEVELS = 4;

/** The figure as a drawing: needs no graphics card. */
export class FlatFigureView implements FigureView {
  readonly #file: FigureFile;
  readonly #cells: FlatCells;
  readonly #camera: FlatCamera;
  readonly #pain: PaintLayer;
  readonly #essential: PaintLayer;
  readonly #spillover: PaintLayer;
  /** Made for the first zone. */
  #dots: Promise<ZoneDots> | undefined;
  readonly #fibres: FibreLayer;
  /** Made when the skin is first taken off. */
  #muscles: Promise<MuscleLayer> | undefined;
  #layer: MuscleLayer | undefined;
  readonly #sheets: Sheets;
  /** Made for the first motion; what it shows until then is caught up on. */
  #motion: FlatMotion | undefined;
  #shownMotion: Motion | null = null;
  #motionStyles = "";
  /** Its stripes load when the first place is marked that does not hurt. */
  readonly #free: PaintLayer;
  #hatched: Promise<void> | undefined;
  readonly #animate: boolean;
  #shownBox = "";
  #behind = false;
  /** Where the overlay's point lies on the skin: what is much deeper is hidden. */
  #reference: Point3 | null = null;

  /** @param animate false jumps to a place instead of moving there. */
  constructor(file: FigureFile, animate: boolean) {
    this.#file = file;
    this.#animate = animate;
    this.#cells = new FlatCells(file.cells);
    this.#camera = new FlatCamera(file.size);
    const detail = detailOf(file.size);
    const pathOf = (cell: number): string | undefined => this.#cells.pathOf(cell);
    this.#spillover = new PaintLayer({ name: "spillover", levels: ZONE_LEVELS, detail, pathOf });
    this.#essential = new PaintLayer({ name: "essential", levels: ZONE_LEVELS, detail, pathOf });
    this.#pain = new PaintLayer({ name: "pain", levels: PAIN_LEVELS, detail, pathOf });
    this.#free = new PaintLayer({ name: "free", levels: 1, detail, pathOf });
    this.#fibres = new FibreLayer(file.projection);
    this.#sheets = new Sheets(file.svg);
    addPaintClip(this.#sheets.paint, file.outline, file.size, detail);
    this.#sheets.painted.append(this.#spillover.group, this.#essential.group, this.#free.group, this.#pain.group, this.#fibres.group);
    this.#sheets.root.setAttribute("aria-hidden", "true");
  }

  get content(): Element {
    return this.#sheets.root;
  }

  get styles(): string {
    return this.#file.styles + this.#motionStyles;
  }

  get facing(): Facing {
    return facingOf(this.#file.projection);
  }

  get movable(): boolean {
    return this.#camera.zoom > 1.01;
  }

  get pixelsPerMillimetre(): number {
    return this.#camera.scale;
  }

  hits(at: Point2): boolean {
    return this.#cells.at(this.#camera.toDrawing(at)) !== undefined;
  }

  cellsAlong(from: Point2, to: Point2, brush: Brush): readonly number[] {
    return this.#cells.along(this.#camera.toDrawing(from), this.#camera.toDrawing(to), brush.radiusMillimetres);
  }

  turn(pixelsX: number, pixelsY: number): void {
    this.#camera.panBy(pixelsX, pixelsY);
  }

  pinch(factor: number, at: Point2, pixelsX: number, pixelsY: number): void {
    this.#camera.panBy(pixelsX, pixelsY);
    this.#camera.zoomBy(factor, at);
  }

  zoomBy(factor: number, at: Point2): boolean {
    const before = this.#camera.zoom;
    this.#camera.zoomBy(factor, at);
    return this.#camera.zoom !== before;
  }

  goHome(): void {
    this.#camera.goTo(null, 0, this.#animate);
  }

  focusOn(_target: Point3, { centre, radius }: Framing): void {
    this.#camera.goTo(project(this.#file.projection, centre), radius, this.#animate);
  }

  showMarks(marks: Marks): void {
    this.#pain.show(marks);
    const free = freeOf(marks);
    if (free.size > 0) this.#hatched ??= this.#hatch();
    this.#free.show(free);
  }

  showOverlay(overlay: Overlay | null): void {
    const zones = overlay?.zones ?? [];
    this.#essential.show(zones.filter((zone) => zone.kind === "essential").map((zone) => [zone.cell, zone.weight]));
    this.#spillover.show(zones.filter((zone) => zone.kind === "spillover").map((zone) => [zone.cell, zone.weight]));
    if (zones.length > 0) this.#dots ??= this.#addDots();
    this.#dots?.then((dots) => dots.show(zones)).catch(() => (this.#dots = undefined)); // without a network the zone stays a plain colour
    this.#behind = overlay !== null && this.#isBehind(overlay);
    this.#reference = overlay?.pointOnSkin ?? null;
    this.#fibres.show(overlay);
  }

  showMotion(motion: Motion | null): void {
    this.#shownMotion = motion;
    if (this.#motion) this.#motion.show(motion);
    else if (motion) void this.#addMotion();
  }

  moveBall(ball: Ball, lane: number, passed: number): void {
    this.#motion?.move(ball, lane, passed);
  }

  follow({ centre, radius }: Shot, fromElsewhere: boolean): void {
    if (fromElsewhere || !this.#camera.moving) this.#camera.goTo(project(this.#file.projection, centre), radius, fromElsewhere && this.#animate);
  }

  showLayer(layer: BodyLayer, muscles: readonly LayerMuscle[]): void {
    this.#sheets.root.classList.toggle("peeled", layer !== "skin");
    if (layer !== "skin") this.#muscles ??= this.#addMuscles();
    void this.#muscles?.then((shown) => shown.show(muscles));
  }

  muscleAt(at: Point2): SidedMuscle | undefined {
    return this.#layer?.muscleAt(this.#camera.toDrawing(at));
  }

  pointOut(muscle: SidedMuscle | undefined): void {
    this.#layer?.pointOut(muscle);
  }

  resize(width: number, height: number): void {
    this.#camera.resize({ width, height });
  }

  draw(now: number): boolean {
    const moving = this.#camera.advance(now);
    const box = this.#camera.viewBox;
    if (box !== this.#shownBox) {
      this.#shownBox = box;
      this.#sheets.show(box, this.#camera.zoom);
    }
    return moving;
  }

  placeOnScreen(place: Point3): ScreenPlace {
    const { projection } = this.#file;
    const beyond = this.#reference !== null && depthBehind(projection, place, this.#reference) > BEYOND_BODY_MILLIMETRES;
    return { ...this.#camera.toElement(project(projection, place)), hidden: this.#behind || beyond };
  }

  placeOf(cell: number, nearby: Point3): Point3 | undefined {
    const middle = this.#cells.middleOf(cell);
    return middle && unproject(this.#file.projection, middle, nearby);
  }

  cellOnScreen(cell: number): Point2 | null {
    const middle = this.#cells.middleOf(cell);
    return middle ? this.#camera.toElement(middle) : null;
  }

  regionOf(cell: number): RegionOfCell | undefined {
    return this.#cells.regionOf(cell);
  }

  sideAnchors(): SideAnchors {
    const { labels } = this.#file;
    const at = (text: string): Point2 | null => {
      const label = labels.find((each) => each.text === text);
      return label ? this.#camera.toElement(label.at) : null;
    };
    const [only] = labels.length === 1 ? labels : [];
    return only ? { left: null, right: null, only: { text: only.text, ...this.#camera.toElement(only.at) } } : { left: at("your left"), right: at("your right") };
  }

  dispose(): void {
    this.#sheets.root.remove();
  }

  async #addDots(): Promise<ZoneDots> {
    const { ZoneDots } = await import("./zone-dots");
    const dots = new ZoneDots(detailOf(this.#file.size), (cell) => this.#cells.pathOf(cell));
    this.#pain.group.after(dots.group);
    return dots;
  }

  /** The ball, drawn from the next frame on. */
  async #addMotion(): Promise<void> {
    const [{ FlatMotion }, { FLAT_MOTION_STYLES }] = await Promise.all([import("../motion/flat-motion"), import("../motion/flat-motion-styles")]);
    if (this.#motion) return;
    this.#motionStyles = FLAT_MOTION_STYLES;
    const root = this.#sheets.root.getRootNode();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(sheetOf(FLAT_MOTION_STYLES)); // shown already; later it comes with its styles
    const { projection } = this.#file;
    this.#motion = new FlatMotion({ project: (place) => project(projection, place), towardsViewer: projection.toward });
    this.#sheets.over.append(this.#motion.group);
    this.#motion.show(this.#shownMotion);
  }

  async #hatch(): Promise<void> {
    const { hatchOn } = await import("./hatch");
    this.#free.fill = hatchOn(this.#sheets.paint, detailOf(this.#file.size));
  }

  async #addMuscles(): Promise<MuscleLayer> {
    const { MuscleLayer } = await import("./muscle-layer");
    this.#layer = new MuscleLayer(this.#file.projection, (at, place) => this.#isUnderArm(at, place));
    this.#sheets.painted.prepend(this.#layer.group);
    return this.#layer;
  }

  /** Seen from the side the arm hangs before flank and thigh. */
  #isUnderArm(at: Point2, place: Point3): boolean {
    if (Math.abs(place.x) > ARM_FROM_MILLIMETRES || Math.abs(this.#file.projection.toward.x) < 0.5) return false;
    const cell = this.#cells.at(at);
    return cell !== undefined && ARM.test(this.#cells.regionOf(cell)?.region ?? "");
  }

  #isBehind(overlay: Overlay): boolean {
    const outwards = normalize(subtract(overlay.pointOnSkin, overlay.point));
    return dot(outwards, this.#file.projection.toward) < TURNED_AWAY;
  }
}
