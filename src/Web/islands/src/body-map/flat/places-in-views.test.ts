// @vitest-environment happy-dom
/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLOSE_UPS, FACINGS, type FlatView } from "../types";
import { readFigure } from "./figure-file";
import { FlatCells } from "./flat-cells";
import { project } from "./projection";

const read = (path: string): string => readFileSync(`../../../${path}`, "utf8");
const figureOf = (view: FlatView) => readFigure(read(`assets/figure/${view}.svg`), view);

interface Sample {
  readonly view: FlatView;
  readonly landmark: string;
  readonly region: string;
}

const samples = JSON.parse(read("tests/Body.Tests/places-in-views.json")) as readonly Sample[];
const landmarks = JSON.parse(read("data/landmarks.json")) as { readonly items: readonly { readonly id: string; readonly position: readonly number[] }[] };

// The tests of the drawings find the same regions with the projection of their own.
test.each(samples)("$landmark lies in $region in the view $view", ({ view, landmark, region }) => {
  const [x = NaN, y = NaN, z = NaN] = landmarks.items.find(({ id }) => id === landmark)?.position ?? [];
  const figure = figureOf(view);
  const cells = new FlatCells(figure.cells);
  const cell = cells.at(project(figure.projection, { x, y, z }));
  expect(cell === undefined ? undefined : cells.regionOf(cell)?.region).toBe(region);
});

test.each([...FACINGS, ...CLOSE_UPS])("the drawing %s can be read", (view) => {
  const figure = figureOf(view);
  expect(figure.svg.dataset["view"]).toBe(view);
  expect(figure.cells.length).toBeGreaterThan(20);
  expect(figure.labels.map(({ text }) => text).join()).toMatch(/your|side/);
});
