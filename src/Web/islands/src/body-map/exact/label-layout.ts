import type { Point2 } from "../geometry/outline";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelWanted {
  /** What the label belongs to, in pixels. */
  readonly dot: Point2;
  readonly width: number;
  readonly height: number;
}

const GAP = 14;
const MARGIN = 6;
const DIRECTIONS = 24;
/** Where there is no room beside the dot, places all over the picture are tried, this far apart. */
const GRID_PIXELS = 9;
/** What lying on something costs, in pixels of leader: another label never pays. */
const COSTS = { label: 100_000, obstacle: 2_000, dot: 400 };

/**
 * Places for labels beside their dots: inside the area, clear of the obstacles and of one another, as near as that allows and
 * rather away from the middle than towards it. What has least room chooses first.
 * @returns one box for each label, in their order.
 */
export function layOutLabels(labels: readonly LabelWanted[], obstacles: readonly Box[], area: Box, middle: Point2): Box[] {
  const placed: Box[] = [];
  const result: Box[] = [];
  const order = labels.map((_, index) => index).toSorted((a, b) => roomOf(labels[a], area) - roomOf(labels[b], area));
  const dots = labels.map(({ dot }) => ({ x: dot.x - 8, y: dot.y - 8, width: 16, height: 16 }));
  for (const index of order) {
    const label = labels[index];
    if (!label) continue;
    const taken: Taken[] = [
      { boxes: placed, cost: COSTS.label },
      { boxes: obstacles, cost: COSTS.obstacle },
      { boxes: dots, cost: COSTS.dot },
    ];
    const best = candidatesOf(label, area)
      .map((box) => ({ box, cost: costOf(box, label, taken, middle) }))
      .reduce((least, next) => (next.cost < least.cost ? next : least)).box;
    placed.push(best);
    result[index] = best;
  }
  return result;
}

interface Taken {
  readonly boxes: readonly Box[];
  readonly cost: number;
}

/** How far a dot is from the nearest upright edge. */
const roomOf = (label: LabelWanted | undefined, area: Box): number => (label ? Math.min(label.dot.x - area.x, area.x + area.width - label.dot.x) : 0);

function candidatesOf({ dot, width, height }: LabelWanted, area: Box): Box[] {
  const least = { x: area.x + MARGIN, y: area.y + MARGIN };
  const most = { x: area.x + area.width - width - MARGIN, y: area.y + area.height - height - MARGIN };
  const boxAt = (x: number, y: number): Box => ({ x: clampTo(x, least.x, most.x), y: clampTo(y, least.y, most.y), width, height });
  const boxes = Array.from({ length: DIRECTIONS }, (_, step) => {
    const angle = (2 * Math.PI * step) / DIRECTIONS;
    return boxAt(dot.x + Math.cos(angle) * (GAP + width / 2) - width / 2, dot.y + Math.sin(angle) * (GAP + height / 2) - height / 2);
  });
  for (let y = least.y; y <= most.y; y += GRID_PIXELS) for (let x = least.x; x <= most.x; x += GRID_PIXELS) boxes.push(boxAt(x, y));
  return boxes;
}

const clampTo = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

function costOf(box: Box, { dot }: LabelWanted, taken: readonly Taken[], middle: Point2): number {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const end = nearestIn(box, dot);
  const leader = Math.hypot(end.x - dot.x, end.y - dot.y);
  const outwards = Math.hypot(centre.x - middle.x, centre.y - middle.y) - Math.hypot(dot.x - middle.x, dot.y - middle.y);
  return taken.reduce(
    (sum, { boxes, cost }) => boxes.reduce((more, other) => (overlapOf(box, other) > 0 ? more + cost + overlapOf(box, other) : more), sum),
    leader - 0.25 * outwards,
  );
}

/** The place of a box that is nearest to a dot: there its leader ends. */
export const nearestIn = (box: Box, dot: Point2): Point2 => ({
  x: clampTo(dot.x, box.x, box.x + box.width),
  y: clampTo(dot.y, box.y, box.y + box.height),
});

export function overlapOf(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const along = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && along > 0 ? across * along : 0;
}
