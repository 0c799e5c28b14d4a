import { fetchKept } from "../../shared/fetch-kept";
import type { BuildId } from "../builds";
import { FACINGS, type FlatView, type Point3 } from "../types";
import type { Point2 } from "../geometry/outline";
import type { FlatCell } from "./flat-cells";
import { takeCells } from "./cells-in-text";
import { breath } from "../../shared/dom";
import { projectionOf, type FlatProjection } from "./projection";
import type { Size } from "./flat-camera";

/** A view of the figure as it was read: the drawing, and what its attributes say. */
export interface FigureFile {
  readonly svg: SVGSVGElement;
  /** The rules of the drawing, which its element applies as a style sheet of the shadow tree. */
  readonly styles: string;
  /** The path around all skin, to be filled by the even-odd rule. */
  readonly outline: string;
  readonly size: Size;
  readonly projection: FlatProjection;
  readonly cells: readonly FlatCell[];
  /** The words in the drawing that say whose side is where. */
  readonly labels: readonly FigureLabel[];
}

export interface FigureLabel {
  readonly text: string;
  readonly at: Point2;
}

/** Taken out before parsing: the page's policy complains about inline styles as soon as they are parsed. */
const STYLE = /<style[^>]*>(?:\s*<!\[CDATA\[)?([\s\S]*?)(?:\]\]>\s*)?<\/style>/g;

/** Drawn for every build; the close-ups show parts that are alike in all. */
const VIEWS_OF_BUILDS: ReadonlySet<FlatView> = new Set([...FACINGS, "pelvis-back"]);

export const figureAddress = (view: FlatView, build: BuildId): string =>
  `/assets/figure/${build === "neutral" || !VIEWS_OF_BUILDS.has(view) ? view : `${build}/${view}`}.svg`;

/**
 * Fetches a view. A page that shows the same view as a picture until the script is there has it under a name of its own;
 * taking that name spares loading the file twice.
 */
export async function fetchFigure(view: FlatView, build: BuildId, host: Element, signal: AbortSignal): Promise<FigureFile> {
  const plain = figureAddress(view, build);
  const picture = host.querySelector<HTMLImageElement>(`img[src*="${plain.replace(/^\/assets|svg$/g, "")}"]`);
  const address = picture?.src ?? plain;
  const response = await fetchKept(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const text = await response.text();
  await breath(); // reading it is a piece of work of its own
  const file = readFigure(text, view);
  await breath();
  return file;
}

/** @throws when the text is no figure. */
export function readFigure(text: string, view: FlatView): FigureFile {
  const styles = [...text.matchAll(STYLE)].map(([, rules = ""]) => rules).join("\n");
  const { cells, rest } = takeCells(text);
  const parsed = new DOMParser().parseFromString(rest.replaceAll(STYLE, ""), "image/svg+xml");
  const svg = document.adoptNode(parsed.documentElement) as Element as SVGSVGElement;
  const box = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const [left = NaN, top = NaN, width = NaN, height = NaN] = box;
  const originX = Number(svg.dataset["originX"] ?? NaN);
  const originY = Number(svg.dataset["originY"] ?? NaN);
  // Everything else counts from the upper left corner, so a drawing that begins elsewhere would be read wrongly.
  const outline = svg.querySelector(".tone .skin")?.getAttribute("d");
  if (!outline) throw new Error(`The ${view} figure has no outline.`);
  const right = directionOf(svg.dataset["right"]);
  const up = directionOf(svg.dataset["up"]);
  if (left !== 0 || top !== 0 || !right || !up || ![width, height, originX, originY].every(Number.isFinite)) {
    throw new Error(`The ${view} figure does not say where it lies.`);
  }
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  return {
    svg,
    styles,
    outline,
    size: { width, height },
    projection: projectionOf({ view, build: svg.dataset["build"] ?? "neutral", right, up, originX, originY }),
    cells,
    labels: [...svg.querySelectorAll<SVGTextElement>(".labels text")].map((text) => ({
      text: text.textContent ?? "",
      at: { x: Number(text.getAttribute("x")), y: Number(text.getAttribute("y")) },
    })),
  };
}

function directionOf(text: string | undefined): Point3 | undefined {
  const [x = NaN, y = NaN, z = NaN] = (text ?? "").split(" ").map(Number);
  return [x, y, z].every(Number.isFinite) ? { x, y, z } : undefined;
}
