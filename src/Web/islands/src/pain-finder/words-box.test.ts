// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Understood } from "../shared/api";
import { inWords, understand, type SaidInWords, type WordsHost } from "./words-box";

const ANSWER: Understood = {
  dataVersion: "1",
  painful: [
    { region: "calf", name: "Calf", side: "left", sideSaid: true, piece: { start: 0, length: 4 } },
    { region: "heel", name: "Heel", side: "left", sideSaid: true, piece: { start: 5, length: 4 } },
  ],
  painFree: [{ region: "nose", name: "Nose", side: "midline", sideSaid: true, piece: { start: 14, length: 4 } }],
  qualities: ["tingling"],
  strength: 0.4,
  notUnderstood: [{ start: 19, length: 7 }],
};
const TEXT = "calf heel not nose flibber tingling";

let page: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `<main><section data-words><textarea id="words"></textarea><p data-heard></p><ul data-heard-painful></ul>
    <p data-free-caption hidden></p><ul data-heard-free></ul></section><p data-marked="calf:left heel:left"></p></main>`;
  page = document.querySelector("main")!;
});

afterEach(() => {
  vi.unstubAllGlobals();
});

type Said = SaidInWords & { readonly taken: readonly (readonly [readonly string[], boolean])[] };

/** The finder's part: it shows what is said at once. */
function say(text: string, status = 200, body: unknown = ANSWER): { said: () => Said | undefined; done: Promise<void>; fetched: ReturnType<typeof vi.fn> } {
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal("fetch", fetched);
  page.querySelector<HTMLTextAreaElement>("#words")!.value = text;
  const taken: (readonly [readonly string[], boolean])[] = [];
  let said: Said | undefined;
  const host: WordsHost = {
    say: (words) => {
      said = { ...words, taken };
      show(words.painful, words.free);
    },
    takeBack: (keys, free) => taken.push([keys, free]),
  };
  return { said: () => said, done: understand(page, host), fetched };
}

function show(painful: readonly string[], free: readonly string[]): void {
  const { dataset } = page.querySelector<HTMLElement>("[data-marked]")!;
  dataset["marked"] = painful.join(" ");
  dataset["free"] = free.join(" ");
}

const names = (selector: string): (string | null)[] => [...page.querySelectorAll(`${selector} button`)].map((button) => button.getAttribute("aria-label"));

describe("the box for words", () => {
  it("marks what was understood in one step and shows it as chips", async () => {
    const { said, done, fetched } = say(TEXT);
    await done;
    expect(said()).toMatchObject({ painful: ["calf:left", "heel:left"], free: ["nose:midline"], felt: ["tingling"], intensity: 0.4 });
    expect(names("[data-heard-painful]")).toEqual(["Remove Calf, left", "Remove Heel, left"]);
    expect(names("[data-heard-free]")).toEqual(["Remove Nose"]);
    expect(page.querySelector("[data-heard]")!.textContent).toBe("Marked below. It feels: tingling. Not understood: “flibber”.");
    expect(fetched.mock.calls[0]?.[0]).toBe("/api/v1/words");
  });

  it("leaves the strength to the brush when none was said", async () => {
    const { said, done } = say(TEXT, 200, { ...ANSWER, strength: null });
    await done;
    expect(said()?.intensity).toBeUndefined();
  });

  it("takes a mark away with its chip once the figure says so, and the focus to the next", async () => {
    const { said, done } = say(TEXT);
    await done;
    const [first] = page.querySelectorAll<HTMLButtonElement>("[data-heard-painful] button");
    first!.focus();
    first!.click();
    expect(said()?.taken).toEqual([[["calf:left"], false]]);
    show(["heel:left"], ["nose:midline"]);
    await vi.waitFor(() => expect(names("[data-heard-painful]")).toEqual(["Remove Heel, left"]));
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Remove Heel, left");
  });

  it("takes back that a place is free of pain, both sides in one", async () => {
    const jaw = { region: "jaw", name: "Jaw", sideSaid: false, piece: { start: 0, length: 3 } } as const;
    const { said, done } = say(TEXT, 200, { ...ANSWER, painFree: [{ ...jaw, side: "left" }, { ...jaw, side: "right" }] });
    await done;
    expect(names("[data-heard-free]")).toEqual(["Remove Jaw, both sides"]);
    page.querySelector<HTMLButtonElement>("[data-heard-free] button")!.click();
    expect(said()?.taken).toEqual([[["jaw:left", "jaw:right"], true]]);
    show(["calf:left"], []);
    await vi.waitFor(() => expect(names("[data-heard-free]")).toEqual([]));
    expect(page.querySelector<HTMLElement>("[data-free-caption]")!.hidden).toBe(true);
  });

  it("shows no chip for a place that the finder did not take as free of pain", async () => {
    const { said, done } = say(TEXT);
    show([], []);
    await done;
    show(said()?.painful ?? [], []);
    await vi.waitFor(() => expect(names("[data-heard-free]")).toEqual([]));
  });

  it("says what is wrong with an empty box, and what the server refuses", async () => {
    const empty = say("  ");
    await empty.done;
    expect(empty.fetched).not.toHaveBeenCalled();
    expect(page.querySelector("[data-heard]")!.textContent).toContain("Please write where it hurts");
    await say("x", 400, { detail: "The text has 501 characters." }).done;
    expect(page.querySelector("[data-heard]")!.textContent).toBe("The text has 501 characters.");
  });

  it("says when both sides are taken because none was said, and when there is no place", () => {
    const unsaid = { ...ANSWER, painful: ANSWER.painful.map((region) => ({ ...region, sideSaid: false })), qualities: [], notUnderstood: [] };
    expect(inWords(unsaid, TEXT)).toContain("No side was said for some of it, so both sides are marked.");
    expect(inWords({ ...unsaid, painful: [] }, TEXT)).toContain("No place that hurts was found");
  });
});
