// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Point2 } from "./geometry/outline";
import { PainPath } from "./pain-path";

const FROM = { x: 100, y: 100, hidden: false };
let svg: SVGSVGElement;
let path: PainPath;
const shown = (places: Readonly<Record<number, Point2>>): { readonly cellOnScreen: (cell: number) => Point2 | null } => ({ cellOnScreen: (cell) => places[cell] ?? null });
const end = (): readonly (string | null)[] => ["cx", "cy"].map((name) => svg.querySelector(".pain-end")!.getAttribute(name));

beforeEach(() => {
  document.body.innerHTML = "<svg><g></g></svg>";
  svg = document.querySelector("svg")!;
  path = new PainPath(svg.querySelector("g")!);
});

test("it ends in the cell in the middle of those that are seen", () => {
  path.place(shown({ 1: { x: 200, y: 100 }, 2: { x: 210, y: 100 }, 3: { x: 260, y: 100 } }), FROM, [1, 2, 3, 4]);
  expect(end()).toEqual(["210.0", "100.0"]);
  expect(svg.querySelector(".to-pain")!.getAttribute("d")).toMatch(/^M100.0 100.0Q155.0 80.2 210.0 100.0$/u);
});

test("it is hidden where the pain is out of sight or right at the point", () => {
  path.place(shown({}), FROM, [1]);
  expect(svg.querySelector(".to-pain")!.hasAttribute("hidden")).toBe(true);
  path.place(shown({ 1: { x: 110, y: 100 } }), FROM, [1]);
  expect(svg.querySelector(".to-pain")!.hasAttribute("hidden")).toBe(true);
  path.place(shown({ 1: { x: 180, y: 100 } }), FROM, [1]);
  expect(svg.querySelector(".to-pain")!.hasAttribute("hidden")).toBe(false);
});
