// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { CalendarBoardElement } from "./calendar-board";
import { PracticeClock, columnsOf, machine, rowWithin } from "./calendar-place";

customElements.define("calendar-board", CalendarBoardElement);

const entry = (id: string, start: string): string =>
  `<li><a href="#${id}" id="${id}" data-entry="${id}" data-version="3" data-start="${start}" data-minutes="60" data-step="15" data-therapist="one" data-title="Ada" data-movable="yes" data-client="yes"></a></li>`;

beforeEach(() => {
  const column = (therapist: string, open: string, entries: string): string =>
    `<section class="cal-col" data-from="2026-03-02T14:00:00Z" data-rows="96" data-therapist="${therapist}" data-name="${therapist}" data-open="${open}"><div class="cal-track"><ol>${entries}</ol></div></section>`;
  document.body.innerHTML = `<calendar-board data-zone="America/New_York"><div class="cal-board">
    ${column("one", "yes", entry("a", "2026-03-02T14:00:00Z") + entry("b", "2026-03-02T16:00:00Z"))}
    ${column("closed", "no", "")}
    ${column("two", "yes", "")}</div><p data-told></p>
    <dialog data-moving><form><p data-words></p><input name="id"><input name="version"><input name="start"><input name="therapist"><p data-tell></p><button type="submit"></button><button type="button" data-close></button></form></dialog></calendar-board>`;
});

function press(key: string, shiftKey = false): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
}

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const told = (): string => document.querySelector("[data-told]")?.textContent ?? "";
const field = (name: string): string => document.querySelector<HTMLInputElement>(`[name='${name}']`)?.value ?? "";

it("goes from entry to entry by arrows", () => {
  byId("a").focus();
  press("ArrowDown");
  expect(document.activeElement?.id).toBe("b");
  press("ArrowDown");
  press("ArrowUp");
  expect(document.activeElement?.id).toBe("a");
});

it("moves by the step of the service or by five minutes, over a column that may not be changed, and asks", () => {
  byId("a").focus();
  press("m");
  press("ArrowDown");
  expect(told()).toBe("Mon 2 Mar, 09:15 with one");
  press("ArrowDown", true);
  press("ArrowRight");
  expect(told()).toBe("Mon 2 Mar, 09:20 with two");
  press("Enter");
  expect(document.querySelector("dialog")?.open).toBe(true);
  expect(document.querySelector("[data-words]")?.textContent).toBe("Move Ada from Mon 2 Mar, 09:00 to Mon 2 Mar, 09:20 with two?");
  expect([field("id"), field("version"), field("start"), field("therapist")]).toEqual(["a", "3", "2026-03-02T14:20:00Z", "two"]);
});

it("leaves it where it was on Escape, and asks nothing when it did not move", () => {
  byId("b").focus();
  press("m");
  press("ArrowUp");
  expect(document.querySelector(".cal-ghost")).not.toBeNull();
  press("Escape");
  expect(document.querySelector(".cal-ghost")).toBeNull();
  expect(told()).toBe("Left where it was.");
  press("m");
  press("Enter");
  expect(document.querySelector("dialog")?.open).toBe(false);
});

it("keeps what is moved within the day", () => {
  const column = columnsOf(document.body)[0];
  if (!column) throw new Error("no column");
  expect([rowWithin(column, -4, 12), rowWithin(column, 95, 12), rowWithin(column, 7.4, 12), rowWithin(column, 3, 200)]).toEqual([0, 84, 7, 0]);
});

it("says instants on the practice's clock, on both sides of a change", () => {
  const clock = new PracticeClock("America/New_York");
  expect(clock.moment(Date.parse("2026-03-08T06:59:00Z"))).toBe("Sun 8 Mar, 01:59");
  expect(clock.moment(Date.parse("2026-03-08T07:00:00Z"))).toBe("Sun 8 Mar, 03:00");
  expect(machine(Date.parse("2026-03-08T07:00:00Z"))).toBe("2026-03-08T07:00:00Z");
});
