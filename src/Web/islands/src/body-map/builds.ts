import type { Point3 } from "./types";

/** The builds of the figure, the neutral one first. */
export const BUILDS = ["neutral", "broad-shoulders", "broad-hips"] as const;
export type BuildId = (typeof BUILDS)[number];

/** What is not the name of a build stands for the neutral one. */
export function buildIdOf(name: string | null | undefined): BuildId {
  return BUILDS.find((build) => build === name) ?? "neutral";
}

/**
 * A smooth map of the body frame: where the places of the neutral figure lie in a build. Millimetres. Marks, fibres and zones
 * are known on the neutral figure only; a view places them when it draws.
 */
export interface FigureBuild {
  readonly id: BuildId;
  place(neutral: Point3): Point3;
  /** The direction out of the skin where the neutral figure has this one at a place of it; length 1. */
  direction(at: Point3, normal: Point3): Point3;
  /** The place of the neutral figure that lies there. */
  undo(placed: Point3): Point3;
}

/** The figure as it is described. */
export const NEUTRAL: FigureBuild = { id: "neutral", place: (neutral) => neutral, direction: (_at, normal) => normal, undo: (placed) => placed };

/** Loads what the build needs, the reckoning included; the neutral one needs nothing. */
export async function loadBuild(id: BuildId, signal: AbortSignal): Promise<FigureBuild> {
  return id === "neutral" ? NEUTRAL : (await import("./build-table")).loadNamed(id, signal);
}
