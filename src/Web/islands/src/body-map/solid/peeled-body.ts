import { BufferAttribute, BufferGeometry, Mesh, type Scene, type ShaderMaterial } from "three";
import type { PressUniforms } from "../motion/press";
import type { MuscleLayer } from "../types";
import { coreMaterial } from "./core-material";
import { muscleMaterial, NO_MUSCLE } from "./muscle-material";
import { TRAITS, type MuscleSurface } from "./muscle-surface";
import { recolour, setUniform, type Palette } from "./palette";
import { shellMaterial } from "./skin-material";

/** How deep under the skin the body begins, metres. */
export const INSETS: Readonly<Record<MuscleLayer, number>> = { superficial: 0.014, deep: 0.022 };
/** For the depth test a muscle lies this far under the skin, so that the body within never covers it. */
const UNDER_SKIN_METRES = 0.003;

/** The figure without its skin: the body within, the muscles on it, and the skin as a thin shell. Made when first wanted. */
export class PeeledBody {
  readonly muscles: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #scene: Scene;
  readonly #core: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #shell: Mesh<BufferGeometry, ShaderMaterial>;

  /** @param body places, normals, openness and paint of the skin; stays the caller's. */
  constructor(scene: Scene, body: BufferGeometry, palette: Palette, press: PressUniforms) {
    this.#scene = scene;
    const within = new BufferGeometry();
    for (const name of ["position", "normal", "openness"]) within.setAttribute(name, body.getAttribute(name));
    within.setIndex(body.getIndex());
    this.#core = new Mesh(within, coreMaterial(palette));
    this.muscles = new Mesh(new BufferGeometry(), muscleMaterial(palette, { lift: -UNDER_SKIN_METRES, byDepth: 1, veil: 0, glow: 0 }));
    this.#shell = new Mesh(body, shellMaterial(palette, press));
    this.#shell.renderOrder = 1;
    this.#scene.add(this.#core, this.muscles, this.#shell);
  }

  set visible(visible: boolean) {
    for (const mesh of [this.#core, this.muscles, this.#shell]) mesh.visible = visible;
  }

  /** @param insets metres, one a vertex of the body. */
  show(surface: MuscleSurface, insets: Float32Array): void {
    this.muscles.geometry.dispose();
    this.muscles.geometry = geometryOf(surface);
    this.#core.geometry.setAttribute("inset", new BufferAttribute(insets, 1));
  }

  /** What is marked on the skin lies over all that is seen through it. @param lift the farthest that anything is seen through. */
  cover(lift: number): void {
    setUniform(this.#shell.material, "lift", lift);
  }

  /** @param number of the muscle that stands out; undefined for none. */
  pointOut(number: number | undefined): void {
    setUniform(this.muscles.material, "pointed", number ?? NO_MUSCLE);
  }

  /** @param number of the muscle that something else draws; undefined for none. */
  leaveOut(number: number | undefined): void {
    setUniform(this.muscles.material, "leftOut", number ?? NO_MUSCLE);
    setUniform(this.muscles.material, "pale", number === undefined ? 0 : 1);
  }

  recolour(palette: Palette): void {
    for (const mesh of [this.#core, this.muscles, this.#shell]) recolour(mesh.material, palette);
  }

  dispose(): void {
    this.#scene.remove(this.#core, this.muscles, this.#shell);
    this.#core.geometry.dispose();
    this.muscles.geometry.dispose();
    for (const mesh of [this.#core, this.muscles, this.#shell]) mesh.material.dispose();
  }
}

export function geometryOf(surface: MuscleSurface): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(surface.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(surface.normals, 3));
  geometry.setAttribute("traits", new BufferAttribute(surface.traits, TRAITS));
  geometry.setIndex(new BufferAttribute(surface.triangles, 1));
  return geometry;
}
