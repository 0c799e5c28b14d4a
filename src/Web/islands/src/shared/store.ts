import type { PainQuality } from "./api";
import type { DiaryEntry } from "./diary";

/** What this browser remembers. It never leaves it. */
export interface Remembered {
  drawing: SavedDrawing;
  answers: SavedAnswers;
  plan: SavedPlan;
  session: SavedSession;
  outcomes: readonly Outcome[];
  /** In the order of time. */
  diary: readonly DiaryEntry[];
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

export interface SavedAnswers {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Ids of the red flags that were answered with no. */
  readonly no: readonly string[];
}

export interface PlannedPoint {
  readonly point: string;
  readonly side: "left" | "right" | "midline";
  readonly muscle: string;
  readonly name: string;
  readonly where: string;
}

export interface SavedPlan {
  /** Milliseconds since 1970; tells one session from the next. */
  readonly at: number;
  /** One to four, key points first. */
  readonly points: readonly PlannedPoint[];
  /** What was marked when the plan was made, with its intensity of 0 to 10; absent for a ready-made programme. */
  readonly places?: readonly { readonly place: string; readonly name: string; readonly intensity: number }[];
  /** The ready-made programme it comes from; absent for a plan made from a ranking. */
  readonly programme?: string;
}

export interface SavedSession {
  /** The plan it belongs to. */
  readonly planAt: number;
  /** The point on screen; the number of points means the end. */
  readonly index: number;
  readonly holdSeconds: number;
  readonly muted: boolean;
  /** Finished holds for each point. */
  readonly holds: readonly number[];
  /** Technique chosen for a muscle. */
  readonly techniques: Readonly<Record<string, string>>;
  /** The hold that was under way when this was saved. */
  readonly timer?: SavedTimer;
}

export type Phase = "ready" | "holding" | "paused" | "resting" | "done";

/** What is needed to go on after the page was loaded again. */
export interface SavedTimer {
  readonly phase: Phase;
  /** Milliseconds left of the hold or of the rest. */
  readonly left: number;
  /** When this was true; milliseconds since 1970. */
  readonly at: number;
}

export interface Outcome {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly points: readonly string[];
  readonly change: "better" | "same" | "worse";
}

const DATABASE = "unknot";
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

async function openDatabase(): Promise<IDBDatabase | undefined> {
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
function change(database: IDBDatabase, act: (table: IDBObjectStore) => IDBRequest): Promise<void> {
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
