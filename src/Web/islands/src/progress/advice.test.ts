import { expect, test } from "vitest";
import { adviceFor, FOLLOWED_DAYS } from "./advice";
import { CHANGES, entry, held, neck, on, temple } from "./testing";

const advice = (diary: Parameters<typeof adviceFor>[0], now = on(15)) => adviceFor(diary, CHANGES, now);

test("nothing is said about nothing, or about one rating", () => {
  expect(advice([])).toBeUndefined();
  expect(advice([entry(on(15), [temple(10)])])).toBeUndefined();
});

test("after thirteen days it is too early, after fourteen it is time", () => {
  const diary = (last: number) => [entry(on(1), [temple(6)]), entry(on(5), [temple(5)]), entry(on(last), [temple(6)])];
  expect(advice(diary(14))).toBeUndefined();
  expect(advice(diary(15))).toEqual({ kind: "not-better", name: "Temple, right", from: 6, to: 6, days: 14 });
});

test("fourteen days count by the calendar, not by the hour", () => {
  expect(advice([entry(on(1, 22), [temple(6)]), entry(on(5), [temple(5)]), entry(on(15, 7), [temple(6)])])?.kind).toBe("not-better");
});

test("two ratings say too little about two weeks", () => {
  expect(advice([entry(on(1), [temple(6)]), entry(on(15), [temple(6)])])).toBeUndefined();
});

test("who got better by an amount that counts, or has no pain, is left alone", () => {
  const ends = (last: number, first = 6) => advice([entry(on(1), [temple(first)]), entry(on(5), [temple(5)]), entry(on(15), [temple(last)])]);
  expect(ends(4)).toBeUndefined();
  expect(ends(5)?.kind).toBe("not-better");
  expect(ends(0, 0)).toBeUndefined();
});

test("two points more than at the beginning are worse at once; one is not", () => {
  expect(advice([entry(on(14), [temple(5)]), entry(on(15), [temple(7)])])).toEqual({ kind: "worse", name: "Temple, right", from: 5, to: 7 });
  expect(advice([entry(on(14), [temple(5)]), entry(on(15), [temple(6)])])).toBeUndefined();
});

test("a last sitting that made it worse is worse, an earlier one is not", () => {
  const bad = entry(on(13), [temple(4, 6)], [held("a")]);
  expect(advice([bad])).toEqual({ kind: "worse-after", name: "Temple, right", from: 4, to: 6 });
  expect(advice([bad, entry(on(15), [temple(4, 3)])])).toBeUndefined();
});

test("worse comes before not better, whichever place was rated last", () => {
  const neckFirst = [entry(on(1), [neck(3), temple(6)]), entry(on(8), [temple(6)]), entry(on(14), [neck(5)]), entry(on(15), [temple(6)])];
  expect(advice(neckFirst)).toMatchObject({ kind: "worse", name: "Back of neck, left" });
});

test("a place that is not followed any more brings no notice", () => {
  const diary = [entry(on(1), [temple(5)]), entry(on(2), [temple(8)])];
  expect(advice(diary, on(2 + FOLLOWED_DAYS))?.kind).toBe("worse");
  expect(advice(diary, on(2 + FOLLOWED_DAYS + 1))).toBeUndefined();
});

test("worse in words counts while it is the last that was said", () => {
  const worse = { ...entry(on(10), []), change: "worse" as const };
  expect(advice([worse])).toEqual({ kind: "worse-in-words" });
  expect(advice([worse, { ...entry(on(12), []), change: "same" as const }])).toBeUndefined();
});
