import { t } from "../shared/text";
import type { BodyView, CloseUp, Facing, FlatView } from "./types";

/** What the keys do, for who does not see the figure. */
export const keysInWords = (): string =>
  t("Arrow keys turn the figure; in a close-up they go around the head or turn the hand or foot over. Plus and minus zoom, Home shows all of it. To mark pain without drawing, use the list of regions.");

const SIDES: Readonly<Record<Facing, () => string>> = {
  front: () => t("Seen from the front. Your right is on the left of the picture."),
  back: () => t("Seen from the back. Your right is on the right of the picture."),
  left: () => t("Your left side."),
  right: () => t("Your right side."),
};

const CLOSE_UPS: Readonly<Record<CloseUp, () => string>> = {
  "head-front": () => t("Your head from the front. Your right is on the left of the picture."),
  "head-back": () => t("Your head from the back. Your right is on the right of the picture."),
  "head-left": () => t("The left side of your head."),
  "head-right": () => t("The right side of your head."),
  "hand-palm-left": () => t("The palm of your left hand."),
  "hand-palm-right": () => t("The palm of your right hand."),
  "hand-back-left": () => t("The back of your left hand."),
  "hand-back-right": () => t("The back of your right hand."),
  "pelvis-back": () => t("Your low back and buttocks. Your right is on the right of the picture."),
  "foot-sole-left": () => t("The sole of your left foot."),
  "foot-sole-right": () => t("The sole of your right foot."),
  "foot-top-left": () => t("The top of your left foot."),
  "foot-top-right": () => t("The top of your right foot."),
};

const NAMES: Readonly<Record<FlatView, () => string>> = { ...SIDES, ...CLOSE_UPS };

/** @param facing the side that is seen. */
export const describeView = (view: BodyView, facing: Facing): string => (view === "3d" ? `3D. ${SIDES[facing]()}` : NAMES[view]());
