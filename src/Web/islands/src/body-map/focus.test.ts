import { expect, test, vi } from "vitest";
import type { FigureView } from "./figure-view";
import { Focus } from "./focus";
import type { ExactPlace, Overlay, Point3 } from "./types";

const exactAt = (pointOnSkin: Point3, outwards: Point3, ...nearby: number[]): ExactPlace => ({
  pointOnSkin, outwards, spreadMillimetres: 15,
  nearby: nearby.map((away) => ({ landmark: `at-${away}`, name: "", ...pointOnSkin, x: pointOnSkin.x + away, distanceMillimetres: away })),
});
const back = { x: 0, y: 0, z: -1 };

function focusOn(exact: ExactPlace): { focus: Focus; view: { focusOn: ReturnType<typeof vi.fn>; goHome: ReturnType<typeof vi.fn>; placeOf: () => undefined } } {
  const focus = new Focus();
  focus.set(exact.pointOnSkin, exact);
  return { focus, view: { focusOn: vi.fn(), goHome: vi.fn(), placeOf: () => undefined } };
}

test.each([
  [{ x: 50, y: 1610, z: -60 }, "head-back"],
  [{ x: 50, y: 1450, z: -110 }, "back"],
  [{ x: 80, y: 930, z: -130 }, "pelvis-back"],
] as const)("a place at %o is looked at where its drawing is largest", (place, view) => {
  expect(focusOn(exactAt(place, back)).focus.bestView("front", null, true)).toBe(view);
});

test("in 3D it stays 3D", () => {
  expect(focusOn(exactAt({ x: 50, y: 1610, z: -60 }, back)).focus.bestView("3d", null, false)).toBe("3d");
});

test("a place to the finger's breadth is shown a hand's breadth wide, with room for what is near", () => {
  const place = { x: 50, y: 1450, z: -110 };
  for (const [nearby, radius] of [[[10, 20], 56], [[30, 55], 63.25], [[80, 110], 68]] as const) {
    const { focus, view } = focusOn(exactAt(place, back, ...nearby));
    focus.apply(view as unknown as FigureView, null, false);
    const [target, framing, outwards] = view.focusOn.mock.calls[0] ?? [];
    expect([target, framing.centre, outwards]).toEqual([place, place, back]);
    expect(framing.radius).toBeCloseTo(radius);
  }
});

test("an overlay alone is framed with all that belongs to it, and nothing shows the whole figure", () => {
  const { focus, view } = focusOn(exactAt({ x: 50, y: 1450, z: -110 }, back));
  const overlay = { zones: [], fibres: [], chain: [], point: { x: 50, y: 1450, z: -90 }, pointOnSkin: { x: 50, y: 1450, z: -110 } } as unknown as Overlay;
  focus.set(overlay.pointOnSkin);
  focus.apply(view as unknown as FigureView, overlay, true);
  expect(view.focusOn.mock.calls[0]?.[1].radius).toBeGreaterThan(200);
  focus.set(null);
  expect(focus.isSet).toBe(false);
  focus.apply(view as unknown as FigureView, overlay, true);
  expect(view.goHome).toHaveBeenCalledTimes(1);
});
