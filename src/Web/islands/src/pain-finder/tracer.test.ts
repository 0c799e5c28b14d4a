import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiProblem, type Trace, type TraceRequest } from "../shared/api";
import { Tracer } from "./tracer";

const request = (cell: number): TraceRequest => ({ regions: [], cells: [{ cell, intensity: 1 }], painFree: [] });
const answer = (version: string): Trace => ({
  dataVersion: version, modelVersion: "", understood: null, findings: [], results: [], unexplained: [], probablyNotMuscular: false,
  explanation: { points: [], accounts: 1, unexplained: [] }, muscularEvidence: 0, method: "elimination", errorBound: 0, next: null,
});

interface Asked {
  readonly request: TraceRequest;
  readonly signal: AbortSignal;
  answer(with_: Trace): void;
  fail(error: Error): void;
}

const NOTHING = (): Promise<Trace> => Promise.reject(new TypeError("Failed to fetch"));

function tracer(substitute = NOTHING) {
  const asked: Asked[] = [];
  const seen: string[] = [];
  const subject = new Tracer(
    (sent, signal) => new Promise((resolve, reject) => asked.push({ request: sent, signal, answer: resolve, fail: reject })),
    substitute,
    {
      onBusy: () => seen.push("busy"),
      onAnswer: (got) => seen.push(got.dataVersion),
      onSubstitute: (got) => seen.push(`beforehand: ${got.dataVersion}`),
      onTrouble: (text) => seen.push(`trouble: ${text}`),
    },
  );
  return { subject, asked, seen };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a row of quick changes is asked once, with the last of them", async () => {
  const { subject, asked } = tracer();
  subject.request(request(1));
  subject.request(request(2));
  await vi.runAllTimersAsync();
  expect(asked.map((each) => each.request)).toEqual([request(2)]);
});

test("a stale answer is dropped, and its request aborted", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1));
  await vi.runAllTimersAsync();
  subject.request(request(2));
  await vi.runAllTimersAsync();
  asked[1]?.answer(answer("second"));
  asked[0]?.answer(answer("first"));
  await vi.runAllTimersAsync();
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(seen.filter((each) => each !== "busy")).toEqual(["second"]);
});

test("a lost connection is told, and a retry asks the same again", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1));
  await vi.runAllTimersAsync();
  asked[0]?.fail(new TypeError("Failed to fetch"));
  await vi.runAllTimersAsync();
  expect(subject.isTroubled).toBe(true);
  expect(seen.at(-1)).toMatch(/cannot be reached/u);
  subject.retry();
  await vi.runAllTimersAsync();
  asked[1]?.answer(answer("again"));
  await vi.runAllTimersAsync();
  expect(asked[1]?.request).toEqual(request(1));
  expect(subject.isTroubled).toBe(false);
});

test("without a connection what was made beforehand is told, and the answer replaces it with the retry", async () => {
  const { subject, asked, seen } = tracer(() => Promise.resolve(answer("lists")));
  subject.request(request(1));
  await vi.runAllTimersAsync();
  asked[0]?.fail(new TypeError("Failed to fetch"));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("beforehand: lists");
  expect(subject.isTroubled).toBe(true);
  subject.retry();
  await vi.runAllTimersAsync();
  asked[1]?.answer(answer("server"));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("server");
});

test("a refusal of the server is told in its words even when there are lists", async () => {
  const { subject, asked, seen } = tracer(() => Promise.resolve(answer("lists")));
  subject.request(request(-1));
  await vi.runAllTimersAsync();
  asked[0]?.fail(new ApiProblem(400, "Cell -1 does not exist."));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("trouble: Cell -1 does not exist.");
});

test("the server's own words are passed on", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(-1));
  await vi.runAllTimersAsync();
  asked[0]?.fail(new ApiProblem(400, "Cell -1 does not exist."));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("trouble: Cell -1 does not exist.");
});

test("after stop nothing is told any more", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1));
  await vi.runAllTimersAsync();
  subject.stop();
  asked[0]?.answer(answer("late"));
  await vi.runAllTimersAsync();
  expect(seen).toEqual(["busy"]);
});
