/** What this browser remembers. It never leaves it. */
export interface Remembered {
  drawing: SavedDrawing;
  answers: SavedAnswers;
  plan: SavedPlan;
  session: SavedSession;
  outcomes: readonly Outcome[];
}

export interface SavedDrawing {
  /** Cell id and intensity. */
  readonly marks: readonly (readonly [number, number])[];
  /** Region inside the body ("tongue:midline") and intensity. */
  readonly inside: readonly (readonly [string, number])[];
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

/** Keeps values in IndexedDB; for this visit only, where the browser has none to give. */
export class Store {
  readonly #database: Promise<IDBDatabase | undefined> = openDatabase();
  readonly #visit = new Map<string, unknown>();

  async read<K extends keyof Remembered>(key: K): Promise<Remembered[K] | undefined> {
    const database = await this.#database;
    const value = database ? await done(database.transaction(TABLE).objectStore(TABLE).get(key)) : this.#visit.get(key);
    return value as Remembered[K] | undefined;
  }

  async write<K extends keyof Remembered>(key: K, value: Remembered[K]): Promise<void> {
    const database = await this.#database;
    if (database) await done(database.transaction(TABLE, "readwrite").objectStore(TABLE).put(value, key));
    else this.#visit.set(key, value);
  }

  async forget(key: keyof Remembered): Promise<void> {
    const database = await this.#database;
    if (database) await done(database.transaction(TABLE, "readwrite").objectStore(TABLE).delete(key));
    else this.#visit.delete(key);
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

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's storage failed.")));
  });
}
