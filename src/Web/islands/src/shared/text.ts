let catalogue: Readonly<Record<string, string>> = {};

/** Uses the texts of a language, by their English. Before it is called everything is English. */
export function speak(texts: Readonly<Record<string, string>>): void {
  catalogue = texts;
}

/** A text in the language of the page. The English text is its key; {0}, {1}, … stand for the values, written as they are given. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  return (catalogue[english] ?? english).replace(/\{(\d)\}/g, (place, number: string) => String(values[Number(number)] ?? place));
}
