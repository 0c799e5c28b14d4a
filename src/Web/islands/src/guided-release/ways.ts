import type { ReleaseWay } from "../shared/api";
import type { ToolAtHand } from "../shared/release-settings";

type Tool = ReleaseWay["tool"];

/** What a tool takes, beside the body. */
const TAKES: Readonly<Record<Tool, ToolAtHand | "therapist" | undefined>> = {
  fingers: undefined,
  thumb: undefined,
  pinch: undefined,
  "opposite-hand": undefined,
  knuckles: undefined,
  "other-leg": undefined,
  breath: undefined,
  "ball-wall": "ball",
  "ball-floor": "ball",
  "ball-seat": "ball",
  "ball-table": "ball",
  roller: "roller",
  cane: "cane",
  therapist: "therapist",
};

export interface ChosenWay {
  readonly way: ReleaseWay;
  /** The way that comes first for this point, when it takes what is not at hand. */
  readonly insteadOf: ReleaseWay | undefined;
  /** What it takes that is not at hand: there is no other way to this point. */
  readonly lacks: ToolAtHand | undefined;
}

/** The ways of a muscle that reach a point, the usual one first. */
export const waysTo = (point: string, releases: readonly ReleaseWay[]): readonly ReleaseWay[] =>
  releases.filter((way) => TAKES[way.tool] !== "therapist" && (way.points.length === 0 || way.points.includes(point)));

export function isAtHand(way: ReleaseWay, tools: readonly ToolAtHand[]): boolean {
  const takes = TAKES[way.tool];
  return takes === undefined || (takes !== "therapist" && tools.includes(takes));
}

/**
 * How a point is pressed with what is at hand.
 * @param ways not empty; the usual one first.
 * @param wanted the technique that was chosen for it, by the person or by a programme.
 */
export function chooseWay(ways: readonly ReleaseWay[], tools: readonly ToolAtHand[], wanted: string | undefined): ChosenWay | undefined {
  const first = ways.find((way) => way.technique === wanted) ?? ways[0];
  if (!first) return undefined;
  if (isAtHand(first, tools)) return { way: first, insteadOf: undefined, lacks: undefined };
  // Breathing presses nothing; it only helps where nothing else does.
  const others = ways.filter((way) => isAtHand(way, tools));
  const other = others.find((way) => way.tool !== "breath") ?? others[0];
  const takes = TAKES[first.tool];
  return other ? { way: other, insteadOf: first, lacks: undefined } : { way: first, insteadOf: undefined, lacks: takes === "therapist" ? undefined : takes };
}
