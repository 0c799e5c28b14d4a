// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { Api, type Figure } from "./api";
import { overlayOf } from "./overlay";

const figure = (muscle: string): Figure => ({
  muscle,
  layer: "deep",
  fibres: [[{ x: 10, y: 20, z: 30, r: 2 }]],
  points: [
    {
      id: `${muscle}-1`, where: "", position: { x: 1, y: 2, z: 3 }, onSkin: { x: 4, y: 5, z: 6 },
      zones: [{ cell: 8, weight: 0.8, kind: "essential" }, { cell: 11, weight: 0.2, kind: "spillover" }], inside: [], spreadMillimetres: 15, nearby: [],
    },
  ],
});

function api(): Api {
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(Response.json(figure(address.split("/")[4] ?? ""))));
  return new Api("v");
}

const link = (muscle: string, side: "left" | "right") => ({ point: `${muscle}-1`, side, muscle, name: muscle });

test("the left side is shown as it comes", async () => {
  const overlay = await overlayOf(api(), link("upper", "left"), []);
  expect(overlay.point).toEqual({ x: 1, y: 2, z: 3 });
  expect(overlay.zones.map((zone) => zone.cell)).toEqual([8, 11]);
});

test("the right side is the mirror image, cells and fibres too", async () => {
  const overlay = await overlayOf(api(), link("upper", "right"), []);
  expect(overlay.pointOnSkin).toEqual({ x: -4, y: 5, z: 6 });
  expect(overlay.fibres[0]?.[0]).toEqual({ x: -10, y: 20, z: 30, r: 2 });
  expect(overlay.zones.map((zone) => zone.cell)).toEqual([9, 10]);
  expect(overlay.muscle).toEqual({ id: "upper", side: "right", layer: "deep" });
});

test("each stop of a chain lies on its own side", async () => {
  const overlay = await overlayOf(api(), link("upper", "right"), [link("lower", "left"), link("middle", "right")]);
  expect(overlay.chain).toEqual([{ x: 4, y: 5, z: 6, label: "lower" }, { x: -4, y: 5, z: 6, label: "middle" }]);
});
