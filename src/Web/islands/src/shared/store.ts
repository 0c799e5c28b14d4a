import type { SessionClock } from "../guided-release/session-clock";
import type { Activity, Reminder } from "./activities";
import type { PainQuality } from "./api";
import type { DiaryEntry, RatedPlace } from "./diary";
import type { ReleaseSettings } from "./release-settings";

/** What this browser remembers. It never leaves it. */
export interface Remembered {
  drawing: SavedDrawing;
  /** No longer kept here; forgotten where it is found. */
  answers: never;
  plan: SavedPlan;
  session: SavedSession;
  releaseSettings: ReleaseSettings;
  /** From before the diary; nothing writes it any more. */
  outcomes: readonly Outcome[];
  /** In the order of time. */
  diary: readonly DiaryEntry[];
  /** At most three, in the order they were written down. */
  activities: readonly Activity[];
  reminder: Reminder;
}

export interface SavedDrawing {
  /** When it was last changed, milliseconds since 1970; absent in older drawings. */
  readonly at?: number;
  /** Cell id and intensity, 0 to 1; 0: it does not hurt there. */
  readonly marks: readonly (readonly [number, number])[];
  /** Region inside the body ("tongue:midline") and intensity. */
  readonly inside: readonly (readonly [string, number])[];
  /** What was said of single places; absent in older drawings. */
  readonly places?: readonly (readonly [string, { readonly qualities: readonly PainQuality[]; readonly depth?: "surface" | "deep" | undefined }])[];
  /** How it feels on the whole. */
  readonly felt?: readonly PainQuality[];
}

export interface PlannedPoint {
  readonly point: string;
  readonly side: "left" | "right" | "midline";
  readonly muscle: string;
  readonly name: string;
  readonly where: string;
  /** How a ready-made programme presses it; absent where the person's tools decide. */
  readonly technique?: string;
}

export interface SavedPlan {
  /** Milliseconds since 1970; tells one session from the next. */
  readonly at: number;
  /** One to four a side, key points first. */
  readonly points: readonly PlannedPoint[];
  /** What was marked when the plan was made, with its intensity of 0 to 10; absent for a ready-made programme. */
  readonly places?: readonly { readonly place: string; readonly name: string; readonly intensity: number }[];
  /** The ready-made programme it comes from; absent for a plan made from a ranking. */
  readonly programme?: string;
  /** Name of that programme. */
  readonly name?: string;
  /** The places that the programme asks about, in words. */
  readonly asks?: readonly { readonly place: string; readonly name: string }[];
}

/** A point as it is pressed in a session that has begun. */
export interface SavedStep extends PlannedPoint {
  readonly technique: string;
  readonly holdSeconds: number;
  readonly rounds: number;
}

/** A hold that was finished. */
export interface SavedHold {
  /** Number of its step. */
  readonly step: number;
  /** The most it hurt, as was said during the hold: 0 to 10. Absent when nothing was said. */
  readonly discomfort?: number;
}

export interface SavedSession {
  /** The plan it belongs to. */
  readonly planAt: number;
  readonly steps: readonly SavedStep[];
  readonly clock: SessionClock;
  /** When this was true; milliseconds since 1970. */
  readonly savedAt: number;
  readonly holds: readonly SavedHold[];
  readonly places: readonly RatedPlace[];
  /** Whether the end was reached, or chosen. */
  readonly ended: boolean;
}

export interface Outcome {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly points: readonly string[];
  readonly change: "better" | "same" | "worse";
}

export const DATABASE = "unknot";
const TABLE = "remembered";

/**
 * Keeps values in IndexedDB; for this visit only, where the browser has none to give. A page that is left at once may lose what
 * it was still writing, so a value waits in the session's storage until it is safe.
 */
export class Store {
  readonly #database: Promise<IDBDatabase | undefined> = openDatabase();

  async read<K extends keyof Remembered>(key: K): Promise<Remembered[K] | undefined> {
    const waiting = Waiting.read(key);
    if (waiting !== null) {
      const value = JSON.parse(waiting) as Remembered[K];
      void this.write(key, value);
      return value;
    }
    const database = await this.#database;
    const value: unknown = database ? await done(database.transaction(TABLE).objectStore(TABLE).get(key)) : undefined;
    return value as Remembered[K] | undefined;
  }

  async write<K extends keyof Remembered>(key: K, value: Remembered[K]): Promise<void> {
    const text = JSON.stringify(value);
    Waiting.write(key, text);
    const database = await this.#database;
    if (!database) return;
    try {
      await change(database, (table) => table.put(value, key));
    } catch {
      return; // full, or closing: it goes on waiting
    }
    if (Waiting.read(key) === text) Waiting.remove(key);
  }

  async forget(key: keyof Remembered): Promise<void> {
    Waiting.remove(key);
    const database = await this.#database;
    if (database) await change(database, (table) => table.delete(key));
  }
}

/** Values on their way into the database. Where the session's storage is refused, they are only safe once they are there. */
const Waiting = {
  read: (key: string): string | null => withSession((session) => session.getItem(`${DATABASE}-${key}`)) ?? null,
  write: (key: string, text: string): void => withSession((session) => session.setItem(`${DATABASE}-${key}`, text)),
  remove: (key: string): void => withSession((session) => session.removeItem(`${DATABASE}-${key}`)),
};

function withSession<T>(act: (session: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}

export async function openDatabase(): Promise<IDBDatabase | undefined> {
  if (!("indexedDB" in globalThis)) return undefined;
  try {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(TABLE));
    return await done(request);
  } catch {
    return undefined; // refused, as in some private windows
  }
}

/** Resolves once the change is in the database for good. */
export function change(database: IDBDatabase, act: (table: IDBObjectStore) => unknown): Promise<void> {
  const transaction = database.transaction(TABLE, "readwrite");
  act(transaction.objectStore(TABLE));
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("The browser's storage failed.")));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's storage failed.")));
  });
}
