import { BodyMapElement } from "./body-map";

customElements.define("body-map", BodyMapElement);
