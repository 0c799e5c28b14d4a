import type { BodyView, FlatView } from "./types";

/** What a key does while the figure has the focus. */
export type KeyAction =
  | { readonly kind: "turn"; readonly x: number; readonly y: number }
  | { readonly kind: "view"; readonly view: FlatView }
  | { readonly kind: "zoom"; readonly factor: number }
  | { readonly kind: "home" };

/** The flat views in the order in which the figure turns to the right. */
const AROUND: readonly FlatView[] = ["front", "right", "back", "left"];
/** As if the figure was dragged this far; a twelfth of a turn. */
const TURN_PIXELS = 60;
const ZOOM_FACTOR = 1.3;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  // Up looks from higher up, and moves a close-up upwards.
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** @returns undefined for a key that is none of the figure's. */
export function actionOf(key: string, view: BodyView): KeyAction | undefined {
  if (key === "+" || key === "=") return { kind: "zoom", factor: ZOOM_FACTOR };
  if (key === "-" || key === "_") return { kind: "zoom", factor: 1 / ZOOM_FACTOR };
  if (key === "Home" || key === "0") return { kind: "home" };
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const [x, y] = arrow;
  if (view === "3d" || x === 0) return { kind: "turn", x: x * TURN_PIXELS, y: y * TURN_PIXELS };
  const next = AROUND[(AROUND.indexOf(view) + x + AROUND.length) % AROUND.length];
  return next && { kind: "view", view: next };
}

const NAMES: Readonly<Record<FlatView, string>> = {
  front: "Seen from the front. Your right is on the left of the picture.",
  back: "Seen from the back. Your right is on the right of the picture.",
  left: "Your left side.",
  right: "Your right side.",
};

/** @param facing the side that is seen; the view itself when it is flat. */
export const describeView = (view: BodyView, facing: FlatView): string => (view === "3d" ? `3D. ${NAMES[facing]}` : NAMES[view]);
