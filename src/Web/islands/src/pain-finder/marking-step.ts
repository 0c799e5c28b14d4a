import type { BodyMapElement } from "../body-map/body-map";
import type { Marks } from "../body-map/types";
import type { RegionEntry, TraceRequest } from "../shared/api";
import { need, setText } from "../shared/html";
import { language } from "../shared/language";
import type { SavedDrawing, Store } from "../shared/store";
import { t } from "../shared/text";
import { History } from "./history";
import { EMPTY, fillRegion, freeRegions, isEmpty, namedRegions, requestOf, setRegions, toggleRegion, type PainDrawing } from "./pain-drawing";
import { newestPlace, onBothSides, otherSideOf, swapped } from "./place-changes";
import { PlacesView } from "./places-view";
import { RegionIndex, type RegionKey } from "./region-index";
import { RegionList } from "./region-list";
import { fromSaved, isOffered, toSaved, wasReturnedTo, whenDrawn } from "./saved-drawing";
import type { Toolbar } from "./toolbar";
import type { SaidInWords } from "./words-box";

export interface MarkingHost {
  /** @param settled false while a stroke goes on. @param recorded whether it is another drawing now than before. */
  marked(settled: boolean, recorded: boolean): void;
  trouble(text: string): void;
}

/**
 * The drawing and every way to change it: figure, list, words, the rows of what is marked, undo. What comes of it is the finder's matter.
 * Loads on its own while the page is looked at; until then the figure can be painted already.
 */
export class MarkingStep {
  readonly #root: HTMLElement;
  readonly #map: BodyMapElement;
  readonly #toolbar: Toolbar;
  readonly #store: Store;
  readonly #host: MarkingHost;
  readonly #list: RegionList;
  readonly #places: PlacesView;
  #history = new History<PainDrawing>(EMPTY);
  /** What is on the figure, a stroke in progress included. */
  #drawing: PainDrawing = EMPTY;
  #index = new RegionIndex([]);
  /** A drawing of an earlier visit that nobody has decided about yet. */
  #last: PainDrawing | undefined;
  /** The place that the last change was about. */
  #newest: RegionKey | undefined;

  constructor(root: HTMLElement, map: BodyMapElement, toolbar: Toolbar, store: Store, host: MarkingHost, signal: AbortSignal) {
    this.#root = root;
    this.#map = map;
    this.#toolbar = toolbar;
    this.#store = store;
    this.#host = host;
    this.#list = new RegionList(root, (key) => this.#toggle(key), signal);
    this.#places = new PlacesView(root, (drawing) => this.#apply(drawing));
    map.addEventListener("marks-change", (event) => this.#painted(event.marks, event.finished), { signal });
    // The list ticks what the brush paints: pain, or that it does not hurt.
    for (const input of root.querySelectorAll<HTMLInputElement>("input[name=ticks]")) {
      input.addEventListener("change", () => (toolbar.tool = input.value === "free" ? "free" : "paint"), { signal });
    }
    toolbar.onTool = (tool) => this.#showTicks(tool === "free");
  }

  get drawing(): PainDrawing {
    return this.#drawing;
  }

  get index(): RegionIndex {
    return this.#index;
  }

  /** The painful places, the most marked first. */
  get named(): readonly RegionKey[] {
    return namedRegions(this.#drawing, this.#index);
  }

  get isEmpty(): boolean {
    return isEmpty(this.#drawing);
  }

  get request(): TraceRequest {
    return requestOf(this.#drawing, this.#index);
  }

  /** Takes up what this browser remembers, or what was marked before this was there. */
  async begin(regions: readonly RegionEntry[]): Promise<void> {
    const saved = await this.#store.read("drawing");
    this.#index = new RegionIndex(regions);
    let start: PainDrawing = { ...EMPTY, marks: this.#map.marks };
    // Boxes ticked before this script was there, or kept by the browser over a reload.
    for (const key of saved ? [] : this.#list.checked) start = toggleRegion(start, key, this.#index, this.#toolbar.intensity);
    const isNew = start.marks.size > 0 || start.inside.size > 0;
    if (saved && isOffered(saved, Date.now(), wasReturnedTo())) this.#offer(saved);
    else if (saved && !isNew) start = fromSaved(saved);
    this.#history = new History(start);
    this.#put(start);
    if (isNew) this.#remember();
  }

  /** @returns whether the button is one of this step's. */
  act(name: string | undefined): boolean {
    switch (name) {
      case "undo":
        this.#step(this.#history.undo());
        return true;
      case "redo":
        this.#step(this.#history.redo());
        return true;
      case "clear":
        this.#apply(EMPTY);
        return true;
      case "both-sides":
        this.#apply(onBothSides(this.#drawing, this.#index));
        return true;
      case "swap-newest":
        if (this.#newest) this.#apply(swapped(this.#drawing, this.#newest, this.#index));
        return true;
      case "open-newest":
        if (this.#newest) this.#places.open(this.#newest);
        return true;
      case "continue-last":
        if (this.#last) this.#apply(this.#last);
        this.#decide();
        return true;
      case "start-anew":
        // What has been marked meanwhile is the new one.
        if (isEmpty(this.#drawing)) void this.#store.forget("drawing");
        this.#decide();
        return true;
      default:
        return false;
    }
  }

  understand(): void {
    const box = import("./words-box");
    box
      .then(({ understand }) => understand(this.#root, { say: (said) => this.#say(said), takeBack: (keys, free) => this.#takeBack(keys, free) }))
      .catch(() => this.#host.trouble(t("The words could not be read. Choose from the list, or load the page again.")));
  }

  sayNothingHurts(): void {
    setText(need(this.#root, "[data-marked]"), t("Nothing that hurts is marked yet. Paint where it hurts, or choose a place from the list."));
    this.#root.querySelector("[data-places-box]")?.removeAttribute("data-listed");
  }

  /** Shows a drawing everywhere. */
  #put(drawing: PainDrawing, recorded = false): void {
    this.#map.marks = drawing.marks;
    this.#follow(drawing, true, recorded);
  }

  #follow(drawing: PainDrawing, settled: boolean, recorded: boolean): void {
    this.#drawing = drawing;
    this.#list.show(drawing, this.#index);
    const isBlank = drawing.marks.size === 0 && drawing.inside.size === 0;
    this.#toolbar.enable({ undo: this.#history.canUndo, redo: this.#history.canRedo, clear: !isBlank });
    // Words come when the finger is lifted: a stroke may still become a pinch, and nobody wants each cell read out.
    if (settled) this.#tell();
    this.#host.marked(settled, recorded);
  }

  #tell(): void {
    const { named } = this;
    const free = [...freeRegions(this.#drawing, this.#index).keys()];
    const inWords = (keys: readonly RegionKey[]): string => keys.map((key) => this.#index.nameOf(key)).join(", ");
    const sentences: string[] = [];
    if (named.length > 0) sentences.push(t("You marked: {0}.", inWords(named)));
    if (free.length > 0) sentences.push(t("Does not hurt: {0}.", inWords(free)));
    const words = sentences.join(" ") || t("Nothing is marked yet.");
    for (const line of this.#root.querySelectorAll<HTMLElement>("[data-marked], [data-marked-again]")) setText(line, words);
    const { dataset } = need<HTMLElement>(this.#root, "[data-marked]");
    dataset["marked"] = named.join(" ");
    dataset["free"] = free.join(" ");
    this.#root.toggleAttribute("data-has-free", free.length > 0);
    need(this.#root, "[data-places-box]").toggleAttribute("data-listed", sentences.length > 0);
    this.#places.show(this.#drawing, this.#index);
    this.#tellNewest();
  }

  /** On a phone the rows are far below the figure: the place of the last stroke is named right under it. */
  #tellNewest(): void {
    const key = this.#newest;
    const strip = need<HTMLElement>(this.#root, "[data-newest]");
    strip.hidden = key === undefined;
    if (key === undefined) return;
    const name = this.#index.nameOf(key);
    strip.toggleAttribute("data-free-place", freeRegions(this.#drawing, this.#index).has(key));
    setText(need(strip, "[data-newest-name]"), name);
    const swap = need<HTMLElement>(strip, "[data-do=swap-newest]");
    swap.hidden = otherSideOf(key, this.#index) === undefined;
    swap.setAttribute("aria-label", t("Other side: {0}", name));
  }

  #painted(marks: Marks, finished: boolean): void {
    const drawing = { ...this.#drawing, marks };
    if (!finished) this.#follow(drawing, false, false);
    else if (isSame(marks, this.#history.present.marks)) this.#follow(this.#history.present, true, false); // a stroke that was taken back
    else this.#record(drawing);
  }

  #toggle(key: RegionKey): void {
    const intensity = this.#ticksFree ? 0 : this.#toolbar.intensity;
    this.#apply(toggleRegion(this.#drawing, key, this.#index, intensity), key);
  }

  #say({ painful, free, felt, intensity }: SaidInWords): void {
    const marked = setRegions(this.#drawing, painful, true, this.#index, intensity ?? this.#toolbar.intensity);
    // Where something is painted all the same, the paint counts.
    const hurting = new Set(namedRegions(marked, this.#index));
    const spared = free.filter((key) => !hurting.has(key));
    this.#apply({ ...setRegions(marked, spared, true, this.#index, 0), felt }, painful[0] ?? spared[0]);
  }

  #takeBack(keys: readonly RegionKey[], free: boolean): void {
    const changed = keys.reduce((drawing, key) => fillRegion(drawing, key, this.#index, undefined), this.#drawing);
    this.#apply(free || !isEmpty(changed) ? changed : { ...changed, felt: [] });
  }

  get #ticksFree(): boolean {
    return this.#root.querySelector<HTMLInputElement>("input[name=ticks][value=free]")?.checked ?? false;
  }

  #showTicks(free: boolean): void {
    const input = this.#root.querySelector<HTMLInputElement>(`input[name=ticks][value=${free ? "free" : "pain"}]`);
    if (input) input.checked = true;
  }

  /** @param key the place to turn the flat figure to. */
  #apply(drawing: PainDrawing, key?: RegionKey): void {
    this.#map.marks = drawing.marks;
    this.#record(drawing);
    const cells = key === undefined ? [] : this.#index.cellsOf(key).filter((cell) => drawing.marks.has(cell));
    const facing = key === undefined ? undefined : this.#index.facingOf(key);
    if (facing && this.#map.view !== "3d" && cells.length > 0 && !cells.some((cell) => this.#map.screenPointOf(cell))) this.#map.view = facing;
  }

  /** A change that can be undone and is remembered. */
  #record(drawing: PainDrawing): void {
    this.#newest = newestPlace(this.#history.present, drawing, this.#index);
    this.#history.push(drawing);
    this.#follow(drawing, true, true);
    this.#remember();
  }

  #step(drawing: PainDrawing): void {
    this.#newest = undefined;
    this.#put(drawing, true);
    this.#remember();
  }

  #remember(): void {
    void this.#store.write("drawing", toSaved(this.#drawing, Date.now()));
  }

  #offer(saved: SavedDrawing): void {
    this.#last = fromSaved(saved);
    const when = saved.at === undefined ? undefined : whenDrawn(saved.at, Date.now(), language());
    setText(need(this.#root, "[data-last-words]"), when === undefined ? t("Your last drawing is still here.") : t("Your last drawing, from {0}, is still here.", when));
    const places = namedRegions(this.#last, this.#index).map((key) => this.#index.nameOf(key));
    setText(need(this.#root, "[data-last-places]"), t("You marked: {0}.", places.join(", ")));
    need<HTMLElement>(this.#root, "[data-last]").hidden = false;
  }

  #decide(): void {
    this.#last = undefined;
    const notice = need<HTMLElement>(this.#root, "[data-last]");
    const hadFocus = notice.contains(document.activeElement);
    notice.hidden = true;
    if (hadFocus) need<HTMLElement>(this.#root, "#mark-title").focus();
  }
}

function isSame(some: Marks, others: Marks): boolean {
  return some.size === others.size && [...some].every(([cell, intensity]) => others.get(cell) === intensity);
}
