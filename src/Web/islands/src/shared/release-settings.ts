/** What a person may have to press with, beside their hands. */
export type ToolAtHand = "ball" | "roller" | "cane";

/** How somebody likes a session; remembered from one to the next. */
export interface ReleaseSettings {
  readonly tools: readonly ToolAtHand[];
  /** 10 to 90. */
  readonly holdSeconds: number;
  /** Holds on each point, 1 to 3. */
  readonly rounds: number;
  readonly voice: boolean;
  /** Name of a voice of this browser; empty for its own choice. */
  readonly voiceName: string;
  readonly sounds: boolean;
  readonly vibration: boolean;
  /** Whether buttons of headset and keyboard work the session, at the price of other apps' music. */
  readonly headset: boolean;
  /** Technique chosen for a point, where it is not the first that suits. */
  readonly techniques: Readonly<Record<string, string>>;
}

export const USUAL_SETTINGS: ReleaseSettings = {
  tools: ["ball"],
  holdSeconds: 20,
  rounds: 1,
  voice: true,
  voiceName: "",
  sounds: true,
  vibration: true,
  headset: false,
  techniques: {},
};
