/** A text with what is selected in it. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts marks around the selection, or takes them away when they are there. */
export function surround({ text, start, end }: Selected, mark: string): Selected {
  const inside = text.slice(start, end);
  if (text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark && !text.slice(0, start - mark.length).endsWith("*")) {
    return { text: text.slice(0, start - mark.length) + inside + text.slice(end + mark.length), start: start - mark.length, end: end - mark.length };
  }
  return { text: text.slice(0, start) + mark + inside + mark + text.slice(end), start: start + mark.length, end: end + mark.length };
}

/** Makes the selection a link and leaves the caret where its address goes. */
export function link({ text, start, end }: Selected): Selected {
  const caret = end + 3;
  return { text: `${text.slice(0, start)}[${text.slice(start, end)}]()${text.slice(end)}`, start: caret, end: caret };
}

/** Puts a picture on a line of its own and leaves the caret between the brackets, where it wants words. */
export function picture({ text, start, end }: Selected, markdown: string): Selected {
  const before = start === 0 || text.slice(0, start).endsWith("\n\n") ? "" : text.slice(0, start).endsWith("\n") ? "\n" : "\n\n";
  const after = text.slice(end).startsWith("\n\n") ? "" : text.slice(end).startsWith("\n") ? "\n" : "\n\n";
  const caret = start + before.length + markdown.indexOf("[") + 1;
  return { text: text.slice(0, start) + before + markdown + after + text.slice(end), start: caret, end: caret };
}
