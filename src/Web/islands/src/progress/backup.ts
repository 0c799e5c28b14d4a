import { QUALITIES } from "../pain-finder/place-words";
import { WEEK_DAYS, type Activity, type Reminder } from "../shared/activities";
import type { PainQuality } from "../shared/api";
import type { DiaryEntry } from "../shared/diary";
import type { PlannedPoint, Remembered, SavedDrawing, SavedPlan } from "../shared/store";
import { t } from "../shared/text";
import * as read from "./checked";
import { inOrder } from "./entries";
import { FormProblem } from "./form-problem";
import { MOST_ACTIVITIES } from "./limits";

/** What a file of one's own data holds. */
export type Kept = Partial<Pick<Remembered, "diary" | "activities" | "drawing" | "plan" | "reminder">>;

export const KEPT_KEYS = ["diary", "activities", "drawing", "plan", "reminder"] as const;

/** Of the form of the file; a later form gets a higher number. */
const VERSION = 1;
const MOST_ENTRIES = 100_000;
const side = read.oneOf("left", "right", "midline");

/** One reader for each field that is kept: a field that is added and forgotten here does not compile, rather than make one's own file unreadable. */
type EachOf<T> = Readonly<Record<keyof Required<T>, read.Reader<unknown>>>;

const entry: read.Reader<DiaryEntry> = read.object({
  at: read.moment,
  places: read.list(read.object({ place: read.place, name: read.text, before: read.rating, after: read.optional(read.rating) }), 500),
  points: read.list(
    read.object({ point: read.text, side, muscle: read.text, name: read.text, holds: read.whole(1, 1000), holdSeconds: read.whole(1, 3600) }),
    100,
  ),
  change: read.optional(read.oneOf("better", "same", "worse")),
} satisfies EachOf<DiaryEntry>);

const activity: read.Reader<Activity> = read.object({
  at: read.moment,
  name: read.text,
  ratings: read.list(read.object({ at: read.moment, value: read.rating }), MOST_ENTRIES),
});

const quality: read.Reader<PainQuality> = read.oneOf(...QUALITIES);

const drawing: read.Reader<SavedDrawing> = read.object({
  at: read.optional(read.moment),
  marks: read.list(read.pair(read.whole(0, 1_000_000), read.between(0, 10)), MOST_ENTRIES),
  inside: read.list(read.pair(read.text, read.between(0, 10)), 500),
  places: read.optional(
    read.list(read.pair(read.place, read.object({ qualities: read.list(quality, QUALITIES.length), depth: read.optional(read.oneOf("surface", "deep")) })), 500),
  ),
  felt: read.optional(read.list(quality, QUALITIES.length)),
} satisfies EachOf<SavedDrawing>);

const plan: read.Reader<SavedPlan> = read.object({
  at: read.moment,
  points: read.list(
    read.object({
      point: read.text, side, muscle: read.text, name: read.text, where: read.note, technique: read.optional(read.text),
    } satisfies EachOf<PlannedPoint>),
    100,
  ),
  places: read.optional(read.list(read.object({ place: read.text, name: read.text, intensity: read.between(0, 10) }), 500)),
  programme: read.optional(read.text),
  name: read.optional(read.text),
  asks: read.optional(read.list(read.object({ place: read.text, name: read.text }), 500)),
} satisfies EachOf<SavedPlan>);

const reminder: read.Reader<Reminder> = read.object({
  uid: read.text,
  sequence: read.whole(0, 1_000_000),
  days: read.list(read.oneOf(...WEEK_DAYS), WEEK_DAYS.length),
  time: read.clockTime,
  weeks: read.optional(read.whole(1, 520)),
  says: read.truth,
});

const file = read.object({
  unknot: read.whole(1, 1_000_000),
  exportedAt: read.text,
  diary: read.optional(read.list(entry, MOST_ENTRIES)),
  activities: read.optional(read.list(activity, MOST_ACTIVITIES)),
  drawing: read.optional(drawing),
  plan: read.optional(plan),
  reminder: read.optional(reminder),
});

/** Everything as JSON. */
export function writeBackup(kept: Kept, now: number): string {
  const values = KEPT_KEYS.filter((key) => kept[key] !== undefined).map((key) => [key, kept[key]]);
  return `${JSON.stringify({ unknot: VERSION, exportedAt: new Date(now).toISOString(), ...Object.fromEntries(values) }, null, 2)}\n`;
}

/** @throws FormProblem naming the line or the field that is wrong */
export function readBackup(text: string): Kept {
  const value = parse(text);
  const version = (value as { readonly unknot?: unknown } | null)?.unknot;
  if (typeof version !== "number") throw new FormProblem(t("This is not a file of Unknot: the field unknot is missing."));
  if (version > VERSION) throw new FormProblem(t("The file was made by a newer version ({0}). Load this page again and try once more.", version));
  const { unknot: _unknot, exportedAt: _exportedAt, ...kept } = file(value, "");
  mustDiffer(kept.diary ?? [], "diary");
  mustDiffer(kept.activities ?? [], "activities");
  for (const [index, { places }] of (kept.diary ?? []).entries()) {
    const repeated = places.findIndex((each, at) => places.findIndex(({ place }) => place === each.place) !== at);
    if (repeated >= 0) throw new FormProblem(t("{0} is there twice.", `diary[${index}].places[${repeated}].place`));
  }
  return { ...kept, ...(kept.diary && { diary: inOrder(kept.diary) }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    if (position === undefined) throw new FormProblem(t("The file is not whole JSON: it may have been cut off."));
    throw new FormProblem(t("The file is not JSON: line {0} is wrong.", text.slice(0, Number(position)).split("\n").length));
  }
}

function mustDiffer(items: readonly { readonly at: number }[], field: string): void {
  const seen = new Set<number>();
  for (const [index, { at }] of items.entries()) {
    if (seen.has(at)) throw new FormProblem(t("{0} is there twice.", `${field}[${index}].at`));
    seen.add(at);
  }
}
