/** An element with text or children. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Parts with arrows between them for the eye and a word for the ear: read out, "right → left" is "right right arrow left".
 * @param word with the spaces or commas around it.
 */
export function withArrows(parts: readonly string[], word: string): readonly (Node | string)[] {
  const arrow = (): HTMLElement => html("span", { class: "arrow" }, html("span", { class: "visually-hidden" }, word));
  return parts.flatMap((part, index) => (index === 0 ? [part] : [arrow(), part]));
}

/** The element that the page promises to have. */
export function need<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The page lacks ${selector}.`);
  return found;
}

/** Writes only what changed, so that screen readers are not told twice. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
