import type { BodyView, Facing, FlatView } from "./types";

/** What a key does while the figure has the focus. */
export type KeyAction =
  | { readonly kind: "turn"; readonly x: number; readonly y: number }
  | { readonly kind: "view"; readonly view: FlatView }
  | { readonly kind: "zoom"; readonly factor: number }
  | { readonly kind: "home" };

/** The sides in the order in which the figure turns to the right. */
const AROUND: readonly Facing[] = ["front", "right", "back", "left"];
/** The flat views among which left and right turn: around the body, around the head, from one side of a hand or foot to the other. */
const TURNS: readonly (readonly FlatView[])[] = [
  AROUND,
  AROUND.map((facing) => `head-${facing}` as const),
  ["hand-palm-left", "hand-back-left"],
  ["hand-palm-right", "hand-back-right"],
  ["foot-sole-left", "foot-top-left"],
  ["foot-sole-right", "foot-top-right"],
];
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
  const turns = TURNS.find((views) => views.includes(view)) ?? [];
  const next = turns[(turns.indexOf(view) + x + turns.length) % turns.length];
  return next && { kind: "view", view: next };
}
