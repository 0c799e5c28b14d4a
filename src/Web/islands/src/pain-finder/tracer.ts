import { ApiProblem, type Trace, type TraceRequest } from "../shared/api";
import { t } from "../shared/text";

export interface TracerEvents {
  onBusy(): void;
  onAnswer(answer: Trace): void;
  /** There is no connection, and this was made beforehand; a retry may bring the answer. */
  onSubstitute(answer: Trace): void;
  /** The last answer is out of date until a retry succeeds. */
  onTrouble(text: string): void;
}

/** Waits this long for the next stroke of the brush before it asks. */
const PAUSE_MS = 60;

/** Asks for the ranking whenever the drawing rests for a moment. Only the latest question is answered. */
export class Tracer {
  readonly #ask: (request: TraceRequest, signal: AbortSignal) => Promise<Trace>;
  readonly #substitute: (request: TraceRequest) => Promise<Trace>;
  readonly #events: TracerEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
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

  request(request: TraceRequest): void {
    this.stop();
    this.#latest = request;
    this.#events.onBusy();
    this.#timer = setTimeout(() => void this.#run(request), PAUSE_MS);
  }

  retry(): void {
    if (this.#latest) this.request(this.#latest);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  async #run(request: TraceRequest): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const answer = await this.#ask(request, running.signal);
      if (running.signal.aborted) return;
      this.#troubled = false;
      this.#events.onAnswer(answer);
    } catch (error) {
      if (running.signal.aborted) return;
      this.#troubled = true;
      if (error instanceof ApiProblem) this.#events.onTrouble(error.message);
      else await this.#runWithout(request, running.signal);
    }
  }

  async #runWithout(request: TraceRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#substitute(request).catch(() => undefined);
    if (signal.aborted) return;
    if (answer) this.#events.onSubstitute(answer);
    else this.#events.onTrouble(t("The server cannot be reached. Your marks are kept; the ranking comes back with the connection."));
  }
}
