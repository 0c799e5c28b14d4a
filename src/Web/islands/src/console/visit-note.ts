import { nearTo, search, type PlacedPoint } from "./points";

/** So long after the last key a draft is saved. */
const SAVE_AFTER = 3000;

const SVG = "http://www.w3.org/2000/svg";

/** How what was found looks on the figure. */
const CLASSES: Readonly<Record<string, string>> = { "familiar pain": "familiar", tender: "tender", nothing: "nothing" };

/**
 * `<visit-note>` around the form of a note, which works without it: points are found while somebody types or where they tap the figure, rows come
 * and go in the page, the figure follows, and the draft is saved by itself.
 */
export class VisitNoteElement extends HTMLElement {
  #listening: AbortController | undefined;
  #points: readonly PlacedPoint[] = [];
  #timer: number | undefined;
  #isSaving = false;
  #isAgain = false;
  /** A save was refused because of another window or person: only the buttons save now, and show both. */
  #isStopped = false;
  #isChanged = false;
  #afterSave: (() => void) | undefined;

  connectedCallback(): void {
    const form = this.#form;
    if (!form) return;
    this.#points = JSON.parse(this.querySelector("[data-points]")?.textContent ?? "[]") as PlacedPoint[];
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form.addEventListener("input", (event) => { this.#typed(event); }, { signal });
    form.addEventListener("change", () => { this.#draw(); }, { signal });
    form.addEventListener("click", (event) => { this.#clicked(event); }, { signal });
    form.addEventListener("keydown", (event) => { this.#pressed(event); }, { signal });
    form.addEventListener("submit", (event) => { this.#sent(event); }, { signal });
    addEventListener("beforeunload", (event) => { if (this.#isChanged) event.preventDefault(); }, { signal });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") void this.#save(); }, { signal });
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#listening?.abort();
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  get #rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-rows] > [data-point]")];
  }

  #typed(event: Event): void {
    if (event.target instanceof HTMLInputElement && event.target.name === "find") {
      this.#show(search(this.#points, event.target.value), event.target.value.trim() === "" ? "" : "No point of the atlas answers to this.");
      return;
    }
    if (event.target instanceof HTMLInputElement && event.target.name === "sure") return;
    this.#changed();
  }

  #clicked(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLButtonElement | HTMLInputElement>("button, input[type='image']") : null;
    if (pressed instanceof HTMLInputElement) {
      const box = pressed.getBoundingClientRect();
      const scale = 1000 / box.width;
      event.preventDefault();
      this.#show(nearTo(this.#points, pressed.name, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale), "No point lies near. Tap closer to the body, or search by name.");
      this.querySelector<HTMLButtonElement>("[data-found] button")?.focus({ preventScroll: true });
    } else if (pressed?.name === "add") {
      event.preventDefault();
      this.#add(pressed.value);
    } else if (pressed?.name === "remove") {
      event.preventDefault();
      pressed.closest("[data-point]")?.remove();
      this.#number();
      this.#changed();
      this.querySelector<HTMLInputElement>("#find")?.focus();
    } else if (pressed?.getAttribute("formaction")?.includes("handler=Edit")) {
      event.preventDefault();
      this.querySelector<HTMLButtonElement>("[data-found] button")?.focus();
    }
  }

  #pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.#form?.requestSubmit(this.#form.querySelector<HTMLButtonElement>("button[type='submit']"));
      return;
    }
    const target = event.target;
    if (target instanceof HTMLInputElement && target.name === "find" && event.key === "Enter") {
      event.preventDefault();
      const [first, ...others] = this.querySelectorAll<HTMLButtonElement>("[data-found] button");
      if (first && others.length === 0) first.click();
      else first?.focus();
      return;
    }
    // Up and down go through what was found.
    const found = [...this.querySelectorAll<HTMLButtonElement>("[data-found] button")];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const at = target instanceof HTMLButtonElement ? found.indexOf(target) : -1;
    if (step !== 0 && found.length > 0 && (at >= 0 || (target instanceof HTMLInputElement && target.name === "find"))) {
      event.preventDefault();
      (found[at + step] ?? this.querySelector<HTMLInputElement>("#find"))?.focus();
    }
  }

  #show(points: readonly PlacedPoint[], otherwise: string): void {
    const list = document.createElement("ul");
    list.className = "visit-found";
    list.append(...points.map((point) => {
      const button = document.createElement("button");
      button.type = "submit";
      button.name = "add";
      button.value = point.id;
      const name = document.createElement("strong");
      name.textContent = point.name;
      const where = document.createElement("span");
      where.textContent = point.where;
      button.append(name, " ", where);
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
    const none = document.createElement("p");
    none.textContent = otherwise;
    this.querySelector("[data-found]")?.replaceChildren(points.length > 0 ? list : none);
  }

  #add(id: string): void {
    const point = this.#points.find((each) => each.id === id);
    const template = this.querySelector<HTMLTemplateElement>("template[data-row]");
    if (!point || !template) return;
    let row = this.#rows.find((each) => each.dataset["point"] === id);
    if (!row) {
      row = (template.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>("[data-point]") ?? undefined;
      if (!row) return;
      row.dataset["point"] = id;
      const put = (selector: string, text: string): void => {
        const place = row?.querySelector(selector);
        if (place) place.textContent = text;
      };
      put("[data-name]", point.name);
      put("[data-where]", point.where);
      put("[data-remove]", ` ${point.name}`);
      for (const field of row.querySelectorAll<HTMLInputElement | HTMLButtonElement>("[name='point'], [name='remove']")) field.value = id;
      this.querySelector("[data-rows]")?.append(row);
    }
    const find = this.querySelector<HTMLInputElement>("#find");
    if (find) find.value = "";
    this.querySelector("[data-found]")?.replaceChildren();
    this.#number();
    this.#changed();
    row.querySelector<HTMLSelectElement>("[name='found']")?.focus();
  }

  #number(): void {
    this.#rows.forEach((row, place) => {
      row.id = `finding-${String(place + 1)}`;
      const number = row.querySelector("[data-number]");
      if (number) number.textContent = String(place + 1);
    });
    this.#draw();
  }

  /** The marks on both figures, anew. */
  #draw(): void {
    for (const figure of this.querySelectorAll<HTMLElement>("[data-view]")) {
      const marks = this.#rows.flatMap((row, place) => {
        const point = this.#points.find((each) => each.id === row.dataset["point"] && each.view === figure.dataset["view"]);
        return point ? [mark(point, place + 1, row.querySelector<HTMLSelectElement>("[name='found']")?.value ?? "")] : [];
      });
      figure.querySelector(".body-marks")?.replaceChildren(...marks);
      const drawing = figure.querySelector("svg");
      const words = drawing?.getAttribute("aria-label")?.replace(/no point marked|\d+ points? marked/u, marks.length === 0 ? "no point marked" : `${String(marks.length)} point${marks.length === 1 ? "" : "s"} marked`);
      if (words) drawing?.setAttribute("aria-label", words);
    }
  }

  #sent(event: SubmitEvent): void {
    this.#isChanged = false;
    clearTimeout(this.#timer);
    if (!this.#isSaving) return;
    // The form must know the version of the save that is under way.
    event.preventDefault();
    const submitter = event.submitter;
    this.#afterSave = () => { this.#form?.requestSubmit(submitter); };
  }

  #changed(): void {
    this.#isChanged = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), SAVE_AFTER) as unknown as number;
  }

  async #save(): Promise<void> {
    const form = this.#form;
    if (!form || !this.#isChanged || this.#isStopped) return;
    if (this.#isSaving) {
      this.#isAgain = true;
      return;
    }
    this.#isSaving = true;
    this.#isChanged = false;
    clearTimeout(this.#timer);
    try {
      const answer = await fetch(`${form.getAttribute("action") ?? ""}?handler=Autosave`, { method: "POST", body: new FormData(form), keepalive: document.visibilityState === "hidden", redirect: "error" });
      if (answer.ok) {
        const [version = "", ...at] = (await answer.text()).split(" ");
        const field = form.querySelector<HTMLInputElement>("[name='version']");
        if (field) field.value = version;
        this.#tell(`Draft saved ${at.join(" ")}`);
      } else {
        this.#isChanged = true;
        this.#isStopped = answer.status === 409;
        this.#tell(this.#isStopped
          ? "This note was saved or signed elsewhere meanwhile. Press “Save the draft” to see both."
          : answer.status === 422 ? "Not saved yet: something is too long, or no number." : "Not saved: please press “Save the draft”.");
      }
    } catch {
      this.#isChanged = true;
      this.#tell("Not saved: there is no connection. What you wrote is still here.");
    } finally {
      this.#isSaving = false;
    }
    if (this.#afterSave) {
      this.#isAgain = false;
      const send = this.#afterSave;
      this.#afterSave = undefined;
      send();
    } else if (this.#isAgain) {
      this.#isAgain = false;
      this.#changed();
    }
  }

  #tell(words: string): void {
    const place = this.querySelector("[data-kept]");
    if (place && place.textContent !== words) place.textContent = words;
  }
}

function mark(point: PlacedPoint, number: number, found: string): SVGElement {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", `body-mark ${CLASSES[found] ?? "nothing"}`);
  group.setAttribute("transform", `translate(${String(point.x)} ${String(point.y)})`);
  const circle = document.createElementNS(SVG, "circle");
  circle.setAttribute("r", "38");
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("y", "18");
  text.textContent = String(number);
  group.append(circle, text);
  return group;
}
