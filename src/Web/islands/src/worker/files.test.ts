import { expect, test } from "vitest";
import { Sorter } from "./files";
import { FILES } from "./testing";

const ORIGIN = "https://unknot.example";
const sorter = new Sorter(FILES);
const way = (address: string, { method = "GET", mode = "cors" as RequestMode } = {}): unknown =>
  sorter.wayOf({ method, mode, url: new URL(address, ORIGIN).href }, ORIGIN);

test("a file is the same under its path and under the address that changes with it", () => {
  expect(way("/css/base.css")).toEqual({ kind: "file", key: "/css/base.css" });
  expect(way("/css/base.abc.css")).toEqual({ kind: "file", key: "/css/base.css" });
  expect(way("/assets/body-half.glb")).toEqual({ kind: "file", key: "/assets/body-half.glb" });
});

test("a file of another release is left to the network", () => {
  expect(way("/css/base.def.css")).toBeUndefined();
});

test.each(["/api/v1/trace", "/", "/my-map", "/api/v1/words"])("what is posted to %s never meets the cache", (address) => {
  expect(way(address, { method: "POST", mode: "navigate" })).toBeUndefined();
  expect(way(address, { method: "POST" })).toBeUndefined();
});

test("answers of the atlas are kept for its version only", () => {
  expect(way("/api/v1/muscles/soleus?v=d1")).toEqual({ kind: "answer", key: "/api/v1/muscles/soleus?v=d1" });
  expect(way("/api/v1/muscles/soleus?v=d2")).toBeUndefined();
  expect(way("/api/v1/muscles/soleus")).toBeUndefined();
  expect(way("/api/v1/muscles/soleus?v=d1&more=1")).toBeUndefined();
  expect(way("/api/v1/clients?v=d1")).toBeUndefined();
});

test("only pages that are the same for everybody are written down, and none with a query", () => {
  expect(way("/muscles/soleus", { mode: "navigate" })).toEqual({ kind: "page", key: "/muscles/soleus", kept: true });
  expect(way("/muscles/soleus?x=1", { mode: "navigate" })).toEqual({ kind: "page", key: "/muscles/soleus", kept: false });
  expect(way("/console", { mode: "navigate" })).toEqual({ kind: "page", key: "/console", kept: false });
});

test("another language is kept beside English, under addresses of its own", () => {
  expect(way("/es/muscles/soleus", { mode: "navigate" })).toEqual({ kind: "page", key: "/es/muscles/soleus", kept: true });
  expect(way("/es", { mode: "navigate" })).toEqual({ kind: "page", key: "/es", kept: true });
  expect(way("/es/console", { mode: "navigate" })).toMatchObject({ kept: false });
  expect(way("/api/v1/muscles/soleus?v=d1&lang=es")).toEqual({ kind: "answer", key: "/api/v1/muscles/soleus?v=d1&lang=es" });
  expect(way("/language/es.json?v=abc")).toEqual({ kind: "answer", key: "/language/es.json?v=abc" });
  expect(way("/language/es.json")).toBeUndefined();
});

test("other hosts are none of our business", () => {
  expect(way("https://elsewhere.example/css/base.css")).toBeUndefined();
});
