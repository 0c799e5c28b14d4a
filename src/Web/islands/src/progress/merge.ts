import type { Activity } from "../shared/activities";
import type { DiaryEntry } from "../shared/diary";
import { KEPT_KEYS, type Kept } from "./backup";
import { inOrder } from "./entries";
import { MOST_ACTIVITIES } from "./limits";

/** What taking a file over would do. What is here already always stays as it is. */
export interface Merge {
  /** What has to be written; only what changes. */
  readonly values: Kept;
  /** Diary entries that are new, and such that get something new. */
  readonly added: number;
  readonly extended: number;
  /** Ratings of the file that are here already, whether the same or different. */
  readonly kept: number;
  readonly differing: number;
  readonly activities: number;
  /** Activities for which there is no room. */
  readonly leftOut: number;
  /** Of drawing, plan and reminder: what is taken over because there is none here. */
  readonly others: readonly ("drawing" | "plan" | "reminder")[];
}

export function merge(here: Kept, file: Kept): Merge {
  const diary = mergeDiaries(here.diary ?? [], file.diary ?? []);
  const activities = mergeActivities(here.activities ?? [], file.activities ?? []);
  const others = (["drawing", "plan", "reminder"] as const).filter((key) => here[key] === undefined && file[key] !== undefined);
  const values: Kept = {
    ...(diary.added + diary.extended > 0 && { diary: diary.entries }),
    ...(activities.changed > 0 && { activities: activities.items }),
    ...Object.fromEntries(others.map((key) => [key, file[key]])),
  };
  const { added, extended, kept, differing } = diary;
  return { values, added, extended, kept, differing, activities: activities.changed, leftOut: activities.leftOut, others };
}

export function isNothing({ values }: Merge): boolean {
  return KEPT_KEYS.every((key) => values[key] === undefined);
}

function mergeDiaries(here: readonly DiaryEntry[], file: readonly DiaryEntry[]) {
  const entries = new Map(here.map((entry) => [entry.at, entry]));
  let [added, extended, kept, differing] = [0, 0, 0, 0];
  for (const given of file) {
    const known = entries.get(given.at);
    if (!known) {
      entries.set(given.at, given);
      added++;
      continue;
    }
    const own = new Map(known.places.map((place) => [place.place, place]));
    for (const place of given.places) {
      const mine = own.get(place.place);
      if (!mine) continue;
      kept++;
      if (mine.before !== place.before || mine.after !== place.after) differing++;
    }
    const places = [...known.places, ...given.places.filter(({ place }) => !own.has(place))];
    const held = new Set(known.points.map(({ point, side }) => `${point}:${side}`));
    const points = [...known.points, ...given.points.filter(({ point, side }) => !held.has(`${point}:${side}`))];
    const change = known.change ?? given.change;
    if (places.length === known.places.length && points.length === known.points.length && change === known.change) continue;
    entries.set(given.at, { at: known.at, places, points, ...(change !== undefined && { change }) });
    extended++;
  }
  return { entries: inOrder([...entries.values()]), added, extended, kept, differing };
}

function mergeActivities(here: readonly Activity[], file: readonly Activity[]) {
  const items = [...here];
  let [changed, leftOut] = [0, 0];
  for (const given of file) {
    const index = items.findIndex(({ at }) => at === given.at);
    const known = items[index];
    if (!known) {
      if (items.length >= MOST_ACTIVITIES) leftOut++;
      else changed = items.push(given) && changed + 1;
      continue;
    }
    const ratings = given.ratings.filter(({ at }) => known.ratings.every((rating) => rating.at !== at));
    if (ratings.length === 0) continue;
    items[index] = { ...known, ratings: inOrder([...known.ratings, ...ratings]) };
    changed++;
  }
  return { items, changed, leftOut };
}
