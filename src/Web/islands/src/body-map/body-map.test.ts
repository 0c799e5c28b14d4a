// @vitest-environment happy-dom
import { expect, test } from "vitest";
import "./define";

test("an unknown view falls back to the front", () => {
  const map = document.createElement("body-map");
  map.setAttribute("view", "inside");
  expect(map.view).toBe("front");
});

test("a changed view is told once", () => {
  const map = document.createElement("body-map");
  const seen: string[] = [];
  map.addEventListener("view-change", (event) => seen.push(event.view));
  map.view = "back";
  map.view = "back";
  expect(seen).toEqual(["back"]);
});
