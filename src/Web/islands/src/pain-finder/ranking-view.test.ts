// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Result, Trace } from "../shared/api";
import { RankingView } from "./ranking-view";

const RESULT: Result = {
  point: "upper-trapezius-1", muscle: "upper-trapezius", name: "Upper trapezius", side: "right", where: "top of the shoulder", probability: 0.32,
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
    <span data-side-word></span></button><label class="plan-choice"><input data-in-plan></label><p data-where></p><p data-care hidden></p><meter></meter>
    <span data-likelihood></span><span data-range></span><p data-range-words hidden></p><p data-accounts-caption></p><ul data-accounts></ul>
    <p data-chain-words hidden></p><details data-more></details><p data-grade></p></li></template>`;
  view = new RankingView(document.body, { onChoose() {}, onPlan() {} }, new AbortController().signal);
});

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`li [data-${name}]`)!;

test("the range stands beside the probability, in per cent and in words", () => {
  view.show(answer(RESULT), new Set());
  expect(part("likelihood").textContent).toBe("worth checking · 32 %");
  expect(part("range").textContent).toBe("24 to 41 %");
  expect(part("range-words").textContent).toBe("Between 2 and 4 in 10 people.");
  expect(part("range-words").hidden).toBe(false);
  expect(part("chain-words").textContent).toBe("May be kept alive by: lower trapezius → this");
});

test("ends that are the same in whole per cent are said once", () => {
  view.show(answer({ ...RESULT, range: { low: 0.316, high: 0.324 } }), new Set());
  expect(part("range").textContent).toBe("32 %");
});

test("without a range, a chain and a warning there are no empty lines", () => {
  view.show(answer({ ...RESULT, range: null, rangeWords: null, chain: [], chainLinks: [] }), new Set());
  for (const name of ["range", "range-words", "chain-words", "care"]) expect(part(name).hidden).toBe(true);
});
