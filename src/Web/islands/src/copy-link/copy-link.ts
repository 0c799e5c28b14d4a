import { t } from "../shared/text";

/** A button that copies the address it carries. */
export class CopyLink extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.querySelector("button")?.addEventListener("click", () => void this.#copy(), { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #copy(): Promise<void> {
    const address = this.querySelector<HTMLElement>("[data-address]")?.dataset["address"] ?? location.href;
    const told = this.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(address);
      if (told) told.textContent = t("Copied.");
    } catch {
      // Without leave to write to the clipboard the address itself can still be taken by hand.
      if (told) told.textContent = address;
    }
  }
}
