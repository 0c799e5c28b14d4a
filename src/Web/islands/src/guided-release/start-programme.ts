import { pageAddress } from "../shared/language";
import { Store, type SavedPlan } from "../shared/store";

/** On the page of a programme: makes it the plan of the guided session, and goes there. */
export class StartProgrammeElement extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.querySelector("[data-start]")?.addEventListener("click", () => void this.#start(), { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #start(): Promise<void> {
    const plan = JSON.parse(this.dataset["plan"] ?? "{}") as Omit<SavedPlan, "at">;
    await new Store().write("plan", { ...plan, at: Date.now() });
    window.location.assign(pageAddress("/release"));
  }
}
