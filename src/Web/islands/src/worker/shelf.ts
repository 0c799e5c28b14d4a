import type { OfflineFiles, SiteFile, Way } from "./files";

/** Names begin so; everything else in the browser's caches is not ours. */
const PREFIX = "unknot-";
/** Set when all that belongs to the background is there. */
export const COMPLETE = "/offline/complete";
const NO_CONNECTION_PAGE = "/offline";
/** Sent by the server with every page. */
const RELEASE_HEADER = "Unknot-Release";
/** Requests at a time: the page that is being used comes first. */
const AT_ONCE = 3;
/** A page that takes longer is shown as it was kept; the newer one is kept for the next time. */
const PATIENCE_MS = 4000;

export interface World {
  readonly caches: CacheStorage;
  readonly fetch: (address: string | Request, init?: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What is kept of one release, under one name. Whatever stopped half-way is taken up where it stopped. */
export class Shelf {
  readonly #files: OfflineFiles;
  readonly #world: World;
  #filling: Promise<void> | undefined;

  constructor(files: OfflineFiles, world: World) {
    this.#files = files;
    this.#world = world;
  }

  get #cache(): Promise<Cache> {
    return this.#world.caches.open(PREFIX + this.#files.release);
  }

  /** The shell. @throws when any of it is missing: then this release does not come to be, and the browser tries again later. */
  async install(): Promise<void> {
    const { shell, pages, answers } = this.#files;
    await this.#inTurn([
      ...shell.map((file) => () => this.#take(file)),
      ...pages.map((page) => () => this.#takePage(page, page)),
      ...answers.map((answer) => () => this.#take([answer, answer])),
    ]);
  }

  /** The rest, in the background. Asked for with each page, it does what is still missing. */
  fill(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  async #fill(): Promise<void> {
    const cache = await this.#cache;
    if (await cache.match(COMPLETE)) return;
    const { later, laterAnswers, texts } = this.#files;
    await this.#takeBundle();
    await this.#inTurn([
      ...later.map((file) => () => this.#take(file)),
      ...laterAnswers.map((answer) => () => this.#take([answer, answer])),
      ...texts.map((page) => () => this.#takePage(page, `${page}?text`)),
    ]);
    await cache.put(COMPLETE, new Response(""));
  }

  /** Removes the caches of other releases. */
  async tidy(): Promise<void> {
    const names = await this.#world.caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + this.#files.release).map((name) => this.#world.caches.delete(name)));
  }

  answer(request: Request, way: Way): Promise<Response> {
    return way.kind === "page" ? this.#page(request, way) : this.#kept(request, way.key);
  }

  async #kept(request: Request, key: string): Promise<Response> {
    const cache = await this.#cache;
    const known = await cache.match(key);
    if (known) return known;
    const response = await this.#world.fetch(request);
    if (response.status === 200) await keep(cache, key, response.clone());
    return response;
  }

  async #page(request: Request, { key, kept }: Extract<Way, { kind: "page" }>): Promise<Response> {
    const cache = await this.#cache;
    const known = await cache.match(key);
    const fresh = this.#world.fetch(request).then(async (response) => {
      if (kept && this.#isOurs(response)) await keep(cache, key, response.clone());
      return response;
    });
    try {
      const first = known ? await Promise.race([fresh, this.#world.wait(PATIENCE_MS)]) : await fresh;
      if (first && !(known && first.status >= 502)) return first;
      fresh.catch(() => undefined); // it was too late to matter
    } catch {
      // No connection: below.
    }
    return known ?? (await cache.match(NO_CONNECTION_PAGE)) ?? Response.error();
  }

  async #take([key, address]: SiteFile): Promise<void> {
    const cache = await this.#cache;
    if (await cache.match(key)) return;
    // What has no address of its own for each release must not come from the browser's memory of another.
    const response = await this.#world.fetch(address, key === address && !address.includes("?v=") ? { cache: "no-cache" } : {});
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}.`);
    await cache.put(key, response);
  }

  async #takePage(key: string, address: string): Promise<void> {
    const cache = await this.#cache;
    if (await cache.match(key)) return;
    const response = await this.#world.fetch(address, { cache: "no-cache" });
    // While servers are exchanged, one may still answer with the pages of the release before.
    if (!this.#isOurs(response)) throw new Error(`${address} is not of release ${this.#files.release}.`);
    await cache.put(key, response);
  }

  /** Takes the bundle apart into the answers that pages ask for. */
  async #takeBundle(): Promise<void> {
    const { bundle, data } = this.#files;
    const cache = await this.#cache;
    const taken = `${COMPLETE}-bundle`;
    if (await cache.match(taken)) return;
    const response = await this.#world.fetch(bundle);
    if (response.status !== 200) throw new Error(`${bundle} answered ${response.status}.`);
    const { muscles, figures } = (await response.json()) as { readonly muscles: readonly { readonly id: string }[]; readonly figures: readonly { readonly muscle: string }[] };
    const put = (id: string, rest: string, value: unknown): Promise<void> =>
      cache.put(`/api/v1/muscles/${id}${rest}?v=${encodeURIComponent(data)}`, Response.json(value));
    for (const muscle of muscles) await put(muscle.id, "", muscle);
    for (const figure of figures) await put(figure.muscle, "/figure", figure);
    await cache.put(taken, new Response(""));
  }

  #isOurs(response: Response): boolean {
    return response.status === 200 && !response.redirected && response.headers.get(RELEASE_HEADER) === this.#files.release;
  }

  async #inTurn(tasks: readonly (() => Promise<void>)[]): Promise<void> {
    const waiting = [...tasks];
    const work = async (): Promise<void> => {
      for (let task = waiting.shift(); task; task = waiting.shift()) await task();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}

/** A full disk is no reason to withhold an answer. */
async function keep(cache: Cache, key: string, response: Response): Promise<void> {
  try {
    await cache.put(key, response);
  } catch {
    return;
  }
}
