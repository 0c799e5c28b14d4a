/** Entry point of the page of one's own progress. */
import { ProgressDiaryElement } from "./progress/progress-diary";

customElements.define("progress-diary", ProgressDiaryElement);
