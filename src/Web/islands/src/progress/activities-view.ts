import type { Activity } from "../shared/activities";
import { html, need } from "../shared/html";
import { t } from "../shared/text";
import { MOST_ACTIVITIES } from "./limits";
import { dayOf } from "./days";
import { mean } from "./helped";
import { judgeAbility, type SmallestChanges } from "./judging";
import { ratingScale, type RatingScale } from "./rating-scale";
import { dateInWords, numberInWords } from "./words";

export interface ActivityChanges {
  add(name: string): void;
  rate(at: number, value: number): void;
  remove(at: number): void;
}

interface Row {
  readonly element: HTMLElement;
  readonly scale: RatingScale;
  readonly words: HTMLElement;
  readonly earlier: HTMLDetailsElement;
}

/** Up to three things that somebody wants to do again, in their own words. */
export class ActivitiesView {
  readonly #rows = new Map<number, Row>();
  readonly #root: HTMLElement;
  readonly #changes: SmallestChanges;
  readonly #on: ActivityChanges;

  constructor(root: HTMLElement, changes: SmallestChanges, on: ActivityChanges, signal: AbortSignal) {
    this.#root = root;
    this.#changes = changes;
    this.#on = on;
    need(root, "form").addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        const input = need<HTMLInputElement>(root, "input[type=text]");
        const name = input.value.trim();
        if (name === "") return;
        input.value = "";
        on.add(name);
      },
      { signal },
    );
  }

  show(activities: readonly Activity[], now: number): void {
    for (const [at, { element }] of this.#rows) {
      if (activities.some((activity) => activity.at === at)) continue;
      element.remove();
      this.#rows.delete(at);
    }
    for (const activity of activities) this.#fill(this.#rows.get(activity.at) ?? this.#add(activity), activity, now);
    need<HTMLElement>(this.#root, "form").hidden = activities.length >= MOST_ACTIVITIES;
    const words = meanInWords(activities, this.#changes);
    const mean = need<HTMLElement>(this.#root, "[data-mean]");
    mean.hidden = words === undefined;
    mean.textContent = words ?? "";
  }

  /** Goes to the scale of the activity that was just written down. */
  focusOn(at: number): void {
    this.#rows.get(at)?.element.querySelector<HTMLInputElement>("input")?.focus();
  }

  #add({ at, name }: Activity): Row {
    const scale = ratingScale(name, [t("cannot do it"), t("as before the trouble")], (value) => this.#on.rate(at, value));
    const words = html("p", { "data-words": "" });
    const earlier = html("details", {}, html("summary", {}, t("All ratings as a table")));
    const remove = html("button", { type: "button", class: "button button-link", "aria-label": t("Remove: {0}", name) }, t("Remove"));
    remove.addEventListener("click", () => {
      this.#on.remove(at);
      this.#root.querySelector<HTMLInputElement>("input[type=text]")?.focus();
    });
    const element = html("li", { "data-activity": String(at) }, scale.element, words, html("div", { class: "row-end" }, earlier, remove));
    need(this.#root, "[data-activities]").append(element);
    const row = { element, scale, words, earlier };
    this.#rows.set(at, row);
    return row;
  }

  #fill({ scale, words, earlier }: Row, activity: Activity, now: number): void {
    const { ratings } = activity;
    scale.show(ratings.find(({ at }) => dayOf(at) === dayOf(now))?.value);
    words.textContent = activityInWords(activity, this.#changes);
    earlier.hidden = ratings.length < 2;
    const rows = ratings.toReversed().map(({ at, value }) => html("tr", {}, html("th", { scope: "row" }, dateInWords(at)), html("td", { class: "number" }, String(value))));
    earlier.querySelector("table")?.remove();
    earlier.append(html("table", {}, html("tbody", {}, ...rows)));
  }
}

export function activityInWords({ ratings }: Activity, changes: SmallestChanges): string {
  const [first, last] = [ratings[0], ratings.at(-1)];
  if (!first || !last) return t("Not rated yet. How well can you do it today?");
  if (first === last) return t("{0} of 10 on {1}.", first.value, dateInWords(first.at));
  const judged = judgeAbility(first.value, last.value, changes.activity);
  const values = [first.value, dateInWords(first.at), last.value, dateInWords(last.at)];
  if (judged === "better") return t("From {0} on {1} to {2} on {3}: better by an amount that counts.", ...values);
  if (judged === "worse") return t("From {0} on {1} to {2} on {3}: worse by an amount that counts.", ...values);
  return t("From {0} on {1} to {2} on {3}: may be chance.", ...values);
}

/** Over the activities that were rated twice; undefined when there are fewer than two of them. */
export function meanInWords(activities: readonly Activity[], changes: SmallestChanges): string | undefined {
  const followed = activities.filter(({ ratings }) => ratings.length > 1);
  if (followed.length < 2) return undefined;
  const first = mean(followed.map(({ ratings }) => ratings[0]?.value ?? 0));
  const last = mean(followed.map(({ ratings }) => ratings.at(-1)?.value ?? 0));
  const judged = judgeAbility(first, last, changes.activities);
  const values = [numberInWords(first), numberInWords(last)];
  if (judged === "better") return t("On average from {0} to {1}: better by an amount that counts.", ...values);
  if (judged === "worse") return t("On average from {0} to {1}: worse by an amount that counts.", ...values);
  return t("On average from {0} to {1}: may be chance.", ...values);
}
