import { ApiProblem, type Trace, type TraceRequest } from "../shared/api";
import { t } from "../shared/text";

export interface TracerEvents {
  onBusy(): void;
  /** @param whole false for a quick answer, without ranges and suggestions; the whole one follows when the drawing rests. */
  onAnswer(answer: Trace, whole: boolean): void;
  /** There is no connection, and this was made beforehand; a retry may bring the answer. */
  onSubstitute(answer: Trace): void;
  /** The last answer is out of date until a retry succeeds. */
  onTrouble(text: string): void;
}

/** Waits this long for the next stroke of the brush before it asks for what takes longer. */
const REST_MS = 300;
/** More points than this nobody looks at. */
const MOST_RESULTS = 30;

interface Question {
  readonly request: TraceRequest;
  readonly whole: boolean;
}

/**
 * Asks for the ranking. While somebody paints: what is quick, one question at a time, always about the latest drawing; and for the rest of it once the
 * drawing rests.
 */
export class Tracer {
  readonly #ask: (request: TraceRequest, signal: AbortSignal) => Promise<Trace>;
  readonly #substitute: (request: TraceRequest) => Promise<Trace>;
  readonly #events: TracerEvents;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  #waiting: Question | undefined;
  #latest: TraceRequest | undefined;
  #troubled = false;

  /** @param substitute what can be said without a connection; fails when that is nothing */
  constructor(
    ask: (request: TraceRequest, signal: AbortSignal) => Promise<Trace>,
    substitute: (request: TraceRequest) => Promise<Trace>,
    events: TracerEvents,
  ) {
    this.#ask = ask;
    this.#substitute = substitute;
    this.#events = events;
  }

  get isTroubled(): boolean {
    return this.#troubled;
  }

  /** @param how "painting" in the middle of a stroke, "painted" after one, "answered" for all of the answer at once. */
  request(request: TraceRequest, how: "painting" | "painted" | "answered"): void {
    clearTimeout(this.#resting);
    this.#latest = request;
    this.#waiting = { request, whole: how === "answered" };
    this.#events.onBusy();
    if (this.#running && how === "painting") return; // its turn comes when the running one is answered
    this.#running?.abort();
    void this.#run();
  }

  retry(): void {
    if (this.#latest) this.request(this.#latest, "answered");
  }

  stop(): void {
    clearTimeout(this.#resting);
    this.#waiting = undefined;
    this.#running?.abort();
    this.#running = undefined;
  }

  async #run(): Promise<void> {
    const question = this.#waiting;
    if (!question) return;
    this.#waiting = undefined;
    const running = new AbortController();
    this.#running = running;
    try {
      const { request, whole } = question;
      const answer = await this.#ask({ ...request, limit: MOST_RESULTS, ranges: whole, next: whole }, running.signal);
      if (running.signal.aborted) return;
      this.#troubled = false;
      this.#events.onAnswer(answer, whole);
      if (!whole && !this.#waiting) this.#resting = setTimeout(() => this.request(request, "answered"), REST_MS);
    } catch (error) {
      if (running.signal.aborted) return;
      this.#troubled = true;
      if (error instanceof ApiProblem) this.#events.onTrouble(error.message);
      else await this.#runWithout(question.request, running.signal);
    } finally {
      if (this.#running === running) {
        this.#running = undefined;
        void this.#run();
      }
    }
  }

  async #runWithout(request: TraceRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#substitute(request).catch(() => undefined);
    if (signal.aborted) return;
    if (answer) this.#events.onSubstitute(answer);
    else this.#events.onTrouble(t("The server cannot be reached. Your marks are kept; the ranking comes back with the connection."));
  }
}
