import type { Point3 } from "../types";

export const add = (a: Point3, b: Point3): Point3 => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z });
export const subtract = (a: Point3, b: Point3): Point3 => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
export const scale = (a: Point3, by: number): Point3 => ({ x: a.x * by, y: a.y * by, z: a.z * by });
export const dot = (a: Point3, b: Point3): number => a.x * b.x + a.y * b.y + a.z * b.z;
export const lengthOf = (a: Point3): number => Math.sqrt(dot(a, a));
export const distanceBetween = (a: Point3, b: Point3): number => lengthOf(subtract(a, b));
export const mix = (a: Point3, b: Point3, share: number): Point3 => add(scale(a, 1 - share), scale(b, share));

export const cross = (a: Point3, b: Point3): Point3 => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});

/** The direction of a; +z when a has no length. */
export function normalize(a: Point3): Point3 {
  const length = lengthOf(a);
  return length > 0 ? scale(a, 1 / length) : { x: 0, y: 0, z: 1 };
}

export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
