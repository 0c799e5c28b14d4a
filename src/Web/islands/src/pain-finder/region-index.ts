import type { FlatView } from "../body-map/types";
import type { RegionEntry, Side } from "../shared/api";
import { t } from "../shared/text";

/** A region on a side, as text: "temple:right". */
export type RegionKey = string;

/** Finds the cells of a region and the region of a cell. */
export class RegionIndex {
  readonly #cells = new Map<RegionKey, readonly number[]>();
  readonly #names = new Map<RegionKey, string>();
  readonly #keys = new Map<number, RegionKey>();
  readonly #facing = new Map<RegionKey, FlatView>();

  constructor(regions: readonly RegionEntry[]) {
    for (const region of regions) {
      for (const { side, cells, facing } of region.sides) {
        const key = keyOf(region.id, side);
        this.#cells.set(key, cells);
        if (facing) this.#facing.set(key, facing);
        this.#names.set(key, inWords(region.name, side));
        for (const cell of cells) this.#keys.set(cell, key);
      }
    }
  }

  /** Empty for a region inside the body, and for a key that is not known. */
  cellsOf(key: RegionKey): readonly number[] {
    return this.#cells.get(key) ?? [];
  }

  /** The view that shows the region best; undefined for one inside the body. */
  facingOf(key: RegionKey): FlatView | undefined {
    return this.#facing.get(key);
  }

  regionOf(cell: number): RegionKey | undefined {
    return this.#keys.get(cell);
  }

  knows(key: RegionKey): boolean {
    return this.#cells.has(key);
  }

  /** "temple (right)". */
  nameOf(key: RegionKey): string {
    return this.#names.get(key) ?? key;
  }
}

export function keyOf(region: string, side: Side): RegionKey {
  return `${region}:${side}`;
}

export function partsOf(key: RegionKey): { readonly region: string; readonly side: Side } {
  const [region = "", side] = key.split(":");
  return { region, side: side === "left" || side === "right" ? side : "midline" };
}

function inWords(name: string, side: Side): string {
  const plain = name.charAt(0).toLowerCase() + name.slice(1);
  if (side === "midline") return plain;
  return side === "left" ? t("{0} (left)", plain) : t("{0} (right)", plain);
}
