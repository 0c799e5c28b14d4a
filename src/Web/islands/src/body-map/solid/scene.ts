import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Mesh, PerspectiveCamera, PlaneGeometry, Scene, WebGLRenderer } from "three";
import type { Ball } from "../motion/ball";
import type { Motion } from "../motion/motion";
import { pressUniforms, setPress } from "../motion/press";
import { SolidMotion } from "../motion/solid-motion";
import type { FibrePoint } from "../types";
import type { BodyMesh } from "./body-mesh";
import { fibreMaterial, groundMaterial, recolour, skinMaterial, type Palette } from "./materials";
import { Orbit } from "./orbit";
import { tubesAround } from "./tube";

/** What each number of a vertex's paint means. */
export const PAINT = { pain: 0, essential: 1, spillover: 2 } as const;
export type PaintChannel = keyof typeof PAINT;

const NUMBERS_PER_VERTEX = 4;
const METRES_PER_MILLIMETRE = 0.001;
const MOST_PIXEL_RATIO = 2;
const GROUND_METRES = { width: 0.86, depth: 0.62 };

/** The figure on the graphics card. Metres in the body frame. Draws only when told to. */
export class BodyScene {
  readonly canvas: HTMLCanvasElement;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(Orbit.fieldOfViewDegrees, 1, 0.1, 12);
  readonly #mesh: BodyMesh;
  readonly #paint: BufferAttribute;
  readonly #skin: Mesh<BufferGeometry, ReturnType<typeof skinMaterial>>;
  readonly #fibres: Mesh<BufferGeometry, ReturnType<typeof fibreMaterial>>;
  readonly #press = pressUniforms();
  readonly #motion: SolidMotion;
  readonly #ground: Mesh<PlaneGeometry, ReturnType<typeof groundMaterial>>;

  /** @throws when there is no WebGL. */
  constructor(mesh: BodyMesh, palette: Palette) {
    this.#mesh = mesh;
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

    this.#fibres = new Mesh(new BufferGeometry(), fibreMaterial(palette));
    this.#fibres.name = "fibres";
    this.#fibres.visible = false;

    this.#ground = new Mesh(new PlaneGeometry(GROUND_METRES.width, GROUND_METRES.depth), groundMaterial());
    this.#ground.name = "ground";
    this.#ground.rotation.x = -Math.PI / 2;
    this.#ground.position.z = 0.03;
    this.#motion = new SolidMotion(palette);
    this.#scene.add(this.#ground, this.#skin, this.#fibres, this.#motion.group);
  }

  recolour(palette: Palette): void {
    recolour(this.#skin.material, palette);
    recolour(this.#fibres.material, palette);
    this.#motion.recolour(palette);
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

  showFibres(fibres: readonly (readonly FibrePoint[])[]): void {
    const surface = tubesAround(fibres);
    const geometry = new BufferGeometry();
    const metres = Float32Array.from(surface.positions, (millimetres) => millimetres * METRES_PER_MILLIMETRE);
    geometry.setAttribute("position", new BufferAttribute(metres, 3));
    geometry.setAttribute("normal", new BufferAttribute(Float32Array.from(surface.normals), 3));
    geometry.setIndex(new BufferAttribute(Uint32Array.from(surface.triangles), 1));
    this.#fibres.geometry.dispose();
    this.#fibres.geometry = geometry;
    this.#fibres.visible = surface.triangles.length > 0;
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
    this.#renderer.setPixelRatio(Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio));
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
    for (const mesh of [this.#skin, this.#fibres, this.#ground]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    this.#motion.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }
}

const emptyRange = (): { first: number; last: number } => ({ first: Infinity, last: -Infinity });
