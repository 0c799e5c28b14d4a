import { expect, test } from "vitest";
import { awayInWords, nextInWords } from "./words";

const point = (id: string, side: "left" | "right") => ({ point: id, side, muscle: "m", name: "Piriformis", where: "There" });

test("the next point is told by its side when only that changes", () => {
  expect(nextInWords(point("a", "left"), point("a", "right"))).toBe("Next: the same point on the right side.");
  expect(nextInWords(point("a", "left"), point("b", "left"))).toBe("Next: Piriformis, left side.");
  expect(nextInWords(point("a", "left"), undefined)).toBe("That was the last point.");
});

test("holds that ended unseen are told, others are not", () => {
  const ended = (at: number) => ({ kind: "hold-ended" as const, step: 0, round: 0, at });
  expect(awayInWords([ended(30_000)], 5000)).toContain("one hold was finished");
  expect(awayInWords([ended(30_000), ended(70_000)], 5000)).toContain("2 holds were finished");
  expect(awayInWords([ended(4000)], 5000)).toBe("");
});
