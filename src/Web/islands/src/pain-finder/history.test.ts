import { expect, test } from "vitest";
import { History } from "./history";

test("undo and redo go back and forth", () => {
  const history = new History("empty");
  history.push("one");
  history.push("two");
  expect(history.undo()).toBe("one");
  expect(history.undo()).toBe("empty");
  expect(history.canUndo).toBe(false);
  expect(history.redo()).toBe("one");
  expect(history.redo()).toBe("two");
  expect(history.canRedo).toBe(false);
});

test("a new step after an undo ends what could be redone", () => {
  const history = new History("empty");
  history.push("one");
  history.undo();
  history.push("other");
  expect(history.canRedo).toBe(false);
  expect(history.undo()).toBe("empty");
});

test("undo and redo at the ends change nothing", () => {
  const history = new History("empty");
  expect(history.undo()).toBe("empty");
  expect(history.redo()).toBe("empty");
});
