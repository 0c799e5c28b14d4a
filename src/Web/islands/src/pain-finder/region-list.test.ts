// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { EMPTY } from "./pain-drawing";
import { RegionIndex } from "./region-index";
import { RegionList } from "./region-list";

const item = (id: string, name: string, words: string): string => `
  <li data-region="${id}" data-words="${words}"><span class="region-name">${name}</span><input type="checkbox" name="mark" value="${id}:right" aria-label="${name}, right"></li>`;

let toggled: string[];
let list: RegionList;
let listening: AbortController;
const visible = (): readonly string[] => [...document.querySelectorAll<HTMLElement>("li")].filter((each) => !each.hidden).map((each) => each.dataset["region"] ?? "");
const search = (text: string): void => {
  const input = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event("input"));
};

beforeEach(() => {
  document.body.innerHTML = `<input type="search"><p data-matches></p><p data-no-match hidden></p>
    <details data-part="Head"><summary>Head <span data-count></span></summary><ul>${item("temple", "Temple", "side of forehead")}${item("back-of-head", "Back of head", "occiput")}</ul></details>
    <details data-part="ThighKnee"><summary>Knee <span data-count></span></summary><ul>${item("front-of-knee", "Front of knee", "kneecap|patella")}</ul></details>`;
  toggled = [];
  listening = new AbortController();
  list = new RegionList(document, (key) => toggled.push(key), listening.signal);
});

test("a tick tells which region", () => {
  document.querySelector<HTMLInputElement>('[value="temple:right"]')?.click();
  expect(toggled).toEqual(["temple:right"]);
});

test("after the end nothing is told any more", () => {
  listening.abort();
  document.querySelector<HTMLInputElement>('[value="temple:right"]')?.click();
  expect(toggled).toEqual([]);
});

test("places are found by the beginning of any of their words and other names", () => {
  search("knee");
  expect(visible()).toEqual(["front-of-knee"]);
  search("patel");
  expect(visible()).toEqual(["front-of-knee"]);
  search("head back");
  expect(visible()).toEqual(["back-of-head"]);
  search("");
  expect(visible()).toHaveLength(3);
});

test("a side, and words around a place that no place has, do not hide it", () => {
  search("right knee");
  expect(visible()).toEqual(["front-of-knee"]);
  search("my knee hurts");
  expect(visible()).toEqual(["front-of-knee"]);
  search("it hurts");
  expect(visible()).toEqual([]);
});

test("a part opens for a find and is told when there is none", () => {
  search("temp");
  expect(document.querySelector<HTMLDetailsElement>("[data-part=Head]")?.open).toBe(true);
  expect(document.querySelector<HTMLElement>("[data-part=ThighKnee]")?.hidden).toBe(true);
  search("xyz");
  expect(document.querySelector<HTMLElement>("[data-no-match]")?.hidden).toBe(false);
});

test("how many places are left is told, once the typing rests, to who does not see the list", () => {
  vi.useFakeTimers();
  const told = (text: string): string | null | undefined => {
    search(text);
    vi.runAllTimers();
    return document.querySelector("[data-matches]")?.textContent;
  };
  expect(told("temp")).toBe("One place is shown.");
  expect(told("of")).toBe("3 places are shown.");
  expect(told("xyz")).toBe("");
  expect(told("")).toBe("");
  search("of");
  expect(document.querySelector("[data-matches]")?.textContent).toBe("");
  vi.useRealTimers();
});

test("boxes follow the drawing: ticked, partly, not", () => {
  const index = new RegionIndex([
    { id: "temple", name: "Temple", synonyms: [], part: "head", onSkin: true, sides: [{ side: "right", cells: [1, 3], facing: null }] },
    { id: "front-of-knee", name: "Front of knee", synonyms: [], part: "thigh-knee", onSkin: true, sides: [{ side: "right", cells: [5, 7, 9], facing: null }] },
  ]);
  list.show({ ...EMPTY, marks: new Map([[1, 1], [3, 1], [5, 1]]) }, index);
  const box = (key: string): HTMLInputElement | null => document.querySelector<HTMLInputElement>(`[value="${key}"]`);
  expect([box("temple:right")?.checked, box("front-of-knee:right")?.checked, box("front-of-knee:right")?.indeterminate]).toEqual([true, false, true]);
  expect(document.querySelector("[data-part=Head] [data-count]")?.textContent).toBe("1");
});

test("a box says that its place does not hurt, is not counted as pain, and says no more of it afterwards", () => {
  const index = new RegionIndex([{ id: "temple", name: "Temple", synonyms: [], part: "head", onSkin: true, sides: [{ side: "right", cells: [1, 3], facing: null }] }]);
  const box = document.querySelector<HTMLInputElement>('[value="temple:right"]');
  list.show({ ...EMPTY, marks: new Map([[1, 0], [3, 0]]) }, index);
  expect([box?.checked, box?.getAttribute("aria-label"), box?.hasAttribute("data-free")]).toEqual([true, "Temple, right: does not hurt", true]);
  expect(document.querySelector("[data-part=Head] [data-count]")?.textContent).toBe("");
  list.show(EMPTY, index);
  expect([box?.checked, box?.getAttribute("aria-label"), box?.hasAttribute("data-free")]).toEqual([false, "Temple, right", false]);
});
