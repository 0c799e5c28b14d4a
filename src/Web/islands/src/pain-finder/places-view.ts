import { need } from "../shared/html";
import { fillRegion, freeRegions, namedRegions, type PainDrawing } from "./pain-drawing";
import { intensityOf, otherSideOf, swapped, withDetail, withIntensity, without } from "./place-changes";
import { PlaceRow, type PlaceEvents, type PlaceState } from "./place-row";
import type { RegionIndex, RegionKey } from "./region-index";

/** What is marked, a row a place: the words for a drawing, and the way to say more of each place. */
export class PlacesView {
  readonly #box: HTMLElement;
  readonly #list: HTMLUListElement;
  readonly #rows = new Map<RegionKey, PlaceRow>();
  readonly #events: PlaceEvents;
  #drawing: PainDrawing | undefined;
  #index: RegionIndex | undefined;

  /** @param onChange takes the drawing as it was changed here. */
  constructor(root: ParentNode, onChange: (drawing: PainDrawing) => void) {
    this.#box = need(root, "[data-places]");
    this.#list = need(this.#box, "ul");
    const change = (how: (drawing: PainDrawing, index: RegionIndex) => PainDrawing): void => {
      if (this.#drawing && this.#index) onChange(how(this.#drawing, this.#index));
    };
    this.#events = {
      onSwap: (key) => this.#swap(key, change),
      onIntensity: (key, intensity) => change((drawing, index) => withIntensity(drawing, key, index, intensity / 10)),
      onDetail: (key, detail) => change((drawing) => withDetail(drawing, key, detail)),
      onWhole: (key) => change((drawing, index) => fillRegion(drawing, key, index, 0)),
      onRemove: (key) => change((drawing, index) => without(drawing, key, index)),
    };
  }

  /** Rows keep their order while places come and go: what is being read does not move. */
  show(drawing: PainDrawing, index: RegionIndex): void {
    this.#drawing = drawing;
    this.#index = index;
    const free = freeRegions(drawing, index);
    const keys = [...namedRegions(drawing, index), ...free.keys()];
    for (const [key, row] of [...this.#rows]) if (!keys.includes(key)) this.#remove(key, row);
    for (const key of keys) {
      const intensity = free.has(key) ? 0 : Math.max(1, Math.round(intensityOf(drawing, key, index) * 10));
      const state: PlaceState = {
        key,
        name: index.nameOf(key),
        intensity,
        detail: drawing.places.get(key) ?? { qualities: [] },
        counts: intensity > 0 || (free.get(key) ?? false),
        hasOtherSide: otherSideOf(key, index) !== undefined,
      };
      const known = this.#rows.get(key);
      if (known) known.show(state);
      else this.#add(key, new PlaceRow(state, this.#events));
    }
    this.#box.hidden = keys.length === 0;
  }

  /** Opens a row and goes there. */
  open(key: RegionKey): void {
    const row = this.#rows.get(key);
    row?.toggle(true);
    row?.focus();
    row?.root.scrollIntoView({ block: "center" });
  }

  #add(key: RegionKey, row: PlaceRow): void {
    this.#rows.set(key, row);
    this.#list.append(row.root);
  }

  /** The focus goes to the neighbour, and from the last row to the list of regions' search box. */
  #remove(key: RegionKey, row: PlaceRow): void {
    const hadFocus = row.root.contains(document.activeElement);
    const beside = row.root.nextElementSibling ?? row.root.previousElementSibling;
    row.root.remove();
    this.#rows.delete(key);
    if (!hadFocus) return;
    const next = [...this.#rows.values()].find((each) => each.root === beside);
    if (next) next.focus();
    else this.#box.parentElement?.querySelector<HTMLElement>("input[type=search]")?.focus();
  }

  /** The row itself goes over to the other side, and keeps its place and the focus. */
  #swap(key: RegionKey, change: (how: (drawing: PainDrawing, index: RegionIndex) => PainDrawing) => void): void {
    const other = this.#index && otherSideOf(key, this.#index);
    const row = this.#rows.get(key);
    if (!other || !row) return;
    const twin = this.#rows.get(other);
    this.#rows.delete(key);
    this.#rows.set(other, row);
    if (twin) this.#rows.set(key, twin);
    change((drawing, index) => swapped(drawing, key, index));
    row.focus("swap");
  }
}
