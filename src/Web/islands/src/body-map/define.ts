import { defineElement } from "../shared/language";
import { BodyMapElement } from "./body-map";

defineElement("body-map", BodyMapElement);
