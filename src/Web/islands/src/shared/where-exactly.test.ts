// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BodyMapElement } from "../body-map/body-map";
import type { ExactPlace } from "../body-map/types";
import { Api, type Figure } from "./api";
import { WhereExactly } from "./where-exactly";

const FIGURE: Figure = {
  muscle: "upper-trapezius", layer: "superficial", fibres: [],
  points: [
    {
      id: "upper-trapezius-1", where: "", position: { x: 90, y: 1450, z: -10 }, onSkin: { x: 90, y: 1450, z: -30 }, zones: [], inside: [], spreadMillimetres: 18,
      nearby: [{ landmark: "acromion", name: "Tip of the shoulder", x: 125, y: 1450, z: -30, distanceMillimetres: 36 }],
    },
  ],
};

const map = Object.assign(new EventTarget(), {
  exact: null as ExactPlace | null,
  showExactly(exact: ExactPlace | null) {
    map.exact = exact;
    map.dispatchEvent(new Event("exact-change"));
    return Promise.resolve();
  },
});

let root: HTMLElement;
const button = (): HTMLButtonElement => root.querySelector<HTMLButtonElement>("[data-exactly]") ?? document.createElement("button");
const words = (): HTMLElement => root.querySelector<HTMLElement>("[data-exactly-words]") ?? document.body;

beforeEach(() => {
  map.exact = null;
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(FIGURE)));
  root = document.createElement("div");
  root.innerHTML = `<div data-point="upper-trapezius-1" data-muscle="upper-trapezius" data-side="right">
    <button type="button" data-exactly aria-pressed="false">Where exactly?</button><div data-exactly-words hidden></div></div>`;
  new WhereExactly(root, map as unknown as BodyMapElement, new Api("v"), new AbortController().signal);
});

afterEach(() => vi.unstubAllGlobals());

test("the figure goes to the point on its side, and the same is written down", async () => {
  button().click();
  await vi.waitFor(() => expect(map.exact).not.toBeNull());
  expect(map.exact).toMatchObject({ pointOnSkin: { x: -90, y: 1450, z: -30 }, outwards: { z: -1 }, spreadMillimetres: 18 });
  expect(map.exact?.nearby[0]).toMatchObject({ x: -125, name: "Tip of the shoulder" });
  expect(words().hidden).toBe(false);
  expect(words().querySelector("li")?.textContent).toBe("Tip of the shoulder: two fingers' breadths towards the spine.");
  expect(button().getAttribute("aria-pressed")).toBe("true");
});

test("the same button goes back, and so do the figure's own", async () => {
  button().click();
  await vi.waitFor(() => expect(map.exact).not.toBeNull());
  button().click();
  expect(map.exact).toBeNull();
  expect([button().textContent, button().getAttribute("aria-pressed"), words().hidden]).toEqual(["Where exactly?", "false", true]);
});

test("without a connection it says so and can be pressed again", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  button().click();
  await vi.waitFor(() => expect(words().textContent).toContain("could not be loaded"));
  expect(map.exact).toBeNull();
});
