/** Asked for anew at most so often while a page stays open. */
const LOOK_AGAIN_MS = 60 * 60 * 1000;

interface Connection {
  readonly saveData?: boolean;
}

/** Registers the worker once the page is at rest. Where workers are refused, nothing is lost. */
export function keepSite(): void {
  if ("requestIdleCallback" in window) requestIdleCallback(register, { timeout: 5000 });
  else setTimeout(register, 1000);
}

function register(): void {
  const workers = navigator.serviceWorker;
  workers
    .register("/sw.js", { updateViaCache: "none" })
    .then((registration) => {
      watch(registration);
      void workers.ready.then(({ active }) => {
        // Whoever pays for every byte fetches only what is used, and the shell in their language.
        const all = !(navigator as { readonly connection?: Connection }).connection?.saveData;
        const texts = document.querySelector<HTMLMetaElement>("meta[name=texts]")?.content;
        active?.postMessage({ type: "fill", wish: { language: document.documentElement.lang, texts, all } });
      });
    })
    .catch((error: unknown) => console.info("Unknot is not kept for use without a connection:", error));
}

/** Shows the bar when a newer release waits. It never takes over by itself: a drawing or a session may be under way. */
export function watch(registration: ServiceWorkerRegistration): void {
  const workers = navigator.serviceWorker;
  const offer = (): void => {
    if (registration.waiting && workers.controller) showBar(registration.waiting);
  };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_AGAIN_MS) return;
    looked = Date.now();
    registration.update().catch(() => undefined); // no connection; the next look may have one
  });
}

function showBar(waiting: ServiceWorker): void {
  const bar = document.querySelector<HTMLElement>("[data-update]");
  const use = bar?.querySelector<HTMLButtonElement>("[data-update-use]");
  const later = bar?.querySelector<HTMLButtonElement>("[data-update-later]");
  if (!bar || !use || !later) return;
  bar.hidden = false;
  use.onclick = () => {
    use.disabled = true;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ type: "use" });
  };
  later.onclick = () => (bar.hidden = true);
}
