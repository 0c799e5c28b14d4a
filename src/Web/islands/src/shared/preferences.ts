/** What this browser remembers of how somebody likes the figure: no health data, so it needs no store of its own. */
const PREFIX = "unknot-";

export type Preference = "build";

export function preferred(what: Preference): string | null {
  try {
    return localStorage.getItem(PREFIX + what);
  } catch {
    return null; // refused, as in some private windows
  }
}

export function prefer(what: Preference, value: string): void {
  try {
    localStorage.setItem(PREFIX + what, value);
  } catch {
    // For this page only, then.
  }
}
