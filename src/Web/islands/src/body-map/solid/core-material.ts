import { Color, ShaderMaterial } from "three";
import { uniformsOf, type Palette } from "./palette";
import { STUDIO } from "./studio";

const VERTEX = /* glsl */ `
attribute float openness;
attribute float inset;
varying vec3 vNormal;
varying vec3 vView;
varying float vOpenness;
void main() {
  vec4 view = modelViewMatrix * vec4(position - normal * inset, 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  vOpenness = openness;
  gl_Position = projectionMatrix * view;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 skin;
uniform vec3 inner;
uniform float exposure;
varying vec3 vNormal;
varying vec3 vView;
varying float vOpenness;
${STUDIO}
void main() {
  vec3 n = normalize(vNormal);
  vec3 light = studio(n, normalize(vView), vOpenness * 0.92);
  gl_FragColor = vec4(mix(skin, inner, 0.6) * light * exposure, 1.0);
  #include <colorspace_fragment>
}`;

/** Paler than skin, so that muscles stand out. */
const INNER = new Color("#efe3d6");

/** The body within the skin, on which muscles lie. */
export const coreMaterial = (palette: Palette): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: { ...uniformsOf(palette), inner: { value: INNER } } });
