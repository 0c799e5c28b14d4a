import { Color, ShaderMaterial } from "three";
import { PRESS_FRAGMENT, PRESS_VERTEX, type PressUniforms } from "../motion/press";
import type { BallPalette } from "../motion/solid-motion";

/** The colours that the page chooses. */
export interface Palette extends BallPalette {
  readonly skin: Color;
  readonly pain: Color;
  readonly zone: Color;
  readonly fibre: Color;
  /** Brightness of the studio; less than 1 in the dark. */
  readonly exposure: number;
}

const SKIN_VERTEX = /* glsl */ `
attribute float openness;
attribute vec4 paint;
varying vec3 vNormal;
varying vec3 vView;
varying float vOpenness;
varying vec3 vPaint;
${PRESS_VERTEX}
void main() {
  vec4 view = modelViewMatrix * vec4(pressed(position, normal), 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  vOpenness = openness;
  vPaint = paint.xyz;
  gl_Position = projectionMatrix * view;
}`;

/**
 * A photographer's studio that turns with the camera, so that every part of the body is lit well from every side: a warm
 * key light from the upper left, a cool fill from the right, light from the ceiling, a rim. Places that little light
 * reaches are tinted warm, as skin lights skin.
 */
const SKIN_FRAGMENT = /* glsl */ `
uniform vec3 skin;
uniform vec3 pain;
uniform vec3 zone;
uniform float exposure;
varying vec3 vNormal;
varying vec3 vView;
varying float vOpenness;
varying vec3 vPaint;
${PRESS_FRAGMENT}

const vec3 KEY = vec3(-0.4603, 0.6277, 0.6277);
const vec3 FILL = vec3(0.8179, 0.1022, 0.5623);
const vec3 RIM = vec3(0.5970, 0.3980, -0.6965);

void main() {
  vec3 n = normalize(vNormal);
  vec3 eye = normalize(vView);
  float key = max(0.0, (dot(n, KEY) + 0.25) / 1.25);
  key = key * (0.6 + 0.4 * key);
  float fill = max(0.0, (dot(n, FILL) + 0.4) / 1.4);
  float rim = pow(max(0.0, dot(n, RIM)), 2.0);
  float sky = 0.5 + 0.5 * n.y;
  float open = pow(vOpenness, 1.15);
  vec3 light = vec3(1.0, 0.965, 0.92) * (key * 0.78 * (0.5 + 0.5 * vOpenness))
    + vec3(0.92, 0.90, 0.92) * (fill * 0.24 * open)
    + vec3(1.0, 0.955, 0.92) * (0.40 * (0.5 + 0.5 * sky) * open)
    + vec3(1.0, 0.97, 0.92) * (rim * 0.12);

  vec3 base = skin;
  float essential = smoothstep(0.03, 0.45, vPaint.y);
  float spillover = smoothstep(0.02, 0.24, vPaint.z);
  float marked = max(essential * 0.78, spillover * 0.40);
  base = mix(base, zone, marked);
  // Paint gathers quickly to a colour that is seen, then more slowly with the intensity.
  float cover = 1.0 - pow(1.0 - clamp(vPaint.x, 0.0, 1.0), 2.1);
  base = mix(base, pain, cover * 0.88);
  // In the shade a colour must still be told from the others.
  light = mix(light, max(light, vec3(0.92)), 0.45 * max(cover, marked));

  vec3 colour = base * light;
  colour += base * vec3(0.13, 0.055, 0.03) * (0.8 * (1.0 - vOpenness));
  colour += vec3(0.07) * pow(max(0.0, dot(n, normalize(KEY + eye))), 28.0);
  colour += vec3(0.09, 0.095, 0.10) * (pow(1.0 - max(0.0, dot(n, eye)), 3.0) * vOpenness);
  colour *= mix(vec3(1.0), vec3(0.50, 0.40, 0.36), clamp(pressShade(n), 0.0, 1.0));
  gl_FragColor = vec4(colour * exposure, 1.0);
  #include <colorspace_fragment>
}`;

const FIBRE_VERTEX = /* glsl */ `
uniform float lift;
varying vec3 vNormal;
varying vec3 vView;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  gl_Position = projectionMatrix * view;
  vec4 nearer = projectionMatrix * (view + vec4(0.0, 0.0, lift, 0.0));
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
}`;

const FIBRE_FRAGMENT = /* glsl */ `
uniform vec3 fibre;
uniform float exposure;
varying vec3 vNormal;
varying vec3 vView;
void main() {
  vec3 n = normalize(vNormal);
  float facing = abs(dot(n, normalize(vView)));
  float light = 0.45 + 0.75 * facing * facing;
  vec3 colour = fibre * light + vec3(0.10) * pow(facing, 12.0);
  gl_FragColor = vec4(colour * exposure, 0.70);
  #include <colorspace_fragment>
}`;

const GROUND_VERTEX = /* glsl */ `
varying vec2 vPlace;
void main() {
  vPlace = uv * 2.0 - 1.0;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

const GROUND_FRAGMENT = /* glsl */ `
varying vec2 vPlace;
void main() {
  float shade = smoothstep(1.0, 0.0, length(vPlace));
  gl_FragColor = vec4(0.0, 0.0, 0.0, 0.30 * shade * shade);
}`;

/** Fibres this far under the skin are still seen; what lies deeper, or beyond the body, is not. */
const SEEN_DEPTH_METRES = 0.055;

const uniformsOf = (palette: Palette): Record<string, { value: Color | number }> => ({
  skin: { value: palette.skin },
  pain: { value: palette.pain },
  zone: { value: palette.zone },
  fibre: { value: palette.fibre },
  exposure: { value: palette.exposure },
});

export const skinMaterial = (palette: Palette, press: PressUniforms): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: SKIN_VERTEX, fragmentShader: SKIN_FRAGMENT, uniforms: { ...uniformsOf(palette), ...press } });

/** Seen through the skin: for the depth test the fibres count as nearer to the viewer than they are. */
export const fibreMaterial = (palette: Palette): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: FIBRE_VERTEX,
    fragmentShader: FIBRE_FRAGMENT,
    uniforms: { ...uniformsOf(palette), lift: { value: SEEN_DEPTH_METRES } },
    transparent: true,
   
  });

export const groundMaterial = (): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: GROUND_VERTEX, fragmentShader: GROUND_FRAGMENT, transparent: true, depthWrite: false });

export function recolour(material: ShaderMaterial, palette: Palette): void {
  for (const [name, { value }] of Object.entries(uniformsOf(palette))) {
    const uniform = material.uniforms[name];
    if (uniform) uniform.value = value;
  }
}
