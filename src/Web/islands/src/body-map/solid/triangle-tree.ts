/** Where a ray first meets the surface. */
export interface Hit {
  /** Along the ray, in lengths of its direction. */
  readonly distance: number;
  /** Number of the triangle. */
  readonly triangle: number;
  /** Which of the triangle's corners is nearest to the hit: 0, 1 or 2. */
  readonly corner: 0 | 1 | 2;
}

interface Leaf {
  readonly from: number;
  readonly to: number;
}

const LEAF_TRIANGLES = 6;
const DEEPEST = 64;
const LEAST_SLOPE = 1e-12;
/** Rays exactly along an edge, such as the seam down the middle of the body, meet at least one of its two triangles. */
const EDGE = -1e-6;

/** Triangles sorted into nested boxes, so that a ray looks at a few dozen instead of all of them. */
export class TriangleTree {
  readonly #positions: Float32Array;
  readonly #triangles: Uint32Array;
  /** Triangle numbers, those of one box beside one another. */
  readonly #order: Uint32Array;
  /** Six numbers a box: least x, y, z and most x, y, z. */
  readonly #boxes: number[] = [];
  /** The first of two children that follow one another; -1 for a leaf. */
  readonly #children: number[] = [];
  readonly #leaves: Leaf[] = [];

  constructor(positions: Float32Array, triangles: Uint32Array) {
    this.#positions = positions;
    this.#triangles = triangles;
    const count = triangles.length / 3;
    this.#order = Uint32Array.from({ length: count }, (_, index) => index);
    const centres = new Float32Array(count * 3);
    for (let triangle = 0; triangle < count; triangle++) {
      for (let axis = 0; axis < 3; axis++) {
        centres[triangle * 3 + axis] = (this.#at(triangle, 0, axis) + this.#at(triangle, 1, axis) + this.#at(triangle, 2, axis)) / 3;
      }
    }
    this.#addBox(0, count);
    for (let box = 0; box < this.#leaves.length; box++) this.#split(box, centres);
  }

  /** The first triangle that turns its outside to the ray; those seen from inside the body are passed through. */
  firstHit(originX: number, originY: number, originZ: number, x: number, y: number, z: number): Hit | null {
    const stack = new Int32Array(DEEPEST);
    let depth = 1;
    let best: Hit | null = null;
    let nearest = Infinity;
    while (depth > 0) {
      const box = stack[--depth] ?? 0;
      if (this.#entry(box, originX, originY, originZ, x, y, z) >= nearest) continue;
      const child = this.#children[box] ?? -1;
      if (child >= 0) {
        const first = this.#entry(child, originX, originY, originZ, x, y, z);
        const second = this.#entry(child + 1, originX, originY, originZ, x, y, z);
        // The nearer box is looked at first: what it holds often saves the other.
        stack[depth++] = first < second ? child + 1 : child;
        stack[depth++] = first < second ? child : child + 1;
        continue;
      }
      const leaf = this.#leaves[box];
      for (let at = leaf?.from ?? 0; at < (leaf?.to ?? 0); at++) {
        const hit = this.#meet(this.#order[at] ?? 0, originX, originY, originZ, x, y, z);
        if (hit && hit.distance < nearest) {
          best = hit;
          nearest = hit.distance;
        }
      }
    }
    return best;
  }

  #at(triangle: number, corner: number, axis: number): number {
    return this.#positions[(this.#triangles[triangle * 3 + corner] ?? 0) * 3 + axis] ?? 0;
  }

  #addBox(from: number, to: number): void {
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    for (let at = from; at < to; at++) {
      const triangle = this.#order[at] ?? 0;
      for (let axis = 0; axis < 3; axis++) {
        for (let corner = 0; corner < 3; corner++) {
          const value = this.#at(triangle, corner, axis);
          box[axis] = Math.min(box[axis] ?? value, value);
          box[axis + 3] = Math.max(box[axis + 3] ?? value, value);
        }
      }
    }
    this.#boxes.push(...box);
    this.#children.push(-1);
    this.#leaves.push({ from, to });
  }

  #split(box: number, centres: Float32Array): void {
    const leaf = this.#leaves[box];
    if (!leaf || leaf.to - leaf.from <= LEAF_TRIANGLES) return;
    const extents = [0, 1, 2].map((axis) => (this.#boxes[box * 6 + axis + 3] ?? 0) - (this.#boxes[box * 6 + axis] ?? 0));
    const axis = extents.indexOf(Math.max(...extents));
    const part = this.#order.subarray(leaf.from, leaf.to);
    part.sort((a, b) => (centres[a * 3 + axis] ?? 0) - (centres[b * 3 + axis] ?? 0));
    const middle = (leaf.from + leaf.to) >> 1;
    this.#children[box] = this.#leaves.length;
    this.#addBox(leaf.from, middle);
    this.#addBox(middle, leaf.to);
  }

  /** Where the ray enters a box; infinity when it misses it. */
  #entry(box: number, originX: number, originY: number, originZ: number, x: number, y: number, z: number): number {
    let enter = 0;
    let leave = Infinity;
    for (let axis = 0; axis < 3; axis++) {
      const origin = axis === 0 ? originX : axis === 1 ? originY : originZ;
      // A ray along the plane of a box's side would otherwise multiply zero by infinity.
      const inverse = 1 / ((axis === 0 ? x : axis === 1 ? y : z) || LEAST_SLOPE);
      const one = ((this.#boxes[box * 6 + axis] ?? 0) - origin) * inverse;
      const other = ((this.#boxes[box * 6 + axis + 3] ?? 0) - origin) * inverse;
      enter = Math.max(enter, Math.min(one, other));
      leave = Math.min(leave, Math.max(one, other));
    }
    return enter <= leave ? enter : Infinity;
  }

  #meet(triangle: number, originX: number, originY: number, originZ: number, x: number, y: number, z: number): Hit | null {
    const ax = this.#at(triangle, 0, 0);
    const ay = this.#at(triangle, 0, 1);
    const az = this.#at(triangle, 0, 2);
    const ux = this.#at(triangle, 1, 0) - ax;
    const uy = this.#at(triangle, 1, 1) - ay;
    const uz = this.#at(triangle, 1, 2) - az;
    const vx = this.#at(triangle, 2, 0) - ax;
    const vy = this.#at(triangle, 2, 1) - ay;
    const vz = this.#at(triangle, 2, 2) - az;
    const px = y * vz - z * vy;
    const py = z * vx - x * vz;
    const pz = x * vy - y * vx;
    const determinant = ux * px + uy * py + uz * pz;
    if (determinant < 1e-14) return null;
    const tx = originX - ax;
    const ty = originY - ay;
    const tz = originZ - az;
    const second = (tx * px + ty * py + tz * pz) / determinant;
    const qx = ty * uz - tz * uy;
    const qy = tz * ux - tx * uz;
    const qz = tx * uy - ty * ux;
    const third = (x * qx + y * qy + z * qz) / determinant;
    if (second < EDGE || third < EDGE || second + third > 1 - EDGE) return null;
    const distance = (vx * qx + vy * qy + vz * qz) / determinant;
    if (distance <= 0) return null;
    const first = 1 - second - third;
    return { distance, triangle, corner: first >= second && first >= third ? 0 : second >= third ? 1 : 2 };
  }
}
