import { GuidedReleaseElement } from "./guided-release";
import { StartProgrammeElement } from "./start-programme";

customElements.define("guided-release", GuidedReleaseElement);
customElements.define("release-start", StartProgrammeElement);
