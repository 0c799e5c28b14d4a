/** Steps to take back and to take again. Holds values that are never changed. */
export class History<T> {
  static readonly #LONGEST = 100;
  readonly #past: T[] = [];
  #future: T[] = [];
  #present: T;

  constructor(present: T) {
    this.#present = present;
  }

  get present(): T {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  push(next: T): void {
    this.#past.push(this.#present);
    if (this.#past.length > History.#LONGEST) this.#past.shift();
    this.#present = next;
    this.#future = [];
  }

  undo(): T {
    const before = this.#past.pop();
    if (before !== undefined) {
      this.#future.push(this.#present);
      this.#present = before;
    }
    return this.#present;
  }

  redo(): T {
    const after = this.#future.pop();
    if (after !== undefined) {
      this.#past.push(this.#present);
      this.#present = after;
    }
    return this.#present;
  }
}
