import type { Activity } from "../shared/activities";
import { Api } from "../shared/api";
import type { DiaryEntry } from "../shared/diary";
import { need, setText } from "../shared/html";
import type { Remembered } from "../shared/store";
import { t } from "../shared/text";
import { WholeStore } from "../shared/whole-store";
import { ActivitiesView } from "./activities-view";
import { adviceFor } from "./advice";
import type { Kept } from "./backup";
import { ChartsView } from "./charts-view";
import { DataBox } from "./data-box";
import { inOrder, rateActivity, rateToday, unrateToday, withOutcomes } from "./entries";
import { showHelp } from "./help-view";
import type { SmallestChanges } from "./judging";
import { chartKey } from "./pain-chart";
import { ReminderForm } from "./reminder-form";
import { seriesOf } from "./series";
import { TodayForm, type NamedPlace } from "./today-form";
import { fillVisitSheet } from "./visit-sheet";
import { adviceInWords } from "./words";

declare global {
  interface HTMLElementTagNameMap {
    "progress-diary": ProgressDiaryElement;
  }
}

/** So many of the places rated before are asked for again by themselves. */
const MOST_ASKED = 6;

interface Views {
  readonly today: TodayForm;
  readonly charts: ChartsView;
  readonly activities: ActivitiesView;
  readonly reminder: ReminderForm;
}

/** The page of one's own progress. All it shows is kept in this browser and worked out in it. */
export class ProgressDiaryElement extends HTMLElement {
  readonly #store = new WholeStore();
  #kept: Kept = {};
  #views: Views | undefined;
  #changes: SmallestChanges | undefined;
  #listening: AbortController | undefined;
  /** One change after the other, so that none is lost. */
  #queue: Promise<unknown> = Promise.resolve();

  connectedCallback(): void {
    const listening = new AbortController();
    this.#listening = listening;
    const { signal } = listening;
    const changes = changesOf(this);
    this.#changes = changes;
    this.#views = {
      today: new TodayForm(need(this, "[data-today]"), (place, before) => this.#rate(place, before), signal),
      charts: new ChartsView(need(this, "[data-charts]"), changes, signal),
      activities: new ActivitiesView(
        need(this, "[data-own]"),
        changes,
        {
          add: (name) => void this.#addActivity(name),
          rate: (at, value) => void this.#change("activities", (activities = []) => rateActivity(activities, at, value, Date.now())),
          remove: (at) => void this.#change("activities", (activities = []) => activities.filter((activity) => activity.at !== at)),
        },
        signal,
      ),
      reminder: new ReminderForm(need(this, "[data-reminder]"), (reminder) => void this.#change("reminder", () => reminder), signal),
    };
    need(this, "[data-legend]").replaceChildren(chartKey());
    new DataBox(
      need(this, "[data-data]"),
      need(this, "dialog"),
      {
        read: () => this.#read(),
        take: async (values) => {
          await this.#store.writeAll(values);
          await this.#load();
        },
        deleteAll: async () => {
          await this.#store.forgetAll();
          this.#views?.today.clear();
          await this.#load();
        },
      },
      signal,
    );
    this.addEventListener("click", (event) => (event.target as Element).closest("[data-print]") && window.print(), { signal });
    // The session in another tab may have written an entry; also a new day may have begun.
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void this.#load(), { signal });
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #begin(): Promise<void> {
    const outcomes = await this.#store.read("outcomes");
    if (outcomes) {
      await this.#store.write("diary", withOutcomes((await this.#store.read("diary")) ?? [], outcomes));
      await this.#store.forget("outcomes");
    }
    await this.#load();
    this.dataset["ready"] = "";
  }

  async #load(): Promise<void> {
    this.#kept = await this.#read();
    if (!this.isConnected) return;
    const drawn = await this.#drawnPlaces();
    this.#show(drawn);
  }

  async #read(): Promise<Kept> {
    const [diary, activities, drawing, plan, reminder] = await Promise.all([
      this.#store.read("diary"),
      this.#store.read("activities"),
      this.#store.read("drawing"),
      this.#store.read("plan"),
      this.#store.read("reminder"),
    ]);
    return { ...(diary && { diary }), ...(activities && { activities }), ...(drawing && { drawing }), ...(plan && { plan }), ...(reminder && { reminder }) };
  }

  #show(drawn: readonly NamedPlace[] = []): void {
    const [views, changes] = [this.#views, this.#changes];
    if (!views || !changes) return;
    const now = Date.now();
    const { diary = [], activities = [], plan, reminder } = this.#kept;
    const known = seriesOf(diary).map(({ place, name }) => ({ place, name }));
    const planned = (plan?.places ?? []).map(({ place, name }) => ({ place, name }));
    const asked = new Map([...known.slice(0, MOST_ASKED), ...planned, ...drawn].map((each) => [each.place, each]));
    views.today.show([...asked.values()], diary, now);
    views.charts.show(diary);
    views.activities.show(activities, now);
    views.reminder.show(reminder);
    showHelp(need(this, "[data-help]"), diary, changes, now);
    fillVisitSheet(this, diary, activities, changes, now);
    this.dataset["state"] = diary.length === 0 ? "empty" : "some";
    for (const part of this.querySelectorAll<HTMLElement>("[data-empty]")) part.hidden = known.length > 0;
    need<HTMLElement>(this, "[data-legend]").hidden = known.length === 0;
    need<HTMLElement>(this, "[data-help]").hidden = diary.length === 0 && activities.length === 0;
    this.#advise(diary, changes, now);
  }

  #advise(diary: readonly DiaryEntry[], changes: SmallestChanges, now: number): void {
    const advice = adviceFor(diary, changes, now);
    const box = need<HTMLElement>(this, "[data-advice]");
    box.hidden = advice === undefined;
    if (!advice) return;
    setText(need(box, "[data-why]"), adviceInWords(advice));
    need<HTMLElement>(box, "[data-if-worse]").hidden = advice.kind === "not-better";
    need<HTMLElement>(box, "[data-if-not-better]").hidden = advice.kind !== "not-better";
  }

  #rate({ place, name }: NamedPlace, before: number | undefined): void {
    const now = Date.now();
    const today = need<HTMLElement>(this, "[data-today]");
    void this.#change("diary", (diary = []) => (before === undefined ? unrateToday(diary, place, now) : rateToday(diary, { place, name, before }, now))).then(() =>
      this.#views?.today.say(today, before === undefined ? t("Taken back: {0}.", name) : t("Kept in this browser: {0}, {1} of 10.", name, before)),
    );
  }

  async #addActivity(name: string): Promise<void> {
    const activity: Activity = { at: Date.now(), name, ratings: [] };
    await this.#change("activities", (activities = []) => inOrder([...activities, activity]));
    this.#views?.activities.focusOn(activity.at);
  }

  /** Changes what is kept now, which another tab may have written since. */
  #change<K extends keyof Kept & keyof Remembered>(key: K, change: (value: Remembered[K] | undefined) => Remembered[K]): Promise<void> {
    const done = this.#queue.then(async () => {
      const value = change(await this.#store.read(key));
      await this.#store.write(key, value);
      this.#kept = { ...this.#kept, [key]: value };
      this.#show();
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** The places of the last drawing, asked for when nothing was rated yet. Without a connection the list of places is there, too. */
  async #drawnPlaces(): Promise<readonly NamedPlace[]> {
    const { diary = [], plan, drawing } = this.#kept;
    if (!drawing || diary.some((entry) => entry.places.length > 0) || plan?.places) return [];
    const found = new Set(drawing.inside.map(([place]) => place));
    if (drawing.marks.length > 0) {
      const marked = new Set(drawing.marks.map(([cell]) => cell));
      const regions = await new Api(this.dataset["version"] ?? "").regions().catch(() => []);
      for (const { id, sides } of regions) for (const { side, cells } of sides) if (cells.some((cell) => marked.has(cell))) found.add(`${id}:${side}`);
    }
    return [...found].flatMap((place) => {
      const name = this.#views?.today.nameOf(place);
      return name === undefined ? [] : [{ place, name }];
    });
  }
}

/** The page has them from the atlas. */
function changesOf({ dataset }: HTMLElement): SmallestChanges {
  return {
    pain: { points: Number(dataset["painPoints"]), percent: Number(dataset["painPercent"]) },
    activity: Number(dataset["activityPoints"]),
    activities: Number(dataset["activitiesPoints"]),
  };
}
