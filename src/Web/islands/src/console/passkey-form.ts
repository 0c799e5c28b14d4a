/** The browser's side of passkeys, as far as it is used here. */
export interface Passkeys {
  readonly create: (options: PublicKeyCredentialCreationOptionsJSON) => Promise<Credential | null>;
  readonly get: (options: PublicKeyCredentialRequestOptionsJSON) => Promise<Credential | null>;
}

/** What this browser can do; undefined where it knows no passkeys or cannot read the server's wishes. */
export function browserPasskeys(): Passkeys | undefined {
  if (typeof PublicKeyCredential === "undefined" || !("parseCreationOptionsFromJSON" in PublicKeyCredential)) return undefined;
  return {
    create: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  };
}

/**
 * `<passkey-form data-do="get|create" data-options="address">` around a form with a hidden field `credential` and a status line. Hidden until
 * it is known that the browser has passkeys. When the form is sent, the server is asked for its wishes, the person for the passkey, and then
 * the form takes its usual way.
 */
export class PasskeyFormElement extends HTMLElement {
  #listening: AbortController | undefined;
  #busy = false;

  /** Set by tests of this element in place of the browser's own. */
  passkeys: Passkeys | undefined = browserPasskeys();

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || !this.passkeys) return;
    this.#listening = new AbortController();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(form);
    }, { signal: this.#listening.signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #send(form: HTMLFormElement): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#say("Your browser is asking you …");
    try {
      const credential = await this.#ask(form);
      const field = form.querySelector<HTMLInputElement>("input[name=credential]");
      if (!credential || !field) throw new DOMException("", "NotAllowedError");
      field.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      this.#say(troubleOf(error));
    } finally {
      this.#busy = false;
    }
  }

  async #ask(form: HTMLFormElement): Promise<Credential | null | undefined> {
    const response = await fetch(this.dataset["options"] ?? "", { method: "POST", body: new FormData(form) });
    if (!response.ok || response.redirected) throw new AnswerError(response.redirected ? 401 : response.status);
    const options: unknown = await response.json();
    return this.dataset["do"] === "create"
      ? this.passkeys?.create(options as PublicKeyCredentialCreationOptionsJSON)
      : this.passkeys?.get(options as PublicKeyCredentialRequestOptionsJSON);
  }

  #say(text: string): void {
    const line = this.querySelector("[role=status]");
    if (line) line.textContent = text;
  }
}

class AnswerError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The server answered ${status}.`);
    this.status = status;
  }
}

/** What went wrong, in words for the person before the screen. */
export function troubleOf(error: unknown): string {
  if (error instanceof AnswerError) {
    return error.status === 429 ? "Too many tries. Please wait a minute." : "This page is too old. Please load it again.";
  }
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "AbortError":
      return "No passkey was used. You can try again.";
    case "InvalidStateError":
      return "This device holds a passkey for your account already.";
    case "SecurityError":
      return "Passkeys do not work at this address of the site.";
    default:
      return "That did not work. Please try again.";
  }
}
