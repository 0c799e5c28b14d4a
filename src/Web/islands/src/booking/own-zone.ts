import { language } from "../shared/language";
import { t } from "../shared/text";

/** "2026-03-03T09:00" on the clock of a zone; the browser's own unless told. */
export function wallTime(start: Date, zone?: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(start);
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** The time on the visitor's clock, with its day when that is another; undefined when both clocks agree. */
export function ownTime(start: Date, wall: string, spoken: string, zone?: string): string | undefined {
  const own = wallTime(start, zone);
  if (own === wall) return undefined;
  const otherDay = own.slice(0, 10) !== wall.slice(0, 10);
  const how: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", ...(otherDay ? { weekday: "short" } : {}), ...(zone === undefined ? {} : { timeZone: zone }) };
  return new Intl.DateTimeFormat(spoken, how).format(start);
}

/** Writes the visitor's own time under each time of the practice, where it differs. The times themselves are the same for everybody. */
export function showOwnTimes(root: ParentNode): void {
  let differs = false;
  for (const place of root.querySelectorAll<HTMLElement>(".own-time[data-start][data-wall]")) {
    const own = ownTime(new Date(place.dataset["start"] ?? ""), place.dataset["wall"] ?? "", language());
    if (own === undefined) continue;
    place.textContent = t("{0} for you", own);
    place.hidden = false;
    differs = true;
  }
  const line = root.querySelector<HTMLElement>("[data-own-zone]");
  if (line && differs) {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    line.textContent = t("Your own clock, {0}, stands under each.", (zone.split("/").at(-1) ?? zone).replaceAll("_", " "));
    line.hidden = false;
  }
}
