import { MINUTES_A_ROW, PracticeClock, columnsOf, instantAt, machine, rowWithin, type Column } from "./calendar-place";

/** Pixels that the pointer must go before a press is a drag. */
const DRAG_FROM = 5;
/** Rows to which a tap on free time snaps: a quarter of an hour. */
const TAP_ROWS = 3;

/** Something on its way to another place. */
interface Journey {
  readonly entry: HTMLElement;
  readonly span: number;
  readonly ghost: HTMLElement;
  column: Column;
  row: number;
  /** Set while a pointer carries it: how far below its top it was taken. */
  grabbed: { readonly pointer: number; readonly below: number } | undefined;
}

/**
 * `<calendar-board>` around the day, week or month: arrows go from entry to entry; an entry is moved by dragging it, or by M, arrows and
 * Enter; a tap on free time offers to book or block it. What is moved is asked about once more and then posted: the server decides.
 */
export class CalendarBoardElement extends HTMLElement {
  #listening: AbortController | undefined;
  #clock: PracticeClock | undefined;
  #known: Column[] | undefined;
  #journey: Journey | undefined;
  #pressed: { entry: HTMLElement; x: number; y: number; pointer: number } | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #swallowsClick = false;

  connectedCallback(): void {
    this.#clock = new PracticeClock(this.dataset["zone"] ?? "UTC");
    this.#known = undefined;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("keydown", (event) => { this.#press(event); }, { signal });
    this.addEventListener("pointerdown", (event) => { this.#down(event); }, { signal });
    this.addEventListener("pointermove", (event) => { this.#drag(event); }, { signal });
    this.addEventListener("pointerup", (event) => { this.#drop(event); }, { signal });
    this.addEventListener("pointercancel", () => { this.#pressed = undefined; this.#cancel(); }, { signal });
    this.addEventListener("click", (event) => { this.#click(event); }, { signal, capture: true });
    // Escape is heard wherever the focus is while a pointer carries something.
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && this.#journey?.grabbed) this.#cancel("Left where it was."); }, { signal });
    for (const dialog of this.querySelectorAll("dialog")) {
      dialog.querySelector("[data-close]")?.addEventListener("click", () => { dialog.close(); }, { signal });
      dialog.addEventListener("close", () => { this.#cancel(); }, { signal });
    }
    this.#timer = setInterval(() => { this.#moveNow(); }, 30_000);
    this.#moveNow();
  }

  disconnectedCallback(): void {
    this.#cancel();
    this.#listening?.abort();
    clearInterval(this.#timer);
  }

  get #columns(): Column[] {
    return (this.#known ??= columnsOf(this));
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const entry = event.target.closest<HTMLElement>("[data-entry]");
    if (!entry) return;
    if (this.#journey) {
      this.#carry(event, this.#journey);
    } else if (event.key.toLowerCase() === "m" && entry.dataset["movable"] === "yes" && this.#columns.length > 0) {
      event.preventDefault();
      this.#begin(entry);
      this.#tell("Moving. Arrows change the time and the column, Shift and arrows by five minutes, Enter confirms, Escape leaves it. ");
    } else if (event.key.startsWith("Arrow")) {
      const next = this.#neighbour(entry, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }

  /** One key while an entry is carried by the keyboard. */
  #carry(event: KeyboardEvent, journey: Journey): void {
    const step = event.shiftKey ? 1 : Math.max(1, Math.round(Number(journey.entry.dataset["step"]) / MINUTES_A_ROW));
    const rows = { ArrowUp: -step, ArrowDown: step }[event.key];
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (rows !== undefined) {
      this.#place(journey, journey.column, journey.row + rows);
    } else if (aside !== undefined) {
      const next = this.#beside(journey, aside);
      if (next) this.#place(journey, next, journey.row);
    } else if (event.key === "Enter") {
      this.#confirm(journey);
    } else if (event.key === "Escape") {
      this.#cancel("Left where it was.");
    } else if (event.key === "Tab") {
      this.#cancel("Left where it was.");
      return;
    } else {
      return;
    }
    event.preventDefault();
    if (rows !== undefined || aside !== undefined) this.#tell(this.#words(journey));
  }

  #beside(journey: Journey, aside: number): Column | undefined {
    for (let at = this.#columns.indexOf(journey.column) + aside; at >= 0 && at < this.#columns.length; at += aside) {
      if (this.#columns[at]?.isOpen) return this.#columns[at];
    }
    return undefined;
  }

  #neighbour(entry: HTMLElement, key: string): HTMLElement | undefined {
    const columns = [...this.querySelectorAll<HTMLElement>(".cal-col")].map((column) => [...column.querySelectorAll<HTMLElement>("[data-entry]")]);
    const at = columns.findIndex((entries) => entries.includes(entry));
    const here = columns[at] ?? [];
    if (key === "ArrowUp" || key === "ArrowDown") return here[here.indexOf(entry) + (key === "ArrowDown" ? 1 : -1)];
    const aside = key === "ArrowRight" ? 1 : -1;
    for (let other = at + aside; other >= 0 && other < columns.length; other += aside) {
      const entries = columns[other] ?? [];
      if (entries.length === 0) continue;
      const height = entry.getBoundingClientRect().top;
      return entries.reduce((best, each) => (Math.abs(each.getBoundingClientRect().top - height) < Math.abs(best.getBoundingClientRect().top - height) ? each : best));
    }
    return undefined;
  }

  #down(event: PointerEvent): void {
    this.#swallowsClick = false;
    // A finger scrolls; on a phone the board is a list. The form on the entry's page moves it there.
    if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
    const entry = event.target.closest<HTMLElement>("[data-entry][data-movable='yes']");
    if (entry && this.#columns.length > 0 && !this.#journey) this.#pressed = { entry, x: event.clientX, y: event.clientY, pointer: event.pointerId };
  }

  #drag(event: PointerEvent): void {
    const pressed = this.#pressed;
    if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= DRAG_FROM) {
      this.#pressed = undefined;
      this.#begin(pressed.entry, { pointer: pressed.pointer, below: pressed.y - pressed.entry.getBoundingClientRect().top });
      this.setPointerCapture(pressed.pointer);
    }
    const journey = this.#journey;
    if (journey?.grabbed?.pointer !== event.pointerId) return;
    event.preventDefault();
    const under = this.#columns.find((column) => {
      const box = column.element.getBoundingClientRect();
      return column.isOpen && event.clientX >= box.left && event.clientX < box.right;
    }) ?? journey.column;
    const box = under.track.getBoundingClientRect();
    this.#place(journey, under, ((event.clientY - journey.grabbed.below - box.top) / box.height) * under.rows);
  }

  #drop(event: PointerEvent): void {
    this.#pressed = undefined;
    const journey = this.#journey;
    if (journey?.grabbed?.pointer !== event.pointerId) return;
    // The click that follows would open the entry.
    this.#swallowsClick = true;
    journey.grabbed = undefined;
    this.#confirm(journey);
  }

  #click(event: MouseEvent): void {
    if (this.#swallowsClick) {
      this.#swallowsClick = false;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!(event.target instanceof Element) || event.target.closest("a, button, dialog") || this.#journey) return;
    const column = this.#columns.find((each) => each.track.contains(event.target as Element));
    if (!column?.isOpen || getComputedStyle(column.track).display !== "grid") return;
    const box = column.track.getBoundingClientRect();
    const row = Math.floor(((event.clientY - box.top) / box.height) * column.rows / TAP_ROWS) * TAP_ROWS;
    this.#offer(column, rowWithin(column, row, TAP_ROWS));
  }

  #begin(entry: HTMLElement, grabbed?: Journey["grabbed"]): void {
    const column = this.#columns.find((each) => each.element.contains(entry));
    if (!column) return;
    const ghost = document.createElement("div");
    ghost.className = "cal-ghost";
    ghost.setAttribute("aria-hidden", "true");
    const span = Math.max(1, Math.round(Number(entry.dataset["minutes"]) / MINUTES_A_ROW));
    const row = Math.round((Date.parse(entry.dataset["start"] ?? "") - column.from) / (MINUTES_A_ROW * 60_000));
    this.#journey = { entry, span, ghost, column, row, grabbed };
    entry.classList.add("is-leaving");
    this.#place(this.#journey, column, row);
  }

  #place(journey: Journey, column: Column, row: number): void {
    journey.column = column;
    journey.row = rowWithin(column, row, journey.span);
    const { ghost } = journey;
    if (ghost.parentElement !== column.track) column.track.append(ghost);
    ghost.style.gridRowStart = String(journey.row + 1);
    ghost.style.gridRowEnd = `span ${String(Math.min(journey.span, column.rows))}`;
    const start = this.#start(journey);
    ghost.textContent = `${this.#clock?.time(start) ?? ""}–${this.#clock?.time(start + journey.span * MINUTES_A_ROW * 60_000) ?? ""} ${journey.entry.dataset["title"] ?? ""}`;
  }

  #start(journey: Journey): number {
    return instantAt(journey.column, journey.row);
  }

  #words(journey: Journey): string {
    return `${this.#clock?.moment(this.#start(journey)) ?? ""}${journey.column.name ? ` with ${journey.column.name}` : ""}`;
  }

  #confirm(journey: Journey): void {
    const { entry } = journey;
    const therapist = journey.column.therapist || (entry.dataset["therapist"] ?? "");
    const before = Date.parse(entry.dataset["start"] ?? "");
    const dialog = this.querySelector<HTMLDialogElement>("dialog[data-moving]");
    const form = dialog?.querySelector("form");
    if (!dialog || !form || (this.#start(journey) === before && therapist === entry.dataset["therapist"])) {
      this.#cancel("Left where it was.");
      return;
    }
    fill(form, { id: entry.dataset["entry"] ?? "", version: entry.dataset["version"] ?? "", start: machine(this.#start(journey)), therapist });
    const words = form.querySelector("[data-words]");
    if (words) words.textContent = `Move ${entry.dataset["title"] ?? ""} from ${this.#clock?.moment(before) ?? ""} to ${this.#words(journey)}?`;
    const tell = form.querySelector<HTMLElement>("[data-tell]");
    if (tell) tell.hidden = entry.dataset["client"] !== "yes";
    dialog.showModal();
    form.querySelector<HTMLButtonElement>("button[type='submit']")?.focus();
  }

  #offer(column: Column, row: number): void {
    const dialog = this.querySelector<HTMLDialogElement>("dialog[data-free]");
    const form = dialog?.querySelector("form");
    if (!dialog || !form) return;
    const start = machine(instantAt(column, row));
    const title = dialog.querySelector("h2");
    if (title) title.textContent = `${this.#clock?.moment(instantAt(column, row)) ?? ""}${column.name ? `, ${column.name}` : ""}`;
    fill(form, { start, therapist: column.therapist });
    const fieldset = form.querySelector("fieldset");
    if (fieldset) fieldset.hidden = column.therapist === "";
    const book = form.querySelector<HTMLAnchorElement>("a[data-book]");
    if (book) book.href = `/console/calendar/book?start=${encodeURIComponent(start)}${column.therapist ? `&therapist=${column.therapist}` : ""}`;
    dialog.showModal();
    book?.focus();
  }

  #cancel(words = ""): void {
    const journey = this.#journey;
    this.#journey = undefined;
    if (!journey) return;
    journey.ghost.remove();
    journey.entry.classList.remove("is-leaving");
    if (journey.grabbed && this.hasPointerCapture(journey.grabbed.pointer)) {
      this.releasePointerCapture(journey.grabbed.pointer);
      this.#swallowsClick = true;
    }
    journey.entry.focus();
    this.#tell(words);
  }

  #tell(words: string): void {
    const told = this.querySelector("[data-told]");
    if (told) told.textContent = words;
  }

  /** The line of now goes on while the page stays open. */
  #moveNow(): void {
    const line = this.querySelector<HTMLElement>(".cal-now");
    const column = line && this.#columns.find((each) => each.element.contains(line));
    if (!column) return;
    const row = Math.round((Date.now() - column.from) / (MINUTES_A_ROW * 60_000));
    line.hidden = row < 0 || row >= column.rows;
    if (!line.hidden) line.style.gridRowStart = String(row + 1);
  }
}

function fill(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}
