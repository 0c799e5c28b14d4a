// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { Store, type SavedPlan } from "./store";

const plan = (at: number): SavedPlan => ({ at, points: [] });

// happy-dom has no IndexedDB, as some private windows: the session's storage is all there is.
beforeEach(() => sessionStorage.clear());

test("what was written is read again, also after the page was loaded anew", async () => {
  await new Store().write("plan", plan(5));
  expect(await new Store().read("plan")).toEqual(plan(5));
});

test("a value is safe before the write has come to its end", async () => {
  const writing = new Store().write("plan", plan(6));
  expect(await new Store().read("plan")).toEqual(plan(6));
  await writing;
});

test("what was forgotten is gone, and nothing was there before", async () => {
  const store = new Store();
  expect(await store.read("plan")).toBeUndefined();
  await store.write("plan", plan(7));
  await store.forget("plan");
  expect(await store.read("plan")).toBeUndefined();
});
