import { Api } from "../shared/api";
import { need } from "../shared/html";
import { Store } from "../shared/store";
import { t } from "../shared/text";

/** Offers to attach what was drawn in the finder, and says in words what that is. Nothing leaves the browser unless the box is ticked. */
export class AttachMap extends HTMLElement {
  connectedCallback(): void {
    void this.#offer();
  }

  async #offer(): Promise<void> {
    const drawing = await new Store().read("drawing");
    const field = need<HTMLInputElement>(this, "[data-map]");
    if (!drawing) return;
    const [{ fromSaved }, { isEmpty, namedRegions }, { RegionIndex }] = await Promise.all([
      import("../pain-finder/saved-drawing"), import("../pain-finder/pain-drawing"), import("../pain-finder/region-index"),
    ]);
    if (isEmpty(fromSaved(drawing))) return;
    const { at, marks, inside, places, felt } = drawing;
    const text = JSON.stringify({ ...(at === undefined ? {} : { at }), marks, inside, places: places ?? [], felt: felt ?? [] });
    const box = need<HTMLInputElement>(this, "[data-attach]");
    box.checked = field.value !== "";
    field.value = box.checked ? text : "";
    box.addEventListener("change", () => { field.value = box.checked ? text : ""; });
    try {
      const index = new RegionIndex(await new Api(this.dataset["version"] ?? "").regions());
      const names = namedRegions(fromSaved(drawing), index).map((key) => index.nameOf(key));
      need(this, "[data-places]").textContent = t("Sent is where it hurts, how strongly and how it feels: {0}.", names.join(", "));
    } catch {
      return; // who cannot be told what is sent is not asked to send it
    }
    need<HTMLElement>(this, "[data-offer]").hidden = false;
  }
}
