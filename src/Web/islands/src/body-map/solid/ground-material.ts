import { ShaderMaterial } from "three";

const VERTEX = /* glsl */ `
varying vec2 vPlace;
void main() {
  vPlace = uv * 2.0 - 1.0;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vPlace;
void main() {
  float shade = smoothstep(1.0, 0.0, length(vPlace));
  gl_FragColor = vec4(0.10, 0.05, 0.03, 0.26 * shade * shade);
}`;

/** The soft shadow under the feet. */
export const groundMaterial = (): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthWrite: false });
