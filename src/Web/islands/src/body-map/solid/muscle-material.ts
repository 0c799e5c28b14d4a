import { ShaderMaterial } from "three";
import { uniformsOf, type Palette } from "./palette";
import { STUDIO } from "./studio";

/** No muscle has this number. */
export const NO_MUSCLE = -1;

const VERTEX = /* glsl */ `
attribute vec4 traits;
uniform float lift;
uniform float byDepth;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vTraits;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  vNormal = normalMatrix * normal;
  vView = -view.xyz;
  vTraits = traits.xyz;
  gl_Position = projectionMatrix * view;
  vec4 nearer = projectionMatrix * (view + vec4(0.0, 0.0, max(0.0, lift + byDepth * traits.w), 0.0));
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
}`;

/** Red-brown bellies of fine fibres that shade into pale tendon, a little moist. */
const FRAGMENT = /* glsl */ `
uniform vec3 skin;
uniform vec3 fibre;
uniform vec3 tendon;
uniform float exposure;
uniform float veil;
uniform float leftOut;
uniform float pointed;
uniform float pale;
uniform float glow;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vTraits;
${STUDIO}
float grainOf(float strand) {
  return fract(sin(floor(strand) * 12.9898) * 43758.5453);
}
void main() {
  if (abs(vTraits.z - leftOut) < 0.5) discard;
  vec3 n = normalize(vNormal);
  vec3 eye = normalize(vView);
  float strand = vTraits.y * 5.0;
  float fine = 1.0 - smoothstep(0.25, 0.9, fwidth(strand));
  float line = abs(fract(strand) - 0.5) * 2.0;
  float belly = smoothstep(0.02, 0.62, vTraits.x + (grainOf(strand) - 0.5) * 0.22 * fine);
  vec3 flesh = fibre * (1.0 + fine * (0.20 * (grainOf(strand + 71.0) - 0.5) - 0.16 * line * line));
  vec3 cord = tendon * (1.0 - 0.10 * fine * line * line);
  vec3 base = mix(cord, flesh, belly);
  // Beside the muscle that is meant the others step back.
  base = mix(base, skin, pale * 0.42);
  base = mix(base, base * vec3(1.45, 1.05, 0.98) + vec3(0.02, 0.0, 0.0), glow);
  if (abs(vTraits.z - pointed) < 0.5) base = mix(base, vec3(1.0, 0.66, 0.52), 0.38);
  float facing = max(0.0, dot(n, eye));
  vec3 light = studio(n, eye, 0.55 + 0.45 * facing);
  vec3 colour = base * light;
  float shine = max(0.0, dot(n, normalize(KEY + eye)));
  shine *= shine;
  shine *= shine;
  shine *= shine;
  colour += vec3(0.16, 0.14, 0.13) * shine * shine;
  colour = mix(colour, skin * light, veil);
  gl_FragColor = vec4(colour * exposure, 1.0);
  #include <colorspace_fragment>
}`;

export interface MuscleLook {
  /** For the depth test a muscle counts as so much nearer to the viewer: it is seen through what covers it. Metres. */
  readonly lift: number;
  /** 1 adds its own depth to that, 0 does not. */
  readonly byDepth: number;
  /** How much of the skin over it is seen, 0 to 1. */
  readonly veil: number;
  /** 1 lets it stand out among others, 0 does not. */
  readonly glow: number;
}

export const muscleMaterial = (palette: Palette, look: MuscleLook): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      ...uniformsOf(palette),
      lift: { value: look.lift },
      byDepth: { value: look.byDepth },
      veil: { value: look.veil },
      leftOut: { value: NO_MUSCLE },
      pointed: { value: NO_MUSCLE },
      pale: { value: 0 },
      glow: { value: look.glow },
    },
  });
