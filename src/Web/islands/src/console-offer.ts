/** Entry point of the pages about services and hours in the console. */
import { HoursEditorElement } from "./console/hours-editor";
import { RowListElement } from "./console/row-list";

customElements.define("row-list", RowListElement);
customElements.define("hours-editor", HoursEditorElement);
