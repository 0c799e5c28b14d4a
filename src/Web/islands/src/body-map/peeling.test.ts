// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { FigureView } from "./figure-view";
import { layerOf, Peeling, type PeelingTarget } from "./peeling";
import type { LayerMuscle, SidedMuscle } from "./types";

const muscles: LayerMuscle[] = [
  { id: "soleus", name: "Soleus", layer: "deep", fibres: [] },
  { id: "gastrocnemius", name: "Calf muscle", layer: "superficial", fibres: [] },
];

function setUp(source: (() => Promise<readonly LayerMuscle[]>) | null) {
  const shown: [string, string[]][] = [];
  const pointed: (SidedMuscle | undefined)[] = [];
  const view = {
    showLayer: (layer: string, given: readonly LayerMuscle[]) => shown.push([layer, given.map((muscle) => muscle.id)]),
    muscleAt: ({ x }: { x: number }) => (x < 50 ? { id: "soleus", side: "left" } : undefined),
    pointOut: (muscle: SidedMuscle | undefined) => pointed.push(muscle),
  } as Partial<FigureView> as FigureView;
  const target = { views: () => [view], shown: () => view, changed: vi.fn(), failed: vi.fn() } satisfies PeelingTarget;
  const peeling = new Peeling(target);
  peeling.source = source;
  return { peeling, shown, pointed, target };
}

test("the muscles are fetched when the skin comes off, and once", async () => {
  const source = vi.fn(() => Promise.resolve(muscles));
  const { peeling, shown } = setUp(source);
  expect(source).not.toHaveBeenCalled();
  await peeling.change("deep");
  await peeling.change("superficial");
  await peeling.change("skin");
  expect(source).toHaveBeenCalledTimes(1);
  expect(shown).toEqual([["deep", ["soleus"]], ["superficial", ["gastrocnemius"]], ["skin", []]]);
});

test("without muscles the skin stays on, and the trouble is told", async () => {
  const { peeling, shown, target } = setUp(() => Promise.reject(new Error("no connection")));
  await peeling.change("deep");
  expect(shown).toEqual([]);
  expect(target.failed).toHaveBeenCalled();
});

test("the muscle under the pointer is named and stands out until the pointer leaves", async () => {
  const { peeling, pointed } = setUp(() => Promise.resolve(muscles));
  expect(peeling.nameAt({ x: 10, y: 10 })).toBeUndefined();
  await peeling.change("deep");
  expect(peeling.nameAt({ x: 10, y: 10 })).toBe("Soleus, left");
  expect(peeling.label.hidden).toBe(false);
  expect(peeling.nameAt({ x: 80, y: 10 })).toBeUndefined();
  expect(peeling.label.hidden).toBe(true);
  expect(pointed).toEqual([{ id: "soleus", side: "left" }, undefined]);
});

test("an unknown layer is the skin", () => {
  expect(layerOf("bones")).toBe("skin");
  expect(layerOf("deep")).toBe("deep");
});
