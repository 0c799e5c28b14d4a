import type { BodyMapElement } from "../body-map/body-map";
import type { RegionEntry } from "../shared/api";
import { need, setText } from "../shared/html";
import type { Store } from "../shared/store";
import { History } from "./history";
import { EMPTY, isEmpty, namedRegions, setRegions, toggleRegion, type PainDrawing, type Said } from "./pain-drawing";
import { RegionIndex, type RegionKey } from "./region-index";
import { RegionList } from "./region-list";
import type { Toolbar } from "./toolbar";

export interface MarkingHost {
  /** @param settled false while a stroke goes on. @param recorded whether it is another drawing now than before. */
  marked(settled: boolean, recorded: boolean): void;
  trouble(text: string): void;
}

/** The drawing and every way to change it: figure, list, words, undo. What comes of it is the finder's matter. */
export class MarkingStep {
  readonly said: Said = { free: new Set(), felt: new Set() }; // in words
  readonly #root: HTMLElement;
  readonly #map: BodyMapElement;
  readonly #toolbar: Toolbar;
  readonly #store: Store;
  readonly #host: MarkingHost;
  readonly #list: RegionList;
  #history = new History<PainDrawing>(EMPTY);
  /** What is on the figure, a stroke in progress included. */
  #drawing: PainDrawing = EMPTY;
  #index = new RegionIndex([]);

  constructor(root: HTMLElement, map: BodyMapElement, toolbar: Toolbar, store: Store, host: MarkingHost, signal: AbortSignal) {
    this.#root = root;
    this.#map = map;
    this.#toolbar = toolbar;
    this.#store = store;
    this.#host = host;
    this.#list = new RegionList(root, (key) => this.#toggle(key), signal);
    map.addEventListener("marks-change", (event) => this.#painted(event.finished), { signal });
  }

  get drawing(): PainDrawing {
    return this.#drawing;
  }

  get index(): RegionIndex {
    return this.#index;
  }

  get named(): readonly RegionKey[] {
    return namedRegions(this.#drawing, this.#index);
  }

  /** Takes up what this browser remembers, or what the page came with. */
  async begin(regions: readonly RegionEntry[]): Promise<void> {
    const drawing = await this.#store.read("drawing");
    this.#index = new RegionIndex(regions);
    let start: PainDrawing = drawing ? { marks: new Map(drawing.marks), inside: new Map(drawing.inside) } : EMPTY;
    // Boxes ticked before this script was there, or kept by the browser over a reload.
    for (const key of isEmpty(start) ? this.#list.checked : []) start = toggleRegion(start, key, this.#index, this.#toolbar.intensity);
    this.#history = new History(start);
    this.#put(start);
  }

  /** @returns whether the button is one of this step's. */
  act(name: string | undefined): boolean {
    if (name === "undo") this.#step(this.#history.undo());
    else if (name === "redo") this.#step(this.#history.redo());
    else if (name === "clear") {
      this.#record(EMPTY);
      this.#put(EMPTY);
    } else return false;
    return true;
  }

  understand(): void {
    const mark = (keys: readonly RegionKey[], on: boolean, intensity = this.#toolbar.intensity): void =>
      this.#change(setRegions(this.#drawing, keys, on, this.#index, intensity), keys);
    import("./words-box")
      .then((box) => box.understand(this.#root, { ...this.said, mark }))
      .catch(() => this.#host.trouble("The words could not be read. Choose from the list, or load the page again."));
  }

  sayNothingIsMarked(): void {
    setText(need(this.#root, "[data-marked]"), "Nothing is marked yet. Paint where it hurts, or choose a place from the list.");
  }

  /** Shows a drawing everywhere. */
  #put(drawing: PainDrawing, recorded = false): void {
    this.#map.marks = drawing.marks;
    this.#follow(drawing, true, recorded);
  }

  #follow(drawing: PainDrawing, settled: boolean, recorded: boolean): void {
    this.#drawing = drawing;
    const { named } = this;
    const words = named.map((key) => this.#index.nameOf(key)).join(", ");
    for (const line of this.#root.querySelectorAll<HTMLElement>("[data-marked], [data-marked-again]")) {
      setText(line, words === "" ? "Nothing is marked yet." : `You marked: ${words}`);
    }
    need<HTMLElement>(this.#root, "[data-marked]").dataset["marked"] = named.join(" ");
    this.#list.show(drawing, this.#index);
    this.#toolbar.enable({ undo: this.#history.canUndo, redo: this.#history.canRedo, clear: !isEmpty(drawing) });
    this.#host.marked(settled, recorded);
  }

  #painted(finished: boolean): void {
    const drawing = { ...this.#drawing, marks: this.#map.marks };
    if (finished) this.#record(drawing);
    else this.#follow(drawing, false, false);
  }

  #toggle(key: RegionKey): void {
    this.#change(toggleRegion(this.#drawing, key, this.#index, this.#toolbar.intensity), [key]);
  }

  #change(drawing: PainDrawing, [key = ""]: readonly RegionKey[]): void {
    this.#map.marks = drawing.marks;
    this.#record(drawing);
    // Turn the flat figure to what was chosen from the list, or said first.
    const cells = this.#index.cellsOf(key).filter((cell) => drawing.marks.has(cell));
    const facing = this.#index.facingOf(key);
    if (facing && this.#map.view !== "3d" && cells.length > 0 && !cells.some((cell) => this.#map.screenPointOf(cell))) this.#map.view = facing;
  }

  /** A change that can be undone and is remembered. */
  #record(drawing: PainDrawing): void {
    this.#history.push(drawing);
    this.#follow(drawing, true, true);
    this.#remember();
  }

  #step(drawing: PainDrawing): void {
    this.#put(drawing, true);
    this.#remember();
  }

  #remember(): void {
    const { marks, inside } = this.#drawing;
    void this.#store.write("drawing", { marks: [...marks], inside: [...inside] });
  }
}
