import type { Overlay, Point3 } from "../body-map/types";
import type { Api, Figure, Side } from "./api";

/** A point of a chain, as the ranking gives it. */
export interface Link {
  readonly point: string;
  readonly side: Side;
  readonly muscle: string;
  readonly name: string;
}

/** What the figure shows of a point and of the chain that leads to it. */
export async function overlayOf(api: Api, target: Link, chain: readonly Link[]): Promise<Overlay> {
  const [figure, ...links] = await Promise.all([target, ...chain].map((link) => api.figure(link.muscle)));
  if (!figure) throw new Error("A figure is missing.");
  const point = pointOf(figure, target.point);
  const sided = <T extends Point3>(place: T): T => (target.side === "right" ? { ...place, x: -place.x } : place);
  return {
    zones: point.zones.map((zone) => (target.side === "right" ? { ...zone, cell: zone.cell ^ 1 } : zone)),
    fibres: figure.fibres.map((fibre) => fibre.map(sided)),
    muscle: { id: figure.muscle, side: target.side === "right" ? "right" : "left", layer: figure.layer },
    point: sided(point.position),
    pointOnSkin: sided(point.onSkin),
    ...(chain.length > 0 && { label: target.name }),
    chain: chain.map((link, index) => {
      const stop = links[index];
      if (!stop) throw new Error(`The figure of ${link.muscle} is missing.`);
      const { x, y, z } = pointOf(stop, link.point).onSkin;
      return { x: link.side === "right" ? -x : x, y, z, label: link.name };
    }),
  };
}

/** @throws when the figure has no such point. */
export function pointOf(figure: Figure, id: string): Figure["points"][number] {
  const point = figure.points.find((candidate) => candidate.id === id);
  if (!point) throw new Error(`${figure.muscle} has no point ${id}.`);
  return point;
}
