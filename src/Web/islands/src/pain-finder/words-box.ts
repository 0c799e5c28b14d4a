import type { PainQuality, Understood, UnderstoodRegion } from "../shared/api";
import type { RegionKey } from "./region-index";

/** What the box does to the finder. */
export interface WordsHost {
  /** Regions that were said not to hurt; the finder sends them with the next question. */
  readonly free: Set<RegionKey>;
  /** How it feels; goes with the next question, too. */
  readonly felt: Set<PainQuality>;
  /** @param intensity above 0 to 1; undefined: as the brush has it */
  mark(keys: readonly RegionKey[], on: boolean, intensity?: number): void;
}

/**
 * Asks what the words in the box mean, marks it, and shows it as chips that can be taken away. This module loads with the first words;
 * it shares no code with the finder, so that the page's first script stays small.
 */
export async function understand(page: HTMLElement, host: WordsHost): Promise<void> {
  const box = find<HTMLTextAreaElement>(page, "#words");
  const said = find(page, "[data-heard]");
  if (box.value.trim() === "") {
    said.textContent = "Please write where it hurts, such as “behind my right eye”.";
    box.focus();
    return;
  }
  try {
    const response = await fetch("/api/v1/words", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: box.value }),
    });
    const answer = (await response.json()) as Understood & { readonly detail?: string };
    if (response.ok) show(page, host, box.value, answer);
    else said.textContent = answer.detail ?? "The words could not be read. Choose from the list.";
  } catch {
    said.textContent = "The server cannot be reached. Choose from the list, or try again when you are connected.";
  }
}

function show(page: HTMLElement, host: WordsHost, text: string, answer: Understood): void {
  host.free.clear();
  host.felt.clear();
  for (const region of answer.painFree) host.free.add(keyOf(region));
  for (const quality of answer.qualities) host.felt.add(quality);
  host.mark(answer.painful.map(keyOf), true, answer.strength ?? undefined);
  const painful = find<HTMLUListElement>(page, "[data-heard-painful]");
  painful.replaceChildren(...answer.painful.map((region) => chip([region], () => host.mark([keyOf(region)], false))));
  const free = find<HTMLUListElement>(page, "[data-heard-free]");
  free.replaceChildren(
    ...byRegion(answer.painFree).map((sides) =>
      chip(sides, () => {
        for (const side of sides) host.free.delete(keyOf(side));
        host.mark([], true); // the question changes, the marks do not
        remove(free, keyOf(sides[0]));
      }),
    ),
  );
  find(page, "[data-free-caption]").hidden = answer.painFree.length === 0;
  find(page, "[data-heard]").textContent = inWords(answer, text);
  follow(page, host);
}

/** Says back how the words were understood; the page without script has the same sentences. */
export function inWords(answer: Understood, text: string): string {
  const sentences: string[] = [];
  if (answer.painful.length === 0) sentences.push("No place that hurts was found in these words. Try others, or choose from the list.");
  else if (answer.painful.some((region) => !region.sideSaid)) sentences.push("Marked below. No side was said for some of it, so both sides are marked.");
  else sentences.push("Marked below.");
  if (answer.qualities.length > 0) sentences.push(`It feels: ${answer.qualities.join(", ")}.`);
  const unknown = answer.notUnderstood.map(({ start, length }) => `“${text.slice(start, start + length)}”`);
  if (unknown.length > 0) sentences.push(`Not understood: ${unknown.join(", ")}.`);
  return sentences.join(" ");
}

const followers = new WeakMap<HTMLElement, MutationObserver>();

/** What is taken off the figure or the list is no longer a chip; when nothing is marked any more, nothing is free of pain either. */
function follow(page: HTMLElement, host: WordsHost): void {
  if (followers.has(page)) return;
  const marked = find(page, "[data-marked]");
  const painful = find<HTMLUListElement>(page, "[data-heard-painful]");
  const observer = new MutationObserver(() => {
    const now = (marked.dataset["marked"] ?? "").split(" ");
    for (const each of [...painful.children]) {
      const key = (each as HTMLElement).dataset["key"] ?? "";
      if (!now.includes(key)) remove(painful, key);
    }
    if (now.join("") !== "") return;
    host.free.clear();
    host.felt.clear();
    find(page, "[data-heard-free]").replaceChildren();
    find(page, "[data-free-caption]").hidden = true;
    find(page, "[data-heard]").textContent = "";
  });
  observer.observe(marked, { attributeFilter: ["data-marked"] });
  followers.set(page, observer);
}

type Sides = readonly [UnderstoodRegion, ...UnderstoodRegion[]];

/** Both sides of a region in one; painful ones stay apart, so that the one that was not meant can be taken away. */
function byRegion(regions: readonly UnderstoodRegion[]): readonly Sides[] {
  const grouped = new Map<string, Sides>();
  for (const region of regions) {
    const known = grouped.get(region.region);
    grouped.set(region.region, known ? [...known, region] : [region]);
  }
  return [...grouped.values()];
}

function chip(sides: Sides, onRemove: () => void): HTMLLIElement {
  const [{ name, side }] = sides;
  const words = sides.length > 1 ? `${name}, both sides` : side === "midline" ? name : `${name}, ${side}`;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.setAttribute("aria-label", `Remove ${words}`);
  button.addEventListener("click", onRemove);
  const item = document.createElement("li");
  item.className = "chip";
  item.dataset["key"] = keyOf(sides[0]);
  item.append(button);
  return item;
}

/** Takes a chip away; the focus goes to its neighbour, or to the box when it was the last. */
function remove(list: HTMLUListElement, key: RegionKey): void {
  const item = [...list.children].find((each) => (each as HTMLElement).dataset["key"] === key);
  if (!item) return;
  const hadFocus = item.contains(document.activeElement);
  const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button");
  const words = list.closest("[data-words]");
  item.remove();
  if (list.matches("[data-heard-free]")) {
    const caption = words?.querySelector<HTMLElement>("[data-free-caption]");
    if (caption) caption.hidden = list.children.length === 0;
  }
  if (hadFocus) (next ?? words?.querySelector<HTMLElement>("#words"))?.focus();
}

function keyOf(region: UnderstoodRegion): RegionKey {
  return `${region.region}:${region.side}`;
}

function find<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The page lacks ${selector}.`);
  return found;
}
