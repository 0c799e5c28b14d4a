// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BodyMapElement } from "./body-map";
import "./define";
import type { MarksChangeEvent } from "./events";
import { prefer, preferred } from "../shared/preferences";
import { FigureMenu } from "./figure-menu";
import samples from "./testing/build-samples.json";
import { FIGURE } from "./testing/figures";
import type { Overlay } from "./types";

// The figure is 200 x 400 mm and the element 200 x 400 pixels: one pixel is one millimetre.
const SIZE = { width: 200, height: 400 };

let map: BodyMapElement;
let asked: string[];
let frames: FrameRequestCallback[];

const stage = (): HTMLElement => map.shadowRoot?.querySelector<HTMLElement>(".stage") ?? document.body;
const cellsOf = (marks: ReadonlyMap<number, number>): number[] => [...marks.keys()].toSorted((a, b) => a - b);
const frame = (): void => frames.splice(0).forEach((draw) => draw(performance.now()));
const untilShown = (): Promise<unknown> => vi.waitFor(() => expect(stage().querySelector("svg")).not.toBeNull());
const need = <Value>(value: Value | null): Value => value ?? expect.fail("It is not there.");

function pointer(type: string, x: number, y: number, more: PointerEventInit = {}): void {
  stage().dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, button: 0, bubbles: true, cancelable: true, ...more }));
}

beforeEach(async () => {
  [asked, frames] = [[], []];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response(address.includes("back") ? "nothing" : FIGURE, { status: address.includes("back") ? 503 : 200 }));
  });
  vi.stubGlobal("requestAnimationFrame", (draw: FrameRequestCallback) => frames.push(draw));
  vi.stubGlobal("cancelAnimationFrame", () => (frames = []));
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(SIZE.width);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(SIZE.height);
  HTMLElement.prototype.setPointerCapture = () => undefined;
  map = document.createElement("body-map");
  document.body.append(map);
  await untilShown();
  frame();
});

afterEach(() => {
  map.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("an unknown view falls back to the front", () => {
  map.setAttribute("view", "inside");
  expect(map.view).toBe("front");
});

test("a changed view is told once and loads its own figure", async () => {
  const seen: string[] = [];
  map.addEventListener("view-change", (event) => seen.push(event.view));
  map.view = "right";
  map.view = "right";
  expect(seen).toEqual(["right"]);
  await vi.waitFor(() => expect(asked).toEqual(["/assets/figure/front.svg", "/assets/figure/right.svg"]));
});

test("an element in the page's own HTML loads its view once", async () => {
  map.remove();
  asked = [];
  document.body.innerHTML = '<body-map view="right"></body-map>';
  map = need(document.querySelector("body-map"));
  await untilShown();
  expect(asked).toEqual(["/assets/figure/right.svg"]);
});

test("a picture of the view that the page already shows is not loaded under a second name", async () => {
  map.remove();
  asked = [];
  map = document.createElement("body-map");
  map.innerHTML = '<img src="http://localhost/assets/figure/front.abc.svg" alt="">';
  document.body.append(map);
  expect(stage().querySelector("slot")).not.toBeNull();
  await untilShown();
  expect(asked).toEqual(["http://localhost/assets/figure/front.abc.svg"]);
  expect(stage().querySelector("slot")).toBeNull();
});

test("another build is drawn from its own file, and what lies on the neutral figure is laid on it", async () => {
  const built = FIGURE.replace("<svg ", '<svg data-build="broad-hips" ');
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response(address.endsWith("builds.json") ? JSON.stringify(samples.table) : built));
  });
  map.overlay = overlay;
  const before = stage().querySelector("svg");
  map.build = "broad-hips";
  expect(map.build).toBe("broad-hips");
  expect(stage().querySelector("svg")).toBe(before); // the old one stays until the new one is there
  await vi.waitFor(() => expect(stage().querySelector("svg")).not.toBe(before));
  frame();
  expect(asked).toContain("/assets/figure/broad-hips/front.svg");
  // At the head the builds are alike; the hips of this one are broader.
  expect(map.shadowRoot?.querySelector(".markers .point")?.getAttribute("transform")).toBe("translate(40.0 30.0)");
  map.overlay = { ...overlay, pointOnSkin: { x: -100, y: 880, z: 50 } };
  frame();
  expect(map.shadowRoot?.querySelector(".markers .point")?.getAttribute("transform")).toBe("translate(-7.4 -500.0)");
});

test("a drawing that says it is neutral gets no placing, whatever the build", async () => {
  vi.stubGlobal("fetch", (address: string) => {
    return Promise.resolve(new Response(address.endsWith("builds.json") ? JSON.stringify(samples.table) : FIGURE));
  });
  const before = stage().querySelector("svg");
  map.build = "broad-hips";
  await vi.waitFor(() => expect(stage().querySelector("svg")).not.toBe(before));
  map.overlay = { ...overlay, pointOnSkin: { x: -100, y: 880, z: 50 } };
  frame();
  expect(map.shadowRoot?.querySelector(".markers .point")?.getAttribute("transform")).toBe("translate(0.0 -500.0)");
});

test("without an attribute the build is the one that this browser remembers, and an unknown name the neutral one", () => {
  expect(map.build).toBe("neutral");
  prefer("build", "broad-shoulders");
  expect(map.build).toBe("broad-shoulders");
  map.setAttribute("build", "giant");
  expect(map.build).toBe("neutral");
});

test("the menu shows the build in use, and what is chosen in it is drawn and remembered", () => {
  prefer("build", "broad-hips");
  const menu = document.createElement("details");
  menu.innerHTML = '<summary></summary><input type="radio" name="build" value="neutral"><input type="radio" name="build" value="broad-hips">';
  document.body.append(menu);
  const [neutral, hips] = [...menu.querySelectorAll("input")];
  new FigureMenu(menu, map, new AbortController().signal);
  expect(hips?.checked).toBe(true);
  neutral?.click();
  expect(map.build).toBe("neutral");
  expect(preferred("build")).toBe("neutral");
  menu.open = true;
  menu.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(menu.open).toBe(false);
  menu.open = true;
  document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
  expect(menu.open).toBe(false);
  menu.remove();
});

test("inline rules of the drawing do not reach the document", () => {
  expect(stage().querySelector("style")).toBeNull();
});

test("a stroke marks the cells under it and tells the page once a frame and once at its end", () => {
  const told: [boolean, number[]][] = [];
  map.addEventListener("marks-change", (event: MarksChangeEvent) => told.push([event.finished, cellsOf(event.marks)]));
  map.brush = { mode: "paint", radiusMillimetres: 3, intensity: 0.5 };
  pointer("pointerdown", 30, 30);
  pointer("pointermove", 45, 30);
  pointer("pointermove", 50, 30);
  expect(told).toEqual([]);
  frame();
  expect(told).toEqual([[false, [1, 3]]]);
  pointer("pointerup", 50, 30);
  expect(told).toEqual([[false, [1, 3]], [true, [1, 3]]]);
  expect(map.marks.get(3)).toBe(0.5);
});

test("a stroke that begins beside the figure marks nothing", () => {
  pointer("pointerdown", 150, 200);
  pointer("pointermove", 30, 30);
  pointer("pointerup", 30, 30);
  expect(map.marks.size).toBe(0);
});

test("erasing takes marks away", () => {
  map.marks = new Map([[1, 0.7], [3, 0.7]]);
  map.brush = { mode: "erase", radiusMillimetres: 3, intensity: 0.5 };
  pointer("pointerdown", 30, 30);
  pointer("pointerup", 30, 30);
  expect(cellsOf(map.marks)).toEqual([3]);
});

test("a mouse over the figure shows how large the brush is, over the paper it does not", () => {
  const ring = map.shadowRoot?.querySelector<HTMLElement>(".brush-ring");
  map.brush = { mode: "paint", radiusMillimetres: 12, intensity: 0.5 };
  pointer("pointermove", 30, 30, { pointerType: "mouse" });
  frame();
  expect(ring?.hidden).toBe(false);
  expect(ring?.style.width).toBe("24px");
  pointer("pointermove", 150, 200, { pointerType: "mouse" });
  frame();
  expect(ring?.hidden).toBe(true);
});

test("where it does not hurt is drawn in stripes, not as pain, and can be erased", async () => {
  map.marks = new Map([[1, 0], [2, 0.5]]);
  frame();
  await vi.waitFor(() => expect(stage().querySelector(".free")?.getAttribute("fill")).toBe("url(#paint-hatch)"));
  expect(stage().querySelector(".free path")?.getAttribute("d")).toBe("M20 20h20v20h-20z");
  expect(stage().querySelectorAll(".pain path")).toHaveLength(1);
  map.brush = { mode: "erase", radiusMillimetres: 2, intensity: 0 };
  pointer("pointerdown", 30, 30);
  pointer("pointerup", 30, 30);
  frame();
  expect([...map.marks]).toEqual([[2, 0.5]]);
  expect(stage().querySelector(".free path")).toBeNull();
});

test("a brush without strength marks that it does not hurt, over pain too", () => {
  map.marks = new Map([[1, 0.7]]);
  map.brush = { mode: "paint", radiusMillimetres: 2, intensity: 0 };
  pointer("pointerdown", 30, 30);
  pointer("pointerup", 30, 30);
  expect([...map.marks]).toEqual([[1, 0]]);
});

test("a long stroke that turns into a pinch is taken back, what was marked before stays, and the lifting fingers leave nothing", () => {
  map.marks = new Map([[2, 0.5]]);
  pointer("pointerdown", 20, 30);
  for (let x = 21; x < 90; x++) pointer("pointermove", x, 30);
  expect(map.marks.size).toBeGreaterThan(1);
  pointer("pointerdown", 80, 60, { pointerId: 2 });
  pointer("pointermove", 95, 70, { pointerId: 2 });
  pointer("pointerup", 95, 70, { pointerId: 2 });
  pointer("pointermove", 30, 30);
  pointer("pointermove", 20, 30);
  pointer("pointerup", 20, 30);
  expect([...map.marks]).toEqual([[2, 0.5]]);
});

test("a second finger takes the first one's stroke back", () => {
  let told = 0;
  map.addEventListener("marks-change", () => told++);
  pointer("pointerdown", 30, 30);
  pointer("pointerdown", 80, 30, { pointerId: 2 });
  pointer("pointermove", 85, 30, { pointerId: 2 });
  frame();
  expect(map.marks.size).toBe(0);
  expect(told).toBe(1);
});

test("a stroke that the browser takes over for scrolling leaves no mark", () => {
  pointer("pointerdown", 30, 30);
  pointer("pointercancel", 30, 30);
  expect(map.marks.size).toBe(0);
});

test("a figure that only shows is not painted on", () => {
  map.readonly = true;
  pointer("pointerdown", 30, 30);
  pointer("pointerup", 30, 30);
  expect(map.marks.size).toBe(0);
});

test("marks given from outside are drawn and told to nobody", () => {
  let told = 0;
  map.addEventListener("marks-change", () => told++);
  map.marks = new Map([[2, 1]]);
  frame();
  expect(stage().querySelector(".pain path")?.getAttribute("d")).toBe("M70 20L90 20L90 40L70 40Z");
  expect(told).toBe(0);
});

test("a cell has a region and a place on screen, as far as the view shows it", () => {
  expect(map.regionOf(1)).toEqual({ region: "temple", side: "right" });
  expect(map.regionOf(4)).toEqual({ region: "nose", side: "midline" });
  expect(map.regionOf(1001)).toBeUndefined();
  expect(map.screenPointOf(2)).toEqual({ x: 80, y: 30 });
  expect(map.screenPointOf(1001)).toBeNull();
});

test("the arrow keys go around the body, and keys of the browser stay its own", () => {
  stage().dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  expect(map.view).toBe("right");
  stage().dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true }));
  expect(map.view).toBe("right");
});

test("the figure says in words which side is where", async () => {
  await vi.waitFor(() => expect(stage().getAttribute("aria-label")).toContain("Your right is on the left of the picture"));
});

const overlay: Overlay = {
  zones: [{ cell: 1, weight: 0.8, kind: "essential" }, { cell: 3, weight: 0.3, kind: "spillover" }],
  fibres: [[{ x: -70, y: 350, z: 0, r: 4 }, { x: -40, y: 350, z: 0, r: 4 }]],
  muscle: { id: "upper-trapezius", side: "right", layer: "superficial" },
  point: { x: -60, y: 350, z: 40 },
  pointOnSkin: { x: -60, y: 350, z: 50 },
  chain: [{ x: -20, y: 300, z: 50, label: "Lower trapezius" }],
};

test("an overlay shows zones, fibres, the point and the numbered chain", () => {
  map.overlay = overlay;
  frame();
  const root = map.shadowRoot;
  expect(root?.querySelector(".essential path")?.getAttribute("d")).toContain("M20 20");
  expect(root?.querySelector(".spillover path")?.getAttribute("d")).toContain("M40 20");
  expect(root?.querySelectorAll(".fibres .tissue-5")).toHaveLength(1);
  expect(root?.querySelector(".markers .point")?.getAttribute("transform")).toBe("translate(40.0 30.0)");
  expect(root?.querySelector(".markers .stop")?.textContent).toBe("1Lower trapezius");
  expect(root?.querySelector(".markers .stop")?.classList.contains("behind")).toBe(false);
  map.overlay = { ...overlay, chain: [{ x: -20, y: 300, z: -100, label: "Lower trapezius" }] };
  frame();
  expect(root?.querySelector(".markers .stop")?.classList.contains("behind")).toBe(true);
  expect(root?.querySelector(".markers .point")?.classList.contains("behind")).toBe(false);
  map.overlay = null;
  frame();
  expect(root?.querySelector(".essential path")).toBeNull();
  expect(root?.querySelector(".markers")?.hasAttribute("hidden")).toBe(true);
});

test("going to a place on the side of the head turns the flat figure to that side", () => {
  map.overlay = { ...overlay, point: { x: -60, y: 350, z: 0 }, pointOnSkin: { x: -80, y: 350, z: 0 } };
  map.focusOn({ x: -80, y: 350, z: 0 });
  expect(map.view).toBe("right");
});

test("a figure that cannot be loaded says so and names the other way", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  map.view = "back";
  await vi.waitFor(() => expect(map.shadowRoot?.querySelector(".status")?.textContent).toContain("The list of regions works without it"));
});

test("where 3D is not possible the figure goes back to the front and says why", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
        queueMicrotask(() => seen([{ isIntersecting: true }]));
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  const views: string[] = [];
  map.addEventListener("view-change", (event) => views.push(event.view));
  map.view = "3d";
  await vi.waitFor(() => expect(views).toEqual(["3d", "front"]), 10_000);
  await vi.waitFor(() => expect(map.shadowRoot?.querySelector(".status")?.textContent).toContain("3D is not available"));
  expect(asked).not.toContain("/assets/body-half.glb"); // a device without WebGL is not made to load it
});

test("once removed it listens, draws and loads no more", async () => {
  map.remove();
  frames = [];
  pointer("pointerdown", 30, 30);
  pointer("pointerup", 30, 30);
  map.marks = new Map([[1, 1]]);
  map.view = "left";
  await Promise.resolve();
  expect(cellsOf(map.marks)).toEqual([1]);
  expect(frames).toEqual([]);
  expect(asked).toEqual(["/assets/figure/front.svg"]);
  expect(stage().querySelector("svg")).toBeNull();
});

test("put back it shows its drawing again", async () => {
  map.marks = new Map([[1, 1]]);
  map.remove();
  document.body.append(map);
  await untilShown();
  frame();
  expect(stage().querySelector(".pain path")?.getAttribute("d")).toContain("M20 20");
});

test("the menu takes the skin off, and the muscle under the pointer is named", async () => {
  const path = [0, 1, 2, 3].map((step) => ({ x: -60, y: 300 + step * 20, z: 40, r: step % 3 === 0 ? 2 : 8 }));
  map.muscleSource = () =>
    Promise.resolve([{ id: "rectus-femoris", name: "Rectus femoris", layer: "superficial", fibres: [{ path, skin: [0, 1, 2].map(() => ({ x: 0, y: 0, z: 1, depth: 8 })) }] }]);
  document.body.insertAdjacentHTML(
    "beforeend",
    '<details class="figure-menu" id="layers"><summary>Figure</summary><input type="radio" name="layer" value="skin"><input type="radio" name="layer" value="superficial"></details>',
  );
  const menu = need(document.querySelector<HTMLDetailsElement>("#layers"));
  new FigureMenu(menu, map, new AbortController().signal);
  expect(menu.querySelector<HTMLInputElement>("[value=skin]")?.checked).toBe(true);
  menu.querySelector<HTMLInputElement>("[value=superficial]")?.click();
  expect(map.layer).toBe("superficial");
  await vi.waitFor(() => expect(stage().querySelectorAll(".muscles [data-muscle]")).toHaveLength(2));
  pointer("pointermove", 40, 50, { pointerType: "mouse" });
  const name = map.shadowRoot?.querySelector<HTMLElement>(".muscle-name");
  expect([name?.hidden, name?.textContent]).toEqual([false, "Rectus femoris, left"]);
  map.layer = "skin";
  await vi.waitFor(() => expect(stage().querySelector(".muscles [data-muscle]")).toBeNull());
  menu.remove();
});

test("a point is shown to the finger's breadth until the figure's own button goes back", async () => {
  const told: boolean[] = [];
  map.addEventListener("exact-change", () => told.push(map.exact !== null));
  map.overlay = overlay;
  await map.showExactly({ pointOnSkin: overlay.pointOnSkin, outwards: { x: 0, y: 0, z: 1 }, spreadMillimetres: 12, nearby: [] });
  const marks = map.shadowRoot?.querySelector<HTMLElement>(".exact");
  expect([marks?.hidden, map.shadowRoot?.querySelector(".markers")?.classList.contains("under-exact")]).toEqual([false, true]);
  map.shadowRoot?.querySelector<HTMLElement>("button[aria-label='Show the whole figure']")?.click();
  expect([marks?.hidden, map.exact]).toEqual([true, null]);
  expect(told).toEqual([true, false]);
});
