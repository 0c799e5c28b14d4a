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
      onAnswer: (got, whole) => seen.push(whole ? `whole ${got.dataVersion}` : got.dataVersion),
      onSubstitute: (got) => seen.push(`beforehand: ${got.dataVersion}`),
      onTrouble: (text) => seen.push(`trouble: ${text}`),
    },
  );
  return { subject, asked, seen, cells: () => asked.map((each) => each.request.cells?.[0]?.cell) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("during a stroke one question runs at a time, and the next is about the latest drawing", async () => {
  const { subject, asked, cells } = tracer();
  subject.request(request(1), "painting");
  subject.request(request(2), "painting");
  subject.request(request(3), "painting");
  expect(cells()).toEqual([1]);
  asked[0]?.answer(answer("first"));
  await vi.advanceTimersByTimeAsync(0);
  expect(cells()).toEqual([1, 3]);
});

test("what is quick is asked at once, the rest when the drawing rests", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1), "painted");
  expect(asked[0]?.request).toMatchObject({ ranges: false, next: false });
  asked[0]?.answer(answer("quick"));
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked[1]?.request).toMatchObject({ cells: [{ cell: 1, intensity: 1 }], ranges: true, next: true });
  asked[1]?.answer(answer("all"));
  await vi.runAllTimersAsync();
  expect(seen.filter((each) => each !== "busy")).toEqual(["quick", "whole all"]);
  expect(asked).toHaveLength(2);
});

test("after an answer all of it is asked at once", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1), "answered");
  expect(asked[0]?.request).toMatchObject({ ranges: true, next: true });
  asked[0]?.answer(answer("it"));
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(1);
  expect(seen.at(-1)).toBe("whole it");
});

test("a stale answer is dropped, and its request aborted", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1), "painted");
  subject.request(request(2), "painted");
  asked[1]?.answer(answer("second"));
  asked[0]?.answer(answer("first"));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(seen.filter((each) => each !== "busy")).toEqual(["second"]);
});

test("a lost connection is told, and a retry asks the same again", async () => {
  const { subject, asked, seen, cells } = tracer();
  subject.request(request(1), "painted");
  asked[0]?.fail(new TypeError("Failed to fetch"));
  await vi.runAllTimersAsync();
  expect(subject.isTroubled).toBe(true);
  expect(seen.at(-1)).toMatch(/cannot be reached/u);
  subject.retry();
  asked[1]?.answer(answer("again"));
  await vi.runAllTimersAsync();
  expect(cells()).toEqual([1, 1]);
  expect(subject.isTroubled).toBe(false);
});

test("without a connection what was made beforehand is told, and the answer replaces it with the retry", async () => {
  const { subject, asked, seen } = tracer(() => Promise.resolve(answer("lists")));
  subject.request(request(1), "painted");
  await vi.runAllTimersAsync();
  asked[0]?.fail(new TypeError("Failed to fetch"));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("beforehand: lists");
  expect(subject.isTroubled).toBe(true);
  subject.retry();
  await vi.runAllTimersAsync();
  asked[1]?.answer(answer("server"));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("whole server");
});

test("a refusal of the server is told in its words even when there are lists", async () => {
  const { subject, asked, seen } = tracer(() => Promise.resolve(answer("lists")));
  subject.request(request(-1), "painted");
  await vi.runAllTimersAsync();
  asked[0]?.fail(new ApiProblem(400, "Cell -1 does not exist."));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("trouble: Cell -1 does not exist.");
});

test("the server's own words are passed on", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(-1), "painted");
  asked[0]?.fail(new ApiProblem(400, "Cell -1 does not exist."));
  await vi.runAllTimersAsync();
  expect(seen.at(-1)).toBe("trouble: Cell -1 does not exist.");
});

test("after stop nothing is told or asked any more", async () => {
  const { subject, asked, seen } = tracer();
  subject.request(request(1), "painted");
  subject.request(request(2), "painting");
  subject.stop();
  asked[0]?.answer(answer("late"));
  await vi.runAllTimersAsync();
  expect(seen).toEqual(["busy", "busy"]);
  expect(asked).toHaveLength(1);
});
