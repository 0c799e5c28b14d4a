import type { Adjacency } from "./body-mesh";

/** How often each vertex takes the mean of its neighbours; each time softens an edge by about one edge length. */
const PASSES = 5;

/** Strength of one colour on every vertex, softened over its neighbours. Only what a change reaches is computed again. */
export class SoftPaint {
  readonly #adjacency: Adjacency;
  /** The strengths as they were set, then after each pass. */
  readonly #passes: Float32Array[];
  readonly #marked: Uint32Array;
  #round = 0;

  constructor(vertexCount: number, adjacency: Adjacency) {
    this.#adjacency = adjacency;
    this.#passes = Array.from({ length: PASSES + 1 }, () => new Float32Array(vertexCount));
    this.#marked = new Uint32Array(vertexCount);
  }

  /** 0 to 1, one a vertex. */
  get softened(): Float32Array {
    return this.#passes[PASSES] ?? new Float32Array();
  }

  /**
   * @param strengthOf of a vertex, asked once for each that is given.
   * @returns every vertex whose softened strength may have changed.
   */
  set(vertices: Iterable<number>, strengthOf: (vertex: number) => number): readonly number[] {
    const base = this.#passes[0];
    if (!base) return [];
    this.#round++;
    const reached: number[] = [];
    for (const vertex of vertices) {
      const strength = Math.fround(strengthOf(vertex));
      if (base[vertex] === strength || this.#marked[vertex] === this.#round) continue;
      base[vertex] = strength;
      this.#marked[vertex] = this.#round;
      reached.push(vertex);
    }
    for (let pass = 1; pass <= PASSES; pass++) {
      this.#grow(reached);
      this.#soften(pass, reached);
    }
    return reached;
  }

  /** Adds all neighbours of the vertices to them. */
  #grow(vertices: number[]): void {
    const { starts, neighbours } = this.#adjacency;
    for (let index = 0, count = vertices.length; index < count; index++) {
      const vertex = vertices[index] ?? 0;
      for (let at = starts[vertex] ?? 0; at < (starts[vertex + 1] ?? 0); at++) {
        const neighbour = neighbours[at] ?? 0;
        if (this.#marked[neighbour] === this.#round) continue;
        this.#marked[neighbour] = this.#round;
        vertices.push(neighbour);
      }
    }
  }

  #soften(pass: number, vertices: readonly number[]): void {
    const { starts, neighbours } = this.#adjacency;
    const from = this.#passes[pass - 1];
    const to = this.#passes[pass];
    if (!from || !to) return;
    for (const vertex of vertices) {
      const start = starts[vertex] ?? 0;
      const end = starts[vertex + 1] ?? 0;
      let sum = from[vertex] ?? 0;
      for (let at = start; at < end; at++) sum += from[neighbours[at] ?? 0] ?? 0;
      to[vertex] = sum / (end - start + 1);
    }
  }
}
