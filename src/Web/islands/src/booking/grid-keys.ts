/** Where a key leads from a day of a month: to another day, or to another month. */
export type Step = { readonly day: number } | { readonly month: -1 | 1; readonly day: number };

/**
 * @param key of the keyboard event
 * @param day 1 to days
 * @param days in the month
 * @param column of the day in its week, 0 to 6
 * @returns undefined for a key that leads nowhere. Days before the first belong to the month before: 0 is its last.
 */
export function stepOf(key: string, day: number, days: number, column: number): Step | undefined {
  switch (key) {
    case "ArrowLeft": return to(day - 1, days);
    case "ArrowRight": return to(day + 1, days);
    case "ArrowUp": return to(day - 7, days);
    case "ArrowDown": return to(day + 7, days);
    case "Home": return { day: Math.max(1, day - column) };
    case "End": return { day: Math.min(days, day + 6 - column) };
    case "PageUp": return { month: -1, day };
    case "PageDown": return { month: 1, day };
    default: return undefined;
  }
}

function to(day: number, days: number): Step {
  if (day < 1) return { month: -1, day };
  if (day > days) return { month: 1, day: day - days };
  return { day };
}

/** The day to stand on in a month of so many days: not before the first, and counted from the end when not above 0. */
export function dayIn(days: number, wanted: number): number {
  return Math.min(days, Math.max(1, wanted < 1 ? days + wanted : wanted));
}
