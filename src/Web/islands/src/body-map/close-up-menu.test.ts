// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BodyMapElement } from "./body-map";
import { CloseUpMenu } from "./close-up-menu";
import "./define";
import { ViewChangeEvent } from "./events";

let map: BodyMapElement;
let menu: HTMLDetailsElement;
let listening: AbortController;

beforeEach(() => {
  document.body.innerHTML = '<details open><summary>Close-ups</summary><input type="radio" name="view" value="hand-palm-left"></details>';
  menu = document.querySelector("details") ?? document.createElement("details");
  map = document.createElement("body-map");
  listening = new AbortController();
  new CloseUpMenu(menu, map, listening.signal);
});

afterEach(() => listening.abort());

const input = (): HTMLInputElement => menu.querySelector("input") ?? document.createElement("input");

test("a choice by mouse or finger closes it, one by arrow keys does not", () => {
  input().dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 0 }));
  expect(menu.open).toBe(true);
  input().dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
  expect(menu.open).toBe(false);
});

test.each(["Escape", "Enter"])("%s closes it", (key) => {
  input().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  expect(menu.open).toBe(false);
});

test("touching anything else closes it", () => {
  menu.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
  expect(menu.open).toBe(true);
  document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
  expect(menu.open).toBe(false);
});

test("it stands out while a close-up is shown", () => {
  map.setAttribute("view", "hand-palm-left");
  map.dispatchEvent(new ViewChangeEvent("hand-palm-left"));
  expect(menu.classList.contains("chosen")).toBe(true);
  map.setAttribute("view", "front");
  map.dispatchEvent(new ViewChangeEvent("front"));
  expect(menu.classList.contains("chosen")).toBe(false);
});
