/** Something a person wants to do again, in their own words: an item of the Patient-Specific Functional Scale. */
export interface Activity {
  /** Milliseconds since 1970 when it was written down; no two activities share it. */
  readonly at: number;
  readonly name: string;
  /** In the order of time, at most one a day. */
  readonly ratings: readonly ActivityRating[];
}

export interface ActivityRating {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** From 0 (cannot do it) to 10 (as before the trouble). */
  readonly value: number;
}

/** Days as calendar files call them, from Monday on. */
export const WEEK_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];

/** What was last asked for as reminders. Kept so that a new file replaces the old events instead of adding to them. */
export interface Reminder {
  readonly uid: string;
  /** How many files were made before. */
  readonly sequence: number;
  readonly days: readonly WeekDay[];
  /** "19:30", by the clock on the wall. */
  readonly time: string;
  /** Absent: for ever. */
  readonly weeks?: number;
  /** Whether the title says what it is about. */
  readonly says: boolean;
}
