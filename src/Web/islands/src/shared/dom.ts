/** A style sheet for shadow roots; allowed by a content policy that refuses inline styles. */
export function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

/** Whether the person asked for less motion. */
export function prefersReducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Resolves once the element is on screen; never, when the signal aborts first. */
export function whenVisible(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    signal.addEventListener("abort", () => observer.disconnect());
    observer.observe(element);
  });
}

/** Resolves once the element has a place on the page, be it off the screen. */
export function whenLaidOut(element: Element): Promise<void> {
  return new Promise((resolve) => {
    if (element.checkVisibility?.() ?? true) {
      resolve();
      return;
    }
    const observer = new ResizeObserver(() => {
      if (!element.checkVisibility()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/** Lets the browser answer a touch, or draw, between two pieces of work. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Whether this browser draws solid figures; asked before the code for them is fetched. */
export function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext(); // the few contexts a page may have are for the figure
  return context !== null;
}

/** Calls once the element is within a screen of what is seen: what lies far down a long page would only make the first screen wait. */
export function whenNear(element: Element, signal: AbortSignal, then: () => void): void {
  const nearing = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    nearing.disconnect();
    then();
  }, { rootMargin: "100% 0px" });
  nearing.observe(element);
  signal.addEventListener("abort", () => nearing.disconnect());
}
