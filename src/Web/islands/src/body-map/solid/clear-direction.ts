import { normalize, scale, subtract, add } from "../geometry/vector";
import type { Point3 } from "../types";
import type { TriangleTree } from "./triangle-tree";

const FAR_MILLIMETRES = 3000;
/** A target may lie under the skin by this much and still be in plain sight. */
const UNDER_SKIN_MILLIMETRES = 70;
/** Tried in this order, in degrees around the upright axis: as little as possible away from the wanted direction. */
const TURNS = [0, 20, -20, 40, -40, 60, -60, 80, -80, 100, -100];

/**
 * The direction from which a place can be seen, as near as possible to the wanted one: the inside of a thigh is hidden by
 * the other leg, a flank by the arm.
 * @param target millimetres.
 */
export function clearDirection(tree: TriangleTree, target: Point3, wanted: Point3): Point3 {
  return TURNS.map((turn) => turned(wanted, (turn * Math.PI) / 180)).find((direction) => isClear(tree, target, direction)) ?? wanted;
}

function isClear(tree: TriangleTree, target: Point3, direction: Point3): boolean {
  const from = scale(add(target, scale(normalize(direction), FAR_MILLIMETRES)), 0.001);
  const towards = normalize(subtract(scale(target, 0.001), from));
  const hit = tree.firstHit(from.x, from.y, from.z, towards.x, towards.y, towards.z);
  return !hit || hit.distance * 1000 > FAR_MILLIMETRES - UNDER_SKIN_MILLIMETRES;
}

function turned(direction: Point3, angle: number): Point3 {
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  return { x: direction.x * cosine + direction.z * sine, y: direction.y, z: direction.z * cosine - direction.x * sine };
}
