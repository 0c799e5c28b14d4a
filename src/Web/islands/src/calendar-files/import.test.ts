/** The files that a client is sent, read by a calendar program's parser as such a program would take them in. The tests in C# hold that the server writes exactly these files. */
import { readdirSync, readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, test } from "vitest";

const folder = new URL("../../../../../tests/Practice.Tests/Booking/Calendars/", import.meta.url);
const texts = readdirSync(folder).filter((name) => name.endsWith(".ics")).sort().map((name) => readFileSync(new URL(name, folder), "utf8"));

/** What RFC 5546 asks of a calendar: one event for each UID, the newest sequence wins, a cancellation takes it out. */
class Shelf {
  readonly events = new Map<string, ICAL.Event>();

  take(text: string): void {
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const event of calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each))) {
      const known = this.events.get(event.uid);
      if (known && known.sequence >= event.sequence) continue;
      if (calendar.getFirstPropertyValue("method") === "CANCEL") this.events.delete(event.uid);
      else this.events.set(event.uid, event);
    }
  }

  starts(): string[] {
    return [...this.events.values()].map((event) => event.startDate.toString());
  }
}

test("booked, moved, moved again and cancelled: one event, and then none", () => {
  const shelf = new Shelf();
  const seen = texts.map((text) => {
    shelf.take(text);
    return shelf.starts();
  });
  expect(seen).toEqual([["2026-03-04T15:00:00Z"], ["2026-03-05T15:00:00Z"], ["2026-03-09T14:00:00Z"], []]);
});

test("every file has one event with the same UID, and each the next sequence", () => {
  const events = texts.map((text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)));
  expect(events.map((each) => each.length)).toEqual([1, 1, 1, 1]);
  expect(new Set(events.map(([event]) => event?.uid)).size).toBe(1);
  expect(events.map(([event]) => event?.sequence)).toEqual([0, 1, 2, 3]);
});

test("texts come out as they were written, whatever signs are in them", () => {
  const [event] = new ICAL.Component(ICAL.parse(texts[0] ?? "")).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  expect([event?.summary, event?.location]).toEqual(["Quiet Hands, Körper; Größe \\ Ruhe", "1 Example Street, Suite 5 behind the old post office, Springfield, IL 00000"]);
  expect(event?.component.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe("Zoë 'Zo' Núñez-Example");
  expect(event?.organizer).toBe("mailto:post@practice.example");
});
