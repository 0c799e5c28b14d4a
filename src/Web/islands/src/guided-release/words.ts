import { t } from "../shared/text";
import type { PlannedPoint } from "../shared/store";
import type { ToolAtHand } from "../shared/release-settings";
import type { Passed } from "./session-clock";
import type { ChosenWay } from "./ways";

export function sideInWords(side: PlannedPoint["side"]): string {
  return { left: t("left"), right: t("right"), midline: t("middle") }[side];
}

/** "Upper trapezius, left side". */
export function pointInWords({ name, side }: Pick<PlannedPoint, "name" | "side">): string {
  return { left: t("{0}, left side", name), right: t("{0}, right side", name), midline: name }[side];
}

/** What comes next, to be heard: the side first when only that changes. */
export function nextInWords(present: PlannedPoint | undefined, next: PlannedPoint | undefined): string {
  if (!next) return t("That was the last point.");
  if (present?.point === next.point && next.side === "left") return t("Next: the same point on the left side.");
  if (present?.point === next.point && next.side === "right") return t("Next: the same point on the right side.");
  return t("Next: {0}.", pointInWords(next));
}

const NEEDED: Readonly<Record<ToolAtHand, () => string>> = {
  ball: () => t("Takes a ball. Without one leave this point out."),
  roller: () => t("Takes a foam roller. Without one leave this point out."),
  cane: () => t("Takes a hooked cane. Without one leave this point out."),
};

/** Said plainly when the usual way takes what is not at hand; empty otherwise. */
export function wayNote({ way, insteadOf, lacks }: ChosenWay): string {
  if (lacks) return NEEDED[lacks]();
  if (insteadOf) return t("Usually: {0}. With what you have: {1}.", insteadOf.name, way.name);
  return "";
}

/** What happened while nobody can have seen the page. */
export function awayInWords(passed: readonly Passed[], since: number): string {
  const held = passed.filter(({ kind, at }) => kind === "hold-ended" && at >= since).length;
  if (held === 0) return "";
  return held === 1
    ? t("While this page was out of sight, one hold was finished. It is counted; repeat it if you had let go.")
    : t("While this page was out of sight, {0} holds were finished. They are counted; repeat them if you had let go.", held);
}

export const tooMuch = (): string => t("Too much. Press less, down to where you can breathe.");
