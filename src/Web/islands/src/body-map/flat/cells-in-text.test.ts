import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIGURE } from "../testing/figures";
import { takeCells } from "./cells-in-text";

test("patches are read with their region and side, and all else stays", () => {
  const { cells, rest } = takeCells(FIGURE);
  expect(cells.map(({ id, region }) => `${id} ${region.region} ${region.side}`)).toEqual(["1 temple right", "3 temple right", "2 temple left", "4 nose midline"]);
  expect(cells[2]?.path).toBe("M70 20L90 20L90 40L70 40Z");
  expect(rest).not.toContain("data-cell");
  expect(rest).toContain('<g class="tone"><path class="skin"');
  expect(rest).toContain('<g class="lines"></g><g class="labels"><text x="30" y="390">your right</text>');
  expect(rest.match(/<g\b/g)?.length).toBe(rest.match(/<\/g>/g)?.length);
});

test("cells that lie before or behind one another are named", () => {
  const { cells } = takeCells('<svg><g class="cells"><g data-region="a" data-side="left"><path data-cell="5" data-apart="7 9" d="M0 0h1z"/></g></g></svg>');
  expect(cells).toEqual([{ id: 5, path: "M0 0h1z", region: { region: "a", side: "left" }, apart: [7, 9] }]);
});

test("a drawing without patches is left as it is, and one that is cut off is refused", () => {
  expect(takeCells("<svg/>")).toEqual({ cells: [], rest: "<svg/>" });
  expect(() => takeCells('<svg><g class="cells"><g data-region="a">')).toThrow("no end");
});

test.each(["front", "back", "left", "head-front", "foot-sole-left"])("the %s drawing has as many patches as its text says", (view) => {
  const text = readFileSync(new URL(`../../../../../../assets/figure/${view}.svg`, import.meta.url), "utf8");
  const { cells } = takeCells(text);
  expect(cells.length).toBe(text.split("data-cell=").length - 1);
  expect(cells.filter(({ path }) => path === "")).toEqual([]);
});
