// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { html } from "./html";
import { fillMapForm } from "./print-map";

const point = (id: string) => ({ point: id, side: "right", muscle: "soleus", name: "Soleus", where: "" }) as const;

test("the planned points are sent in their order, and only they", () => {
  const form = html("form", {}, html("button", {}, "Print my map"));
  fillMapForm(form, [point("a-1")], 20);
  fillMapForm(form, [point("b-1"), point("a-1")], 30);
  expect([...new FormData(form)]).toEqual([["point", "b-1:right"], ["point", "a-1:right"], ["seconds", "30"]]);
  expect(form.hidden).toBe(false);
});

test("without points there is nothing to print", () => {
  const form = html("form", {}, html("button", {}, "Print my map"));
  fillMapForm(form, []);
  expect(form.hidden).toBe(true);
});
