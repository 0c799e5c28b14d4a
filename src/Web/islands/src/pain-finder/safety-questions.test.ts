// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { SafetyQuestions } from "./safety-questions";

const flag = (id: string, regions: string, care: string): string => `
  <template data-flag="${id}" data-regions="${regions}" data-care="${care}" data-heading="Go" data-action="Do ${id}.">
    <fieldset data-flag="${id}"><legend>Is it ${id}?</legend>
      <input type="radio" name="flag-${id}" value="yes"><input type="radio" name="flag-${id}" value="no"></fieldset>
  </template>`;

let safety: SafetyQuestions;
const choose = (id: string, answer: "yes" | "no"): void => {
  const input = document.querySelector<HTMLInputElement>(`form input[name="flag-${id}"][value=${answer}]`);
  if (input) input.checked = true;
};
const asked = (): readonly string[] => [...document.querySelectorAll<HTMLElement>("form fieldset")].map((each) => each.dataset["flag"] ?? "");

beforeEach(() => {
  document.body.innerHTML = `<form data-flags></form>${flag("general", "", "emergency")}${flag("head", "temple forehead", "same-day")}${flag("knee", "front-of-knee", "soon")}`;
  safety = new SafetyQuestions(document);
});

test("the general questions and those of the marked regions are asked", () => {
  safety.ask(["temple:right"]);
  expect(asked()).toEqual(["general", "head"]);
});

test("none of these answers all that were asked, and only those", () => {
  safety.ask(["temple:right"]);
  safety.answerNone();
  expect(safety.isOpen(["temple:left"])).toBe(false);
  expect(safety.isOpen(["front-of-knee:left"])).toBe(true);
});

test("a region marked later asks only what is new", () => {
  safety.ask(["temple:right"]);
  safety.answerNone();
  safety.ask(["temple:right", "front-of-knee:left"]);
  expect(asked()).toEqual(["knee"]);
});

test("an unanswered question keeps the way closed", () => {
  safety.ask(["temple:right"]);
  choose("general", "no");
  expect(safety.takeAnswers()).toBe(false);
  expect(safety.isOpen(["temple:right"])).toBe(true);
});

test("a yes is confirmed with its action, the first in the order of the page", () => {
  safety.ask(["temple:right"]);
  choose("head", "yes");
  choose("general", "yes");
  expect(safety.confirmed()).toEqual({ id: "general", care: "emergency", heading: "Go", action: "Do general.", question: "Is it general?" });
});

test("a yes is never taken for a no", () => {
  safety.ask(["temple:right"]);
  choose("general", "yes");
  choose("head", "no");
  expect(safety.takeAnswers()).toBe(false);
  expect(safety.answered).toEqual(["head"]);
});

test("a yes that is taken back is asked again", () => {
  safety.ask(["temple:right"]);
  choose("general", "yes");
  safety.takeBack();
  expect(safety.confirmed()).toBeUndefined();
  expect(safety.isOpen(["temple:right"])).toBe(true);
});

test("answers of before are not asked again until they are forgotten", () => {
  safety.restore(["general", "head"]);
  expect(safety.isOpen(["temple:right"])).toBe(false);
  safety.forget();
  expect(safety.isOpen(["temple:right"])).toBe(true);
});
