import { fetchKept } from "../shared/fetch-kept";
import { scale } from "./geometry/vector";
import { NEUTRAL, type BuildId, type FigureBuild } from "./builds";
import type { Point3 } from "./types";

/** Height above the floor and value, from the floor upwards. */
export type Knots = readonly (readonly [height: number, value: number])[];

/** What `builds.json` holds; its meaning is described where it is written, in `src/Body/Builds`. */
export interface BuildTable {
  readonly middle: number;
  readonly trunkEdge: Knots;
  readonly armEdge: Knots;
  readonly builds: readonly { readonly id: string; readonly breadth: Knots; readonly depth: Knots; readonly armShift: Knots }[];
}

/** Step of the slopes, millimetres. */
const STEP = 0.5;
/** Each round of going back leaves less than half of the error of the one before. */
const UNDO_ROUNDS = 24;


const TABLE_ADDRESS = "/assets/figure/builds.json";

export async function loadNamed(id: BuildId, signal: AbortSignal): Promise<FigureBuild> {
  const response = await fetchKept(TABLE_ADDRESS, { signal });
  if (!response.ok) throw new Error(`${TABLE_ADDRESS} answered ${response.status}.`);
  return buildNamed(id, (await response.json()) as BuildTable);
}

/** @throws when the table has no such build. */
export function buildNamed(id: BuildId, table: BuildTable): FigureBuild {
  const row = table.builds.find((build) => build.id === id);
  if (!row) throw new Error(`There is no build ${id}.`);
  if (id === "neutral") return NEUTRAL;
  const [trunkEdge, armEdge] = [profile(table.trunkEdge), profile(table.armEdge)];
  const [breadth, depth, armShift] = [profile(row.breadth), profile(row.depth), profile(row.armShift)];

  const place = ({ x, y, z }: Point3): Point3 => {
    const outwards = Math.abs(x);
    const inner = trunkEdge(y);
    const share = Math.min(1, Math.max(0, (outwards - inner) / (armEdge(y) - inner)));
    const arm = share * share * (3 - 2 * share);
    const moved = (1 - arm) * outwards * (breadth(y) - 1) + arm * armShift(y);
    return { x: x + (x < 0 ? -moved : moved), y, z: z + (1 - arm) * (z - table.middle) * (depth(y) - 1) };
  };

  const direction = (at: Point3, normal: Point3): Point3 => {
    const slope = (axis: "x" | "y" | "z"): Point3 => {
      const [above, below] = [place({ ...at, [axis]: at[axis] + STEP }), place({ ...at, [axis]: at[axis] - STEP })];
      return { x: (above.x - below.x) / (2 * STEP), y: 0, z: (above.z - below.z) / (2 * STEP) };
    };
    // The inverse transpose of the slopes: heights stay and breadth does not change with depth, so one follows from the other.
    const [across, up] = [slope("x"), slope("y")];
    const z = normal.z / slope("z").z;
    const x = (normal.x - z * across.z) / across.x;
    const y = normal.y - x * up.x - z * up.z;
    return scale({ x, y, z }, 1 / Math.hypot(x, y, z));
  };

  const undo = (placed: Point3): Point3 => {
    let guess = placed;
    for (let round = 0; round < UNDO_ROUNDS; round++) {
      const there = place(guess);
      guess = { x: guess.x + placed.x - there.x, y: placed.y, z: guess.z + placed.z - there.z };
    }
    return guess;
  };

  return { id, place, direction, undo };
}

/** Cubic pieces between the knots with slopes that never overshoot one (Fritsch and Butland, 1984); constant beyond the ends. */
function profile(knots: Knots): (height: number) => number {
  const at = (index: number): readonly [number, number] => knots[index] ?? [0, 0];
  const steepness = (piece: number): number => (at(piece + 1)[1] - at(piece)[1]) / (at(piece + 1)[0] - at(piece)[0]);
  const slopes = knots.map(([height], index) => {
    if (index === 0 || index === knots.length - 1) return 0;
    const [below, above] = [steepness(index - 1), steepness(index)];
    const [stepBelow, stepAbove] = [height - at(index - 1)[0], at(index + 1)[0] - height];
    const share = (stepBelow + 2 * stepAbove) / (3 * (stepBelow + stepAbove));
    return below * above > 0 ? (below * above) / (share * above + (1 - share) * below) : 0;
  });
  return (height) => {
    const next = knots.findIndex(([knot]) => knot >= height);
    if (next <= 0) return at(next === 0 ? 0 : knots.length - 1)[1];
    const [[fromHeight, from], [toHeight, to]] = [at(next - 1), at(next)];
    const step = toHeight - fromHeight;
    const share = (height - fromHeight) / step;
    const rest = 1 - share;
    return (
      from +
      (to - from) * (1 + 2 * rest) * share * share +
      (slopes[next - 1] ?? 0) * step * share * rest * rest -
      (slopes[next] ?? 0) * step * share * share * rest
    );
  };
}
