import { PainFinderElement } from "./pain-finder";

customElements.define("pain-finder", PainFinderElement);
