import { expect, it } from "vitest";
import { link, picture, surround, type Selected } from "./marks";

/** "|" marks the caret or both ends of the selection. */
function read(text: string): Selected {
  const start = text.indexOf("|");
  const end = text.lastIndexOf("|");
  return { text: text.replaceAll("|", ""), start, end: end === start ? start : end - 1 };
}

function write({ text, start, end }: Selected): string {
  return start === end ? `${text.slice(0, start)}|${text.slice(start)}` : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

it.each([
  ["a |b| c", "**", "a **|b|** c"],
  ["a **|b|** c", "**", "a |b| c"],
  ["a |b| c", "*", "a *|b|* c"],
  ["a *|b|* c", "*", "a |b| c"],
  ["a **|b|** c", "*", "a ***|b|*** c"],
  ["|", "**", "**|**"],
])("puts marks around %s", (before, mark, after) => {
  expect(write(surround(read(before), mark))).toBe(after);
});

it("makes a link and waits for its address", () => {
  expect(write(link(read("see |this| page")))).toBe("see [this](|) page");
});

it.each([
  ["|", "![|](/p)\n\n"],
  ["a|", "a\n\n![|](/p)\n\n"],
  ["a\n|\nb", "a\n\n![|](/p)\n\nb"],
  ["a\n\n|\n\nb", "a\n\n![|](/p)\n\nb"],
  ["a |x| b", "a \n\n![|](/p)\n\n b"],
])("puts a picture on a line of its own in %j", (before, after) => {
  expect(write(picture(read(before), "![](/p)"))).toBe(after);
});
