import { KeptDraft, type Typed } from "./kept-draft";
import { link, picture, surround, type Selected } from "./marks";

/** After the last key the preview and the kept draft follow. */
const PREVIEW_AFTER = 400;
const KEEP_AFTER = 800;

/** What the server answers to a picture. */
interface Taken {
  readonly markdown?: string | null;
  readonly trouble?: string | null;
}

/**
 * The form in which an article is written, with a live preview that the server renders, pictures by paste and drop, keys, and care for what is
 * not saved. The console speaks English.
 */
export class ArticleEditor extends HTMLElement {
  #listening: AbortController | undefined;
  #asking: AbortController | undefined;
  #previewTimer: number | undefined;
  #keepTimer: number | undefined;
  #kept: KeptDraft | undefined;
  #saved: Typed = {};
  #isSending = false;

  connectedCallback(): void {
    const form = this.#form;
    if (!form) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#kept = new KeptDraft(this.dataset["article"] ?? "");
    this.#saved = this.#typed();
    if (this.hasAttribute("saved")) this.#kept.forget();
    this.#offer();
    form.addEventListener("input", () => { this.#changed(); }, { signal });
    form.addEventListener("submit", (event) => { this.#submit(event); }, { signal });
    addEventListener("beforeunload", (event) => { if (this.#isDirty && !this.#isSending) event.preventDefault(); }, { signal });
    addEventListener("pageshow", () => { this.#isSending = false; }, { signal });
    this.addEventListener("keydown", (event) => { this.#key(event); }, { signal });
    const body = this.#body;
    body.addEventListener("paste", (event) => { this.#take(event, event.clipboardData); }, { signal });
    body.addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); }, { signal });
    body.addEventListener("drop", (event) => { this.#take(event, event.dataTransfer); }, { signal });
    this.querySelector("[data-preview-pane]")?.toggleAttribute("hidden", false);
    void this.#preview();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#asking?.abort();
    clearTimeout(this.#previewTimer);
    clearTimeout(this.#keepTimer);
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  get #body(): HTMLTextAreaElement {
    return this.querySelector("textarea[name=body]") as HTMLTextAreaElement;
  }

  get #isDirty(): boolean {
    const typed = this.#typed();
    return Object.keys(typed).some((name) => typed[name] !== this.#saved[name]);
  }

  #typed(): Typed {
    const typed: Record<string, string> = {};
    for (const field of this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[name=title], [name=summary], [name=body], [name=tags], [name=coverAlt]")) typed[field.name] = field.value;
    return typed;
  }

  #changed(): void {
    this.toggleAttribute("data-dirty", this.#isDirty);
    clearTimeout(this.#previewTimer);
    this.#previewTimer = window.setTimeout(() => void this.#preview(), PREVIEW_AFTER);
    clearTimeout(this.#keepTimer);
    this.#keepTimer = window.setTimeout(() => { this.#keep(); }, KEEP_AFTER);
  }

  #keep(): void {
    if (this.#isDirty) this.#kept?.keep(this.#typed());
    else this.#kept?.forget();
  }

  /** What is sent stays kept until a page shows that it arrived. */
  #submit(event: SubmitEvent): void {
    clearTimeout(this.#keepTimer);
    if (!navigator.onLine) {
      event.preventDefault();
      this.#keep();
      this.#tell("There is no connection. What you wrote is kept in this browser; save again when you are back.");
      return;
    }
    this.#keep();
    this.#isSending = true;
  }

  #offer(): void {
    const notice = this.querySelector<HTMLElement>("[data-found]");
    const found = this.#kept?.find(this.#saved);
    if (!notice || !found) return;
    notice.hidden = false;
    notice.querySelector("[data-found-take]")?.addEventListener("click", () => {
      for (const [name, value] of Object.entries(found)) {
        const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${CSS.escape(name)}]`);
        if (field) field.value = value;
      }
      notice.hidden = true;
      this.#changed();
    }, { once: true });
    notice.querySelector("[data-found-drop]")?.addEventListener("click", () => {
      notice.hidden = true;
      this.#kept?.forget();
    }, { once: true });
  }

  #key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") {
      event.preventDefault();
      this.#form?.requestSubmit(this.querySelector<HTMLButtonElement>("button[name=go][value=save]"));
    } else if (event.target === this.#body && (key === "b" || key === "i" || key === "k")) {
      event.preventDefault();
      this.#edit((selected) => (key === "k" ? link(selected) : surround(selected, key === "b" ? "**" : "*")));
    }
  }

  #edit(change: (selected: Selected) => Selected): void {
    const body = this.#body;
    const { text, start, end } = change({ text: body.value, start: body.selectionStart, end: body.selectionEnd });
    body.value = text;
    body.setSelectionRange(start, end);
    body.focus();
    this.#changed();
  }

  #take(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    void this.#upload(files);
  }

  async #upload(files: readonly File[]): Promise<void> {
    for (const file of files) {
      this.#tell(`Adding ${file.name} …`);
      const form = new FormData();
      form.set("file", file);
      try {
        const response = await fetch("/console/pictures", { method: "POST", body: form, headers: { Accept: "application/json", RequestVerificationToken: this.#token } });
        const answer = (await response.json()) as Taken;
        if (answer.markdown) {
          const { markdown } = answer;
          this.#edit((selected) => picture(selected, markdown));
          this.#tell("Added. Say between the brackets what the picture shows, for those who cannot see it.");
        } else {
          this.#tell(answer.trouble ?? "The picture could not be added.");
        }
      } catch {
        this.#tell("The picture could not be added. Is there a connection?");
      }
    }
  }

  async #preview(): Promise<void> {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const body = new URLSearchParams({ part: "1", body: this.#body.value, __RequestVerificationToken: this.#token });
    try {
      const response = await fetch("/console/articles/preview", { method: "POST", body, signal: this.#asking.signal });
      if (!response.ok) return;
      const html = await response.text();
      const pane = this.querySelector("[data-preview]");
      // Rendered by the server as for readers: nothing that was written can act.
      if (pane) pane.innerHTML = html;
      this.querySelector(".writing-main > [data-in-text]")?.remove();
    } catch {
      // The next key asks again.
    }
  }

  get #token(): string {
    return this.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";
  }

  #tell(words: string): void {
    const told = this.querySelector("[data-told]");
    if (told) told.textContent = words;
  }
}
