import { language } from "../shared/language";
import { t } from "../shared/text";
import { bucketsOf, LONGEST_GAP_DAYS, runsOf, scaleOf, type Bucket, type Frame, type Scale } from "./chart-scale";
import { dayOf } from "./days";
import { smallestFall, type SmallestChanges } from "./judging";
import { lastOf, type Series } from "./series";
import { numberInWords } from "./words";

const NAMESPACE = "http://www.w3.org/2000/svg";
/** Closer together than this many pixels, ratings would hide one another. */
const ROOM_FOR_DOTS = 7;

/**
 * The ratings of one place over time: a line through those before sittings (or by hand), a stem to the one afterwards, and the band
 * in which a change is too small to count. A picture; the words and the table beside it say the same.
 * @param size width and height in pixels
 */
export function painChart(series: Series, changes: SmallestChanges, [width, height]: readonly [number, number], label: string): SVGSVGElement {
  const frame: Frame = { width, height, left: 30, right: 34, top: 14, bottom: 30 };
  const scale = scaleOf(series.ratings, frame, language());
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "pain-chart", role: "img", "aria-label": label });
  const days = daysTogether(series, width);
  const drawn = days === 1 ? [...lines(runsOf(series.ratings), scale), dots(series, scale)] : means(bucketsOf(series.ratings, days), days, scale);
  chart.append(grid(scale), band(series.ratings[0].before, changes, scale), ...drawn, values(series, scale));
  return chart;
}

/** How many days have to be drawn as one, so that a line can be followed; 1 while there is room for every rating. */
export function daysTogether({ ratings }: Series, width: number): number {
  if (ratings.length * ROOM_FOR_DOTS <= width) return 1;
  const count = dayOf((ratings.at(-1) ?? ratings[0]).at) - dayOf(ratings[0].at) + 1;
  return Math.max(7, Math.ceil((count * ROOM_FOR_DOTS) / width));
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

function lines(runs: readonly (readonly { readonly at: number; readonly before: number }[])[], { x, y }: Scale): readonly SVGElement[] {
  const drawn = runs.filter((run) => run.length > 1).map((run) => svg("polyline", { class: "chart-line", points: run.map((rating) => `${round(x(rating.at))},${round(y(rating.before))}`).join(" ") }));
  const gaps = runs.slice(1).flatMap((run, index) => {
    const [end, start] = [runs[index]?.at(-1), run[0]];
    return end && start ? [svg("line", { class: "chart-gap", x1: x(end.at), y1: y(end.before), x2: x(start.at), y2: y(start.before) })] : [];
  });
  return [...gaps, ...drawn];
}

/** The mean of some days after the other, each with a bar from the lowest to the highest rating. */
function means(buckets: readonly Bucket[], days: number, scale: Scale): readonly SVGElement[] {
  const { x, y } = scale;
  const runs = runsOf(buckets, Math.max(LONGEST_GAP_DAYS, 2 * days));
  const ranges = buckets.map(({ at, low, high }) => svg("line", { class: "chart-range", x1: x(at), x2: x(at), y1: y(low), y2: y(high) }));
  const lone = runs.filter((run) => run.length === 1).flatMap((run) => run.map(({ at, before }) => svg("circle", { class: "chart-before", cx: x(at), cy: y(before), r: 3 })));
  return [...ranges, ...lines(runs, scale), ...lone];
}

function dots({ ratings }: Series, { x, y }: Scale): SVGGElement {
  const group = svg("g", {});
  for (const { at, before, after } of ratings) {
    if (after === undefined || after === before) continue;
    group.append(svg("line", { class: "chart-stem", x1: x(at), x2: x(at), y1: y(before), y2: y(after + Math.sign(before - after) * 0.4) })); // up to the ring, not into it
  }
  for (const { at, before, after } of ratings) {
    if (after !== undefined) group.append(svg("circle", { class: "chart-after", cx: x(at), cy: y(after), r: 4.5 }));
    group.append(svg("circle", { class: "chart-before", cx: x(at), cy: y(before), r: 4 }));
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
    const isAbove = first.before <= 1 || (isFalling && first.before < 10); // below lies the axis
    group.append(svg("text", { x: x(first.at), y: y(first.before) + (isAbove ? -9 : 19), "text-anchor": "middle" }, numberInWords(first.before)));
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
