import { defineElement, withTexts } from "../shared/language";
import { AttachMap } from "./attach-map";
import { DayPicker } from "./day-picker";
import { showHoldThatWaits, rememberHold } from "./hold-memory";
import { HoldClock } from "./hold-clock";
import { showOwnTimes } from "./own-zone";

defineElement("day-picker", DayPicker);
defineElement("hold-clock", HoldClock);
defineElement("attach-map", AttachMap);
rememberHold(document);
withTexts(() => {
  showOwnTimes(document);
  showHoldThatWaits(document);
});
