import type { Motion, MotionLane } from "./motion";

/** A straight lane up the front of the left thigh, with a hold at each of the places given. */
export function laneOf(lengthMillimetres: number, pauses: readonly number[]): MotionLane {
  const places = Array.from({ length: 21 }, (_, index) => ({ at: { x: 100, y: 600 + (lengthMillimetres * index) / 20, z: 80 }, out: { x: 0, y: 0, z: 1 } }));
  return {
    places,
    lengthMillimetres,
    pauses: pauses.map((atMillimetres, index) => ({ point: `muscle-${index + 1}`, where: `Spot ${index + 1}`, atMillimetres, caption: `Hold ${index + 1}.` })),
    captions: { start: "Set it down.", forth: "Up.", turn: "Stop.", back: "Down." },
  };
}

export const motionWith = (more: Partial<Motion> = {}): Motion => ({
  ballMillimetres: 65,
  millimetresPerSecond: 25,
  passes: 2,
  holdSeconds: 20,
  rollingDiscomfort: 4,
  holdingDiscomfort: 6,
  lanes: [laneOf(200, [50, 120])],
  ...more,
});
