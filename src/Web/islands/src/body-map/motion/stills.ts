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
    if (phase.kind === "place") stills.push({ time: phase.endsAt, title: "Start", caption: phase.caption });
    else if (phase.kind === "roll" && before?.kind === "place") stills.push({ time: half, title: "Half-way", caption: phase.caption });
    else if (phase.kind === "turn" && before && timeline.phases[index - 2]?.kind === "place") stills.push({ time: half, title: "Turn back", caption: phase.caption });
    else if (phase.kind === "hold") {
      holds++;
      const title = `Hold ${motion.holdSeconds} seconds${held > 1 ? ` (${holds} of ${held})` : ""}`;
      stills.push({ time: half, title, caption: `${phase.pause?.where ?? ""}. ${phase.caption}` });
    }
  });
  const last = timeline.phases.at(-1);
  if (last) stills.push({ time: last.startsAt, title: "End", caption: last.caption });
  return stills;
}
