import type { Side } from "../shared/api";
import type { DiaryEntry, RatedPlace, TreatedPoint } from "../shared/diary";
import type { SmallestChanges } from "./judging";

/** As the atlas has them. */
export const CHANGES: SmallestChanges = { pain: { points: 2, percent: 30 }, activity: 3, activities: 2 };

/** Half past seven in the evening of a day of May 2026, here; days may run over into June. */
export const on = (day: number, hour = 19): number => new Date(2026, 4, day, hour, 30).getTime();

export const temple = (before: number, after?: number): RatedPlace => ({ place: "temple:right", name: "Temple, right", before, ...(after !== undefined && { after }) });
export const neck = (before: number, after?: number): RatedPlace => ({ place: "back-of-neck:left", name: "Back of neck, left", before, ...(after !== undefined && { after }) });

export const held = (id: string, side: Side = "right"): TreatedPoint => ({ point: `${id}-1`, side, muscle: id, name: id.toUpperCase(), holds: 2, holdSeconds: 20 });

export const entry = (at: number, places: readonly RatedPlace[], points: readonly TreatedPoint[] = []): DiaryEntry => ({ at, places, points });
