import type { Activity } from "../shared/activities";
import type { DiaryEntry } from "../shared/diary";
import { html, need } from "../shared/html";
import { t } from "../shared/text";
import { activityInWords } from "./activities-view";
import type { SmallestChanges } from "./judging";
import { dateInWords, pointInWords } from "./words";

/** More lines would not fit on the page beside the charts. */
const MOST_LINES = 12;

/** What only the printed page has: its date, the last entries and the activities as a list. */
export function fillVisitSheet(root: HTMLElement, diary: readonly DiaryEntry[], activities: readonly Activity[], changes: SmallestChanges, now: number): void {
  need(root, "[data-printed-on]").textContent = dateInWords(now);
  const lines = diary.toReversed().flatMap((entry) => linesOf(entry)).slice(0, MOST_LINES);
  need<HTMLElement>(root, "[data-sheet-entries]").hidden = lines.length === 0;
  need(root, "[data-sheet-entries] tbody").replaceChildren(...lines);
  need<HTMLElement>(root, "[data-sheet-activities]").hidden = activities.length === 0;
  need(root, "[data-sheet-activities] ul").replaceChildren(...activities.map((activity) => html("li", {}, html("strong", {}, activity.name), html("br"), activityInWords(activity, changes))));
}

function linesOf({ at, places, points, change }: DiaryEntry): readonly HTMLElement[] {
  const held = points.map(pointInWords).join("; ") || "–";
  const said = change === "better" ? t("Better") : change === "worse" ? t("Worse") : change === "same" ? t("Same") : undefined;
  const rows = places.map(({ name, before, after }) => [name, String(before), after === undefined ? "–" : String(after)] as const);
  const shown = rows.length > 0 ? rows : said === undefined ? [] : [[said, "–", "–"] as const];
  return shown.map(([name, before, after]) =>
    html("tr", {}, html("th", { scope: "row" }, dateInWords(at)), html("td", {}, name), html("td", { class: "number" }, before), html("td", { class: "number" }, after), html("td", {}, held)),
  );
}
