/**
 * Values of this visit: they outlive a reload of the page, and end with the tab. For what is true today and perhaps not tomorrow.
 * Where the browser refuses even that, they last as long as the page.
 */
export interface Visit {
  /** Ids of the red flags that were answered with no. */
  safety: { readonly at: number; readonly no: readonly string[] };
  /** What was pressed and asked since the drawing was made. */
  checks: readonly unknown[];
}

const PREFIX = "unknot-visit-";
const page = new Map<string, string>();

export function readVisit<K extends keyof Visit>(key: K): Visit[K] | undefined {
  const text = withStorage((session) => session.getItem(PREFIX + key)) ?? page.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as Visit[K]);
}

export function writeVisit<K extends keyof Visit>(key: K, value: Visit[K]): void {
  const text = JSON.stringify(value);
  page.set(key, text);
  withStorage((session) => session.setItem(PREFIX + key, text));
}

export function forgetVisit(key: keyof Visit): void {
  page.delete(key);
  withStorage((session) => session.removeItem(PREFIX + key));
}

function withStorage<T>(act: (session: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
