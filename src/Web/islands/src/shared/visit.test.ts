// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { forgetVisit, readVisit, writeVisit } from "./visit";

beforeEach(() => sessionStorage.clear());

test("a value lasts as long as the tab's storage", () => {
  writeVisit("safety", { at: 5, no: ["injury"] });
  expect(JSON.parse(sessionStorage.getItem("unknot-visit-safety") ?? "")).toEqual({ at: 5, no: ["injury"] });
  expect(readVisit("safety")).toEqual({ at: 5, no: ["injury"] });
  forgetVisit("safety");
  expect(readVisit("safety")).toBeUndefined();
});

test("where storage is refused it lasts as long as the page", () => {
  const refuse = vi.spyOn(globalThis, "sessionStorage", "get").mockImplementation(() => {
    throw new DOMException("refused");
  });
  writeVisit("safety", { at: 5, no: ["injury"] });
  expect(readVisit("safety")?.no).toEqual(["injury"]);
  forgetVisit("safety");
  expect(readVisit("safety")).toBeUndefined();
  refuse.mockRestore();
});
