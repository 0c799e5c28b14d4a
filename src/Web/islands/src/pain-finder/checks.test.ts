import { expect, test } from "vitest";
import { answersOf, checkOf, readChecks, withCheck, type Check } from "./checks";

const PRESS: Check = { kind: "press", id: "upper-trapezius-1", side: "right", about: "Upper trapezius, right", answer: "my-pain" };
const CAUSE: Check = { kind: "cause", id: "desk-work", about: "Desk work", answer: "no" };

test("each answer goes into the list of its kind", () => {
  const question: Check = { kind: "question", id: "bend-back", side: "midline", about: "", answer: "yes" };
  const symptom: Check = { kind: "symptom", id: "blocked-ear", side: "left", about: "", answer: "no" };
  expect(answersOf([PRESS, CAUSE, question, symptom])).toEqual({
    presses: [{ point: "upper-trapezius-1", side: "right", outcome: "my-pain" }],
    questions: [{ question: "bend-back", side: "midline", yes: true }],
    symptoms: [{ symptom: "blocked-ear", side: "left", present: false }],
    causes: [{ cause: "desk-work", applies: false }],
    unanswered: [],
  });
});

test("what could not be reached is no answer, but is not asked again", () => {
  const sent = answersOf([{ ...PRESS, answer: "unknown" }, { ...CAUSE, answer: "unknown" }]);
  expect(sent.presses).toEqual([]);
  expect(sent.causes).toEqual([]);
  expect(sent.unanswered).toEqual([{ kind: "press", id: "upper-trapezius-1", side: "right" }, { kind: "cause", id: "desk-work" }]);
});

test("a second answer to the same thing takes the place of the first", () => {
  const checks = withCheck(withCheck([PRESS], CAUSE), { ...PRESS, answer: "nothing" });
  expect(checks.map(({ id, answer }) => [id, answer])).toEqual([["desk-work", "no"], ["upper-trapezius-1", "nothing"]]);
  expect(withCheck([PRESS], { ...PRESS, side: "left" })).toHaveLength(2);
});

test("a suggestion becomes a check of its own kind", () => {
  expect(checkOf({ kind: "symptom", symptom: "blocked-ear", side: "left", name: "A blocked ear", text: "", gain: 1, cost: 1 }, "A blocked ear", "yes")).toEqual({
    kind: "symptom", id: "blocked-ear", side: "left", about: "A blocked ear", answer: "yes",
  });
});

test("what else stands in the browser's storage is ignored", () => {
  expect(readChecks([PRESS, 5, null, {}])).toEqual([PRESS]);
  expect(readChecks("x")).toEqual([]);
  expect(readChecks(undefined)).toEqual([]);
});
