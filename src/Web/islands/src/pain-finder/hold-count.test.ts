// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HoldCount } from "./hold-count";

let button: HTMLButtonElement;
let line: HTMLElement;
let count: HoldCount;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<button></button><p></p>";
  button = document.querySelector("button")!;
  line = document.querySelector("p")!;
  count = new HoldCount(button, line, new AbortController().signal);
});
afterEach(() => void vi.useRealTimers());

test("it counts five seconds down, and says when to let go", () => {
  button.click();
  const seen = [button.textContent];
  for (let second = 0; second < 4; second++) {
    vi.advanceTimersByTime(1000);
    seen.push(button.textContent);
  }
  expect(seen).toEqual(["5", "4", "3", "2", "1"]);
  expect(line.textContent).toBe("Press and hold …");
  vi.advanceTimersByTime(1000);
  expect(button.textContent).toBe("Count five seconds");
  expect(line.textContent).toBe("Let go. What did you feel?");
  vi.advanceTimersByTime(5000);
  expect(line.textContent).toBe("Let go. What did you feel?");
});

test("a second press begins again, and the next point takes the count away", () => {
  button.click();
  vi.advanceTimersByTime(3000);
  button.click();
  expect(button.textContent).toBe("5");
  count.reset();
  vi.advanceTimersByTime(9000);
  expect(line.textContent).toBe("");
});
