/** Entry point of every page: keeps the site for a time without connection, and says when a newer one is there. */
const begin = (): void => void import("./site/keep-site").then(({ keepSite }) => keepSite());

// What the page needs itself comes first.
if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
