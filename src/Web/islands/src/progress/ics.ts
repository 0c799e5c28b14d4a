import { WEEK_DAYS, type Reminder } from "../shared/activities";
import { dayOf, startOf, weekDayOf } from "./days";

export interface EventWords {
  readonly title: string;
  readonly description: string;
}

/** Octets a line may have without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/**
 * A calendar file (RFC 5545) with one event that comes back every week. Its time is "floating": the same by the clock on the wall
 * wherever the person is.
 * @param reminder with one day at least
 * @param now milliseconds since 1970; the first event is the next one after it
 */
export function calendarOf(reminder: Reminder, words: EventWords, now: number): string {
  const days = WEEK_DAYS.filter((day) => reminder.days.includes(day));
  const count = reminder.weeks === undefined ? "" : `;COUNT=${reminder.weeks * days.length}`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Unknot//Reminders//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${escapeText(reminder.uid)}`,
    `SEQUENCE:${reminder.sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${firstStart(reminder, now)}`,
    "DURATION:PT15M",
    `RRULE:FREQ=WEEKLY${count};BYDAY=${days.join(",")}`,
    `SUMMARY:${escapeText(words.title)}`,
    `DESCRIPTION:${escapeText(words.description)}`,
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0S",
    `DESCRIPTION:${escapeText(words.title)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ].map((line) => `${fold(line)}\r\n`).join("");
}

function firstStart({ days, time }: Reminder, now: number): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const today = dayOf(now);
  for (let day = today; ; day++) {
    const weekDay = WEEK_DAYS[weekDayOf(day)];
    if (!weekDay || !days.includes(weekDay)) continue;
    const start = new Date(startOf(day));
    start.setHours(hours, minutes);
    if (start.getTime() > now) return `${date(day)}T${two(hours)}${two(minutes)}00`;
  }
}

function date(day: number): string {
  const start = new Date(startOf(day));
  return `${start.getFullYear()}${two(start.getMonth() + 1)}${two(start.getDate())}`;
}

const two = (value: number): string => String(value).padStart(2, "0");

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Backslash, semicolon, comma and line ends mean something in a text value. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** Breaks a line so that no part is too long in UTF-8, and no character is cut in two. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
