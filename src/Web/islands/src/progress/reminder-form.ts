import { WEEK_DAYS, type Reminder } from "../shared/activities";
import { need } from "../shared/html";
import { t } from "../shared/text";
import { download } from "./download";

/** Days, time and length of the reminders; makes the calendar file. */
export class ReminderForm {
  readonly #form: HTMLFormElement;
  readonly #said: HTMLElement;
  #last: Reminder | undefined;

  constructor(root: HTMLElement, onMade: (reminder: Reminder) => void, signal: AbortSignal) {
    this.#form = need(root, "form");
    this.#said = need(root, "[data-said]");
    this.#form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        void this.#make(onMade);
      },
      { signal },
    );
  }

  show(reminder: Reminder | undefined): void {
    if (reminder && reminder !== this.#last) {
      for (const box of this.#days()) box.checked = reminder.days.some((day) => day === box.value);
      need<HTMLInputElement>(this.#form, "[name=time]").value = reminder.time;
      need<HTMLSelectElement>(this.#form, "[name=weeks]").value = String(reminder.weeks ?? "");
      need<HTMLInputElement>(this.#form, "[name=says]").checked = reminder.says;
    }
    this.#last = reminder;
  }

  #days(): readonly HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>("[name=day]")];
  }

  async #make(onMade: (reminder: Reminder) => void): Promise<void> {
    const days = WEEK_DAYS.filter((day) => this.#days().some((box) => box.checked && box.value === day));
    const time = need<HTMLInputElement>(this.#form, "[name=time]").value;
    if (days.length === 0 || time === "") {
      this.#said.textContent = t("Choose a day and a time first.");
      (days.length === 0 ? this.#days()[0] : need<HTMLInputElement>(this.#form, "[name=time]"))?.focus();
      return;
    }
    const weeks = Number(need<HTMLSelectElement>(this.#form, "[name=weeks]").value);
    const says = need<HTMLInputElement>(this.#form, "[name=says]").checked;
    const { uid, sequence } = this.#last ? { uid: this.#last.uid, sequence: this.#last.sequence + 1 } : { uid: newUid(), sequence: 0 };
    const reminder: Reminder = { uid, sequence, days, time: time.slice(0, 5), ...(weeks > 0 && { weeks }), says };
    const { calendarOf } = await import("./ics");
    const words = says
      ? { title: t("Rate the pain, release the points"), description: t("Rate how it is today under Progress; if it hurts, start a release.") }
      : { title: "Unknot", description: t("Time for your entry.") };
    download("unknot-reminder.ics", "text/calendar;charset=utf-8", calendarOf(reminder, words, Date.now()));
    this.#said.textContent = t("The calendar file is in your downloads. Open it to add the reminders; an older file of yours is replaced.");
    onMade(reminder);
  }
}

/** Unlike any other in the world; also where randomUUID is refused, as without a safe connection. */
function newUid(): string {
  return `${[...crypto.getRandomValues(new Uint8Array(16))].map((octet) => octet.toString(16).padStart(2, "0")).join("")}@unknot`;
}
