import { dressAll } from "./button";

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => dressAll(document));
else dressAll(document);
