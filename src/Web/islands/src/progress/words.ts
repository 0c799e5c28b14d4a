import type { Side } from "../shared/api";
import { language } from "../shared/language";
import { t } from "../shared/text";
import type { Advice } from "./advice";
import { dayOf } from "./days";
import { ENOUGH_SITTINGS, type PointHelp, type Week } from "./helped";
import { judgePain, smallestFall, type SmallestChanges } from "./judging";
import { lastOf, type Series } from "./series";

/** "3 May 2026", in the language of the page. */
export function dateInWords(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(at);
}

/** "3 May 2026, 19:30". */
export function momentInWords(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** With at most one digit after the point. */
export function numberInWords(value: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(value);
}

/** "Upper trapezius, right". */
export function pointInWords({ name, side }: { readonly name: string; readonly side: Side }): string {
  return side === "left" ? t("{0}, left", name) : side === "right" ? t("{0}, right", name) : name;
}

/** How a place went, from its first rating to its last. */
export function seriesInWords(series: Series, changes: SmallestChanges): string {
  const [first] = series.ratings;
  const last = lastOf(series);
  if (last === first) {
    return first.after === undefined
      ? t("One rating so far: {0} of 10. A second one shows which way it goes.", first.before)
      : t("One sitting so far: {0} before it, {1} after it.", first.before, first.after);
  }
  const days = dayOf(last.at) - dayOf(first.at);
  const [from, to] = [first.before, last.before];
  if (from === to) return days === 0 ? t("{0} again on the same day.", from) : days === 1 ? t("Still at {0} after one day.", from) : t("Still at {0} after {1} days.", from, days);
  return days <= 1 ? withinADay(from, to, changes) : overDays(from, to, days, changes);
}

function overDays(from: number, to: number, days: number, changes: SmallestChanges): string {
  const judged = judgePain(from, to, changes);
  if (to > from) {
    return judged === "worse"
      ? t("Up from {0} to {1} in {2} days: a change that counts.", from, to, days)
      : t("Up from {0} to {1} in {2} days: less than the smallest change that counts.", from, to, days);
  }
  if (judged !== "better") return t("Down from {0} to {1} in {2} days: less than the smallest change that counts.", from, to, days);
  return from - to > smallestFall(from, changes)
    ? t("Down from {0} to {1} in {2} days: more than the smallest change that counts.", from, to, days)
    : t("Down from {0} to {1} in {2} days: just the smallest change that counts.", from, to, days);
}

function withinADay(from: number, to: number, changes: SmallestChanges): string {
  const judged = judgePain(from, to, changes);
  if (judged === "better") return t("Down from {0} to {1} within a day: a change that counts.", from, to);
  if (judged === "worse") return t("Up from {0} to {1} within a day: a change that counts.", from, to);
  return to < from
    ? t("Down from {0} to {1} within a day: less than the smallest change that counts.", from, to)
    : t("Up from {0} to {1} within a day: less than the smallest change that counts.", from, to);
}

/** Whether a point helped, no surer than the number of sittings allows. */
export function helpInWords({ sittings, rated, helped }: PointHelp): string {
  if (rated === 0) return t("Not rated afterwards yet.");
  if (rated < ENOUGH_SITTINGS) return rated === 1 ? t("Rated once: too few to tell.") : t("Rated {0} times: too few to tell.", rated);
  return rated < sittings ? t("Helped in {0} of {1} rated sittings.", helped, rated) : t("Helped in {0} of {1}.", helped, rated);
}

export function weeksInWords(weeks: readonly Week[]): string {
  const sittings = weeks.flatMap((week) => week.sittings);
  const count = sittings.reduce((sum, each) => sum + each, 0);
  if (count === 0) return t("No sitting in the last {0} weeks.", weeks.length);
  const days = sittings.filter((each) => each > 0).length;
  const aWeek = numberInWords(count / weeks.length);
  return count === 1 ? t("One sitting in the last {0} weeks.", weeks.length) : t("{0} sittings on {1} days in the last {2} weeks: {3} a week.", count, days, weeks.length, aWeek);
}

/** The sentence that says why; what to do stands beside it on the page. */
export function adviceInWords(advice: Advice): string {
  switch (advice.kind) {
    case "worse":
      return t("{0} is worse than when you began: {1} then, {2} now.", advice.name, advice.from, advice.to);
    case "worse-after":
      return t("{0} was worse after your last sitting: {1} before it, {2} after it.", advice.name, advice.from, advice.to);
    case "worse-in-words":
      return t("You said that it was worse after your last sitting.");
    case "not-better":
      return t("{0} has not got better in {1} days by an amount that counts: {2} then, {3} now.", advice.name, advice.days, advice.from, advice.to);
  }
}
