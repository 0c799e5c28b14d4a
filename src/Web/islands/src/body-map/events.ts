import type { BodyView, Marks } from "./types";

/** The drawing changed: once a frame while a stroke goes on, and at its end. */
export class MarksChangeEvent extends Event {
  readonly marks: Marks;
  /** False while a finger is still down. */
  readonly finished: boolean;

  constructor(marks: Marks, finished: boolean) {
    super("marks-change", { bubbles: true });
    this.marks = marks;
    this.finished = finished;
  }
}

/** Another view is shown: by attribute, by key, or because 3D is not possible here. */
export class ViewChangeEvent extends Event {
  readonly view: BodyView;

  constructor(view: BodyView) {
    super("view-change", { bubbles: true });
    this.view = view;
  }
}

declare global {
  interface HTMLElementEventMap {
    "marks-change": MarksChangeEvent;
    "view-change": ViewChangeEvent;
  }
}
