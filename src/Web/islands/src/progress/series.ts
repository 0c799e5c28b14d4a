import type { DiaryEntry } from "../shared/diary";

export interface Rating {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly before: number;
  readonly after?: number;
}

/** The ratings of one place in the order of time; one at least. */
export interface Series {
  readonly place: string;
  readonly name: string;
  readonly ratings: readonly [Rating, ...Rating[]];
}

/** Whether something was done that day, beyond rating it. */
export function isSitting(entry: DiaryEntry): boolean {
  return entry.points.length > 0 || entry.change !== undefined || entry.places.some(({ after }) => after !== undefined);
}

/** A series for every place that was ever rated, the one rated last first. A place is called what it was called last. */
export function seriesOf(diary: readonly DiaryEntry[]): readonly Series[] {
  const found = new Map<string, { name: string; ratings: [Rating, ...Rating[]] }>();
  for (const { at, places } of [...diary].sort((a, b) => a.at - b.at)) {
    for (const { place, name, before, after } of places) {
      const rating: Rating = after === undefined ? { at, before } : { at, before, after };
      const known = found.get(place);
      if (known) {
        known.name = name;
        known.ratings.push(rating);
      } else {
        found.set(place, { name, ratings: [rating] });
      }
    }
  }
  const series = [...found].map(([place, { name, ratings }]) => ({ place, name, ratings }));
  return series.sort((a, b) => lastOf(b).at - lastOf(a).at || a.name.localeCompare(b.name));
}

export function lastOf({ ratings }: Series): Rating {
  return ratings[ratings.length - 1] ?? ratings[0];
}
