import { answerIn, ENGLISH, languageOf, pageIn, type OfflineFiles, type SiteFile, type Way } from "./files";

/** Names begin so; everything else in the browser's caches is not ours. */
const PREFIX = "unknot-";
/** Set when all that belongs to the background is there, in English; other languages have their own. */
export const COMPLETE = "/offline/complete";
const NO_CONNECTION_PAGE = "/offline";
/** Sent by the server with every page. */
const RELEASE_HEADER = "Unknot-Release";
/** Requests at a time: the page that is being used comes first. */
const AT_ONCE = 3;
/** A page that takes longer is shown as it was kept; the newer one is kept for the next time. */
const PATIENCE_MS = 4000;

/** What the page that is open asks to be kept. */
export interface Wish {
  /** Two letters. */
  readonly language: string;
  /** Where the texts of that language are; English needs none. */
  readonly texts?: string | undefined;
  /** All that belongs to the background, too. */
  readonly all: boolean;
}

export interface World {
  readonly caches: CacheStorage;
  readonly fetch: (address: string | Request, init?: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What is kept of one release, under one name. Whatever stopped half-way is taken up where it stopped. */
export class Shelf {
  readonly #files: OfflineFiles;
  readonly #world: World;
  readonly #filling = new Map<string, Promise<void>>();

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
      ...answers.map((answer) => () => this.#takeAnswer(answer)),
    ]);
  }

  /** The shell in the page's language, and the rest, in the background. Asked for with each page, it does what is still missing. */
  fill(wish: Wish): Promise<void> {
    const running = this.#filling.get(wish.language) ?? this.#fill(wish).finally(() => this.#filling.delete(wish.language));
    this.#filling.set(wish.language, running);
    return running;
  }

  async #fill({ language, texts, all }: Wish): Promise<void> {
    const cache = await this.#cache;
    const complete = language === ENGLISH ? COMPLETE : `${COMPLETE}-${language}`;
    if (await cache.match(complete)) return;
    if (language !== ENGLISH) await this.#takeShellIn(language, texts);
    if (!all) return;
    await this.#takeBundle(language, `${complete}-bundle`);
    await this.#inTurn([
      ...this.#files.later.map((file) => () => this.#take(file)),
      ...this.#files.laterAnswers.map((answer) => () => this.#takeAnswer(answerIn(language, answer))),
      ...this.#files.texts.map((page) => () => this.#takePage(pageIn(language, page), `${pageIn(language, page)}?text`)),
    ]);
    await cache.put(complete, new Response(""));
  }

  /** The files are the same in all languages and came with the installation. */
  async #takeShellIn(language: string, texts: string | undefined): Promise<void> {
    const { pages, answers } = this.#files;
    await this.#inTurn([
      ...(texts ? [() => this.#takeAnswer(texts)] : []),
      ...pages.map((page) => () => this.#takePage(pageIn(language, page), pageIn(language, page))),
      ...answers.map((answer) => () => this.#takeAnswer(answerIn(language, answer))),
    ]);
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
    return known ?? (await cache.match(pageIn(languageOf(key), NO_CONNECTION_PAGE))) ?? (await cache.match(NO_CONNECTION_PAGE)) ?? Response.error();
  }

  async #take([key, address]: SiteFile): Promise<void> {
    const cache = await this.#cache;
    if (await cache.match(key)) return;
    // What has no address of its own for each release must not come from the browser's memory of another.
    const response = await this.#world.fetch(address, key === address && !address.includes("?v=") ? { cache: "no-cache" } : {});
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}.`);
    await cache.put(key, response);
  }

  #takeAnswer(address: string): Promise<void> {
    return this.#take([address, address]);
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
  async #takeBundle(language: string, taken: string): Promise<void> {
    const { data } = this.#files;
    const bundle = answerIn(language, this.#files.bundle);
    const cache = await this.#cache;
    if (await cache.match(taken)) return;
    const response = await this.#world.fetch(bundle);
    if (response.status !== 200) throw new Error(`${bundle} answered ${response.status}.`);
    const { muscles, figures } = (await response.json()) as { readonly muscles: readonly { readonly id: string }[]; readonly figures: readonly { readonly muscle: string }[] };
    const put = (id: string, rest: string, value: unknown): Promise<void> =>
      cache.put(answerIn(language, `/api/v1/muscles/${id}${rest}?v=${encodeURIComponent(data)}`), Response.json(value));
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
