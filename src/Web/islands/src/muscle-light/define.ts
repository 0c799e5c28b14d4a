import { MuscleLight } from "./muscle-light";

if (!customElements.get("muscle-light")) customElements.define("muscle-light", MuscleLight);
