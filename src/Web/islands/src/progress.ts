/** Entry point of the page of one's own progress. */
import { ProgressDiaryElement } from "./progress/progress-diary";
import { defineElement } from "./shared/language";

defineElement("progress-diary", ProgressDiaryElement);
