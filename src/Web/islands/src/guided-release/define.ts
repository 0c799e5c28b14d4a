import { GuidedReleaseElement } from "./guided-release";

customElements.define("guided-release", GuidedReleaseElement);
