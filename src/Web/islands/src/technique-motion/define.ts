import { defineElement } from "../shared/language";
import { TechniqueMotionElement } from "./technique-motion";

defineElement("technique-motion", TechniqueMotionElement);
