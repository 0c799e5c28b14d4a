import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { Reminder } from "../shared/activities";
import { calendarOf } from "./ics";
import { on } from "./testing";

const reminder = (given: Partial<Reminder> = {}): Reminder => ({ uid: "abc@unknot", sequence: 2, days: ["MO", "TH"], time: "20:15", weeks: 2, says: false, ...given });
const words = { title: "Unknot", description: "Time for your entry." };

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent");
  if (!event) throw new Error("There is no event.");
  return { calendar, event, all: new ICAL.Event(event) };
}

function starts(text: string, most: number): readonly string[] {
  const times = read(text).all.iterator();
  return Array.from({ length: most }, () => times.next()).filter(Boolean).map(String);
}

test("an event on each of the days, for as many weeks, by the clock on the wall", () => {
  const text = calendarOf(reminder(), words, on(12, 9)); // a Tuesday
  expect(starts(text, 9)).toEqual(["2026-05-14T20:15:00", "2026-05-18T20:15:00", "2026-05-21T20:15:00", "2026-05-25T20:15:00"]);
  expect(text).not.toMatch(/DTSTART:.*Z|TZID/);
});

test("today counts while its time is still to come", () => {
  expect(starts(calendarOf(reminder({ days: ["TU"] }), words, on(12, 9)), 1)).toEqual(["2026-05-12T20:15:00"]);
  expect(starts(calendarOf(reminder({ days: ["TU"] }), words, on(12, 21)), 1)).toEqual(["2026-05-19T20:15:00"]);
});

test("without weeks it goes on", () => expect(starts(calendarOf(reminder({ weeks: undefined as never }), words, on(12)), 60)).toHaveLength(60));

test("the same reminder is known again, and newer each time", () => {
  const { event, all } = read(calendarOf(reminder(), words, Date.UTC(2026, 4, 12, 10, 0, 5)));
  expect([all.uid, all.sequence, String(event.getFirstPropertyValue("dtstamp"))]).toEqual(["abc@unknot", 2, "2026-05-12T10:00:05Z"]);
});

test("signs that mean something in a calendar file, and long lines, come out as they went in", () => {
  const title = `Rate; release, \\ rest\nthen: ${"müde — ".repeat(30)}😀`;
  const text = calendarOf(reminder(), { title, description: "x" }, on(12));
  expect(read(text).all.summary).toBe(title);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = text.split("\r\n");
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("it has what a calendar file must have", () => {
  const { calendar, event } = read(calendarOf(reminder(), words, on(12)));
  expect([calendar.getFirstPropertyValue("version"), calendar.getFirstPropertyValue("prodid")]).toEqual(["2.0", "-//Unknot//Reminders//EN"]);
  expect(event.getFirstSubcomponent("valarm")?.getFirstPropertyValue("action")).toBe("DISPLAY");
});
