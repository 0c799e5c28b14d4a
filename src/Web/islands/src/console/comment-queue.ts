/** Which button of an entry a key presses. */
const DECISIONS: Readonly<Record<string, string>> = { a: "Shown", r: "Removed", s: "Spam" };

/**
 * `<comment-queue>` around the list of comments: j and k go to the next and the one before, a, r and s press the buttons of the one
 * that has the focus, w opens its answer. Keys do nothing while somebody writes.
 */
export class CommentQueueElement extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    document.addEventListener("keydown", (event) => { this.#press(event); }, { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #entries(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".comment-entry")];
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
    const key = event.key.toLowerCase();
    const entries = this.#entries;
    const at = entries.findIndex((entry) => entry.contains(document.activeElement));
    if (key === "j" || key === "k") {
      event.preventDefault();
      entries[Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), entries.length - 1)]?.focus();
      return;
    }
    const entry = entries[at];
    if (!entry) return;
    const decision = DECISIONS[key];
    if (decision) {
      event.preventDefault();
      entry.querySelector<HTMLButtonElement>(`button[name="state"][value="${decision}"]`)?.click();
    } else if (key === "w") {
      const answer = entry.querySelector("details");
      if (!answer) return;
      event.preventDefault();
      answer.open = true;
      answer.querySelector("textarea")?.focus();
    }
  }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}
