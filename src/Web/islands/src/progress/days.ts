const DAY_MS = 86_400_000;

/** The day on the calendar of this place, counted from 1970; two moments of one day share it, summer time or not. */
export function dayOf(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

/** When a day begins here; milliseconds since 1970. */
export function startOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime();
}

/** 0 for Monday … 6 for Sunday. */
export function weekDayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7; // the first of January 1970 was a Thursday
}

/** "2026-11-26". */
export function isoDayOf(at: number): string {
  return new Date(dayOf(at) * DAY_MS).toISOString().slice(0, 10);
}

/** The same day a month (or more) later, the first of the month given. */
export function monthsAfter(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS);
}
