import { defineElement } from "../shared/language";
import { PainFinderElement } from "./pain-finder";

defineElement("pain-finder", PainFinderElement);
