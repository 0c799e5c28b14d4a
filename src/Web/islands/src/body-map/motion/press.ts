import { Vector3, Vector4 } from "three";
import type { Ball } from "./ball";

const METRES_PER_MILLIMETRE = 0.001;

/** Part of the skin's vertex shader: the skin gives way under the ball. `pressed(place)` is where a vertex goes. */
export const PRESS_VERTEX = /* glsl */ `
uniform vec4 press;
uniform vec3 pressOut;
varying vec3 vPlace;
vec3 pressed(vec3 place, vec3 normal) {
  vPlace = place;
  float away = distance(place, press.xyz) / 0.030;
  float facing = smoothstep(0.0, 0.4, dot(normal, pressOut));
  return place + pressOut * facing * press.w * (0.0030 * exp(-(away - 1.7) * (away - 1.7) * 3.0) - 0.0105 * exp(-away * away));
}`;

/** Part of the skin's fragment shader: little light reaches the skin beside the ball. */
export const PRESS_FRAGMENT = /* glsl */ `
uniform vec4 press;
uniform vec3 pressOut;
varying vec3 vPlace;
float pressShade(vec3 normal) {
  vec3 away = vPlace - press.xyz;
  float across = length(away - pressOut * dot(away, pressOut)) / 0.036;
  float near = 1.0 - smoothstep(0.03, 0.06, abs(dot(away, pressOut)));
  return press.w * near * exp(-across * across * 0.9);
}`;

export interface PressUniforms {
  /** x, y, z in metres, and how hard: 0 … 1. */
  readonly press: { value: Vector4 };
  readonly pressOut: { value: Vector3 };
}

export const pressUniforms = (): PressUniforms => ({ press: { value: new Vector4() }, pressOut: { value: new Vector3(0, 0, 1) } });

/** @param ball null lets go. */
export function setPress({ press, pressOut }: PressUniforms, ball: Ball | null): void {
  if (!ball) {
    press.value.w = 0;
    return;
  }
  const { touches, out } = ball;
  const k = METRES_PER_MILLIMETRE;
  press.value.set(touches.x * k, touches.y * k, touches.z * k, (0.35 + ball.pressure * 0.108) * (1 - ball.lift));
  pressOut.value.set(out.x, out.y, out.z);
}
