// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { KeptDraft } from "./kept-draft";

beforeEach(() => { localStorage.clear(); });

it("gives back what was never saved", () => {
  new KeptDraft("1").keep({ title: "New", body: "Typed" });
  expect(new KeptDraft("1").find({ title: "Old", body: "" })).toEqual({ title: "New", body: "Typed" });
  expect(new KeptDraft("2").find({ title: "Old" })).toBeUndefined();
});

it("forgets what the page already shows", () => {
  const kept = new KeptDraft("1");
  kept.keep({ body: "Typed" });
  expect(kept.find({ body: "Typed" })).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

it("survives a broken store", () => {
  localStorage.setItem("unknot-article-1", "{");
  expect(new KeptDraft("1").find({ body: "" })).toBeUndefined();
});
