import { expect, test } from "vitest";
import { COMPLETE, Shelf } from "./shelf";
import { FILES, MemoryCaches } from "./testing";

type Answers = (address: string) => Response | Promise<Response>;

const page = (text: string, release = "r1"): Response => new Response(text, { headers: { "Unknot-Release": release, "Content-Type": "text/html" } });
const IN_ENGLISH = { language: "en", all: true };
const IN_SPANISH = { language: "es", texts: "/language/es.json?v=t1", all: true };
const muscles = { muscles: [{ id: "soleus", name: "Soleus" }], figures: [{ muscle: "soleus" }] };
const works: Answers = (address) => {
  if (address.startsWith("/api/v1/muscles/bundle")) return Response.json(muscles);
  return /^(?:\/es)?\/(?:offline|muscles\/soleus\?text|muscles\/soleus|)$/.test(address) ? page(`fresh ${address}`) : new Response(address);
};

function shelf(answers: Answers = works) {
  const caches = new MemoryCaches();
  const asked: string[] = [];
  const world = { answers, wait: () => new Promise<void>(() => undefined) };
  const subject = new Shelf(FILES, {
    caches: caches as unknown as CacheStorage,
    fetch: async (request) => {
      const address = typeof request === "string" ? request : new URL(request.url).pathname;
      asked.push(address);
      return world.answers(address);
    },
    wait: () => world.wait(),
  });
  const open = (path: string) => subject.answer(new Request(`https://unknot.example${path}`), { kind: "page", key: path, kept: true }).then((response) => response.text());
  return { subject, caches, asked, world, open, kept: () => [...(caches.stores.get("unknot-r1")?.keys() ?? [])].sort() };
}

const gone: Answers = () => Promise.reject(new TypeError("Failed to fetch"));

test("the shell comes at once, by the addresses that may come from the browser's memory, and is kept by path", async () => {
  const { subject, asked, kept } = shelf();
  await subject.install();
  expect(kept()).toEqual(["/", "/api/v1/regions?v=d1", "/css/base.css", "/islands/chunk-X.js", "/offline"]);
  expect(asked).toContain("/css/base.abc.css");
});

test("an installation that broke off fails, and goes on where it was", async () => {
  const { subject, asked, world } = shelf((address) => (address === "/offline" ? gone(address) : works(address)));
  await expect(subject.install()).rejects.toThrow();
  world.answers = works;
  const before = asked.length;
  await subject.install();
  expect(asked.slice(before)).not.toContain("/css/base.abc.css");
  expect(asked.slice(before)).toContain("/offline");
});

test("a page of another release is not taken into this one", async () => {
  const { subject } = shelf((address) => (address === "/" ? page("old", "r0") : works(address)));
  await expect(subject.install()).rejects.toThrow("not of release r1");
});

test("the background brings views, texts without drawings, and every muscle under the address that pages ask for", async () => {
  const { subject, asked, kept, caches } = shelf();
  await subject.fill(IN_ENGLISH);
  expect(asked).toContain("/muscles/soleus?text");
  expect(kept()).toEqual(expect.arrayContaining(["/api/v1/muscles/soleus/figure?v=d1", "/api/v1/muscles/soleus?v=d1", "/assets/figure/left.svg", "/muscles/soleus", COMPLETE]));
  expect(await caches.stores.get("unknot-r1")?.get("/api/v1/muscles/soleus?v=d1")?.json()).toEqual(muscles.muscles[0]);
  const before = asked.length;
  await subject.fill(IN_ENGLISH);
  expect(asked.length).toBe(before);
});

test("a page in another language brings the shell, the texts and the muscles in it, beside what is there in English", async () => {
  const { subject, asked, kept } = shelf();
  await subject.install();
  await subject.fill(IN_SPANISH);
  expect(kept()).toEqual(expect.arrayContaining([
    "/", "/es/", "/es/offline", "/es/muscles/soleus", "/language/es.json?v=t1", "/api/v1/regions?v=d1&lang=es", "/api/v1/muscles/soleus?v=d1&lang=es", `${COMPLETE}-es`,
  ]));
  expect(kept()).not.toContain("/muscles/soleus");
  await subject.fill(IN_ENGLISH);
  expect(kept()).toEqual(expect.arrayContaining(["/muscles/soleus", COMPLETE]));
  expect(asked.filter((address) => address === "/assets/figure/left.abc.svg")).toHaveLength(1);
});

test("who saves data gets the shell in the page's language, and nothing in the background", async () => {
  const { subject, kept } = shelf();
  await subject.fill({ ...IN_SPANISH, all: false });
  expect(kept()).toEqual(["/api/v1/regions?v=d1&lang=es", "/es/", "/es/offline", "/language/es.json?v=t1"]);
  await subject.fill({ ...IN_ENGLISH, all: false });
  expect(kept()).toHaveLength(4);
});

test("without a connection a page that nobody keeps is told of in its own language, and in English where that is all there is", async () => {
  const { subject, world, open } = shelf();
  await subject.install();
  world.answers = gone;
  expect(await open("/es/chart")).toBe("fresh /offline");
  world.answers = works;
  await subject.fill(IN_SPANISH);
  world.answers = gone;
  expect(await open("/es/chart")).toBe("fresh /es/offline");
  expect(await open("/chart")).toBe("fresh /offline");
});

test("a page comes from the network, and the last one seen when there is none", async () => {
  const { world, open } = shelf();
  expect(await open("/muscles/soleus")).toBe("fresh /muscles/soleus");
  world.answers = gone;
  expect(await open("/muscles/soleus")).toBe("fresh /muscles/soleus");
});

test("a page that takes too long is shown as it was kept", async () => {
  const { world, open } = shelf();
  await open("/muscles/soleus");
  world.answers = () => new Promise(() => undefined);
  world.wait = () => Promise.resolve();
  expect(await open("/muscles/soleus")).toBe("fresh /muscles/soleus");
});

test("a page that nobody keeps becomes the one about the missing connection", async () => {
  const { subject, world, open } = shelf();
  await subject.install();
  world.answers = gone;
  expect(await open("/chart")).toBe("fresh /offline");
});

test("a page of another release is shown but not kept", async () => {
  const { world, open, kept } = shelf(() => page("newer", "r2"));
  expect(await open("/muscles/soleus")).toBe("newer");
  expect(kept()).toEqual([]);
  world.answers = gone;
  await expect(open("/muscles/soleus")).resolves.toBe("");
});

test("what is large is kept once it was used", async () => {
  const { subject, kept } = shelf();
  const request = new Request("https://unknot.example/assets/body-half.abc.glb");
  await subject.answer(request, { kind: "file", key: "/assets/body-half.glb" });
  expect(kept()).toEqual(["/assets/body-half.glb"]);
});

test("an answer that failed is not kept", async () => {
  const { subject, kept } = shelf(() => new Response("", { status: 500 }));
  await subject.answer(new Request("https://unknot.example/css/base.css"), { kind: "file", key: "/css/base.css" });
  expect(kept()).toEqual([]);
});

test("tidying removes other releases, and no cache that is not ours", async () => {
  const { subject, caches } = shelf();
  for (const name of ["unknot-r0", "unknot-r1", "somebody-else"]) await caches.open(name);
  await subject.tidy();
  expect([...caches.stores.keys()]).toEqual(["unknot-r1", "somebody-else"]);
});
