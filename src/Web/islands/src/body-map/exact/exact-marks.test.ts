// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { ExactPlace } from "../types";
import { ExactMarks, type ExactStage } from "./exact-marks";
import { overlapOf } from "./label-layout";

const exact: ExactPlace = {
  pointOnSkin: { x: 0, y: 0, z: 0 }, outwards: { x: 0, y: 0, z: 1 }, spreadMillimetres: 20,
  nearby: [
    { landmark: "acromion", name: "Tip of the shoulder", x: 30, y: 20, z: 0, distanceMillimetres: 36 },
    { landmark: "c7-spinous", name: "Big neck bone, C7", x: -90, y: 0, z: 0, distanceMillimetres: 90 },
  ],
};

const stage = (moving = false): ExactStage => ({
  width: 360, height: 400, pixelsPerMillimetre: 3, moving,
  placeOnScreen: ({ x, y }) => ({ x: 180 + 3 * x, y: 200 - 3 * y, hidden: false }),
});

const placeOf = (element: Element | null | undefined): [number, number] => {
  const [x = NaN, y = NaN] = (element?.getAttribute("transform") ?? (element as HTMLElement | null)?.style.transform ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  return [x, y];
};

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(130);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(40);
});

function shown(moving = false): ExactMarks {
  const marks = new ExactMarks();
  marks.show(exact);
  marks.place(stage(moving));
  return marks;
}

const insideOf = (marks: ExactMarks): ParentNode => marks.root.shadowRoot ?? marks.root;

test("the circle is as large as the knot may lie away, and the landmarks are named with distances people can measure", () => {
  const root = insideOf(shown());
  expect(root.querySelector(".spread")?.getAttribute("r")).toBe("60.0");
  expect([...root.querySelectorAll(".exact-label")].map((label) => label.textContent)).toEqual([
    "Tip of the shouldertwo fingers' breadths",
    "Big neck bone, C7a hand's breadth",
  ]);
});

test("a landmark outside the picture is an arrow at its edge", () => {
  const [inside, outside] = insideOf(shown()).querySelectorAll(".exact-dot");
  expect(placeOf(inside)).toEqual([270, 140]);
  expect(inside?.classList.contains("beyond")).toBe(false);
  expect(placeOf(outside)).toEqual([14, 200]);
  expect(outside?.getAttribute("transform")).toContain("rotate(180)");
  expect(outside?.classList.contains("beyond")).toBe(true);
});

test("labels do not lie on one another", () => {
  const [a, b] = [...insideOf(shown()).querySelectorAll(".exact-label")].map(placeOf).map(([x, y]) => ({ x, y, width: 130, height: 40 }));
  expect(a && b && overlapOf(a, b)).toBe(0);
});

test("on the way there only the target is shown, and nothing when it is over", () => {
  const marks = shown(true);
  expect(marks.root.classList.contains("moving")).toBe(true);
  marks.show(null);
  expect(marks.root.hidden).toBe(true);
  expect(insideOf(marks).querySelector(".exact-label")).toBeNull();
});

test("a small picture keeps to the three nearest", () => {
  const marks = new ExactMarks();
  const nearby = [10, 20, 30, 40, 50].map((away) => ({ landmark: `at-${away}`, name: `${away}`, x: away, y: away, z: 0, distanceMillimetres: away }));
  marks.show({ ...exact, nearby });
  const left = (): (string | null)[] => [...insideOf(marks).querySelectorAll(".exact-label:not(.left-out) b")].map((name) => name.textContent);
  marks.place({ ...stage(), width: 340, height: 260 });
  expect(left()).toEqual(["10", "20", "30"]);
  marks.place({ ...stage(), width: 600, height: 760 });
  expect(left()).toHaveLength(5);
});
