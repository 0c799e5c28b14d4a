import type { BodyMapElement } from "../body-map/body-map";
import type { Api } from "../shared/api";
import type { SafetyQuestions } from "./safety-questions";
import type { Toolbar } from "./toolbar";

export type Step = "mark" | "safety" | "stop" | "results";

/** What the finder is made of while it is in a page. */
export interface Parts {
  readonly api: Api;
  readonly map: BodyMapElement;
  readonly toolbar: Toolbar;
  readonly safety: SafetyQuestions;
}
