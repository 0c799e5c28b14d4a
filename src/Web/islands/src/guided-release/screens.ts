import { need } from "../shared/html";

export type Screen = "empty" | "plan" | "point" | "end";

/** Shows one screen of the session; what has the focus changes with it. */
export function showScreen(root: HTMLElement, screen: Screen): void {
  const moved = root.dataset["screen"] !== screen;
  root.dataset["screen"] = screen;
  for (const panel of root.querySelectorAll<HTMLElement>("[data-screen-panel]")) panel.hidden = panel.dataset["screenPanel"] !== screen;
  if (moved) focusHeading(root);
}

export function focusHeading(root: HTMLElement): void {
  root.querySelector<HTMLElement>("[data-screen-panel]:not([hidden]) h1[tabindex]")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

export function showTrouble(root: HTMLElement, text: string): void {
  const box = need<HTMLElement>(root, "[data-trouble]");
  box.hidden = text === "";
  box.textContent = text;
}
