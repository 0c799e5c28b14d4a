/** A place in a flat view, in the units of its drawing (millimetres). */
export interface Point2 {
  readonly x: number;
  readonly y: number;
}

/** A closed polygon as x0, y0, x1, y1, …; the last corner joins the first. */
export type Polygon = readonly number[];

const SCAN_ROWS = 16;
const NUMBERS_PER_COMMAND: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/**
 * The polygons of an SVG path. Curves and arcs are taken as straight lines to their end, which is near enough for patches
 * of skin a few millimetres across.
 */
export function polygonsOf(path: string): Polygon[] {
  const polygons: number[][] = [];
  let polygon: number[] = [];
  let x = 0;
  let y = 0;
  for (const [, letter = "", list = ""] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter.toLowerCase();
    const relative = letter === command;
    const count = NUMBERS_PER_COMMAND[command];
    if (count === undefined) throw new RangeError(`"${letter}" is no path command.`);
    if (command === "z") {
      x = polygon[0] ?? x;
      y = polygon[1] ?? y;
      continue;
    }
    const numbers = list.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi)?.map(Number) ?? [];
    for (let at = 0; at + count <= numbers.length; at += count) {
      const endX = command === "v" ? undefined : numbers[at + (command === "h" ? 0 : count - 2)];
      const endY = command === "h" ? undefined : numbers[at + count - 1];
      x = endX === undefined ? x : endX + (relative ? x : 0);
      y = endY === undefined ? y : endY + (relative ? y : 0);
      if (command === "m" && at === 0) {
        polygon = [];
        polygons.push(polygon);
      }
      polygon.push(x, y);
    }
  }
  return polygons.filter((corners) => corners.length >= 6);
}


/** The centre of the area of all polygons together; the mean of the corners when they enclose nothing. */
export function centroidOf(polygons: readonly Polygon[]): Point2 {
  let area = 0;
  let x = 0;
  let y = 0;
  for (const polygon of polygons) {
    eachEdge(polygon, (x0, y0, x1, y1) => {
      const part = x0 * y1 - x1 * y0;
      area += part;
      x += (x0 + x1) * part;
      y += (y0 + y1) * part;
    });
  }
  if (Math.abs(area) > 1e-6) return { x: x / (3 * area), y: y / (3 * area) };
  const corners = polygons.flat();
  const count = Math.max(1, corners.length / 2);
  return {
    x: corners.reduce((sum, value, index) => (index % 2 === 0 ? sum + value : sum), 0) / count,
    y: corners.reduce((sum, value, index) => (index % 2 === 1 ? sum + value : sum), 0) / count,
  };
}

/** Whether the point is inside any of the polygons (a place inside two that overlap is inside). */
export function contains(polygons: readonly Polygon[], point: Point2): boolean {
  return polygons.some((polygon) => {
    let inside = false;
    eachEdge(polygon, (x0, y0, x1, y1) => {
      if (y0 > point.y !== y1 > point.y && point.x < x0 + ((point.y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    });
    return inside;
  });
}

/** A place well inside: the centre if that is, else the middle of the widest stretch across. */
export function innerPointOf(polygons: readonly Polygon[]): Point2 {
  const centre = centroidOf(polygons);
  if (contains(polygons, centre)) return centre;
  const ys = polygons.flatMap((polygon) => polygon.filter((_, index) => index % 2 === 1));
  const top = Math.min(...ys);
  const height = Math.max(...ys) - top;
  let best = { width: 0, at: centre };
  for (let row = 1; row < SCAN_ROWS; row++) {
    const y = top + (height * row) / SCAN_ROWS;
    for (const polygon of polygons) {
      const crossings: number[] = [];
      eachEdge(polygon, (x0, y0, x1, y1) => {
        if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
      });
      crossings.sort((a, b) => a - b);
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const from = crossings[at] ?? 0;
        const to = crossings[at + 1] ?? 0;
        if (to - from > best.width) best = { width: to - from, at: { x: (from + to) / 2, y } };
      }
    }
  }
  return best.at;
}

/** Distance from a point to the piece of line between two others. */
export function distanceToSegment(point: Point2, from: Point2, to: Point2): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / lengthSquared : 0;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** Whether a corner of one lies within the gap of an edge of the other. */
export function touch(some: readonly Polygon[], others: readonly Polygon[], gap: number): boolean {
  return cornersNear(some, others, gap) || cornersNear(others, some, gap);
}

function cornersNear(corners: readonly Polygon[], edges: readonly Polygon[], gap: number): boolean {
  return corners.some((polygon) => {
    for (let at = 0; at < polygon.length; at += 2) {
      const corner = { x: polygon[at] ?? 0, y: polygon[at + 1] ?? 0 };
      for (const other of edges) {
        let near = false;
        eachEdge(other, (x0, y0, x1, y1) => (near ||= distanceToSegment(corner, { x: x0, y: y0 }, { x: x1, y: y1 }) <= gap));
        if (near) return true;
      }
    }
    return false;
  });
}

function eachEdge(polygon: Polygon, visit: (x0: number, y0: number, x1: number, y1: number) => void): void {
  let x0 = polygon.at(-2) ?? 0;
  let y0 = polygon.at(-1) ?? 0;
  for (let at = 0; at < polygon.length; at += 2) {
    const x1 = polygon[at] ?? 0;
    const y1 = polygon[at + 1] ?? 0;
    visit(x0, y0, x1, y1);
    x0 = x1;
    y0 = y1;
  }
}
