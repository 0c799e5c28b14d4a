// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { HoursEditorElement } from "./hours-editor";
import { RowListElement } from "./row-list";

customElements.define("row-list", RowListElement);
customElements.define("hours-editor", HoursEditorElement);

const row = (day: number, start: string, end: string): string => `<div data-row><input type="hidden" name="Day" value="${String(day)}"><input name="Start" value="${start}"><input name="End" value="${end}">
  <button type="button" data-remove>Remove</button><details><summary>Every week</summary><input name="Every" value=""><input name="From" value=""><input name="To" value=""></details></div>`;

const day = (number: number, rows: string): string => `<div data-day="${String(number)}"><row-list>${rows}${row(number, "", "")}<template>${row(number, "", "")}</template><p data-none hidden>No hours</p>
  <button type="button" data-add>Add</button>${number === 1 ? `<button type="submit" data-copy>Copy</button>` : ""}</row-list></div>`;

beforeEach(() => {
  const page = document.createElement("div");
  page.innerHTML = `<hours-editor><form>${day(1, row(1, "09:00", "12:00") + row(1, "13:00", "17:00"))}${day(2, row(2, "08:00", "09:00"))}${[3, 4, 5].map((number) => day(number, "")).join("")}${day(6, row(6, "10:00", "11:00"))}${day(7, "")}</form></hours-editor>`;
  document.body.replaceChildren(page);
});

const week = (): string[] => [...document.querySelectorAll("row-list > [data-row]")].map((each) => [...each.querySelectorAll<HTMLInputElement>("[name=Day],[name=Start],[name=End]")].map((input) => input.value).join(" "));

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

it("takes out the empty rows of those without script and says where there are none", () => {
  expect(week()).toEqual(["1 09:00 12:00", "1 13:00 17:00", "2 08:00 09:00", "6 10:00 11:00"]);
  expect([...document.querySelectorAll<HTMLElement>("[data-none]")].map((each) => each.hidden)).toEqual([true, true, false, false, false, true, false]);
});

it("adds a window to its own day and brings the focus there", () => {
  press("[data-day='3'] [data-add]");
  expect(week()).toContain("3  ");
  expect(document.activeElement?.getAttribute("name")).toBe("Start");
  expect(document.querySelector<HTMLElement>("[data-day='3'] [data-none]")?.hidden).toBe(true);
});

it("removes the window whose button is pressed and keeps the focus in the day", () => {
  press("[data-day='1'] [data-remove]");
  expect(week()).toEqual(["1 13:00 17:00", "2 08:00 09:00", "6 10:00 11:00"]);
  expect(document.activeElement?.hasAttribute("data-add")).toBe(true);
});

it("copies Monday to the other weekdays in place of what was there and to no weekend", () => {
  press("[data-copy]");
  expect(week()).toEqual([1, 2, 3, 4, 5].flatMap((number) => [`${String(number)} 09:00 12:00`, `${String(number)} 13:00 17:00`]).concat("6 10:00 11:00"));
});
