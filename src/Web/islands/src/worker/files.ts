/** A file of the site: its path, and the address that changes with it. */
export type SiteFile = readonly [path: string, address: string];

/** What the server says is to be kept; it stands at the head of this script. */
export interface OfflineFiles {
  /** Names the cache. */
  readonly release: string;
  /** Version of the atlas. */
  readonly data: string;
  readonly shell: readonly SiteFile[];
  readonly later: readonly SiteFile[];
  readonly onUse: readonly SiteFile[];
  readonly pages: readonly string[];
  readonly answers: readonly string[];
  readonly laterAnswers: readonly string[];
  /** All muscles in one answer. */
  readonly bundle: string;
  readonly texts: readonly string[];
}

/** What to do with a request; undefined leaves it to the browser. */
export type Way =
  /** A file of this release: from the cache, and into it. */
  | { readonly kind: "file"; readonly key: string }
  /** An answer of the API that never changes for this version of the atlas. */
  | { readonly kind: "answer"; readonly key: string }
  /** A page: from the network while there is one. Only kept pages are ever written down. */
  | { readonly kind: "page"; readonly key: string; readonly kept: boolean };

/** Answers of the API under these addresses are the atlas; nothing else of the API is ever kept. */
const ATLAS = /^\/api\/v1\/(?:regions|fallback|muscles|points|techniques|programmes)(?:\/|$)/;

/** Pages in other languages stand behind their code; English ones have none. */
const LANGUAGE = /^\/[a-z]{2}(?=\/|$)/;
/** The texts of a language; their address changes with them. */
const TEXTS = /^\/language\/[a-z]{2}\.json$/;

/** What no address names. */
export const ENGLISH = "en";

/** The address of a page in a language; the same as the server's links have. */
export const pageIn = (language: string, path: string): string => (language === ENGLISH ? path : `/${language}${path}`);

/** The address of a versioned answer of the API in a language. */
export const answerIn = (language: string, address: string): string => (language === ENGLISH ? address : `${address}&lang=${language}`);

/** The language that a page's path names. */
export const languageOf = (path: string): string => LANGUAGE.exec(path)?.[0].slice(1) ?? ENGLISH;

/** Sorts requests. Nothing that anybody sends or marks has a way into the cache: only GETs of what is the same for everybody. */
export class Sorter {
  readonly #files = new Map<string, string>();
  readonly #kept: ReadonlySet<string>;
  readonly #data: string;

  constructor({ shell, later, onUse, pages, texts, data }: OfflineFiles) {
    for (const [path, address] of [...shell, ...later, ...onUse]) {
      this.#files.set(path, path);
      this.#files.set(address, path);
    }
    this.#kept = new Set([...pages, ...texts]);
    this.#data = data;
  }

  wayOf(request: Pick<Request, "method" | "url" | "mode">, origin: string): Way | undefined {
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== origin) return undefined;
    const file = this.#files.get(url.pathname);
    if (file !== undefined) return { kind: "file", key: file };
    if (request.mode === "navigate") {
      return { kind: "page", key: url.pathname, kept: url.search === "" && this.#kept.has(url.pathname.replace(LANGUAGE, "") || "/") };
    }
    const fields = [...url.searchParams.keys()];
    const versioned = fields.includes("v") && fields.every((field) => field === "v" || field === "lang");
    const atlas = url.searchParams.get("v") === this.#data && ATLAS.test(url.pathname);
    return versioned && (atlas || TEXTS.test(url.pathname)) ? { kind: "answer", key: url.pathname + url.search } : undefined;
  }
}
