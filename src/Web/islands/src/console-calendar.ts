/** Entry point of the calendar in the console. */
import { CalendarBoardElement } from "./console/calendar-board";

customElements.define("calendar-board", CalendarBoardElement);
