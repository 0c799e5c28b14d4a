// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { VisitNoteElement } from "./visit-note";

customElements.define("visit-note", VisitNoteElement);

const POINTS = [
  { id: "upper-trapezius-1:right", name: "Upper trapezius, right", where: "front edge", words: "upper trapezius right", view: "front", x: 380, y: 320 },
  { id: "soleus-1:left", name: "Soleus, left", where: "inside", words: "soleus calf left", view: "back", x: 400, y: 1500 },
];

const ROW = `<fieldset data-point=""><legend><span data-number></span><strong data-name></strong><span data-where></span></legend>
  <input type="hidden" name="point" value=""><select name="found"><option>familiar pain</option><option selected>tender</option></select>
  <button name="remove" value="">Remove<span data-remove></span></button></fieldset>`;

const asked = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockReset();
  vi.stubGlobal("fetch", asked);
  const figure = (view: string): string => `<figure data-view="${view}"><svg aria-label="The client’s ${view}, no point marked"><g class="body-marks"></g></svg></figure>`;
  const note = document.createElement("visit-note");
  note.innerHTML = `<form action="/visit" method="post"><input type="hidden" name="version" value="0"><textarea name="plan"></textarea>
    ${figure("front")}${figure("back")}<input id="find" name="find"><div data-found></div><div data-rows></div><template data-row>${ROW}</template>
    <p data-kept></p></form><script type="application/json" data-points>${JSON.stringify(POINTS)}</script>`;
  document.body.append(note);
});

afterEach(() => {
  document.body.innerHTML = "";
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const one = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(selector);
  return found;
};

function write(selector: string, text: string): void {
  const field = one<HTMLInputElement>(selector);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function add(text: string): void {
  write("#find", text);
  one<HTMLButtonElement>("[data-found] button").click();
}

it("adds a point that was searched, numbers it and draws it on its side of the figure", () => {
  add("trap right");
  add("calf");
  add("trap right");
  expect([...document.querySelectorAll<HTMLInputElement>("[data-rows] [name='point']")].map((row) => row.value)).toEqual(["upper-trapezius-1:right", "soleus-1:left"]);
  expect(one("[data-rows] [data-point]:last-child [data-number]").textContent).toBe("2");
  expect(one("[data-view='front'] .body-mark text").textContent).toBe("1");
  expect(one("[data-view='front'] svg").getAttribute("aria-label")).toBe("The client’s front, 1 point marked");
  expect(one("[data-view='back'] .body-mark").getAttribute("class")).toBe("body-mark tender");
  one<HTMLButtonElement>("[data-rows] [name='remove']").click();
  expect(one("[data-rows] [data-number]").textContent).toBe("1");
  expect(document.querySelector("[data-view='front'] .body-mark")).toBeNull();
});

it("saves by itself after the last key, and knows the version of the next save", async () => {
  asked.mockResolvedValue(new Response("3 2 Mar 2026, 09:00 EST"));
  write("textarea", "Rest.");
  write("textarea", "Rest a week.");
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveBeenCalledOnce();
  expect(asked.mock.calls[0]?.[0]).toBe("/visit?handler=Autosave");
  expect(one<HTMLInputElement>("[name='version']").value).toBe("3");
  expect(one("[data-kept]").textContent).toBe("Draft saved 2 Mar 2026, 09:00 EST");
});

it("saves no more by itself once somebody else has, and says so", async () => {
  asked.mockResolvedValue(new Response(null, { status: 409 }));
  write("textarea", "Mine.");
  await vi.advanceTimersByTimeAsync(5000);
  write("textarea", "Mine, longer.");
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveBeenCalledOnce();
  expect(one("[data-kept]").textContent).toContain("elsewhere");
  expect(one<HTMLTextAreaElement>("textarea").value).toBe("Mine, longer.");
});

it("is sent only after a save that is under way, with its version", async () => {
  let answer: (response: Response) => void = () => undefined;
  asked.mockReturnValue(new Promise((resolve) => { answer = resolve; }));
  const sent: string[] = [];
  write("textarea", "Rest.");
  await vi.advanceTimersByTimeAsync(5000);
  const form = one<HTMLFormElement>("form");
  form.addEventListener("submit", (event) => { if (!event.defaultPrevented) sent.push(one<HTMLInputElement>("[name='version']").value); event.preventDefault(); });
  form.requestSubmit();
  expect(sent).toEqual([]);
  answer(new Response("4 now"));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toEqual(["4"]);
});

it("keeps what was written when there is no connection, and tries again with the next key", async () => {
  asked.mockRejectedValueOnce(new TypeError("offline")).mockResolvedValueOnce(new Response("1 now"));
  write("textarea", "One.");
  await vi.advanceTimersByTimeAsync(5000);
  expect(one("[data-kept]").textContent).toContain("no connection");
  write("textarea", "Two.");
  await vi.advanceTimersByTimeAsync(5000);
  expect(one("[data-kept]").textContent).toBe("Draft saved now");
});
