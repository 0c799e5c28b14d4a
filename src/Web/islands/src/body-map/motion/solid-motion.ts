import { BufferAttribute, BufferGeometry, Color, Group, Matrix4, Mesh, ShaderMaterial, SphereGeometry, Vector3, Vector4 } from "three";
import { add, scale } from "../geometry/vector";
import { tubesAround } from "../solid/tube";
import type { FibrePoint, Point3 } from "../types";
import { axesOf, SEAM_SWING, type Ball } from "./ball";
import type { Motion } from "./motion";

const METRES_PER_MILLIMETRE = 0.001;
const LANE_RADIUS_MILLIMETRES = 2.2;
const STOP_RADIUS_MILLIMETRES = 5;
/** The lane lies a little above the skin, which is drawn by triangles that are not quite on it. */
const ABOVE_SKIN_MILLIMETRES = 2.5;
/** The dent under the ball is about this deep. */
const SUNK_MILLIMETRES = 7;

export interface BallPalette {
  readonly ball: Color;
  readonly seam: Color;
  readonly lane: Color;
  readonly exposure: number;
}

/** Fibres are drawn as if they lay this much nearer to the viewer; the ball rests on what lies over them. */
const OVER_FIBRES_METRES = 0.06;

const VERTEX = /* glsl */ `
uniform float lift;
varying vec3 vPlace;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vOwn;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  vOwn = normalize(position);
  vPlace = (modelMatrix * vec4(position, 1.0)).xyz;
  gl_Position = projectionMatrix * view;
  vec4 nearer = projectionMatrix * (view + vec4(0.0, 0.0, lift, 0.0));
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
}`;

/** Rubber in the same studio as the skin, with the seam of a tennis ball, so that one sees it turn. */
const FRAGMENT = /* glsl */ `
uniform vec3 colour;
uniform vec3 seam;
uniform float swing;
uniform float opacity;
uniform float exposure;
uniform vec4 skin;
varying vec3 vPlace;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vOwn;
const vec3 KEY = vec3(-0.4603, 0.6277, 0.6277);
void main() {
  // What has sunk into the skin is not seen, though the ball counts as nearer than the fibres.
  if (dot(vPlace, skin.xyz) < skin.w) discard;
  vec3 n = normalize(vNormal);
  vec3 eye = normalize(vView);
  vec3 own = normalize(vOwn);
  float off = own.y - swing * (own.x * own.x - own.z * own.z);
  float width = max(0.055, fwidth(off));
  float line = swing > 0.0 ? 1.0 - smoothstep(width * 0.6, width * 1.5, abs(off)) : 0.0;
  vec3 base = mix(colour, seam, line * 0.92);
  float key = max(0.0, (dot(n, KEY) + 0.3) / 1.3);
  vec3 shade = base * (0.30 + 0.95 * key * key);
  shade += vec3(0.35) * pow(max(0.0, dot(n, normalize(KEY + eye))), 42.0);
  shade += base * 0.35 * pow(1.0 - max(0.0, dot(n, eye)), 3.0);
  gl_FragColor = vec4(shade * exposure, opacity);
  #include <colorspace_fragment>
}`;

/** The ball and its lanes on the solid figure. Metres in the body frame. */
export class SolidMotion {
  readonly group = new Group();
  readonly #ball: Mesh<SphereGeometry, ShaderMaterial>;
  readonly #lanes: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #ballUniforms: Uniforms;
  readonly #laneUniforms: Uniforms;

  constructor(palette: BallPalette) {
    this.#ballUniforms = uniformsOf(palette.ball, palette, SEAM_SWING, 1);
    this.#laneUniforms = uniformsOf(palette.lane, palette, 0, 0.85);
    this.#ball = new Mesh(new SphereGeometry(1, 48, 32), materialOf(this.#ballUniforms));
    this.#ball.name = "ball";
    this.#lanes = new Mesh(new BufferGeometry(), materialOf(this.#laneUniforms));
    this.#lanes.name = "lanes";
    this.#lanes.renderOrder = 2;
    this.#ball.renderOrder = 3;
    this.group.add(this.#lanes, this.#ball);
    this.group.visible = false;
  }

  recolour(palette: BallPalette): void {
    for (const [uniforms, colour] of [[this.#ballUniforms, palette.ball], [this.#laneUniforms, palette.lane]] as const) {
      uniforms.colour.value = colour;
      uniforms.seam.value = palette.seam;
      uniforms.exposure.value = palette.exposure;
    }
  }

  show(motion: Motion | null): void {
    this.group.visible = motion !== null;
    const lines = (motion?.lanes ?? []).flatMap((lane) => {
      const line = lane.places.map(({ at, out }) => vertex(at, out, LANE_RADIUS_MILLIMETRES));
      const stops = lane.pauses.flatMap((pause) => {
        const place = lane.places[Math.round((pause.atMillimetres / lane.lengthMillimetres) * (lane.places.length - 1))];
        if (!place) return [];
        // A short thick piece of the lane reads as a bead on a string.
        const end = add(place.at, scale(place.out, STOP_RADIUS_MILLIMETRES / 2));
        return [[vertex(place.at, place.out, STOP_RADIUS_MILLIMETRES), vertex(end, place.out, STOP_RADIUS_MILLIMETRES)]];
      });
      return [line, ...stops];
    });
    const surface = tubesAround(lines);
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(Float32Array.from(surface.positions, (value) => value * METRES_PER_MILLIMETRE), 3));
    geometry.setAttribute("normal", new BufferAttribute(Float32Array.from(surface.normals), 3));
    geometry.setIndex(new BufferAttribute(Uint32Array.from(surface.triangles), 1));
    this.#lanes.geometry.dispose();
    this.#lanes.geometry = geometry;
  }

  move(ball: Ball): void {
    const { x, y, z } = axesOf(ball);
    const k = METRES_PER_MILLIMETRE;
    const size = ball.radius * k;
    this.#ball.quaternion.setFromRotationMatrix(new Matrix4().makeBasis(vector(x), vector(y), vector(z)));
    this.#ball.scale.setScalar(size);
    this.#ball.position.set(ball.centre.x * k, ball.centre.y * k, ball.centre.z * k);
    const { out, touches } = ball;
    this.#ballUniforms.skin.value.set(out.x, out.y, out.z, (out.x * touches.x + out.y * touches.y + out.z * touches.z - SUNK_MILLIMETRES) * k);
    this.#ballUniforms.opacity.value = 1 - 0.75 * ball.lift;
  }

  dispose(): void {
    for (const mesh of [this.#ball, this.#lanes]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  }
}

const vector = ({ x, y, z }: Point3): Vector3 => new Vector3(x, y, z);

const vertex = (at: Point3, out: Point3, r: number): FibrePoint => ({ ...add(at, scale(out, ABOVE_SKIN_MILLIMETRES)), r });

/** @param swing of the seam; 0 for none. */
const uniformsOf = (colour: Color, { seam, exposure }: BallPalette, swing: number, opacity: number) => ({
  colour: { value: colour },
  seam: { value: seam },
  swing: { value: swing },
  opacity: { value: opacity },
  exposure: { value: exposure },
  lift: { value: OVER_FIBRES_METRES },
  /** The plane of the skin: normal and distance in metres; what lies below it is not drawn. */
  skin: { value: new Vector4(0, 0, 0, -1) },
});
type Uniforms = ReturnType<typeof uniformsOf>;

const materialOf = (uniforms: Uniforms): ShaderMaterial => new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms, transparent: true });
