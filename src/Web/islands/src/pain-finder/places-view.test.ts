// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { EMPTY, toggleRegion, type PainDrawing } from "./pain-drawing";
import { PlacesView } from "./places-view";
import { RegionIndex } from "./region-index";

const index = new RegionIndex([
  {
    id: "temple", name: "Temple", synonyms: [], part: "head", onSkin: true,
    sides: [{ side: "left", cells: [0, 2, 4, 6], facing: null }, { side: "right", cells: [1, 3, 5, 7], facing: null }],
  },
  { id: "nose", name: "Nose", synonyms: [], part: "face", onSkin: true, sides: [{ side: "midline", cells: [20, 21], facing: null }] },
]);
const TEMPLE = toggleRegion(EMPTY, "temple:right", index, 0.7);

let drawing: PainDrawing;
let view: PlacesView;
const show = (next: PainDrawing): void => {
  drawing = next;
  view.show(next, index);
};
const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-place]")];
const row = (key: string): HTMLElement => {
  const found = rows().find((each) => each.dataset["place"] === key);
  if (!found) throw new Error(`No row for ${key}.`);
  return found;
};
const one = <T extends HTMLElement>(root: ParentNode, selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector}.`);
  return found;
};
const set = (slider: HTMLInputElement, value: number): void => {
  slider.value = String(value);
  slider.dispatchEvent(new Event("input"));
  slider.dispatchEvent(new Event("change"));
};

beforeEach(() => {
  document.body.innerHTML = `<form><div data-places hidden><ul></ul></div><input type="search"></form>`;
  view = new PlacesView(document, show);
});

test("each place has a row that says it in words, and none is shown when nothing is marked", () => {
  show(EMPTY);
  expect(one(document, "[data-places]").hidden).toBe(true);
  show(toggleRegion(TEMPLE, "nose:midline", index, 0));
  expect(rows().map((each) => one(each, ".place-open").textContent)).toEqual(["temple (right)7 of 10", "nosedoes not hurt"]);
  expect(rows().map((each) => each.hasAttribute("data-free"))).toEqual([false, true]);
});

test("one tap takes a place to the other side; the row stays where it is and keeps the focus", () => {
  show(toggleRegion(TEMPLE, "nose:midline", index, 0.5));
  one<HTMLButtonElement>(row("temple:right"), ".place-swap").click();
  expect([...drawing.marks.keys()].filter((cell) => cell < 8)).toEqual([0, 2, 4, 6]);
  expect(rows().map((each) => each.dataset["place"])).toEqual(["temple:left", "nose:midline"]);
  expect(document.activeElement).toBe(one(row("temple:left"), ".place-swap"));
  expect(one(row("nose:midline"), ".place-swap").hidden).toBe(true);
});

test("strength, words and depth are said of this place, and read back in its row", () => {
  show(TEMPLE);
  const place = row("temple:right");
  one<HTMLButtonElement>(place, ".place-open").click();
  expect(one(place, ".place-open").getAttribute("aria-expanded")).toBe("true");
  set(one(place, "input[type=range]"), 4);
  one<HTMLInputElement>(place, "input[value=tingling]").click();
  one<HTMLInputElement>(place, "input[value=burning]").click();
  one<HTMLInputElement>(place, "input[value=deep][type=radio]").click();
  expect(new Set(drawing.marks.values())).toEqual(new Set([0.4]));
  expect(drawing.places.get("temple:right")).toEqual({ qualities: ["burning", "tingling"], depth: "deep" });
  expect(one(place, ".place-how").textContent).toBe("4 of 10, burning, tingling, deep inside");
  expect(one(place, "output").textContent).toBe("4 of 10: moderate");
});

test("a strength of 0 says that it does not hurt there, and hides what cannot be said of it", () => {
  show(TEMPLE);
  one<HTMLButtonElement>(row("temple:right"), ".place-open").click();
  set(one(row("temple:right"), "input[type=range]"), 0);
  expect(new Set(drawing.marks.values())).toEqual(new Set([0]));
  expect([...row("temple:right").querySelectorAll("fieldset")].map((each) => each.hidden)).toEqual([true, true]);
});

test("of a place without pain that is too small to count the row says so, and offers to mark all of it", () => {
  show({ ...EMPTY, marks: new Map([[1, 0]]) });
  const place = row("temple:right");
  expect(one(place, ".place-how").textContent).toBe("does not hurt; only part of it is marked");
  one<HTMLButtonElement>(place, ".place-open").click();
  one<HTMLButtonElement>(place, ".place-part button").click();
  expect([...drawing.marks]).toEqual([[1, 0], [3, 0], [5, 0], [7, 0]]);
  expect(one(place, ".place-part").hidden).toBe(true);
});

test("a place that is removed gives the focus to its neighbour, the last one to the search box", () => {
  show(toggleRegion(TEMPLE, "nose:midline", index, 0.5));
  for (const [key, next] of [["temple:right", ".place-open"], ["nose:midline", "input[type=search]"]] as const) {
    one<HTMLButtonElement>(row(key), ".place-open").click();
    const remove = one<HTMLButtonElement>(row(key), "[data-remove]");
    remove.focus();
    remove.click();
    expect(document.activeElement).toBe(one(document, next));
  }
  expect(drawing.marks.size).toBe(0);
});
