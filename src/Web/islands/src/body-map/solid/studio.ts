/**
 * A photographer's studio that turns with the camera, so that every part of the body is lit well from every side: a large warm
 * key light from the upper left, a soft fill from the right, a bright ceiling and a warm floor. Light goes a little around
 * corners, red farthest, as it does in skin; places that little light reaches are tinted warm, as skin lights skin.
 */
export const STUDIO = /* glsl */ `
const vec3 KEY = vec3(-0.4603, 0.6277, 0.6277);
const vec3 FILL = vec3(0.8179, 0.1022, 0.5623);

vec3 studio(vec3 n, vec3 eye, float open) {
  const vec3 WRAP = vec3(0.58, 0.40, 0.32);
  vec3 key = clamp((dot(n, KEY) + WRAP) / (1.0 + WRAP), 0.0, 1.0);
  key *= 0.45 + 0.55 * key;
  float fill = clamp((dot(n, FILL) + 0.5) / 1.5, 0.0, 1.0);
  vec3 around = mix(vec3(0.92, 0.76, 0.66), vec3(1.0, 0.985, 0.97), 0.5 + 0.5 * n.y);
  vec3 reached = open * mix(vec3(1.0, 0.80, 0.72), vec3(1.0), open) + vec3(0.16, 0.075, 0.045) * (1.0 - open);
  float edge = 1.0 - max(0.0, dot(n, eye));
  edge *= edge * edge;
  return key * vec3(0.74, 0.71, 0.675) * (0.35 + 0.65 * reached)
    + (fill * fill * vec3(0.15, 0.15, 0.155) + around * 0.40) * reached
    + edge * open * vec3(0.10, 0.092, 0.085);
}
`;
