import type { Side } from "./api";

/** A place that hurt, rated from 0 (none) to 10 (the worst imaginable): the numeric pain rating scale. */
export interface RatedPlace {
  /** A region and its side, such as "temple:right". */
  readonly place: string;
  /** "Temple, right", as it was called when it was marked. */
  readonly name: string;
  readonly before: number;
  /** Absent until it was rated again. */
  readonly after?: number;
}

/** A point that was held, with what was done. */
export interface TreatedPoint {
  readonly point: string;
  readonly side: Side;
  readonly muscle: string;
  /** Name of the muscle. */
  readonly name: string;
  /** Finished holds, at least 1. */
  readonly holds: number;
  /** Length of one hold. */
  readonly holdSeconds: number;
}

/** One sitting: what hurt, what was pressed, what it was like afterwards. */
export interface DiaryEntry {
  /** Milliseconds since 1970 when its plan was made; no two entries share it. */
  readonly at: number;
  readonly places: readonly RatedPlace[];
  readonly points: readonly TreatedPoint[];
  /** How it was on the whole; from before places were rated one by one. */
  readonly change?: "better" | "same" | "worse";
}
