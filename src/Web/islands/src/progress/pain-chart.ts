import { t } from "../shared/text";
import { type Frame, runsOf, scaleOf, type Scale } from "./chart-scale";
import { smallestFall, type SmallestChanges } from "./judging";
import { lastOf, type Rating, type Series } from "./series";
import { language, numberInWords } from "./words";

const NAMESPACE = "http://www.w3.org/2000/svg";
const HEIGHT = 230;
/** Closer together than this many pixels, dots would hide one another. */
const ROOM_FOR_DOTS = 7;

/**
 * The ratings of one place over time: a line through those before sittings (or by hand), a stem to the one afterwards, and the band
 * in which a change is too small to count. A picture; the words and the table beside it say the same.
 * @param width in pixels
 */
export function painChart(series: Series, changes: SmallestChanges, width: number, label: string): SVGSVGElement {
  const frame: Frame = { width, height: HEIGHT, left: 30, right: 34, top: 14, bottom: 30 };
  const scale = scaleOf(series.ratings, frame, language());
  const chart = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, class: "pain-chart", role: "img", "aria-label": label });
  chart.append(grid(scale), band(series.ratings[0].before, changes, scale), ...lines(series.ratings, scale), dots(series, scale), values(series, scale));
  return chart;
}

function grid({ frame, y, ticks }: Scale): SVGGElement {
  const right = frame.width - frame.right;
  const group = svg("g", { class: "chart-grid" });
  for (const rating of [0, 2, 4, 6, 8, 10]) {
    group.append(
      svg("line", { x1: frame.left, x2: right, y1: y(rating), y2: y(rating) }),
      svg("text", { x: frame.left - 10, y: y(rating) + 4, "text-anchor": "end" }, String(rating)),
    );
  }
  for (const { x, text } of ticks) {
    const anchor = x < frame.left + 24 ? "start" : x > right - 10 ? "end" : "middle";
    group.append(svg("line", { class: "chart-tick", x1: x, x2: x, y1: y(0), y2: y(0) + 5 }), svg("text", { x, y: frame.height - 8, "text-anchor": anchor }, text));
  }
  return group;
}

/** Between what counts as better and what counts as worse, measured from the first rating. */
function band(first: number, changes: SmallestChanges, { frame, y }: Scale): SVGGElement {
  const [left, right] = [frame.left, frame.width - frame.right];
  const better = first - smallestFall(first, changes);
  const worse = first + changes.pain.points;
  const [top, bottom] = [y(Math.min(worse, 10)), y(Math.max(better, 0))];
  const group = svg("g", { class: "chart-band" });
  group.append(svg("rect", { x: left, y: top, width: right - left, height: Math.max(0, bottom - top) }));
  if (better >= 0) group.append(line("chart-better", left, right, y(better)));
  if (worse <= 10) group.append(line("chart-worse", left, right, y(worse)));
  return group;
}

function lines(ratings: readonly Rating[], { x, y }: Scale): readonly SVGElement[] {
  const runs = runsOf(ratings);
  const drawn = runs.filter((run) => run.length > 1).map((run) => svg("polyline", { class: "chart-line", points: run.map((rating) => `${round(x(rating.at))},${round(y(rating.before))}`).join(" ") }));
  const gaps = runs.slice(1).flatMap((run, index) => {
    const [end, start] = [runs[index]?.at(-1), run[0]];
    return end && start ? [svg("line", { class: "chart-gap", x1: x(end.at), y1: y(end.before), x2: x(start.at), y2: y(start.before) })] : [];
  });
  return [...gaps, ...drawn];
}

function dots({ ratings }: Series, { frame, x, y }: Scale): SVGGElement {
  const group = svg("g", {});
  const isDense = (frame.width - frame.left - frame.right) / ratings.length < ROOM_FOR_DOTS;
  for (const { at, before, after } of ratings) {
    if (after === undefined) continue;
    const end = after + Math.sign(before - after) * (isDense ? 0 : 0.4); // up to the ring, not into it
    if (before !== after) group.append(svg("line", { class: "chart-stem", x1: x(at), x2: x(at), y1: y(before), y2: y(end) }));
  }
  const isLone = new Set(runsOf(ratings).filter((run) => run.length === 1).map((run) => run[0]));
  for (const rating of ratings) {
    const { at, before, after } = rating;
    if (isDense && !isLone.has(rating)) continue;
    if (after !== undefined) group.append(svg("circle", { class: "chart-after", cx: x(at), cy: y(after), r: 4.5 }));
    group.append(svg("circle", { class: "chart-before", cx: x(at), cy: y(before), r: isDense ? 2.5 : 4 }));
  }
  return group;
}

/** The numbers of the first and the last rating, so that nobody has to read them off. */
function values(series: Series, { x, y }: Scale): SVGGElement {
  const [first, last] = [series.ratings[0], lastOf(series)];
  const group = svg("g", { class: "chart-values" });
  group.append(svg("text", { x: x(last.at) + 10, y: y(last.before) + 5 }, numberInWords(last.before)));
  if (last !== first && x(last.at) - x(first.at) > 40) {
    const isFalling = (series.ratings[1]?.before ?? first.before) <= first.before;
    group.append(svg("text", { x: x(first.at), y: y(first.before) + (isFalling && first.before < 10 ? -9 : 19), "text-anchor": "middle" }, numberInWords(first.before)));
  }
  return group;
}

/** What the signs of the charts mean. */
export function chartKey(): HTMLElement {
  const key = document.createElement("ul");
  key.className = "chart-legend";
  const items: readonly (readonly [string, string])[] = [
    ["before", t("Before a sitting, or rated by hand")],
    ["after", t("After the sitting")],
    ["band", t("A change too small to count, measured from the first rating")],
  ];
  for (const [sign, words] of items) {
    const item = document.createElement("li");
    const swatch = document.createElement("span");
    swatch.className = `legend-${sign}`;
    swatch.setAttribute("aria-hidden", "true");
    item.append(swatch, words);
    key.append(item);
  }
  return key;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const line = (name: string, x1: number, x2: number, y: number): SVGElement => svg("line", { class: name, x1, x2, y1: y, y2: y });

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(typeof value === "number" ? round(value) : value));
  if (text !== undefined) element.textContent = text;
  return element;
}
