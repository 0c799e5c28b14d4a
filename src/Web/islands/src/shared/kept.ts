/** Not named like the caches of the whole site, which are cleared with each release. */
const SHELF = "session-of-unknot";

/** For browsers, and pages, that have no shelf of their own. */
const memory = new Map<string, Response>();

/** What was kept of an address; undefined when it was not. */
export async function kept(address: string): Promise<Response | undefined> {
  return memory.get(address)?.clone() ?? (await shelf())?.match(address);
}

/** Keeps these addresses, and nothing else, for a time without a network. Rejects when one of them cannot be had. */
export async function keep(addresses: readonly string[]): Promise<void> {
  const wanted = new Set(addresses);
  const shelved = await shelf();
  await Promise.all(
    [...wanted].map(async (address) => {
      const response = await fetch(address).catch(async (error: unknown) => {
        const known = await kept(address);
        if (!known) throw error;
        return known;
      });
      if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
      memory.set(address, response.clone());
      await shelved?.put(address, response).catch(() => undefined); // full: it stays for this visit
    }),
  );
  for (const address of memory.keys()) if (!wanted.has(address)) memory.delete(address);
  for (const request of (await shelved?.keys()) ?? []) {
    const { pathname, search } = new URL(request.url);
    if (!wanted.has(pathname + search)) await shelved?.delete(request);
  }
}

async function shelf(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(SHELF);
  } catch {
    return undefined; // refused, as in some private windows
  }
}
