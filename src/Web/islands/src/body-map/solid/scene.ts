import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Mesh, PerspectiveCamera, PlaneGeometry, Scene, WebGLRenderer } from "three";
import type { Ball } from "../motion/ball";
import type { Motion } from "../motion/motion";
import { pressUniforms, setPress } from "../motion/press";
import { SolidMotion } from "../motion/solid-motion";
import type { FibrePoint, MuscleLayer } from "../types";
import type { BodyMesh } from "./body-mesh";
import type { Detail } from "./detail";
import { groundMaterial } from "./ground-material";
import { muscleMaterial, type MuscleLook } from "./muscle-material";
import { muscleSurface } from "./muscle-surface";
import { Orbit } from "./orbit";
import { recolour, setUniform, type Palette } from "./palette";
import { geometryOf, PeeledBody } from "./peeled-body";
import { skinMaterial } from "./skin-material";
import type { ShownLayer } from "./solid-layers";

/** What each number of a vertex's paint means. */
export const PAINT = { pain: 0, essential: 1, spillover: 2, free: 3 } as const;
export type PaintChannel = keyof typeof PAINT;

const NUMBERS_PER_VERTEX = 4;
const METRES_PER_MILLIMETRE = 0.001;
/** A slow device draws fewer pixels: what moves is worth more than what is sharp. */
const MOST_PIXEL_RATIO: Readonly<Record<Detail, number>> = { full: 2, light: 1.25 };
/** Fibres this far under the skin are still seen; what lies deeper, or beyond the body, is not. */
const THROUGH_SKIN: Readonly<Record<MuscleLayer, MuscleLook>> = {
  superficial: { lift: 0.055, byDepth: 0, veil: 0.2, glow: 0 },
  deep: { lift: 0.085, byDepth: 0, veil: 0.3, glow: 0 },
};
/** Among the other muscles it shows its colour, and a deep one is seen through those over it. */
const AMONG_OTHERS: Readonly<Record<MuscleLayer, MuscleLook>> = {
  superficial: { lift: 0.02, byDepth: 0, veil: 0, glow: 1 },
  deep: { lift: 0.06, byDepth: 0, veil: 0, glow: 1 },
};
/** Marks on the skin lie over every muscle that is seen through it. */
const DEEPEST_MUSCLE_METRES = 0.065;
const GROUND_METRES = { width: 0.86, depth: 0.62 };

export interface ChosenMuscle {
  /** Millimetres, already on their side. */
  readonly fibres: readonly (readonly FibrePoint[])[];
  readonly layer: MuscleLayer;
  /** Which muscle of the shown layer it is; undefined when it lies in another. */
  readonly numberInLayer: number | undefined;
}

/** The figure on the graphics card. Metres in the body frame. Draws only when told to. */
export class BodyScene {
  readonly canvas: HTMLCanvasElement;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(Orbit.fieldOfViewDegrees, 1, 0.1, 12);
  readonly #mesh: BodyMesh;
  readonly #detail: Detail;
  readonly #paint: BufferAttribute;
  readonly #skin: Mesh<BufferGeometry, ReturnType<typeof skinMaterial>>;
  readonly #press = pressUniforms();
  readonly #motion: SolidMotion;
  readonly #chosen: Mesh<BufferGeometry, ReturnType<typeof muscleMaterial>>;
  #palette: Palette;
  #peeled: PeeledBody | undefined;
  #layer: MuscleLayer | null = null;
  #chosenMuscle: ChosenMuscle | null = null;
  readonly #ground: Mesh<PlaneGeometry, ReturnType<typeof groundMaterial>>;

  /** @throws when there is no WebGL. */
  constructor(mesh: BodyMesh, palette: Palette, detail: Detail) {
    this.#detail = detail;
    this.#mesh = mesh;
    this.#palette = palette;
    this.#renderer = new WebGLRenderer({ antialias: true, alpha: true, powerPreference: "low-power" });
    this.#renderer.setClearAlpha(0);
    this.canvas = this.#renderer.domElement;

    this.#paint = new BufferAttribute(new Uint8Array(mesh.vertexCount * NUMBERS_PER_VERTEX), NUMBERS_PER_VERTEX, true);
    this.#paint.setUsage(DynamicDrawUsage);
    const body = new BufferGeometry();
    body.setAttribute("position", new BufferAttribute(mesh.positions, 3));
    body.setAttribute("normal", new BufferAttribute(mesh.normals, 3));
    body.setAttribute("openness", new BufferAttribute(mesh.openness, 1));
    body.setAttribute("paint", this.#paint);
    body.setIndex(new BufferAttribute(mesh.triangles, 1));
    this.#skin = new Mesh(body, skinMaterial(palette, this.#press));
    this.#skin.name = "skin";

    this.#chosen = new Mesh(new BufferGeometry(), muscleMaterial(palette, THROUGH_SKIN.superficial));
    this.#chosen.name = "chosen muscle";
    this.#chosen.visible = false;

    this.#ground = new Mesh(new PlaneGeometry(GROUND_METRES.width, GROUND_METRES.depth), groundMaterial());
    this.#ground.name = "ground";
    this.#ground.rotation.x = -Math.PI / 2;
    this.#ground.position.z = 0.03;
    this.#motion = new SolidMotion(palette);
    this.#scene.add(this.#ground, this.#skin, this.#chosen, this.#motion.group);
  }

  recolour(palette: Palette): void {
    this.#palette = palette;
    recolour(this.#skin.material, palette);
    this.#motion.recolour(palette);
    recolour(this.#chosen.material, palette);
    this.#peeled?.recolour(palette);
  }

  /** Carries new strengths to the card: only the stretches of vertices in which something changed. */
  paint(channel: PaintChannel, vertices: readonly number[], strengths: Float32Array): void {
    const { array } = this.#paint;
    const changed = { left: emptyRange(), right: emptyRange() };
    for (const vertex of vertices) {
      array[vertex * NUMBERS_PER_VERTEX + PAINT[channel]] = Math.round((strengths[vertex] ?? 0) * 255);
      const range = vertex < this.#mesh.rightVertexStart ? changed.left : changed.right;
      range.first = Math.min(range.first, vertex);
      range.last = Math.max(range.last, vertex);
    }
    for (const { first, last } of [changed.left, changed.right]) {
      if (last < first) continue;
      this.#paint.addUpdateRange(first * NUMBERS_PER_VERTEX, (last - first + 1) * NUMBERS_PER_VERTEX);
      this.#paint.needsUpdate = true;
    }
  }

  /** The muscle of the chosen result; null for none. */
  showChosen(muscle: ChosenMuscle | null): void {
    this.#chosenMuscle = muscle;
    this.#chosen.geometry.dispose();
    this.#chosen.geometry = geometryOf(muscleSurface(muscle ? [{ number: 0, fibres: muscle.fibres, depths: [], bothSides: false }] : []));
    this.#arrange();
  }

  /** @param shown undefined shows the skin again. */
  showLayer(shown: ShownLayer | undefined): void {
    this.#layer = shown?.layer ?? null;
    if (shown) {
      this.#peeled ??= new PeeledBody(this.#scene, this.#skin.geometry, this.#palette, this.#press);
      this.#peeled.show(shown.surface, shown.insets);
    }
    this.#arrange();
  }

  /** Lets a muscle of the layer stand out; undefined none. */
  pointOut(number: number | undefined): void {
    this.#peeled?.pointOut(number);
  }

  /** What is seen depends on the layer and on the chosen muscle together. */
  #arrange(): void {
    const chosen = this.#chosenMuscle;
    const layer = this.#layer;
    const look = (layer ? AMONG_OTHERS : THROUGH_SKIN)[chosen?.layer ?? "superficial"];
    for (const [name, value] of Object.entries(look)) setUniform(this.#chosen.material, name, value);
    this.#chosen.visible = chosen !== null && chosen.fibres.length > 0;
    this.#skin.visible = !layer;
    if (!this.#peeled) return;
    this.#peeled.visible = layer !== null;
    this.#peeled.leaveOut(chosen?.numberInLayer);
    this.#peeled.cover(chosen ? look.lift + METRES_PER_MILLIMETRE : DEEPEST_MUSCLE_METRES);
  }

  showMotion(motion: Motion | null): void {
    this.#motion.show(motion);
    if (!motion) setPress(this.#press, null);
  }

  moveBall(ball: Ball): void {
    this.#motion.move(ball);
    setPress(this.#press, ball);
  }

  resize(width: number, height: number): void {
    if (width < 1 || height < 1) return;
    this.#renderer.setPixelRatio(Math.min(MOST_PIXEL_RATIO[this.#detail], window.devicePixelRatio));
    this.#renderer.setSize(width, height, false);
  }

  render(orbit: Orbit): void {
    const { target } = orbit.pose;
    const { eye } = orbit;
    const k = METRES_PER_MILLIMETRE;
    this.#camera.aspect = orbit.aspect;
    this.#camera.position.set(eye.x * k, eye.y * k, eye.z * k);
    this.#camera.lookAt(target.x * k, target.y * k, target.z * k);
    this.#camera.updateProjectionMatrix();
    this.#ground.visible = orbit.pose.elevation > 0;
    this.#renderer.render(this.#scene, this.#camera);
  }

  dispose(): void {
    this.#peeled?.dispose();
    for (const mesh of [this.#skin, this.#chosen, this.#ground]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    this.#motion.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }
}

const emptyRange = (): { first: number; last: number } => ({ first: Infinity, last: -Infinity });
