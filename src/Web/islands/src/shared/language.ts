import { speak } from "./text";

/** Two letters: the language of the page. */
export function language(): string {
  return document.documentElement.lang || "en";
}

/** The address of a page of this site in the language of this page. English has no prefix. */
export function pageAddress(path: string): string {
  return language() === "en" ? path : `/${language()}${path}`;
}

/** The address of an answer of the API in the language of this page: an address of its own, so that every cache keeps it apart. */
export function apiAddress(path: string): string {
  return language() === "en" ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${language()}`;
}

let loading: Promise<void> | undefined;

/**
 * Defines an element once the texts of the page's language are there; at once on an English page, and in English when they cannot be had.
 * Two scripts may both bring the same element.
 */
export function defineElement(name: string, element: CustomElementConstructor): void {
  withTexts(() => {
    if (!customElements.get(name)) customElements.define(name, element);
  });
}

/** Does something once the texts of the page's language are there; at once on an English page. */
export function withTexts(act: () => void): void {
  const catalogue = document.querySelector<HTMLMetaElement>("meta[name=texts]")?.content;
  if (!catalogue) {
    act();
    return;
  }
  loading ??= load(catalogue);
  void loading.then(act);
}

async function load(catalogue: string): Promise<void> {
  try {
    const response = await fetch(catalogue);
    if (response.ok) speak((await response.json()) as Record<string, string>);
  } catch {
    // Without a connection: English, which the script carries.
  }
}
