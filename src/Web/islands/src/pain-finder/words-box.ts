import type { PainQuality, Understood, UnderstoodRegion } from "../shared/api";
import { apiAddress } from "../shared/language";
import { t } from "../shared/text";
import { placeInWords } from "./in-words";
import { qualityInWords } from "./place-words";
import type { RegionKey } from "./region-index";

/** What the box does to the finder. */
export interface WordsHost {
  /** Marks all that was said, in one step. */
  say(said: SaidInWords): void;
  /** Takes back that a place hurts, or that it does not. */
  takeBack(keys: readonly RegionKey[], free: boolean): void;
}

export interface SaidInWords {
  readonly painful: readonly RegionKey[];
  readonly free: readonly RegionKey[];
  /** How it feels on the whole. */
  readonly felt: readonly PainQuality[];
  /** Above 0 to 1; undefined: as the brush has it. */
  readonly intensity: number | undefined;
}

/**
 * Asks what the words in the box mean, marks it, and shows it as chips that can be taken away. This module loads with the first words,
 * so that the page's first script stays small.
 */
export async function understand(page: HTMLElement, host: WordsHost): Promise<void> {
  const box = find<HTMLTextAreaElement>(page, "#words");
  const said = find(page, "[data-heard]");
  if (box.value.trim() === "") {
    said.textContent = t("Please write where it hurts, such as “behind my right eye”.");
    box.focus();
    return;
  }
  try {
    const response = await fetch(apiAddress("/api/v1/words"), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: box.value }),
    });
    const answer = (await response.json()) as Understood & { readonly detail?: string };
    if (response.ok) show(page, host, box.value, answer);
    else said.textContent = answer.detail ?? t("The words could not be read. Choose from the list.");
  } catch {
    said.textContent = t("The server cannot be reached. Choose from the list, or try again when you are connected.");
  }
}

function show(page: HTMLElement, host: WordsHost, text: string, answer: Understood): void {
  host.say({ painful: answer.painful.map(keyOf), free: answer.painFree.map(keyOf), felt: answer.qualities, intensity: answer.strength ?? undefined });
  const painful = find<HTMLUListElement>(page, "[data-heard-painful]");
  painful.replaceChildren(...answer.painful.map((region) => chip([region], () => host.takeBack([keyOf(region)], false))));
  const free = find<HTMLUListElement>(page, "[data-heard-free]");
  free.replaceChildren(...byRegion(answer.painFree).map((sides) => chip(sides, () => host.takeBack(sides.map(keyOf), true))));
  find(page, "[data-free-caption]").hidden = answer.painFree.length === 0;
  find(page, "[data-heard]").textContent = inWords(answer, text);
  if (answer.painful.length + answer.painFree.length > 0) follow(page);
}

/** Says back how the words were understood; the page without script has the same sentences. */
export function inWords(answer: Understood, text: string): string {
  const sentences: string[] = [];
  if (answer.painful.length === 0) sentences.push(t("No place that hurts was found in these words. Try others, or choose from the list."));
  else if (answer.painful.some((region) => !region.sideSaid)) sentences.push(t("Marked below. No side was said for some of it, so both sides are marked."));
  else sentences.push(t("Marked below."));
  if (answer.qualities.length > 0) sentences.push(t("It feels: {0}.", answer.qualities.map(qualityInWords).join(", ")));
  const unknown = answer.notUnderstood.map(({ start, length }) => t("“{0}”", text.slice(start, start + length)));
  if (unknown.length > 0) sentences.push(t("Not understood: {0}.", unknown.join(", ")));
  return sentences.join(" ");
}

const followers = new WeakMap<HTMLElement, MutationObserver>();

/** What is taken off the figure or the list is no longer a chip. */
function follow(page: HTMLElement): void {
  const marked = find(page, "[data-marked]");
  const bring = (): void => {
    const { marked: painful = "", free = "" } = marked.dataset;
    keepOnly(find<HTMLUListElement>(page, "[data-heard-painful]"), painful.split(" "));
    keepOnly(find<HTMLUListElement>(page, "[data-heard-free]"), free.split(" "));
    if (painful === "" && free === "") find(page, "[data-heard]").textContent = "";
  };
  bring();
  if (followers.has(page)) return;
  const observer = new MutationObserver(bring);
  observer.observe(marked, { attributeFilter: ["data-marked", "data-free"] });
  followers.set(page, observer);
}

function keepOnly(list: HTMLUListElement, keys: readonly RegionKey[]): void {
  for (const each of [...list.children]) {
    const own = (each as HTMLElement).dataset["keys"] ?? "";
    if (!own.split(" ").some((key) => keys.includes(key))) remove(list, own);
  }
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
  const [first] = sides;
  const words = sides.length > 1 ? t("{0}, both sides", first.name) : placeInWords(first);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.setAttribute("aria-label", t("Remove {0}", words));
  button.addEventListener("click", onRemove);
  const item = document.createElement("li");
  item.className = "chip";
  item.dataset["keys"] = sides.map(keyOf).join(" ");
  item.append(button);
  return item;
}

/** Takes a chip away; the focus goes to its neighbour, or to the box when it was the last. */
function remove(list: HTMLUListElement, keys: string): void {
  const item = [...list.children].find((each) => (each as HTMLElement).dataset["keys"] === keys);
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
