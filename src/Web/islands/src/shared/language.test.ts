// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { apiAddress, defineElement, pageAddress } from "./language";
import { speak, t } from "./text";

afterEach(() => {
  speak({});
  document.documentElement.lang = "";
  document.head.replaceChildren();
  vi.unstubAllGlobals();
});

test("an English page adds nothing to addresses", () => {
  document.documentElement.lang = "en";
  expect(pageAddress("/muscles/soleus")).toBe("/muscles/soleus");
  expect(apiAddress("/api/v1/regions?v=1")).toBe("/api/v1/regions?v=1");
});

test("a Spanish page keeps its language in addresses", () => {
  document.documentElement.lang = "es";
  expect(pageAddress("/muscles/soleus")).toBe("/es/muscles/soleus");
  expect(apiAddress("/api/v1/trace")).toBe("/api/v1/trace?lang=es");
  expect(apiAddress("/api/v1/regions?v=1")).toBe("/api/v1/regions?v=1&lang=es");
});

test("on an English page an element is defined at once", () => {
  defineElement("at-once", class extends HTMLElement {});
  expect(customElements.get("at-once")).toBeDefined();
});

test("on another page an element waits for the texts", async () => {
  document.head.innerHTML = '<meta name="texts" content="/language/es.json?v=1">';
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  defineElement("in-spanish", class extends HTMLElement {});
  expect(customElements.get("in-spanish")).toBeUndefined();
  answer(Response.json({ Find: "Buscar" }));
  await customElements.whenDefined("in-spanish");
  expect(t("Find")).toBe("Buscar");
});
