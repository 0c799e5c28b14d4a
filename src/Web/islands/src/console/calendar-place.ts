/** Minutes that one row of the calendar stands for. */
export const MINUTES_A_ROW = 5;

/** A column of the board: one day of one therapist, or of all. */
export interface Column {
  readonly element: HTMLElement;
  readonly track: HTMLElement;
  /** Instant of its top, in milliseconds. */
  readonly from: number;
  readonly rows: number;
  /** Empty when it is nobody's alone. */
  readonly therapist: string;
  readonly name: string;
  /** May whoever looks at it put something there? */
  readonly isOpen: boolean;
}

export function columnsOf(board: HTMLElement): Column[] {
  return [...board.querySelectorAll<HTMLElement>(".cal-board .cal-col")].flatMap((element) => {
    const track = element.querySelector<HTMLElement>(".cal-track");
    const from = Date.parse(element.dataset["from"] ?? "");
    const rows = Number(element.dataset["rows"]);
    if (!track || Number.isNaN(from) || !(rows > 0)) return [];
    return [{ element, track, from, rows, therapist: element.dataset["therapist"] ?? "", name: element.dataset["name"] ?? "", isOpen: element.dataset["open"] === "yes" }];
  });
}

/** The instant of a row. */
export function instantAt(column: Column, row: number): number {
  return column.from + row * MINUTES_A_ROW * 60_000;
}

/** The nearest row that keeps something of this length inside the column, as far as it fits. */
export function rowWithin(column: Column, row: number, span: number): number {
  return Math.max(0, Math.min(Math.round(row), column.rows - Math.min(span, column.rows)));
}

/** As the server reads it: "2026-11-26T14:00:00Z". */
export function machine(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Says instants on the practice's wall clock, wherever the browser is. */
export class PracticeClock {
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;

  constructor(zone: string) {
    this.#time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.#day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", day: "numeric", month: "short" });
  }

  /** "14:05" */
  time(instant: number): string {
    return this.#time.format(instant);
  }

  /** "Thu 26 Nov, 14:05" */
  moment(instant: number): string {
    return `${this.#day.format(instant).replace(",", "")}, ${this.time(instant)}`;
  }
}
