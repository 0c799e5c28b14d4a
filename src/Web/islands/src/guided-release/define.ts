import { defineElement } from "../shared/language";
import { GuidedReleaseElement } from "./guided-release";
import { StartProgrammeElement } from "./start-programme";

defineElement("guided-release", GuidedReleaseElement);
defineElement("release-start", StartProgrammeElement);
