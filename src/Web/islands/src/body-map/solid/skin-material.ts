import { ShaderMaterial } from "three";
import { PRESS_FRAGMENT, PRESS_VERTEX, type PressUniforms } from "../motion/press";
import { uniformsOf, type Palette } from "./palette";
import { STUDIO } from "./studio";

const VERTEX = /* glsl */ `
attribute float openness;
attribute vec4 paint;
varying vec3 vNormal;
varying vec3 vView;
varying float vOpenness;
varying vec4 vPaint;
#ifdef SHELL
uniform float lift;
#endif
${PRESS_VERTEX}
void main() {
  vec4 view = modelViewMatrix * vec4(pressed(position, normal), 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  vOpenness = openness;
  vPaint = paint;
  gl_Position = projectionMatrix * view;
#ifdef SHELL
  vec4 nearer = projectionMatrix * (view + vec4(0.0, 0.0, lift, 0.0));
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
#endif
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 skin;
uniform vec3 pain;
uniform vec3 zone;
uniform vec3 free;
uniform float stripes;
uniform float exposure;
varying vec3 vNormal;
varying vec3 vView;
varying float vOpenness;
varying vec4 vPaint;
${STUDIO}
${PRESS_FRAGMENT}
void main() {
  vec3 n = normalize(vNormal);
  vec3 eye = normalize(vView);
  vec3 light = studio(n, eye, vOpenness);
  vec3 base = skin;
  float cover = 0.0;
  float marked = 0.0;
  if (vPaint.x + vPaint.y + vPaint.z + vPaint.w > 0.0) {
    float essential = smoothstep(0.03, 0.45, vPaint.y);
    float spillover = smoothstep(0.02, 0.24, vPaint.z);
    marked = max(essential * 0.78, spillover * 0.40);
    base = mix(base, zone, marked);
    // In stripes on the screen: told from the other colours without its own.
    float unhurt = smoothstep(0.2, 0.5, vPaint.w) * mix(0.24, 0.78, step(0.5, fract((gl_FragCoord.x + gl_FragCoord.y) / stripes)));
    base = mix(base, free, unhurt);
    marked = max(marked, unhurt);
    // Paint gathers quickly to a colour that is seen, then more slowly with the intensity.
    float clear = 1.0 - vPaint.x;
    cover = 1.0 - clear * clear;
    base = mix(base, pain, cover * 0.88);
    // In the shade a colour must still be told from the others.
    light = mix(light, max(light, vec3(0.92)), 0.45 * max(cover, marked));
  }
  vec3 colour = base * light;
  float shine = max(0.0, dot(n, normalize(KEY + eye)));
  shine *= shine;
  shine *= shine;
  shine *= shine;
  colour += vec3(0.050, 0.046, 0.042) * shine * shine * vOpenness;
  if (press.w > 0.0) colour *= mix(vec3(1.0), vec3(0.50, 0.40, 0.36), clamp(pressShade(n), 0.0, 1.0));
#ifdef SHELL
  // What is left of the skin when it is peeled: an outline of the body, and all that is marked on it.
  float edge = 1.0 - abs(dot(n, eye));
  float alpha = mix(0.07, 0.62, edge * edge);
  alpha = max(alpha, max(cover * 0.80, marked * 0.62));
  gl_FragColor = vec4(colour * exposure, alpha);
#else
  gl_FragColor = vec4(colour * exposure, 1.0);
#endif
  #include <colorspace_fragment>
}`;

/** How wide a stripe and its gap are on the screen. */
const STRIPES_PIXELS = 11;
const stripes = (): { value: number } => ({ value: STRIPES_PIXELS * Math.min(2, window.devicePixelRatio) });

export const skinMaterial = (palette: Palette, press: PressUniforms): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: { ...uniformsOf(palette), ...press, stripes: stripes() } });

/** The skin as a thin shell that shows what lies under it. */
export const shellMaterial = (palette: Palette, press: PressUniforms): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: { ...uniformsOf(palette), ...press, stripes: stripes(), lift: { value: 0 } }, defines: { SHELL: "" }, transparent: true });
