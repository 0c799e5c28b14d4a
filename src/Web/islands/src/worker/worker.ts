/** The worker that answers while there is no connection. The server puts the list of files before it. */
import { Sorter, type OfflineFiles } from "./files";
import { Shelf, type Wish } from "./shelf";

declare const self: ServiceWorkerGlobalScope & { readonly offlineFiles: OfflineFiles };

const sorter = new Sorter(self.offlineFiles);
const shelf = new Shelf(self.offlineFiles, {
  caches: self.caches,
  fetch: (address, init) => self.fetch(address, init),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

self.addEventListener("install", (event) => event.waitUntil(shelf.install()));

// Also the first page, which was there before the worker, is answered by it from now on.
self.addEventListener("activate", (event) => event.waitUntil(tidyUp().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const way = sorter.wayOf(event.request, self.location.origin);
  if (way) event.respondWith(shelf.answer(event.request, way));
});

self.addEventListener("message", (event) => {
  const { type, wish } = (event.data ?? {}) as { readonly type?: unknown; readonly wish?: Wish };
  if (type === "use") void self.skipWaiting();
  if (type === "fill" && wish) event.waitUntil(tidyUp().then(() => shelf.fill(wish)).catch(() => undefined)); // goes on with the next page
});

/** Other windows may still show pages of the release before and need its files; a release that waits has its own already. */
async function tidyUp(): Promise<void> {
  const { installing, waiting } = self.registration;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!installing && !waiting && windows.length <= 1) await shelf.tidy();
}
