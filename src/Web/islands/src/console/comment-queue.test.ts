// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { CommentQueueElement } from "./comment-queue";

customElements.define("comment-queue", CommentQueueElement);

const pressed = vi.fn();

beforeEach(() => {
  pressed.mockClear();
  const entry = (id: string): string => `<li class="comment-entry" id="${id}" tabindex="-1"><button name="state" value="Shown"></button><button name="state" value="Spam"></button><details><textarea></textarea></details></li>`;
  document.body.innerHTML = `<comment-queue><ol>${entry("one")}${entry("two")}</ol></comment-queue>`;
  for (const button of document.querySelectorAll("button")) button.addEventListener("click", () => { pressed(button.closest("li")?.id, button.value); });
});

function press(key: string, target: EventTarget = document.activeElement ?? document.body): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

it("goes through the list and stays at its ends", () => {
  press("j");
  expect(document.activeElement?.id).toBe("one");
  press("j");
  press("j");
  expect(document.activeElement?.id).toBe("two");
  press("k");
  press("k");
  expect(document.activeElement?.id).toBe("one");
});

it("decides about the comment that has the focus and about no other", () => {
  press("a");
  expect(pressed).not.toHaveBeenCalled();
  press("j");
  press("j");
  press("s");
  expect(pressed).toHaveBeenCalledExactlyOnceWith("two", "Spam");
});

it("leaves the keys to who writes", () => {
  press("j");
  press("w");
  const text = document.querySelector("textarea");
  expect(document.activeElement).toBe(text);
  press("a");
  press("j");
  expect(pressed).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(text);
});
