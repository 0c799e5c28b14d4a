import type { Suggestion, TraceRequest } from "../shared/api";

export type CheckKind = Suggestion["kind"];
export type CheckAnswer = "my-pain" | "only-tender" | "nothing" | "yes" | "no" | "unknown";

/** Something that was asked or tried, with what came of it. */
export interface Check {
  readonly kind: CheckKind;
  /** Of the point, the question, the symptom or the cause. */
  readonly id: string;
  /** Midline when both sides are meant; none for a cause. */
  readonly side?: "left" | "right" | "midline";
  /** What it was about, in words. */
  readonly about: string;
  /** "unknown" when it could not be reached or is not known: it is no evidence, and is not asked again. */
  readonly answer: CheckAnswer;
}

export function keyOfCheck({ kind, id, side }: Pick<Check, "kind" | "id" | "side">): string {
  return `${kind}:${id}:${side ?? ""}`;
}

/** What the engine suggests, as a check that waits for its answer. */
export function checkOf(suggestion: Suggestion, about: string, answer: CheckAnswer): Check {
  const id = suggestion.point ?? suggestion.question ?? suggestion.symptom ?? suggestion.cause ?? "";
  return { kind: suggestion.kind, id, ...(suggestion.side && { side: suggestion.side }), about, answer };
}

/** The checks with one more; the same thing is answered once. */
export function withCheck(checks: readonly Check[], added: Check): readonly Check[] {
  return [...checks.filter((check) => keyOfCheck(check) !== keyOfCheck(added)), added];
}

/** The lists of a request that the answers belong into. */
export function answersOf(checks: readonly Check[]): Required<Pick<TraceRequest, "presses" | "questions" | "symptoms" | "causes" | "unanswered">> {
  const known = (kind: CheckKind): readonly Check[] => checks.filter((check) => check.kind === kind && check.answer !== "unknown");
  return {
    presses: known("press").flatMap(({ id, side, answer }) =>
      (side === "left" || side === "right") && (answer === "my-pain" || answer === "only-tender" || answer === "nothing") ? [{ point: id, side, outcome: answer }] : [],
    ),
    questions: known("question").map(({ id, side, answer }) => ({ question: id, side: side ?? "midline", yes: answer === "yes" })),
    symptoms: known("symptom").map(({ id, side, answer }) => ({ symptom: id, side: side ?? "midline", present: answer === "yes" })),
    causes: known("cause").map(({ id, answer }) => ({ cause: id, applies: answer === "yes" })),
    unanswered: checks.filter(({ answer }) => answer === "unknown").map(({ kind, id, side }) => ({ kind, id, ...(side && { side }) })),
  };
}

/** What was kept from before a reload; whatever does not look like checks is none. */
export function readChecks(kept: unknown): readonly Check[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((each: unknown): each is Check => typeof each === "object" && each !== null && "kind" in each && "id" in each && "about" in each && "answer" in each);
}
