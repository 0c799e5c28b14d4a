import type { Point2 } from "./outline";

/**
 * The outline of a band around a line: down one side and back on the other.
 * @param radii half the width at each point of the line; as many as there are points.
 * @returns an SVG path; empty for fewer than two points.
 */
export function ribbonPath(line: readonly Point2[], radii: readonly number[]): string {
  if (line.length < 2) return "";
  const there: string[] = [];
  const back: string[] = [];
  line.forEach((point, index) => {
    const before = line[index - 1] ?? point;
    const after = line[index + 1] ?? point;
    const dx = after.x - before.x;
    const dy = after.y - before.y;
    // Where the line runs straight at the viewer it has no direction on the drawing, and the band no width.
    const length = Math.hypot(dx, dy) || 1;
    const radius = radii[index] ?? 0;
    const acrossX = (-dy / length) * radius;
    const acrossY = (dx / length) * radius;
    there.push(`${(point.x + acrossX).toFixed(1)} ${(point.y + acrossY).toFixed(1)}`);
    back.unshift(`${(point.x - acrossX).toFixed(1)} ${(point.y - acrossY).toFixed(1)}`);
  });
  return `M${there.join("L")}L${back.join("L")}Z`;
}
