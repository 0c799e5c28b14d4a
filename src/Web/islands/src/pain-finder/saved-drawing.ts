import type { SavedDrawing } from "../shared/store";
import { isEmpty, type PainDrawing } from "./pain-drawing";

/** A drawing this old may be of another pain: it is offered, not shown. Answers about danger hold as long. */
export const DRAWING_HOLDS_MS = 4 * 60 * 60 * 1000;

export function toSaved({ marks, inside, places, felt }: PainDrawing, at: number): SavedDrawing {
  return { at, marks: [...marks], inside: [...inside], places: [...places], felt };
}

export function fromSaved(saved: SavedDrawing): PainDrawing {
  return { marks: new Map(saved.marks), inside: new Map(saved.inside), places: new Map(saved.places), felt: saved.felt ?? [] };
}

/**
 * Whether it is asked first whether to go on with a drawing. Of one without a time nothing is known but that it is from before times were kept.
 * @param returned whether the page was loaded again or gone back to: then it is the same visit.
 */
export function isOffered(saved: SavedDrawing, now: number, returned: boolean): boolean {
  return !returned && now - (saved.at ?? 0) >= DRAWING_HOLDS_MS && !isEmpty(fromSaved(saved));
}

/** Whether this page was reached by loading it again, or by going back or forward. */
export function wasReturnedTo(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "reload" || navigation?.type === "back_forward";
}

/** "Tuesday 14:05" within the week, "3 March" before it, in the language of the page. */
export function whenDrawn(at: number, now: number, language: string): string {
  const aWeek = 6 * 24 * 60 * 60 * 1000;
  const how: Intl.DateTimeFormatOptions =
    now - at < aWeek ? { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : { day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(language || "en", how).format(at);
}
