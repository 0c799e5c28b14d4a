/** Entry point of the page of one visit in the console. */
import { VisitNoteElement } from "./console/visit-note";

customElements.define("visit-note", VisitNoteElement);
