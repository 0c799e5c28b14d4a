import { expect, test } from "vitest";
import { WEEK_DAYS } from "../shared/activities";
import { toSaved } from "../pain-finder/saved-drawing";
import type { DiaryEntry } from "../shared/diary";
import type { SavedDrawing } from "../shared/store";
import { readBackup, writeBackup, type Kept } from "./backup";
import { readCsv, writeCsv } from "./csv";
import { isNothing, merge } from "./merge";
import { entry, held, neck, on, temple } from "./testing";

/** A small generator of numbers (mulberry32), so that a failure comes again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** As the finder keeps it, or as it did before places had details. */
function drawn(below: (most: number) => number): SavedDrawing {
  const marks = new Map([[below(2000), below(11) / 10]]);
  const inside = new Map([["tongue:midline", below(10) / 10]]);
  if (below(3) === 0) return { marks: [...marks], inside: [...inside] };
  return toSaved({ marks, inside, places: new Map([["temple:right", { qualities: ["dull"], ...(below(2) === 1 && { depth: "deep" }) }]]), felt: ["tingling"] }, below(1e9));
}

const SIGNS = [..."ab é😀\"',;=+-@\t\r\n{}[]\\:'"];

function made(seed: number): Kept & { diary: readonly DiaryEntry[] } {
  const below = random(seed);
  const name = (): string => `${SIGNS[below(SIGNS.length)] ?? ""}${Array.from({ length: below(12) }, () => SIGNS[below(SIGNS.length)]).join("")}`;
  const side = () => (["left", "right", "midline"] as const)[below(3)] ?? "left";
  const rated = (place: number) => ({ place: `place-${place}:${side()}`, name: name(), before: below(11), ...(below(2) === 1 && { after: below(11) }) });
  const treated = () => ({ point: `m-${below(9)}`, side: side(), muscle: "m", name: name(), holds: 1 + below(9), holdSeconds: 10 + below(80) });
  const diary = Array.from({ length: below(12) }, (_, index) => ({
    at: index * 86_400_000 + below(86_400_000),
    places: Array.from({ length: below(4) }, (_each, place) => rated(place)),
    points: Array.from({ length: below(3) }, treated),
    ...(below(4) === 0 && { change: (["better", "same", "worse"] as const)[below(3)] ?? "same" }),
  }));
  return {
    diary,
    activities: Array.from({ length: below(4) }, (_, at) => ({ at, name: name(), ratings: Array.from({ length: 1 + below(4) }, (_each, day) => ({ at: day * 86_400_000, value: below(11) })) })),
    drawing: drawn(below),
    plan: {
      at: below(1e9), name: name(), asks: [{ place: "calf:left", name: name() }],
      points: [{ point: "m-1", side: side(), muscle: "m", name: name(), where: "", ...(below(2) === 1 && { technique: "thumb" }) }],
      places: [{ place: "temple:left", name: name(), intensity: 0.5 }], programme: "x",
    },
    reminder: { uid: "u@unknot", sequence: below(9), days: WEEK_DAYS.slice(0, 1 + below(7)), time: "07:05", ...(below(2) === 1 && { weeks: 2 }), says: below(2) === 1 },
  };
}

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

test("whatever is kept comes back from JSON as it was", () => {
  for (const seed of seeds) expect(readBackup(writeBackup(made(seed), 0)), `seed ${seed}`).toEqual(made(seed));
});

test("whatever was rated comes back from CSV as it was", () => {
  for (const seed of seeds) {
    const { diary, activities } = made(seed);
    const rated = diary.filter(({ places }) => places.length > 0).map(({ at, places }) => ({ at, places, points: [] }));
    const read = readCsv(writeCsv({ diary, ...(activities && { activities }) }));
    expect(read.diary, `seed ${seed}`).toEqual(rated);
    expect(read.activities ?? [], `seed ${seed}`).toEqual(activities);
  }
});

test("taking over one's own file changes nothing, and into an empty browser it brings all", () => {
  for (const seed of seeds) {
    expect(isNothing(merge(made(seed), readBackup(writeBackup(made(seed), 0)))), `seed ${seed}`).toBe(true);
    const { diary, activities, ...others } = made(seed);
    const all = { ...others, ...(diary.length > 0 && { diary }), ...(activities && activities.length > 0 && { activities }) };
    expect(merge({}, made(seed)).values, `seed ${seed}`).toEqual(all);
  }
});

test("a CSV cell is never a formula, and its lines end as RFC 4180 wants", () => {
  const named = (name: string): DiaryEntry => entry(0, [{ place: "a:left", name, before: 1 }]);
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]) {
    const text = writeCsv({ diary: [named(name)] });
    expect(text).toMatch(/a:left,"?'/);
    expect(readCsv(text).diary).toEqual([named(name)]);
  }
  expect(writeCsv({ diary: [entry(0, [temple(3, 1)])] })).toBe('\uFEFFtime,kind,id,name,before,after\r\n1970-01-01T00:00:00.000Z,pain,temple:right,"Temple, right",3,1\r\n');
});

test("a table that a spreadsheet saved with semicolons is read, too", () => {
  expect(readCsv("time;kind;id;name;before;after\n1970-01-01T00:00:00Z;pain;temple:right;Temple, right;3;\n").diary).toEqual([entry(0, [temple(3)])]);
});

const file = (change: (value: Record<string, unknown>) => void): string => {
  const value = JSON.parse(writeBackup({ diary: [entry(on(1), [temple(5), neck(4)], [held("a")])] }, 0)) as Record<string, unknown>;
  change(value);
  return JSON.stringify(value);
};
type Loose = Record<string, Record<string, Record<string, unknown>[]>[]>;

test.each([
  [(value) => delete value["unknot"], "the field unknot is missing"],
  [(value) => (value["unknot"] = 2), "newer version (2)"],
  [(value) => (value["more"] = 1), "more is a field that this version does not know."],
  [(value) => ((value as Loose)["diary"]![0]!["places"]![1]!["before"] = 11), "diary[0].places[1].before must be a whole number from 0 to 10."],
  [(value) => delete (value as Loose)["diary"]![0]!["places"]![0]!["name"], "diary[0].places[0].name is missing."],
  [(value) => ((value as Loose)["diary"]![0]!["places"]![0]!["place"] = "temple"), "diary[0].places[0].place must be written like temple:right."],
  [(value) => ((value as Loose)["diary"]![0]!["points"]![0]!["side"] = "up"), "diary[0].points[0].side must be one of: left, right, midline."],
  [(value) => (value["diary"] = [...(value["diary"] as unknown[]), ...(value["diary"] as unknown[])]), "diary[1].at is there twice."],
  [(value) => (value["activities"] = "none"), "activities must be a list of at most 3."],
] satisfies [(value: Record<string, unknown>) => unknown, string][])("a wrong JSON file is refused by its field (%#)", (change, message) => {
  expect(() => readBackup(file(change))).toThrow(message);
});

test("JSON that is cut off is refused", () => {
  expect(() => readBackup(file(() => undefined).slice(0, 80))).toThrow(/JSON/);
});

const HEADER = "time,kind,id,name,before,after\n";
test.each([
  ["date,place\n", "The first line must name the columns: time,kind,id,name,before,after."],
  [`${HEADER}2026-05-01T10:00:00Z,pain,temple:right,T,12,\n`, "Line 2, before must be a whole number from 0 to 10."],
  [`${HEADER}\n2026-05-01T10:00:00Z,pain,temple:right,T,,\n`, "Line 3, before must be a whole number"],
  [`${HEADER}1 May,pain,temple:right,T,2,\n`, "Line 2, time must be written like 2026-05-03T19:30:00Z."],
  [`${HEADER}2026-05-01T10:00:00Z,pain,temple:right\n`, "Line 2 has 3 cells instead of 6."],
  [`${HEADER}2026-05-01T10:00:00Z,pain,temple:right,"a\nb",2,\n2026-05-01T10:00:00Z,pain,temple:right,T,2,\n`, "Line 4, id is there twice."],
  [`${HEADER}2026-05-01T10:00:00Z,pain,temple:right,"T,2,\n`, "Line 2 has a quotation mark that is never closed."],
  [`${HEADER}2026-05-01T10:00:00Z,mood,temple:right,T,2,\n`, "Line 2, kind must be one of: pain, activity."],
])("a wrong CSV file is refused by its line (%#)", (text, message) => expect(() => readCsv(text)).toThrow(message));

test("what is here stays; what is new at the same moment is added to it", () => {
  const here = { diary: [entry(on(1), [temple(5)], [held("a")])] };
  const merged = merge(here, { diary: [entry(on(1), [temple(7), neck(2)], [held("a"), held("b")]), entry(on(0), [neck(3)])] });
  expect(merged).toMatchObject({ added: 1, extended: 1, kept: 1, differing: 1 });
  expect(merged.values.diary).toEqual([entry(on(0), [neck(3)]), entry(on(1), [temple(5), neck(2)], [held("a"), held("b")])]);
});

test("a fourth activity has no room, and a plan of one's own is not replaced", () => {
  const activity = (at: number) => ({ at, name: `Nr. ${at}`, ratings: [] });
  const merged = merge({ activities: [1, 2].map(activity), plan: { at: 1, points: [] } }, { activities: [2, 3, 4].map(activity), plan: { at: 2, points: [] } });
  expect(merged).toMatchObject({ activities: 1, leftOut: 1, others: [] });
  expect(merged.values).toEqual({ activities: [1, 2, 3].map(activity) });
});
