/** Between leaving one mention and coming to the next, nothing flickers. */
const LINGER = 120;

/**
 * The figure beside an article: lights the muscle that is pointed at, focused or tapped in the text. Mentions are links with
 * `data-muscle`; the figures hold the fibres as `data-fibres`. Where nothing hovers, the first tap lights and the second follows the link.
 */
export class MuscleLight extends HTMLElement {
  #listening: AbortController | undefined;
  #timer: number | undefined;
  #article: Element | null = null;
  #lit: string | undefined;
  #tapped: string | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const article = (this.#article = this.closest("article"));
    if (!article) return;
    article.addEventListener("pointerover", (event) => { if (event.pointerType !== "touch") this.#point(event.target); }, { signal });
    article.addEventListener("focusin", (event) => { this.#point(event.target); }, { signal });
    article.addEventListener("focusout", () => { this.#leave(); }, { signal });
    article.addEventListener("click", (event) => { this.#tap(event, (event as PointerEvent).pointerType === "touch"); }, { signal });
    addEventListener("keydown", (event) => { if (event.key === "Escape") this.#light(undefined); }, { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
    this.#light(undefined);
  }

  #point(target: EventTarget | null): void {
    const muscle = muscleOf(target);
    if (muscle === undefined) this.#leave();
    else this.#light(muscle);
  }

  #leave(): void {
    clearTimeout(this.#timer);
    if (this.#lit === undefined || this.#tapped !== undefined) return;
    this.#timer = window.setTimeout(() => { this.#light(undefined); }, LINGER);
  }

  #tap(event: MouseEvent, isTouch: boolean): void {
    const muscle = muscleOf(event.target);
    if (muscle === undefined) {
      if (!this.contains(event.target as Node) || (event.target as Element).closest("[data-close]")) this.#light(undefined);
      return;
    }
    if (!isTouch || this.#tapped === muscle || this.contains(event.target as Node)) return;
    event.preventDefault();
    this.#light(muscle);
    this.#tapped = muscle;
    this.toggleAttribute("data-panel", true);
    this.#showClose(true);
  }

  #light(muscle: string | undefined): void {
    clearTimeout(this.#timer);
    if (muscle !== this.#tapped) {
      this.#tapped = undefined;
      this.toggleAttribute("data-panel", false);
      this.#showClose(false);
    }
    if (muscle === this.#lit) return;
    this.#lit = muscle;
    if (muscle === undefined) delete this.dataset["lit"];
    else this.dataset["lit"] = muscle;
    for (const part of this.#article?.querySelectorAll<HTMLElement | SVGElement>("[data-fibres], a[data-muscle]") ?? []) {
      part.toggleAttribute("data-lit", muscle !== undefined && (part.dataset["fibres"] ?? part.dataset["muscle"]) === muscle);
    }
  }

  #showClose(isShown: boolean): void {
    this.querySelector("[data-close]")?.toggleAttribute("hidden", !isShown);
  }
}

function muscleOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("a[data-muscle]")?.dataset["muscle"] : undefined;
}
