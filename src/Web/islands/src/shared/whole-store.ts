import { change, DATABASE, openDatabase, Store, type Remembered } from "./store";

/** The store with what concerns all of its values at once; apart, because most pages never need it. */
export class WholeStore extends Store {
  readonly #opened = openDatabase();

  /** All of it or nothing: one change of the database. */
  async writeAll(values: Partial<Remembered>): Promise<void> {
    const entries = Object.entries(values);
    const database = await this.#opened;
    if (!database) {
      for (const [key, value] of entries) sessionStorage.setItem(keyOf(key), JSON.stringify(value));
      return;
    }
    await change(database, (table) => entries.forEach(([key, value]) => table.put(value, key)));
    for (const [key] of entries) withSession((session) => session.removeItem(keyOf(key)));
  }

  async forgetAll(): Promise<void> {
    withSession((session) => {
      for (const key of Object.keys(session).filter((each) => each.startsWith(keyOf("")))) session.removeItem(key);
    });
    const database = await this.#opened;
    if (database) await change(database, (table) => table.clear());
  }
}

/** As the values are called that wait in the session's storage. */
const keyOf = (key: string): string => `${DATABASE}-${key}`;

function withSession(act: (session: Storage) => void): void {
  try {
    act(sessionStorage);
  } catch {
    // Refused: then nothing waits there.
  }
}
