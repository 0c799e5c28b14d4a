import { Color } from "three";
import type { FigureView, ScreenPlace, SideAnchors } from "../figure-view";
import type { Framing } from "../framing";
import type { Point2 } from "../geometry/outline";
import type { Ball, Shot } from "../motion/ball";
import type { Motion } from "../motion/motion";
import { add, dot, normalize, scale, subtract } from "../geometry/vector";
import { freeOf, type BodyLayer, type Brush, type Facing, type LayerMuscle, type Marks, type Overlay, type OverlayZone, type Point3, type SidedMuscle } from "../types";
import type { FigureBuild } from "../builds";
import type { SolidCamera, SolidEvents } from "../views";
import { adjacencyOf, mirrorBody, type BodyMesh } from "./body-mesh";
import { clearDirection } from "./clear-direction";
import { bodyAddress, detailFor, FirstFrames, hintsOf, type Detail } from "./detail";
import { readHalfBody } from "./glb";
import { Orbit, type Ray } from "./orbit";
import type { Palette } from "./palette";
import { placedBody } from "./placed-body";
import { refine } from "./refine";
import { BodyScene, type PaintChannel } from "./scene";
import { cellOfCorner, SkinCells } from "./skin-cells";
import { SolidLayers } from "./solid-layers";
import { SoftPaint } from "./soft-paint";
import { TriangleTree } from "./triangle-tree";

export { detailFor, hintsOf };

/** Paint is as smooth as this. */
const LONGEST_EDGE_METRES = 0.014;
/** A stroke is followed in steps of this size. */
const STEP_PIXELS = 5;
/** A place this far under what is seen still counts as seen: it is drawn a little above the skin. */
const COVERED_MILLIMETRES = 25;
const AROUND_MILLIMETRES = 70;
/** Where the words for the sides stand: clear of arms and legs, however the body is turned. */
const BESIDE_LEGS = { x: 400, y: 300 };

export interface SolidViewOptions extends SolidEvents {
  /** Its computed style gives the colours. */
  readonly host: Element;
  readonly animate: boolean;
  readonly build: FigureBuild;
  readonly detail: Detail;
  readonly camera: SolidCamera;
  readonly signal: AbortSignal;
}

/** @throws when the body cannot be read or there is no WebGL. */
export async function openSolidView(options: SolidViewOptions): Promise<FigureView> {
  const address = bodyAddress(options.detail);
  const response = await fetch(address, { signal: options.signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const half = placedBody(readHalfBody(await response.arrayBuffer()), options.build);
  // The light figure stays light: its paint is a little coarser instead.
  return new SolidFigureView(mirrorBody(options.detail === "light" ? half : refine(half, LONGEST_EDGE_METRES)), options);
}

interface SkinHit {
  readonly cell: number;
  readonly at: Point3;
  readonly distance: number;
}

/** The figure as a solid body. */
class SolidFigureView implements FigureView {
  readonly styles = "";
  readonly movable = true;
  readonly #options: SolidViewOptions;
  readonly #mesh: BodyMesh;
  readonly #scene: BodyScene;
  readonly #orbit: Orbit;
  readonly #cells: SkinCells;
  readonly #tree: TriangleTree;
  readonly #layers: SolidLayers;
  readonly #paints: Readonly<Record<PaintChannel, SoftPaint>>;
  readonly #shown: Record<PaintChannel, Marks> = { pain: new Map(), essential: new Map(), spillover: new Map(), free: new Map() };
  #overlay: Overlay | null = null;
  readonly #listening = new AbortController();
  #aside: { readonly wanted: Point3; readonly clear: Point3 } = { wanted: { x: 0, y: 0, z: 1 }, clear: { x: 0, y: 0, z: 1 } };
  readonly #firstFrames = new FirstFrames();

  constructor(mesh: BodyMesh, options: SolidViewOptions) {
    this.#mesh = mesh;
    this.#options = options;
    this.#orbit = options.camera.orbit ??= new Orbit();
    this.#scene = new BodyScene(mesh, paletteOf(options.host), options.detail);
    this.#cells = new SkinCells(mesh);
    this.#tree = new TriangleTree(mesh.positions, mesh.triangles);
    const adjacency = adjacencyOf(mesh.vertexCount, mesh.triangles);
    this.#layers = new SolidLayers(mesh, this.#tree, adjacency);
    const paint = (): SoftPaint => new SoftPaint(mesh.vertexCount, adjacency);
    this.#paints = { pain: paint(), essential: paint(), spillover: paint(), free: paint() };
    const { signal } = this.#listening;
    this.content.addEventListener("webglcontextlost", () => options.onLost(), { signal });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", this.#recolour, { signal });
  }

  get content(): HTMLCanvasElement {
    return this.#scene.canvas;
  }

  get facing(): Facing {
    return this.#orbit.facing;
  }

  get pixelsPerMillimetre(): number {
    return this.#orbit.scale;
  }

  hits(at: Point2): boolean {
    return this.#skinAt(this.#orbit.rayThrough(at)) !== undefined;
  }

  cellsAlong(from: Point2, to: Point2, brush: Brush): readonly number[] {
    const cells = new Set<number>();
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_PIXELS));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const at = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
      const hit = this.#skinAt(this.#orbit.rayThrough(at));
      if (!hit) continue;
      for (const cell of this.#cells.under(hit.cell, hit.at, brush.radiusMillimetres, this.#orbit.eye)) cells.add(cell);
    }
    return [...cells];
  }

  turn(pixelsX: number, pixelsY: number): void {
    this.#orbit.turn(pixelsX, pixelsY);
  }

  pinch(factor: number, at: Point2, pixelsX: number, pixelsY: number): void {
    this.#orbit.zoomBy(factor, at);
    this.#orbit.turn(pixelsX, 0);
    this.#orbit.slide(pixelsY);
  }

  zoomBy(factor: number, at: Point2): boolean {
    return this.#orbit.zoomBy(factor, at);
  }

  goHome(): void {
    this.#orbit.goHome(this.#options.animate);
  }

  focusOn(target: Point3, framing: Framing, outwards: Point3 | null): void {
    const wanted = outwards ?? this.#cells.outwardsAround(target, AROUND_MILLIMETRES) ?? { x: 0, y: 0, z: 1 };
    const direction = clearDirection(this.#tree, target, wanted);
    this.#orbit.goTo(framing.centre, direction, framing.radius, this.#options.animate);
  }

  showMarks(marks: Marks): void {
    this.#colour("pain", marks);
    this.#colour("free", freeOf(marks));
  }

  showOverlay(overlay: Overlay | null): void {
    const zones = overlay?.zones ?? [];
    const weights = (kind: OverlayZone["kind"]): Marks =>
      new Map(zones.filter((zone) => zone.kind === kind).map((zone) => [zone.cell, zone.weight]));
    this.#colour("essential", weights("essential"));
    this.#colour("spillover", weights("spillover"));
    this.#overlay = overlay;
    this.#showChosen();
  }

  showLayer(layer: BodyLayer, muscles: readonly LayerMuscle[]): void {
    this.#scene.showLayer(this.#layers.show(layer, muscles));
    this.#showChosen();
  }

  muscleAt(at: Point2): SidedMuscle | undefined {
    const ray = this.#orbit.rayThrough(at);
    return this.#layers.along(ray, this.#skinAt(ray)?.distance ?? 0);
  }

  pointOut(muscle: SidedMuscle | undefined): void {
    this.#scene.pointOut(this.#layers.numberOf(muscle));
  }

  showMotion(motion: Motion | null): void {
    this.#scene.showMotion(motion);
  }

  moveBall(ball: Ball): void {
    this.#scene.moveBall(ball);
  }

  follow({ centre, radius, outwards }: Shot, fromElsewhere: boolean): void {
    if (this.#orbit.moving && !fromElsewhere) return;
    // Looked for once: a hand in the way must not make the camera jump while the ball rolls.
    if (fromElsewhere) this.#aside = { wanted: outwards, clear: clearDirection(this.#tree, centre, outwards) };
    const { wanted, clear } = this.#aside;
    this.#orbit.goTo(centre, add(outwards, subtract(clear, wanted)), radius, fromElsewhere && this.#options.animate);
  }

  resize(width: number, height: number): void {
    this.#orbit.resize(width, height);
    this.#scene.resize(width, height);
  }

  draw(now: number): boolean {
    const moving = this.#orbit.advance(now);
    this.#scene.render(this.#orbit);
    if (this.#options.detail === "light") return moving;
    if (this.#firstFrames.note(now)) this.#options.onSlow();
    return moving || this.#firstFrames.isWatching;
  }

  placeOnScreen(place: Point3): ScreenPlace {
    const { eye } = this.#orbit;
    const seen = subtract(place, eye);
    const hit = this.#skinAt({ origin: eye, direction: normalize(seen) });
    const hidden = hit !== undefined && hit.distance < Math.sqrt(dot(seen, seen)) - COVERED_MILLIMETRES;
    return { ...this.#orbit.project(place), hidden };
  }

  placeOf(cell: number): Point3 | undefined {
    return this.#cells.anchorOf(cell);
  }

  cellOnScreen(cell: number): Point2 | null {
    const place = this.#cells.anchorOf(cell);
    if (!place) return null;
    const { eye } = this.#orbit;
    const hit = this.#skinAt({ origin: eye, direction: normalize(subtract(place, eye)) });
    return hit?.cell === cell ? this.#orbit.project(place) : null;
  }

  regionOf(): undefined {
    return undefined;
  }

  sideAnchors(): SideAnchors {
    const { azimuth } = this.#orbit.pose;
    // Seen from the side one half hides the other, and only the nearer has a name to carry, over the head.
    if (Math.abs(Math.cos(azimuth)) < 0.4) {
      const above = this.#orbit.project({ x: 0, y: 1830, z: 0 });
      return Math.sin(azimuth) > 0 ? { left: above, right: null } : { left: null, right: above };
    }
    const beside = (x: number): Point2 => this.#orbit.project({ x, y: BESIDE_LEGS.y, z: 0 });
    return { left: beside(BESIDE_LEGS.x), right: beside(-BESIDE_LEGS.x) };
  }

  dispose(): void {
    this.#listening.abort();
    this.content.remove();
    this.#scene.dispose();
  }

  #showChosen(): void {
    const overlay = this.#overlay;
    this.#scene.showChosen(overlay && { fibres: overlay.fibres, layer: overlay.muscle.layer, numberInLayer: this.#layers.numberOf(overlay.muscle) });
  }

  readonly #recolour = (): void => {
    this.#scene.recolour(paletteOf(this.#options.host));
    this.#options.onChange();
  };

  #colour(channel: PaintChannel, strengths: Marks): void {
    const before = this.#shown[channel];
    this.#shown[channel] = strengths;
    const changed = new Set<number>();
    for (const [cell, strength] of strengths) if (before.get(cell) !== strength) changed.add(cell);
    for (const cell of before.keys()) if (!strengths.has(cell)) changed.add(cell);
    if (changed.size === 0) return;
    const { cells, twinCells } = this.#mesh;
    const strengthOf = (vertex: number): number =>
      ((strengths.get(cells[vertex] ?? 0) ?? 0) + (strengths.get(twinCells[vertex] ?? 0) ?? 0)) / 2;
    const vertices = [...changed].flatMap((cell) => this.#cells.verticesOf(cell));
    const paint = this.#paints[channel];
    this.#scene.paint(channel, paint.set(vertices, strengthOf), paint.softened);
  }

  /** What skin the ray meets first. Millimetres. */
  #skinAt({ origin, direction }: Ray): SkinHit | undefined {
    const from = scale(origin, 0.001);
    const hit = this.#tree.firstHit(from.x, from.y, from.z, direction.x, direction.y, direction.z);
    if (!hit) return undefined;
    const distance = hit.distance * 1000;
    return {
      cell: cellOfCorner(this.#mesh, hit.triangle * 3 + hit.corner),
      distance,
      at: { x: origin.x + direction.x * distance, y: origin.y + direction.y * distance, z: origin.z + direction.z * distance },
    };
  }
}

function paletteOf(host: Element): Palette {
  const style = getComputedStyle(host);
  const colour = (name: string): Color => new Color(style.getPropertyValue(name).trim());
  return {
    skin: colour("--skin"),
    pain: colour("--pain"),
    zone: colour("--zone"),
    free: colour("--free"),
    fibre: colour("--fibre"),
    ball: colour("--ball"),
    seam: colour("--ball-seam"),
    lane: colour("--ball"),
    tendon: colour("--tendon"),
    exposure: Number(style.getPropertyValue("--exposure")),
  };
}
