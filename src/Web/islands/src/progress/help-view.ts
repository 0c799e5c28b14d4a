import type { DiaryEntry } from "../shared/diary";
import { html, need, setText, withArrows } from "../shared/html";
import { language } from "../shared/language";
import { t } from "../shared/text";
import { startOf } from "./days";
import { pointsHelped, weeksOf, type PointHelp, type Week } from "./helped";
import type { SmallestChanges } from "./judging";
import { dateInWords, helpInWords, numberInWords, pointInWords, weeksInWords } from "./words";

/** Which points helped, and how often there was a sitting. */
export function showHelp(root: HTMLElement, diary: readonly DiaryEntry[], changes: SmallestChanges, now: number): void {
  const points = pointsHelped(diary, changes);
  need<HTMLElement>(root, "[data-points-some]").hidden = points.length === 0;
  need<HTMLElement>(root, "[data-points-none]").hidden = points.length > 0;
  need(root, "[data-points]").replaceChildren(...points.map(rowOf));
  const weeks = weeksOf(diary, now);
  setText(need(root, "[data-often]"), weeksInWords(weeks));
  need(root, "[data-weeks]").replaceChildren(stripOf(weeks, now), weekTable(weeks));
}

function rowOf(help: PointHelp): HTMLElement {
  const { point, side, sittings, before, after } = help;
  const change = before === undefined || after === undefined ? ["–"] : withArrows([numberInWords(before), numberInWords(after)], t(", then "));
  return html(
    "tr",
    { "data-point": `${point}:${side}` },
    html("th", { scope: "row" }, pointInWords(help), " ", html("span", { class: "help-words" }, helpInWords(help))),
    html("td", { class: "number" }, String(sittings)),
    html("td", { class: "number nowrap" }, ...change),
  );
}

/** A small calendar: a column a week, a row a day. */
function stripOf(weeks: readonly Week[], now: number): HTMLElement {
  const strip = html("div", { class: "weeks", role: "img", "aria-label": weeksInWords(weeks) });
  const days = Array.from({ length: 7 }, (_, index) => new Intl.DateTimeFormat(language(), { weekday: "narrow" }).format(startOf((weeks[0]?.monday ?? 0) + index)));
  strip.append(html("span", {}), ...days.map((day) => html("span", { class: "week-day" }, day)));
  const month = new Intl.DateTimeFormat(language(), { day: "numeric", month: "numeric" });
  for (const { monday, sittings, rated } of weeks) {
    strip.append(html("span", { class: "week-date" }, month.format(startOf(monday))));
    for (const [index, count] of sittings.entries()) {
      const isToCome = startOf(monday + index) > now;
      const kind = isToCome ? "to-come" : count > 1 ? "many" : count === 1 ? "one" : rated[index] ? "rated" : "none";
      strip.append(html("span", { class: `day day-${kind}` }));
    }
  }
  return strip;
}

function weekTable(weeks: readonly Week[]): HTMLElement {
  const rows = weeks.toReversed().map(({ monday, sittings, rated }) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, dateInWords(startOf(monday))),
      html("td", { class: "number" }, String(sittings.reduce((sum, each) => sum + each, 0))),
      html("td", { class: "number" }, String(rated.filter(Boolean).length)),
    ),
  );
  const head = [t("Week from"), t("Sittings"), t("Days with an entry")].map((text, index) => html("th", { scope: "col", class: index > 0 ? "number" : "" }, text));
  return html("details", {}, html("summary", {}, t("The weeks as a table")), html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows)));
}
