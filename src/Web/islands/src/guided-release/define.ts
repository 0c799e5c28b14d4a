import { defineElement } from "../shared/language";
import { GuidedReleaseElement } from "./guided-release";

defineElement("guided-release", GuidedReleaseElement);
