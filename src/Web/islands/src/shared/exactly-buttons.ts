import type { BodyMapElement } from "../body-map/body-map";
import type { Api } from "./api";

/** Lets the buttons `[data-exactly]` of a page work; what they do is fetched when one is pressed for the first time. */
export function listenForExactly(root: HTMLElement, map: BodyMapElement, api: Api, signal: AbortSignal): void {
  const first = async (event: Event): Promise<void> => {
    const button = (event.target as Element).closest<HTMLElement>("[data-exactly]");
    if (!button) return;
    root.removeEventListener("click", first);
    const { WhereExactly } = await import("./where-exactly");
    if (!signal.aborted) new WhereExactly(root, map, api, signal).press(button);
  };
  root.addEventListener("click", first, { signal });
}
