// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PainQuality, Understood } from "../shared/api";
import { inWords, understand } from "./words-box";

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

function say(text: string, status = 200, body: unknown = ANSWER): { mark: ReturnType<typeof vi.fn>; free: Set<string>; felt: Set<string>; done: Promise<void>; fetched: ReturnType<typeof vi.fn> } {
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal("fetch", fetched);
  page.querySelector<HTMLTextAreaElement>("#words")!.value = text;
  const mark = vi.fn();
  const free = new Set<string>(["calf:right"]);
  const felt = new Set<PainQuality>(["dull"]);
  return { mark, free, felt, done: understand(page, { mark, free, felt }), fetched };
}

const names = (list: string): (string | null)[] => [...page.querySelectorAll(`${list} button`)].map((button) => button.getAttribute("aria-label"));

describe("the box for words", () => {
  it("marks what hurts in the strength that was said, and keeps what does not", async () => {
    const { mark, free, felt, done } = say(TEXT);
    await done;
    expect([...felt]).toEqual(["tingling"]);
    expect(mark).toHaveBeenCalledWith(["calf:left", "heel:left"], true, 0.4);
    expect([...free]).toEqual(["nose:midline"]);
    expect(names("[data-heard-painful]")).toEqual(["Remove Calf, left", "Remove Heel, left"]);
    expect(names("[data-heard-free]")).toEqual(["Remove Nose"]);
    expect(page.querySelector("[data-heard]")!.textContent).toBe("Marked below. It feels: tingling. Not understood: “flibber”.");
  });

  it("sends the words in a body, never in an address", async () => {
    const { done, fetched } = say(TEXT);
    await done;
    expect(fetched.mock.calls[0]?.[0]).toBe("/api/v1/words");
  });

  it("takes a mark away with its chip once the figure says so, and the focus to the next", async () => {
    const { mark, done } = say(TEXT);
    await done;
    const [first] = page.querySelectorAll<HTMLButtonElement>("[data-heard-painful] button");
    first!.focus();
    first!.click();
    expect(mark).toHaveBeenLastCalledWith(["calf:left"], false);
    page.querySelector<HTMLElement>("[data-marked]")!.dataset["marked"] = "heel:left";
    await vi.waitFor(() => expect(names("[data-heard-painful]")).toEqual(["Remove Heel, left"]));
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Remove Heel, left");
  });

  it("forgets a place that was free of pain, and asks again", async () => {
    const { mark, free, done } = say(TEXT);
    await done;
    page.querySelector<HTMLButtonElement>("[data-heard-free] button")!.click();
    expect([...free]).toEqual([]);
    expect(mark).toHaveBeenLastCalledWith([], true);
    expect(page.querySelector<HTMLElement>("[data-free-caption]")!.hidden).toBe(true);
  });

  it("shows both sides of a free place as one", async () => {
    const jaw = { region: "jaw", name: "Jaw", sideSaid: false, piece: { start: 0, length: 3 } } as const;
    const { free, done } = say(TEXT, 200, { ...ANSWER, painFree: [{ ...jaw, side: "left" }, { ...jaw, side: "right" }] });
    await done;
    expect(names("[data-heard-free]")).toEqual(["Remove Jaw, both sides"]);
    page.querySelector<HTMLButtonElement>("[data-heard-free] button")!.click();
    expect([...free]).toEqual([]);
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
