import { t } from "../../shared/text";
import type { Motion } from "./motion";
import type { Timeline } from "./timeline";

/** A picture of a motion for who does not want it to move. */
export interface Still {
  /** Moment of the motion, in milliseconds. */
  readonly time: number;
  readonly title: string;
  readonly caption: string;
}

/** Start, half-way, every hold and the end of a motion, in order. */
export function stillsOf(motion: Motion, timeline: Timeline): readonly Still[] {
  const stills: Still[] = [];
  const held = timeline.phases.filter((phase) => phase.kind === "hold").length;
  let holds = 0;
  timeline.phases.forEach((phase, index) => {
    const half = (phase.startsAt + phase.endsAt) / 2;
    const before = timeline.phases[index - 1];
    if (phase.kind === "place") stills.push({ time: phase.endsAt, title: t("Start"), caption: phase.caption });
    else if (phase.kind === "roll" && before?.kind === "place") stills.push({ time: half, title: t("Half-way"), caption: phase.caption });
    else if (phase.kind === "turn" && before && timeline.phases[index - 2]?.kind === "place") stills.push({ time: half, title: t("Turn back"), caption: phase.caption });
    else if (phase.kind === "hold") {
      holds++;
      const title = held > 1 ? t("Hold {0} seconds ({1} of {2})", motion.holdSeconds, holds, held) : t("Hold {0} seconds", motion.holdSeconds);
      stills.push({ time: half, title, caption: `${phase.pause?.where ?? ""}. ${phase.caption}` });
    }
  });
  const last = timeline.phases.at(-1);
  if (last) stills.push({ time: last.startsAt, title: t("End"), caption: last.caption });
  return stills;
}
