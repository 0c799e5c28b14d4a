/** Entry point of every page: keeps the site for a time without connection, and says when a newer one is there. */

// What the page needs itself comes first.
if ("serviceWorker" in navigator) addEventListener("load", () => void import("./site/keep-site").then(({ keepSite }) => keepSite()));
