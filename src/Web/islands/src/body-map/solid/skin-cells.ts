import { distanceBetween, dot, normalize, scale, subtract } from "../geometry/vector";
import type { Point3 } from "../types";
import type { BodyMesh } from "./body-mesh";

interface SkinCell {
  /** Millimetres. */
  readonly centre: Point3;
  /** The vertex nearest to the centre: unlike the centre it lies on the skin. */
  readonly anchor: Point3;
  readonly outwards: Point3;
  readonly neighbours: Set<number>;
}

/** The patches of the whole body: where each is, where it looks, what lies beside it. */
export class SkinCells {
  readonly #cells = new Map<number, SkinCell>();
  readonly #vertices = new Map<number, number[]>();

  constructor(mesh: BodyMesh) {
    for (let vertex = 0; vertex < mesh.vertexCount; vertex++) {
      for (const cell of new Set([mesh.cells[vertex] ?? 0, mesh.twinCells[vertex] ?? 0])) {
        const vertices = this.#vertices.get(cell);
        if (vertices) vertices.push(vertex);
        else this.#vertices.set(cell, [vertex]);
      }
    }
    for (const [cell, vertices] of this.#vertices) {
      const centre = scale(meanOf(mesh.positions, vertices), 1000);
      const places = vertices.map((vertex) => scale(meanOf(mesh.positions, [vertex]), 1000));
      this.#cells.set(cell, {
        centre,
        anchor: places.reduce((best, next) => (distanceBetween(next, centre) < distanceBetween(best, centre) ? next : best)),
        outwards: normalize(meanOf(mesh.normals, vertices)),
        neighbours: new Set(),
      });
    }
    for (let corner = 0; corner < mesh.triangles.length; corner++) {
      const next = corner % 3 === 2 ? corner - 2 : corner + 1;
      this.#join(cellOfCorner(mesh, corner), cellOfCorner(mesh, next));
    }
    for (let vertex = 0; vertex < mesh.vertexCount; vertex++) this.#join(mesh.cells[vertex] ?? 0, mesh.twinCells[vertex] ?? 0);
  }

  /** A place on the skin in the middle of the cell, millimetres. */
  anchorOf(cell: number): Point3 | undefined {
    return this.#cells.get(cell)?.anchor;
  }

  verticesOf(cell: number): readonly number[] {
    return this.#vertices.get(cell) ?? [];
  }

  /**
   * The patches under a round brush: the one it is set on, and those that hang together with it over the skin, lie within
   * the radius and look towards the viewer. So a brush wider than a finger does not paint its other side.
   * @param at millimetres, on the skin.
   */
  under(cell: number, at: Point3, radius: number, eye: Point3): number[] {
    const found = new Set([cell]);
    for (const each of found) {
      for (const next of this.#cells.get(each)?.neighbours ?? []) {
        const other = this.#cells.get(next);
        if (!other || distanceBetween(other.centre, at) > radius) continue;
        if (dot(other.outwards, normalize(subtract(eye, other.centre))) > 0) found.add(next);
      }
    }
    return [...found];
  }

  /** The mean direction out of the skin around a place; undefined when no patch's centre is near. */
  outwardsAround(place: Point3, radius: number): Point3 | undefined {
    const near = [...this.#cells.values()].filter((cell) => distanceBetween(cell.centre, place) <= radius);
    if (near.length === 0) return undefined;
    const sum = near.reduce((total, { outwards }) => ({ x: total.x + outwards.x, y: total.y + outwards.y, z: total.z + outwards.z }), { x: 0, y: 0, z: 0 });
    return normalize(sum);
  }

  #join(some: number, other: number): void {
    if (some === other) return;
    this.#cells.get(some)?.neighbours.add(other);
    this.#cells.get(other)?.neighbours.add(some);
  }
}

/** The cell that a triangle's corner belongs to; corners on the seam take the side of their triangle. */
export function cellOfCorner(mesh: BodyMesh, corner: number): number {
  const vertex = mesh.triangles[corner] ?? 0;
  return (corner < mesh.rightStart ? mesh.cells[vertex] : mesh.twinCells[vertex]) ?? 0;
}

function meanOf(values: Float32Array, vertices: readonly number[]): Point3 {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const vertex of vertices) {
    x += values[vertex * 3] ?? 0;
    y += values[vertex * 3 + 1] ?? 0;
    z += values[vertex * 3 + 2] ?? 0;
  }
  const count = Math.max(1, vertices.length);
  return { x: x / count, y: y / count, z: z / count };
}
