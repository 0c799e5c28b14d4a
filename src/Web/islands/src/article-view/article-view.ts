/** Seconds that the page must have been visible, in all. */
const LOOKED_AT = 5;
/** Seconds after which somebody who has not scrolled has read all the same. */
const READ_WITHOUT_SCROLLING = 10;

/**
 * Tells the server once that the article has been seen: visible for five seconds and scrolled, or visible for ten. Time in a
 * background tab does not count.
 */
export class ArticleView extends HTMLElement {
  #visibleSince: number | undefined;
  #visible = 0;
  #scrolled = false;
  #timer: number | undefined;
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("visibilitychange", () => { this.#look(); }, { signal });
    addEventListener("scroll", () => { this.#scroll(); }, { signal, passive: true });
    this.#look();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  #scroll(): void {
    if (this.#scrolled) return;
    this.#scrolled = true;
    this.#look();
  }

  /** Adds up what was visible, and sends or waits for the rest. */
  #look(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    if (this.#visibleSince !== undefined) this.#visible += now - this.#visibleSince;
    this.#visibleSince = document.visibilityState === "visible" ? now : undefined;
    const missing = (this.#scrolled ? LOOKED_AT : READ_WITHOUT_SCROLLING) * 1000 - this.#visible;
    if (missing <= 0) this.#send();
    else if (this.#visibleSince !== undefined) this.#timer = window.setTimeout(() => { this.#look(); }, missing + 10);
  }

  #send(): void {
    this.#listening?.abort();
    // A view that is lost with the connection is lost.
    void fetch("/articles/view", { method: "POST", body: new URLSearchParams({ token: this.dataset["token"] ?? "" }), keepalive: true }).catch(() => undefined);
  }
}
