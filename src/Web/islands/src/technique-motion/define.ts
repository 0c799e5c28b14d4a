import { TechniqueMotionElement } from "./technique-motion";

if (!customElements.get("technique-motion")) customElements.define("technique-motion", TechniqueMotionElement);
