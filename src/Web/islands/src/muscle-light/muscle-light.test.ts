// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MuscleLight } from "./muscle-light";

customElements.define("muscle-light", MuscleLight);

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector) as HTMLElement;
const lit = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>("[data-lit]:not(muscle-light)")].map((part) => part.dataset["fibres"] ?? part.id);

function click(target: HTMLElement, pointerType: string): MouseEvent {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "pointerType", { value: pointerType });
  target.dispatchEvent(event);
  return event;
}

function over(target: HTMLElement): void {
  const event = new Event("pointerover", { bubbles: true });
  Object.defineProperty(event, "pointerType", { value: "mouse" });
  target.dispatchEvent(event);
}

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<article><p id="text">The <a id="one" href="/muscles/soleus" data-muscle="soleus">soleus</a> and
    <a id="two" href="/muscles/temporalis" data-muscle="temporalis">temporalis</a></p>
    <muscle-light><svg><path data-fibres="soleus"/><path data-fibres="temporalis"/></svg><button data-close hidden></button></muscle-light></article>`;
});

afterEach(() => {
  document.body.innerHTML = "";
  vi.useRealTimers();
});

it("lights the muscle that is pointed at, and lets go a moment after", () => {
  over(find("#one"));
  expect(lit()).toEqual(["one", "soleus"]);
  over(find("#two"));
  expect(lit()).toEqual(["two", "temporalis"]);
  over(find("#text"));
  expect(lit()).toEqual(["two", "temporalis"]);
  vi.advanceTimersByTime(200);
  expect(lit()).toEqual([]);
});

it("lights the muscle whose link has the focus", () => {
  find("#two").dispatchEvent(new Event("focusin", { bubbles: true }));
  expect(lit()).toEqual(["two", "temporalis"]);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(lit()).toEqual([]);
});

it("lights at the first touch, follows the link at the second", () => {
  expect(click(find("#one"), "touch").defaultPrevented).toBe(true);
  expect(find("muscle-light").hasAttribute("data-panel")).toBe(true);
  expect(find("[data-close]").hasAttribute("hidden")).toBe(false);
  expect(click(find("#one"), "touch").defaultPrevented).toBe(false);
});

it("never holds back a mouse or the keyboard", () => {
  expect(click(find("#one"), "mouse").defaultPrevented).toBe(false);
  expect(click(find("#one"), "").defaultPrevented).toBe(false);
});

it("goes when somebody taps elsewhere or closes it", () => {
  click(find("#one"), "touch");
  click(find("#text"), "touch");
  expect(find("muscle-light").hasAttribute("data-panel")).toBe(false);
  click(find("#two"), "touch");
  find("[data-close]").click();
  expect(lit()).toEqual([]);
});

it("leaves nothing behind", () => {
  over(find("#one"));
  find("muscle-light").remove();
  expect(lit()).toEqual([]);
  over(find("#two"));
  expect(lit()).toEqual([]);
});
