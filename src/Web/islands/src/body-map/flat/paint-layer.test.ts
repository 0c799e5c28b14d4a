import { expect, test } from "vitest";
import { nestedLayers } from "./paint-layer";

test("each layer holds its own cells and all stronger ones", () => {
  const layers = nestedLayers([[1, 0.3], [2, 1], [3, 0.3]], 10);
  expect(layers.map((layer) => layer.cells)).toEqual([[1, 3, 2], [2]]);
});

test("the layers over one another cover as much as the strength asks", () => {
  const [weak, strong] = nestedLayers([[1, 0.5], [2, 1]], 10);
  expect(weak?.opacity).toBeCloseTo(0.25 + 0.75 * 0.5, 9);
  expect(1 - (1 - (weak?.opacity ?? 0)) * (1 - (strong?.opacity ?? 0))).toBeCloseTo(1, 9);
});

test("a strength of nothing is not drawn, and the weakest is", () => {
  expect(nestedLayers([[1, 0]], 4)).toEqual([]);
  expect(nestedLayers([[1, 0.001]], 4)).toHaveLength(1);
});
