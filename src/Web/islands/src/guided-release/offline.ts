import type { BodyMapElement } from "../body-map/body-map";
import type { FlatView, Facing, Point3 } from "../body-map/types";
import type { Api, Muscle } from "../shared/api";
import { keep } from "../shared/kept";
import { overlayOf } from "../shared/overlay";
import type { PlannedPoint } from "../shared/store";
import { waysTo } from "./ways";

const FACINGS: readonly Facing[] = ["front", "back", "left", "right"];
/** Where the figure may turn to a close-up, generously: millimetres of the body frame. */
const HEAD_FROM = 1480;
const FOOT_BELOW = 160;
const HAND_BESIDE = 270;

/** Fetches all that the points need to be played to their end, in whichever way they are pressed. Rejects without a network. */
export async function keepForOffline(api: Api, map: BodyMapElement, points: readonly PlannedPoint[], muscles: ReadonlyMap<string, Muscle>): Promise<void> {
  const addresses = new Set<string>();
  const closeUps = new Set<FlatView>();
  await Promise.all(
    points.map(async (point) => {
      addresses.add(api.addressOf(point.muscle)).add(api.addressOf(point.muscle, "figure"));
      for (const way of waysTo(point.point, muscles.get(point.muscle)?.releases ?? [])) if (way.rolls) addresses.add(api.addressOf(point.muscle, `rolls/${way.technique}`));
      const { pointOnSkin } = await overlayOf(api, point, []);
      for (const view of closeUpsAt(pointOnSkin)) closeUps.add(view);
    }),
  );
  const folder = map.build === "neutral" ? "" : `${map.build}/`;
  for (const view of FACINGS) addresses.add(`/assets/figure/${folder}${view}.svg`);
  for (const view of closeUps) addresses.add(`/assets/figure/${view}.svg`);
  if (folder) addresses.add("/assets/figure/builds.json");
  // Code that is fetched only when it is wanted may be wanted without a network.
  const code = [
    import("../body-map/motion/motion-figure"), import("../body-map/motion/flat-motion"), import("../body-map/motion/flat-motion-styles"), import("../body-map/motion/press-motion"),
    import("../body-map/exact/exact-marks"), import("../filmstrip/filmstrip"), import("../shared/where-exactly"),
    import("./end-view"), import("./sounds"), import("./media-keys"),
  ];
  await Promise.all([keep([...addresses]), ...code]);
}

function closeUpsAt({ x, y }: Point3): readonly FlatView[] {
  const side = x > 0 ? "left" : "right";
  if (y > HEAD_FROM) return FACINGS.map((facing) => `head-${facing}` as const);
  if (y < FOOT_BELOW) return [`foot-sole-${side}`, `foot-top-${side}`];
  if (Math.abs(x) > HAND_BESIDE) return [`hand-palm-${side}`, `hand-back-${side}`];
  return ["pelvis-back"];
}
