import { expect, test } from "vitest";
import type { Result } from "../shared/api";
import { keyOfResult, placesOf, planInWords, planOf, proposal } from "./plan";

const result = (point: string, probability: number, ...chain: readonly string[]): Result => ({
  point, muscle: point, name: point, side: "right", where: "", prior: 0.004, accounts: 0, why: "", probability, likelihood: "", range: null, rangeWords: null, reasons: [], explains: [], chain, chainLinks: [], bySelf: true, care: null,
  evidence: { grade: "expert", words: "" },
});
const all = (results: readonly Result[]): ReadonlySet<string> => new Set(results.map(keyOfResult));

test("a key point comes before its satellite, whatever their ranks", () => {
  const results = [result("upper", 0.6, "lower:right"), result("head", 0.5, "lower:right", "upper:right"), result("lower", 0.3)];
  expect(planOf(results, all(results)).map((point) => point.point)).toEqual(["lower", "upper", "head"]);
});

test("points without a chain keep the order of the ranking", () => {
  const results = [result("a", 0.6), result("b", 0.5), result("c", 0.4)];
  expect(planOf(results, all(results)).map((point) => point.point)).toEqual(["a", "b", "c"]);
});

test("a session has at most four points", () => {
  const results = [1, 2, 3, 4, 5, 6].map((n) => result(`p${n}`, 0.9));
  expect(planOf(results, all(results))).toHaveLength(4);
});

test("two points that name each other as cause do not stop the plan", () => {
  const results = [result("a", 0.6, "b:right"), result("b", 0.5, "a:right")];
  expect(planOf(results, all(results))).toHaveLength(2);
});

test("likely points are proposed, and the first one in any case", () => {
  expect([...proposal([result("a", 0.6), result("b", 0.2), result("c", 0.1)])]).toEqual(["a:right", "b:right"]);
  expect([...proposal([result("a", 0.05), result("b", 0.04)])]).toEqual(["a:right"]);
  expect(proposal([]).size).toBe(0);
});

test("what keeps a likely point alive is proposed with it", () => {
  const results = [result("upper", 0.6, "lower:right"), result("other", 0.2), result("lower", 0.08), result("far", 0.01)];
  expect([...proposal(results)]).toEqual(["upper:right", "lower:right", "other:right"]);
  expect([...proposal([result("upper", 0.6, "far:right"), result("far", 0.01)])]).toEqual(["upper:right"]);
});

test("the plan in words counts the points of a muscle", () => {
  const results = [result("a", 0.6), { ...result("a2", 0.5), name: "a" }, result("b", 0.4)];
  expect(planInWords(planOf(results, all(results)))).toEqual(["a, right (2 points)", "b, right"]);
});

test("a muscle that only a therapist should press is never proposed", () => {
  const results = [{ ...result("scalene", 0.9), bySelf: false }, result("a", 0.1), { ...result("key", 0.2), bySelf: false }];
  expect([...proposal(results)]).toEqual(["a:right"]);
  expect(proposal(results.filter(({ bySelf }) => !bySelf)).size).toBe(0);
});

test("the fewest points that explain it are proposed, at most four and only those that one may press", () => {
  const results = [result("a", 0.6), { ...result("b", 0.5), bySelf: false }, ...[1, 2, 3, 4].map((n) => result(`p${n}`, 0.3))];
  const explained = (...points: readonly string[]) => ({
    points: points.map((point) => ({ point, side: "right" as const, muscle: point, name: point, where: "", keeps: [], regions: [] })), accounts: 1, unexplained: [],
  });
  expect([...proposal(results, explained("p1", "b", "a"))]).toEqual(["p1:right", "a:right"]);
  expect(proposal(results, explained("a", "p1", "p2", "p3", "p4")).size).toBe(4);
  expect(proposal(results, explained("b"))).toEqual(proposal(results));
});

test("what was marked goes into the plan with its strength of 1 to 10", () => {
  const finding = { region: "temple", name: "Temple", side: "right" as const, intensity: 0.72 };
  expect(placesOf([finding, { ...finding, side: "left", intensity: 0.01 }])).toEqual([
    { place: "temple:right", name: "Temple, right", intensity: 7 },
    { place: "temple:left", name: "Temple, left", intensity: 1 },
  ]);
});
