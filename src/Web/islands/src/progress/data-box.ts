import { need } from "../shared/html";
import { t } from "../shared/text";
import type { Kept } from "./backup";
import { download } from "./download";
import { isoDayOf } from "./days";
import { FormProblem } from "./form-problem";
import type { Merge } from "./merge";

export interface DataStore {
  /** All that is kept now. */
  read(): Promise<Kept>;
  /** All of it or nothing. */
  take(values: Kept): Promise<void>;
  deleteAll(): Promise<void>;
}

/** A file larger than this is not one of ours. */
const LARGEST_FILE = 20 * 1024 * 1024;

/** Save, take over and delete one's own data. */
export class DataBox {
  readonly #root: HTMLElement;
  readonly #store: DataStore;
  readonly #file: HTMLInputElement;
  readonly #said: HTMLElement;
  readonly #trouble: HTMLElement;
  readonly #preview: HTMLElement;
  readonly #dialog: HTMLDialogElement;
  #waiting: Kept | undefined;

  constructor(root: HTMLElement, dialog: HTMLDialogElement, store: DataStore, signal: AbortSignal) {
    this.#root = root;
    this.#store = store;
    this.#file = need(root, "input[type=file]");
    this.#said = need(root, "[data-said]");
    this.#trouble = need(root, "[data-trouble]");
    this.#preview = need(root, "[data-preview]");
    this.#dialog = dialog;
    root.addEventListener("click", this.#clicked, { signal });
    this.#file.addEventListener("change", () => void this.#look(), { signal });
    dialog.addEventListener("click", this.#answered, { signal });
  }

  readonly #clicked = (event: Event): void => {
    switch ((event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"]) {
      case "json":
        void this.#saveJson();
        break;
      case "csv":
        void this.#saveCsv();
        break;
      case "open":
        this.#file.click();
        break;
      case "take":
        void this.#take();
        break;
      case "leave":
        this.#close(t("Nothing was taken over."));
        break;
      case "delete":
        this.#dialog.showModal();
        break;
    }
  };

  readonly #answered = (event: Event): void => {
    const wanted = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"];
    if (wanted === "delete-all") void this.#deleteAll();
    if (wanted !== undefined) this.#dialog.close();
  };

  async #saveJson(): Promise<void> {
    const { writeBackup } = await import("./backup");
    const now = Date.now();
    download(`unknot-${isoDayOf(now)}.json`, "application/json", writeBackup(await this.#store.read(), now));
    this.#say(t("The file is in your downloads. Whoever has it can read it."));
  }

  async #saveCsv(): Promise<void> {
    const { writeCsv } = await import("./csv");
    download(`unknot-${isoDayOf(Date.now())}.csv`, "text/csv;charset=utf-8", writeCsv(await this.#store.read()));
    this.#say(t("The file is in your downloads. Whoever has it can read it."));
  }

  /** Reads the chosen file and says what taking it over would do. Nothing is written yet. */
  async #look(): Promise<void> {
    const file = this.#file.files?.[0];
    this.#close("");
    if (!file) return;
    try {
      if (file.size > LARGEST_FILE) throw new FormProblem(t("The file is too large to be one of Unknot's."));
      const [{ readBackup }, { readCsv }, { isNothing, merge }] = await Promise.all([import("./backup"), import("./csv"), import("./merge")]);
      const text = await file.text();
      const kept = /^\uFEFF?\s*[{[]/.test(text) ? readBackup(text) : readCsv(text);
      const merged = merge(await this.#store.read(), kept);
      this.#waiting = merged.values;
      need(this.#preview, "[data-lines]").replaceChildren(...linesOf(merged).map(lineOf));
      need<HTMLElement>(this.#preview, "[data-do=take]").hidden = isNothing(merged);
      this.#preview.hidden = false;
      need<HTMLElement>(this.#preview, "[tabindex]").focus();
    } catch (error) {
      if (!(error instanceof FormProblem)) throw error;
      this.#trouble.textContent = t("The file was not taken over. {0}", error.message);
      this.#trouble.hidden = false;
    } finally {
      this.#file.value = ""; // the same file may be chosen again
    }
  }

  async #take(): Promise<void> {
    const values = this.#waiting;
    if (!values) return;
    try {
      await this.#store.take(values);
      this.#close(t("The file was taken over."));
    } catch {
      this.#trouble.textContent = t("The browser could not keep it, perhaps because its storage is full. Nothing was changed.");
      this.#trouble.hidden = false;
    }
  }

  async #deleteAll(): Promise<void> {
    await this.#store.deleteAll();
    this.#close(t("Everything was deleted from this browser."));
  }

  #close(said: string): void {
    const hadFocus = this.#preview.contains(document.activeElement);
    this.#waiting = undefined;
    this.#preview.hidden = true;
    this.#trouble.hidden = true;
    this.#say(said);
    if (hadFocus) need<HTMLElement>(this.#root, "[data-do=open]").focus();
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }
}

function linesOf(merged: Merge): readonly string[] {
  const { added, extended, kept, differing, activities, leftOut, others } = merged;
  const lines = [
    added === 0 ? t("No new day or sitting.") : added === 1 ? t("One day or sitting is added.") : t("{0} days or sittings are added.", added),
    extended > 0 && t("Days or sittings that get something more: {0}.", extended),
    kept > 0 && t("Ratings that are here already and stay as they are: {0}.", kept),
    differing > 0 && t("Of them, other than in the file: {0}.", differing),
    activities > 0 && t("Activities that are added or get more ratings: {0}.", activities),
    leftOut > 0 && t("Activities not taken, because there are three already: {0}.", leftOut),
    others.includes("drawing") && t("Your drawing is taken over."),
    others.includes("plan") && t("Your plan for a release is taken over."),
    others.includes("reminder") && t("Your reminder is taken over."),
  ];
  return lines.filter((line) => line !== false);
}

function lineOf(text: string): HTMLLIElement {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}
