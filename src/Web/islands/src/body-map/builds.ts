import type { Point3 } from "./types";

/** The builds of the figure, the neutral one first. */
export const BUILDS = ["neutral", "broad-shoulders", "broad-hips"] as const;
export type BuildId = (typeof BUILDS)[number];

/** A smooth map of the body frame: where the places of the neutral figure lie in a build. Millimetres. */
export interface FigureBuild {
  readonly id: BuildId;
  place(neutral: Point3): Point3;
}

/** The figure as it is described. */
export const NEUTRAL: FigureBuild = { id: "neutral", place: (neutral) => neutral };

/** What is not the name of a build stands for the neutral one. */
export function buildIdOf(name: string | null): BuildId {
  return BUILDS.find((build) => build === name) ?? "neutral";
}
