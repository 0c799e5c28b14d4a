import type { Activity } from "../shared/activities";
import type { DiaryEntry, RatedPlace } from "../shared/diary";
import { t } from "../shared/text";
import type { Kept } from "./backup";
import * as read from "./checked";
import { inOrder } from "./entries";
import { FormProblem } from "./form-problem";
import { MOST_ACTIVITIES } from "./limits";

/**
 * One row a rating. Pain: id is the place, `before` and `after` are 0 (none) to 10. Activity: id is its number, `before` is the
 * rating from 0 (cannot) to 10 (as before the trouble).
 */
const COLUMNS = ["time", "kind", "id", "name", "before", "after"] as const;

/** As RFC 4180 wants it, with the mark that tells spreadsheets that it is UTF-8. */
export function writeCsv({ diary = [], activities = [] }: Kept): string {
  const rows = [
    ...diary.flatMap((entry) => entry.places.map((place) => [time(entry.at), "pain", place.place, place.name, String(place.before), place.after === undefined ? "" : String(place.after)])),
    ...activities.flatMap((activity) => activity.ratings.map((rating) => [time(rating.at), "activity", String(activity.at), activity.name, String(rating.value), ""])),
  ];
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

const time = (at: number): string => new Date(at).toISOString();

/** A cell that begins like a formula would be worked out by a spreadsheet: an apostrophe before it makes it text. */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r]/;

function cell(value: string): string {
  const safe = LIKE_A_FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const plain = (value: string): string => (LIKE_A_FORMULA.test(value) && value.startsWith("'") ? value.slice(1) : value);

/** @throws FormProblem naming the line that is wrong */
export function readCsv(text: string): Kept {
  const [header, ...rows] = split(text.replace(/^\uFEFF/, ""));
  if (!header || COLUMNS.some((column, index) => header.cells[index]?.trim() !== column) || header.cells.length !== COLUMNS.length) {
    throw new FormProblem(t("The first line must name the columns: {0}.", COLUMNS.join(",")));
  }
  const entries = new Map<number, RatedPlace[]>();
  const activities = new Map<number, { at: number; name: string; ratings: { at: number; value: number }[] }>();
  for (const { line, cells } of rows) {
    const field = (name: string): string => t("Line {0}, {1}", line, name);
    if (cells.length !== COLUMNS.length) throw new FormProblem(t("Line {0} has {1} cells instead of {2}.", line, cells.length, COLUMNS.length));
    const [when = "", kind = "", id = "", name = "", before = "", after = ""] = cells.map(plain);
    const at = momentOf(when, field("time"));
    const rating = read.rating(numberOf(before), field("before"));
    const named = read.text(name, field("name"));
    if (read.oneOf("pain", "activity")(kind, field("kind")) === "pain") {
      const place = read.place(id, field("id"));
      const places = entries.get(at) ?? [];
      if (places.some((each) => each.place === place)) throw new FormProblem(t("{0} is there twice.", field("id")));
      entries.set(at, [...places, { place, name: named, before: rating, ...(after !== "" && { after: read.rating(numberOf(after), field("after")) }) }]);
    } else {
      const number = read.moment(numberOf(id), field("id"));
      const activity = activities.get(number) ?? { at: number, name: named, ratings: [] };
      activity.ratings.push({ at, value: rating });
      activities.set(number, activity);
      if (activities.size > MOST_ACTIVITIES) throw new FormProblem(t("{0}: there may be at most {1} activities.", field("id"), MOST_ACTIVITIES));
    }
  }
  const diary = [...entries].map(([at, places]): DiaryEntry => ({ at, places, points: [] }));
  const kept = [...activities.values()].map((activity): Activity => ({ ...activity, ratings: inOrder(activity.ratings) }));
  return { diary: inOrder(diary), ...(kept.length > 0 && { activities: inOrder(kept) }) };
}

const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

function momentOf(text: string, field: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  if (Number.isNaN(at)) throw new FormProblem(t("{0} must be written like {1}.", field, "2026-05-03T19:30:00Z"));
  return read.moment(at, field);
}

interface Row {
  /** Counted from 1 in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells by commas, or by semicolons where the first line has no comma; quotes, and line ends of any kind. */
function split(text: string): readonly Row[] {
  const separator = (text.split(/[\r\n]/, 1)[0] ?? "").includes(",") ? "," : ";";
  const rows: Row[] = [];
  let [cells, value, line, started, quoted]: [string[], string, number, number, boolean] = [[], "", 1, 1, false];
  const endRow = (): void => {
    if (cells.length > 0 || value !== "") rows.push({ line: started, cells: [...cells, value] });
    [cells, value] = [[], ""];
  };
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? "";
    const isLineEnd = sign === "\n" || (sign === "\r" && text[index + 1] !== "\n");
    if (isLineEnd) line++;
    if (quoted) {
      if (sign === '"' && text[index + 1] === '"') value += text[++index] ?? "";
      else if (sign === '"') quoted = false;
      else value += sign;
    } else if (sign === '"' && value === "") {
      quoted = true;
    } else if (sign === separator) {
      cells.push(value);
      value = "";
    } else if (isLineEnd) {
      endRow();
      started = line;
    } else if (sign !== "\r") {
      value += sign;
    }
  }
  if (quoted) throw new FormProblem(t("Line {0} has a quotation mark that is never closed.", started));
  endRow();
  return rows;
}
