// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Result, Trace } from "../shared/api";
import { moveInWords, RankingView } from "./ranking-view";

const RESULT: Result = {
  point: "upper-trapezius-1", muscle: "upper-trapezius", name: "Upper trapezius", side: "right", where: "top of the shoulder", prior: 0.004, accounts: 0.3, why: "Because.", probability: 0.32,
  likelihood: "worth checking", range: { low: 0.238, high: 0.412 }, rangeWords: "Between 2 and 4 in 10 people.", explains: [], reasons: [],
  chain: ["lower-trapezius-3:right"], chainLinks: [{ point: "lower-trapezius-3", side: "right", muscle: "lower-trapezius", name: "Lower trapezius" }],
  bySelf: true, care: null, evidence: { grade: "expert", words: "taught" },
};
const answer = (...results: readonly Result[]): Trace => ({
  dataVersion: "1", modelVersion: "1", understood: null, findings: [], results, unexplained: [], probablyNotMuscular: false,
  explanation: { points: [], accounts: 1, unexplained: [] }, muscularEvidence: 0, method: "elimination", errorBound: 0, next: null,
});
let view: RankingView;

beforeEach(() => {
  document.body.innerHTML = `<ol data-results></ol><button data-do="more"></button><template data-card><li><button data-choose><span data-name></span>
    <span data-side-word></span></button><label class="plan-choice"><input data-in-plan></label><p data-where></p><p data-moved></p><p data-care hidden></p>
    <b data-percent></b><span data-likelihood></span><span data-range></span><svg class="odds"><rect class="band"></rect><rect class="mark"></rect></svg>
    <p data-range-words hidden></p><p data-accounts-caption></p><ul data-accounts></ul><p data-against></p><p data-chain-caption></p>
    <p data-chain-words hidden></p><details data-why><p data-why-sentence></p><ul data-why-figures></ul></details><details data-more></details><p data-grade></p></li></template>`;
  view = new RankingView(document.body, { onChoose() {}, onPlan() {} }, new AbortController().signal);
});

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`li [data-${name}]`)!;

test("the range stands beside the probability, in per cent, in words and on the bar", () => {
  view.show(answer(RESULT), new Set());
  expect([part("percent").textContent, part("likelihood").textContent]).toEqual(["32 %", "worth checking"]);
  expect(part("range").textContent).toBe("range 24 to 41 %");
  expect(part("range-words").textContent).toBe("Between 2 and 4 in 10 people.");
  const band = document.querySelector("li .band")!;
  expect(Number(band.getAttribute("x"))).toBeCloseTo(23.8);
  expect(Number(band.getAttribute("width"))).toBeCloseTo(17.4);
  expect(part("chain-words").textContent).toBe("1 Lower trapezius, right, then 2 Upper trapezius, right, then your pain");
});

test("ends that are the same in whole per cent are said once", () => {
  view.show(answer({ ...RESULT, range: { low: 0.316, high: 0.324 } }), new Set());
  expect(part("range").textContent).toBe("range 32 %");
});

test("without a chain, reasons against and a warning there are no empty lines", () => {
  view.show(answer({ ...RESULT, chain: [], chainLinks: [] }), new Set());
  for (const name of ["chain-words", "chain-caption", "care", "against", "moved"]) expect(part(name).hidden).toBe(true);
});

test("a quick answer without a range leaves the last one standing as old", () => {
  view.show(answer(RESULT), new Set());
  view.show(answer({ ...RESULT, probability: 0.4, range: null, rangeWords: null }), new Set());
  expect(part("percent").textContent).toBe("40 %");
  expect(part("range").textContent).toBe("range 24 to 41 %");
  expect(document.querySelector("li")!.hasAttribute("data-range-old")).toBe(true);
});

test("why a point ranks has the figures behind it", () => {
  view.show(answer({ ...RESULT, explains: [{ region: "temple", name: "Temple", side: "right", share: 0.3, frequency: 0.7 }], reasons: [{ kind: "pressed", text: "Pressing it brought nothing.", bits: -1 }] }), new Set());
  expect(part("why-sentence").textContent).toBe("Because.");
  expect([...part("why-figures").children].map((line) => line.textContent)).toEqual([
    "Before you marked anything: active in 4 in 1,000 people.",
    "Temple, right: felt there by 7 in 10 people who have this point.",
    "Pressing it brought nothing.",
    "With all you told: 32 %.",
  ]);
  expect(part("against").textContent).toBe("Against it: Pressing it brought nothing.");
});

test("after an answer a card says how it moved, and only then", () => {
  const other = { ...RESULT, point: "other-1", probability: 0.5 };
  view.show(answer(other, RESULT), new Set());
  expect(part("moved").hidden).toBe(true);
  const before = view.standings;
  view.show(answer({ ...RESULT, probability: 0.64 }, other), new Set(), before);
  const moved = [...document.querySelectorAll<HTMLElement>("li [data-moved]")];
  expect(moved.map((line) => line.textContent)).toEqual(["Up from place 2: from 32 % to 64 %", "Down from place 1"]);
  view.show(answer({ ...RESULT, probability: 0.64 }, other), new Set());
  expect(moved.map((line) => line.hidden)).toEqual([true, true]);
});

test("how a point moved is told by what one can see", () => {
  expect(moveInWords({ place: 1, probability: 0.311 }, { place: 1, probability: 0.309 })).toBe("");
  expect(moveInWords({ place: 1, probability: 0.31 }, { place: 1, probability: 0.64 })).toBe("Still place 1: from 31 % to 64 %");
  expect(moveInWords(undefined, { place: 9, probability: 0.002 })).toBe("New in the list: under 1 %");
});
