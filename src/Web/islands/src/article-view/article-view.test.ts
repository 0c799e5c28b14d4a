// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ArticleView } from "./article-view";

customElements.define("article-view", ArticleView);

const sent = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
let visibility: DocumentVisibilityState;

function show(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.stubGlobal("fetch", sent);
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  visibility = "visible";
  document.body.innerHTML = '<article-view data-token="t"></article-view>';
});

afterEach(() => {
  document.body.innerHTML = "";
  sent.mockClear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("counts after five seconds and a scroll, once", () => {
  vi.advanceTimersByTime(4000);
  dispatchEvent(new Event("scroll"));
  expect(sent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1100);
  expect(sent).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event("scroll"));
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveBeenCalledTimes(1);
});

it("counts after ten seconds without a scroll", () => {
  vi.advanceTimersByTime(9_900);
  expect(sent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(sent).toHaveBeenCalledTimes(1);
});

it("does not count the time in the background", () => {
  vi.advanceTimersByTime(4_000);
  show("hidden");
  vi.advanceTimersByTime(60_000);
  dispatchEvent(new Event("scroll"));
  vi.advanceTimersByTime(60_000);
  expect(sent).not.toHaveBeenCalled();
  show("visible");
  vi.advanceTimersByTime(1_100);
  expect(sent).toHaveBeenCalledTimes(1);
});

it("counts nothing once the article is gone", () => {
  document.body.innerHTML = "";
  vi.advanceTimersByTime(60_000);
  expect(sent).not.toHaveBeenCalled();
});
