import type { HalfBody } from "../solid/glb";

/** Two squares of skin beside one another on the person's right, one on the left across a gap. One unit is a millimetre. */
export const FIGURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 400" data-view="front" data-build="neutral" data-right="1 0 0" data-up="0 1 0" data-origin-x="100" data-origin-y="380">
<style>.skin { fill: red; }</style>
<g class="tone"><path class="skin" d="M0 0H200V400H0Z"/></g>
<g class="cells">
<g data-region="temple" data-side="right"><path data-cell="1" d="M20 20h20v20h-20z"/><path data-cell="3" d="M40 20h20v20h-20z"/></g>
<g data-region="temple" data-side="left"><path data-cell="2" d="M70 20L90 20L90 40L70 40Z"/></g>
<g data-region="nose" data-side="midline"><path data-cell="4" d="M95 60l10 0l0 10l-10 0z"/></g>
</g>
<g class="lines"></g><g class="labels"><text x="30" y="390">your right</text><text x="170" y="390">your left</text></g></svg>`;

const STEPS = 10;

/**
 * Half a box, 0.2 m wide (x 0 … 0.1), 1 m high, 0.1 m deep: front, outer side and back in one sheet, open at the ends and
 * along the seam. The lower half of the front is cell 0, the upper 1; the side 2; the back 3.
 */
export function halfBox(): HalfBody {
  const positions: number[] = [];
  const normals: number[] = [];
  const cells: number[] = [];
  const triangles: number[] = [];
  const columns = 3 * STEPS + 1;
  for (let row = 0; row <= STEPS; row++) {
    for (let column = 0; column < columns; column++) {
      const face = Math.min(2, Math.floor(column / STEPS));
      const along = column / STEPS - face;
      positions.push(...([[0.1 * along, row / STEPS, 0.05], [0.1, row / STEPS, 0.05 - 0.1 * along], [0.1 * (1 - along), row / STEPS, -0.05]][face] ?? []));
      normals.push(...([[0, 0, 1], [1, 0, 0], [0, 0, -1]][face] ?? []));
      cells.push(column > 2 * STEPS ? 3 : column > STEPS ? 2 : row < STEPS / 2 ? 0 : 1);
      if (row === STEPS || column === columns - 1) continue;
      const corner = row * columns + column;
      triangles.push(corner, corner + 1, corner + columns + 1, corner, corner + columns + 1, corner + columns);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    openness: new Float32Array(cells.length).fill(1),
    cells: Uint32Array.from(cells),
    triangles: Uint32Array.from(triangles),
  };
}
