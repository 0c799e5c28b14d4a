import { t } from "../shared/text";
import { FormProblem } from "./form-problem";

/** Reads a value that came from outside. @throws FormProblem naming the field. */
export type Reader<T> = (value: unknown, field: string) => T;

/** Longer texts are no names. */
const LONGEST_TEXT = 500;
/** The last millisecond a date can have. */
const LAST_MOMENT = 8.64e15;

export const text: Reader<string> = (value, field) => {
  if (typeof value !== "string" || value.length === 0 || value.length > LONGEST_TEXT) throw new FormProblem(t("{0} must be a text of 1 to {1} characters.", field, LONGEST_TEXT));
  return value;
};

/** Possibly empty. */
export const note: Reader<string> = (value, field) => (value === "" ? "" : text(value, field));

export const truth: Reader<boolean> = (value, field) => {
  if (typeof value !== "boolean") throw new FormProblem(t("{0} must be true or false.", field));
  return value;
};

export function whole(least: number, most: number): Reader<number> {
  return (value, field) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
      throw new FormProblem(t("{0} must be a whole number from {1} to {2}.", field, least, most));
    }
    return value;
  };
}

export function between(least: number, most: number): Reader<number> {
  return (value, field) => {
    if (typeof value !== "number" || !(value >= least && value <= most)) throw new FormProblem(t("{0} must be a number from {1} to {2}.", field, least, most));
    return value;
  };
}

export const rating = whole(0, 10);
export const moment = whole(0, LAST_MOMENT);

export const place: Reader<string> = (value, field) => matching(value, field, /^[a-z0-9-]+:(left|right|midline)$/, "temple:right");
export const clockTime: Reader<string> = (value, field) => matching(value, field, /^([01]\d|2[0-3]):[0-5]\d$/, "19:30");

function matching(value: unknown, field: string, pattern: RegExp, example: string): string {
  if (typeof value !== "string" || !pattern.test(value)) throw new FormProblem(t("{0} must be written like {1}.", field, example));
  return value;
}

export function oneOf<T extends string>(...values: readonly T[]): Reader<T> {
  return (value, field) => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new FormProblem(t("{0} must be one of: {1}.", field, values.join(", ")));
    return found;
  };
}

export function list<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length > most) throw new FormProblem(t("{0} must be a list of at most {1}.", field, most));
    return value.map((each, index) => item(each, `${field}[${index}]`));
  };
}

export function pair<A, B>(first: Reader<A>, second: Reader<B>): Reader<readonly [A, B]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length !== 2) throw new FormProblem(t("{0} must be a list of two.", field));
    return [first(value[0], `${field}[0]`), second(value[1], `${field}[1]`)];
  };
}

/** A field that may be absent. */
export function optional<T>(reader: Reader<T>): Reader<T> & { readonly optional: true } {
  return Object.assign<Reader<T>, { readonly optional: true }>((value, field) => reader(value, field), { optional: true });
}

type Fields = Readonly<Record<string, Reader<unknown>>>;
type Read<F extends Fields> = {
  readonly [K in keyof F as F[K] extends { readonly optional: true } ? never : K]: ReturnType<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends { readonly optional: true } ? K : never]?: ReturnType<F[K]>;
};

/** An object with these fields and no others. */
export function object<F extends Fields>(fields: F): Reader<Read<F>> {
  return (value, field) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new FormProblem(t("{0} must be an object with fields.", field));
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) throw new FormProblem(t("{0} is a field that this version does not know.", join(field, unknown)));
    const read: Record<string, unknown> = {};
    for (const [key, reader] of Object.entries(fields)) {
      const isGiven = Object.hasOwn(value, key);
      if (!isGiven && "optional" in reader) continue;
      if (!isGiven) throw new FormProblem(t("{0} is missing.", join(field, key)));
      read[key] = reader((value as Record<string, unknown>)[key], join(field, key));
    }
    return read as Read<F>;
  };
}

const join = (field: string, key: string): string => (field === "" ? key : `${field}.${key}`);
