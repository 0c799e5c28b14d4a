import { showOwnTimes } from "./own-zone";
import { dayIn, stepOf } from "./grid-keys";

/**
 * A month of links to days, and the times of one. Without script each link loads its page; here its new content is fetched into
 * the page, and the days are one stop of the Tab key in which arrow keys lead on.
 */
export class DayPicker extends HTMLElement {
  #listening: AbortController | undefined;
  #fetching: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("click", (event) => { this.#click(event); }, { signal });
    this.addEventListener("keydown", (event) => { this.#key(event); }, { signal });
    addEventListener("popstate", () => { void this.#load(location.href, undefined, false); }, { signal });
    this.#prepare();
    this.dataset["ready"] = "";
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#fetching?.abort();
  }

  get #days(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-day]")];
  }

  #prepare(day?: number): void {
    const days = this.#days;
    this.querySelector("table.month")?.setAttribute("role", "grid");
    const stop = (day === undefined ? undefined : days[day - 1])
      ?? days.find((each) => each.getAttribute("aria-current") === "date") ?? days.find((each) => each.matches("a")) ?? days[0];
    for (const each of days) {
      each.tabIndex = each === stop ? 0 : -1;
      if (!each.matches("a")) {
        each.setAttribute("role", "link");
        each.setAttribute("aria-disabled", "true");
      }
    }
    showOwnTimes(this);
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest("a");
    if (!link || link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    const day = link.matches("[data-day]") ? this.#days.indexOf(link) + 1 : undefined;
    const focus = link.dataset["month"] ? `[data-month="${link.dataset["month"]}"]` : day === undefined ? ".views [aria-current]" : undefined;
    void this.#load(link.href, day, true, focus);
  }

  #key(event: KeyboardEvent): void {
    const here = (event.target as Element).closest<HTMLElement>("[data-day]");
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    const days = this.#days;
    const day = days.indexOf(here) + 1;
    const step = stepOf(event.key, day, days.length, here.closest("td")?.cellIndex ?? 0);
    if (!step) return;
    event.preventDefault();
    if (!("month" in step)) {
      here.tabIndex = -1;
      const next = days[step.day - 1];
      if (!next) return;
      next.tabIndex = 0;
      next.focus();
      return;
    }
    const beside = this.querySelector<HTMLAnchorElement>(step.month < 0 ? "[data-month=before]" : "[data-month=after]");
    if (beside) void this.#load(beside.href, step.day, true);
  }

  /** Shows what stands at an address. Where it cannot be fetched, the browser goes there. */
  async #load(address: string, day: number | undefined, push: boolean, focus?: string): Promise<void> {
    this.#fetching?.abort();
    this.#fetching = new AbortController();
    try {
      this.setAttribute("aria-busy", "true");
      const response = await fetch(address, { signal: this.#fetching.signal });
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("day-picker");
      if (!response.ok || !fresh) throw new Error(`${address} answered ${response.status}.`);
      this.replaceChildren(...fresh.childNodes);
    } catch {
      if (!this.#fetching.signal.aborted) location.assign(address);
      return;
    } finally {
      this.removeAttribute("aria-busy");
    }
    if (push) history.pushState(null, "", address);
    const days = this.#days;
    const wanted = day === undefined ? undefined : dayIn(days.length, day);
    this.#prepare(wanted);
    const chosen = wanted === undefined ? undefined : days[wanted - 1];
    (chosen ?? (focus ? this.querySelector<HTMLElement>(focus) ?? this.querySelector<HTMLElement>("[data-month]") : null))?.focus();
    // On a phone the times stand below the month.
    const times = this.querySelector<HTMLElement>(".picker-times");
    if (chosen?.getAttribute("aria-current") === "date" && times && times.getBoundingClientRect().top > window.innerHeight * 0.8) times.scrollIntoView({ block: "center" });
  }
}
