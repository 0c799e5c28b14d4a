/** What was typed and not saved yet, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;

/** Keeps what is typed in this browser, until it is saved: a lost connection or a closed window loses nothing. */
export class KeptDraft {
  readonly #key: string;
  readonly #storage: Storage;

  constructor(article: string, storage: Storage = localStorage) {
    this.#storage = storage;
    this.#key = `unknot-article-${article}`;
  }

  keep(typed: Typed): void {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(typed));
    } catch {
      // A full or forbidden store keeps nothing; the guard against leaving still stands.
    }
  }

  /** What lies there and differs from what the page shows. */
  find(shown: Typed): Typed | undefined {
    const text = this.#storage.getItem(this.#key);
    if (text === null) return undefined;
    try {
      const typed = JSON.parse(text) as Typed;
      if (Object.entries(typed).some(([name, value]) => name in shown && shown[name] !== value)) return typed;
    } catch {
      // Not ours, or broken.
    }
    this.forget();
    return undefined;
  }

  forget(): void {
    this.#storage.removeItem(this.#key);
  }
}
