import { pageAddress } from "../shared/language";
import { html } from "../shared/html";
import { t } from "../shared/text";

const KEY = "unknot-hold";

interface Waiting {
  readonly path: string;
  /** Milliseconds since 1970, on this browser's clock. */
  readonly until: number;
}

/** Notes for this tab that a time is kept, so that who goes back finds the way to it. */
export function rememberHold(root: ParentNode): void {
  const clock = root.querySelector<HTMLElement>("hold-clock");
  if (!clock) {
    if (!root.querySelector("day-picker")) attempt((session) => session.removeItem(KEY));
    return;
  }
  const left = Date.parse(clock.dataset["ends"] ?? "") - Date.parse(clock.dataset["now"] ?? "");
  const waiting: Waiting = { path: location.pathname, until: Date.now() + left };
  attempt((session) => session.setItem(KEY, JSON.stringify(waiting)));
  // Given back, it waits no longer.
  clock.closest("form")?.addEventListener("submit", (event) => {
    if ((event.submitter as HTMLButtonElement | null)?.value === "release") attempt((session) => session.removeItem(KEY));
  });
}

/** On the page with the times: one of them is kept for this visitor, and looks taken. */
export function showHoldThatWaits(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>("[data-hold-waits]");
  const text = attempt((session) => session.getItem(KEY));
  if (!place || !text) return;
  const waiting = JSON.parse(text) as Waiting;
  // Only ever a path of this site, whatever stands in the storage.
  if (waiting.until <= Date.now() || !waiting.path.startsWith(`${pageAddress("/book/details/")}`)) return;
  place.replaceChildren(t("A time is still kept for you."), " ", html("a", { href: waiting.path }, t("Go on with it")));
  place.hidden = false;
}

function attempt<T>(act: (session: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined; // refused, as in some private windows
  }
}
