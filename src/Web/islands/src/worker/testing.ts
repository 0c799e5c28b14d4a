import type { OfflineFiles } from "./files";

/** Caches in memory, as far as the worker uses them. */
export class MemoryCaches {
  readonly stores = new Map<string, Map<string, Response>>();

  open(name: string): Promise<Cache> {
    const store = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, store);
    const cache = {
      match: (key: string) => Promise.resolve(store.get(key)?.clone()),
      put: (key: string, response: Response) => Promise.resolve(void store.set(key, response)),
    };
    return Promise.resolve(cache as unknown as Cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.stores.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.stores.delete(name));
  }
}

export const FILES: OfflineFiles = {
  release: "r1",
  data: "d1",
  shell: [["/css/base.css", "/css/base.abc.css"], ["/islands/chunk-X.js", "/islands/chunk-X.js"]],
  later: [["/assets/figure/left.svg", "/assets/figure/left.abc.svg"]],
  onUse: [["/assets/body-half.glb", "/assets/body-half.abc.glb"]],
  pages: ["/", "/offline"],
  answers: ["/api/v1/regions?v=d1"],
  laterAnswers: [],
  bundle: "/api/v1/muscles/bundle?v=d1",
  texts: ["/muscles/soleus"],
};
