// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { PasskeyFormElement, troubleOf, type Passkeys } from "./passkey-form";

beforeAll(() => customElements.define("passkey-form", PasskeyFormElement));
beforeEach(() => vi.stubGlobal("fetch", vi.fn()));
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const nobody: Passkeys = { create: () => Promise.resolve(null), get: () => Promise.resolve(null) };

function place(passkeys: Passkeys | undefined, doing = "get"): { element: PasskeyFormElement; form: HTMLFormElement; sent: () => number } {
  const element = document.createElement("passkey-form") as PasskeyFormElement;
  element.passkeys = passkeys;
  element.hidden = true;
  element.dataset["do"] = doing;
  element.dataset["options"] = "/options";
  element.innerHTML = '<form><input name="token" value="t"><input type="hidden" name="credential"><p role="status"></p></form>';
  const form = element.querySelector("form") as HTMLFormElement;
  const submit = vi.fn();
  form.submit = submit;
  document.body.append(element);
  return { element, form, sent: () => submit.mock.calls.length };
}

const answer = (status: number, body: unknown = {}): Response => new Response(JSON.stringify(body), { status });
const credential = (id: string): Credential => ({ id, type: "public-key", toJSON: () => ({ id }) }) as unknown as Credential;
const told = (element: Element): string => element.querySelector("[role=status]")?.textContent ?? "";
const press = (form: HTMLFormElement): void => void form.dispatchEvent(new Event("submit", { cancelable: true }));

test("stays hidden in a browser without passkeys", () => {
  expect(place(undefined).element.hidden).toBe(true);
  expect(place(nobody).element.hidden).toBe(false);
});

test("hands the server's wishes to the browser and the passkey to the form", async () => {
  const get = vi.fn(() => Promise.resolve(credential("mine")));
  vi.mocked(fetch).mockResolvedValue(answer(200, { challenge: "abc" }));
  const { form, sent } = place({ ...nobody, get });

  press(form);

  await vi.waitFor(() => expect(sent()).toBe(1));
  expect(get).toHaveBeenCalledWith({ challenge: "abc" });
  expect(form.querySelector<HTMLInputElement>("[name=credential]")?.value).toBe('{"id":"mine"}');
  const [address, request] = vi.mocked(fetch).mock.calls[0] ?? [];
  expect(address).toBe("/options");
  expect((request?.body as FormData).get("token")).toBe("t");
});

test("makes one where one is to be made", async () => {
  const create = vi.fn(() => Promise.resolve(credential("new")));
  vi.mocked(fetch).mockResolvedValue(answer(200));
  const { form, sent } = place({ ...nobody, create }, "create");

  press(form);

  await vi.waitFor(() => expect(sent()).toBe(1));
  expect(create).toHaveBeenCalledOnce();
});

test("says what went wrong and sends nothing", async () => {
  const { element, form, sent } = place(nobody);
  for (const [response, words] of [[answer(429), "wait a minute"], [answer(400), "load it again"], [answer(200), "No passkey was used"]] as const) {
    vi.mocked(fetch).mockResolvedValue(response);
    press(form);
    await vi.waitFor(() => expect(told(element)).toContain(words));
  }
  expect(sent()).toBe(0);
});

test("a second press while the browser asks does nothing", async () => {
  let finish: (value: Credential | null) => void = () => undefined;
  const get = vi.fn(() => new Promise<Credential | null>((resolve) => (finish = resolve)));
  vi.mocked(fetch).mockImplementation(() => Promise.resolve(answer(200)));
  const { element, form } = place({ ...nobody, get });

  press(form);
  await vi.waitFor(() => expect(get).toHaveBeenCalledOnce());
  press(form);
  finish(null);
  await vi.waitFor(() => expect(told(element)).toContain("No passkey"));

  expect(get).toHaveBeenCalledOnce();
});

test("each refusal of a browser has its words", () => {
  const all = ["NotAllowedError", "InvalidStateError", "SecurityError", "UnknownError"].map((name) => troubleOf(new DOMException("", name)));
  expect(new Set(all).size).toBe(4);
});
