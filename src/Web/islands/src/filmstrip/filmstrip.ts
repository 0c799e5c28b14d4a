import { buildIdOf, loadBuild } from "../body-map/builds";
import { FibreLayer } from "../body-map/flat/fibre-layer";
import { fetchFigure, figureAddress, type FigureFile } from "../body-map/flat/figure-file";
import { bestSideOf } from "../body-map/flat/best-view";
import { project } from "../body-map/flat/projection";
import { ballAt, shotAt } from "../body-map/motion/ball";
import { FlatMotion } from "../body-map/motion/flat-motion";
import { FLAT_MOTION_STYLES } from "../body-map/motion/flat-motion-styles";
import { middleOf, type Motion } from "../body-map/motion/motion";
import { placedMotion } from "../body-map/motion/placing";
import { stillsOf } from "../body-map/motion/stills";
import { Timeline } from "../body-map/motion/timeline";
import type { Point2 } from "../body-map/geometry/outline";
import { placedOverlay } from "../body-map/placed-view";
import type { Overlay } from "../body-map/types";
import { FIBRE_STYLES } from "../body-map/styles";
import { sheetOf } from "../shared/dom";
import { html } from "../shared/html";
import { preferred } from "../shared/preferences";

const SVG = "http://www.w3.org/2000/svg";
const PICTURE = { width: 300, height: 300 };

/** For every page with step pictures; the rest of the colours are the page's. */
const SHEET = sheetOf(`
.filmstrip { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
.filmstrip { --paper: #fffdfa; --point: #0b5563; --fibre: #99402f; --tendon: #ead9c4; --ball: #1d7f8c; --ball-light: #6cc0c9; --ball-dark: #0a4852; --ball-edge: #083a43; --ball-seam: #eefafa; }
.filmstrip figure { margin: 0; display: grid; gap: 0.6rem; }
.filmstrip svg { width: 100%; height: auto; border-radius: 1.25rem; background: var(--stage, #efe6db); }
.filmstrip figcaption { display: grid; gap: 0.2rem; line-height: 1.4; }
.filmstrip .number { display: inline-grid; place-items: center; width: 1.7rem; height: 1.7rem; margin-right: 0.3rem; border-radius: 50%; background: var(--act); color: var(--on-act); font-size: 0.9375rem; text-align: center; }
.filmstrip .count { fill: #fff; stroke: var(--ball-dark); stroke-width: 5px; stroke-linejoin: round; paint-order: stroke; text-anchor: middle; font-size: 34px; font-weight: 720; }
.filmstrip svg { ${FIBRE_STYLES} ${FLAT_MOTION_STYLES} }
@media (prefers-color-scheme: dark) { .filmstrip { --stage: #1f1a17; } }
`);

interface Strip {
  readonly motion: Motion;
  readonly timeline: Timeline;
  readonly overlay: Overlay;
  readonly file: FigureFile;
  /** Address of the figure's drawing; the browser draws it once for all pictures. */
  readonly address: string;
}

/**
 * Fills a list with a motion as close-ups with captions, one for each thing to do. Nothing in it moves.
 * @param host what shows the figure; if it has the drawing as a picture, that is not loaded twice.
 */
export async function fillFilmstrip(list: Element, motion: Motion, overlay: Overlay, host: Element, signal: AbortSignal): Promise<void> {
  const lane = motion.lanes[0];
  if (!lane) return;
  const { centre, out } = middleOf(lane);
  const view = bestSideOf(centre, out);
  const id = buildIdOf(preferred("build"));
  const [build, file] = await Promise.all([loadBuild(id, signal), fetchFigure(view, id, host, signal)]);
  if (signal.aborted) return;
  if (!document.adoptedStyleSheets.includes(SHEET)) document.adoptedStyleSheets.push(SHEET);
  const placed = placedMotion(motion, build);
  const address = figureAddress(view, id);
  list.replaceChildren(...picturesOf({ motion: placed, timeline: new Timeline(placed), overlay: placedOverlay(overlay, build), file, address }));
}

function picturesOf({ motion, timeline, overlay, file, address }: Strip): HTMLElement[] {
  const { projection } = file;
  return stillsOf(motion, timeline).map(({ time, title, caption }, index) => {
    const moment = timeline.at(time);
    const ball = ballAt(motion, moment);
    const { centre, radius } = shotAt(motion, moment);
    const middle = project(projection, centre);
    const picture = document.createElementNS(SVG, "svg");
    const half = Math.max(radius, 190);
    picture.setAttribute("viewBox", [middle.x - half, middle.y - half, 2 * half, 2 * half].map((value) => value.toFixed(1)).join(" "));
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", `${title}.`);
    picture.setAttribute("width", String(PICTURE.width));
    picture.setAttribute("height", String(PICTURE.height));
    const figure = document.createElementNS(SVG, "image");
    figure.setAttribute("href", address);
    figure.setAttribute("width", String(file.size.width));
    figure.setAttribute("height", String(file.size.height));
    const fibres = new FibreLayer(projection);
    fibres.show(overlay);
    const drawn = new FlatMotion({ project: (place) => project(projection, place), towardsViewer: projection.toward });
    drawn.show(motion);
    drawn.move(ball, moment.phase.lane, moment.atMillimetres);
    picture.append(figure, fibres.group, drawn.group);
    if (moment.phase.kind === "hold") picture.append(countOn(project(projection, ball.centre), `${motion.holdSeconds}`));
    return html(
      "li",
      {},
      html("figure", {}, picture, html("figcaption", {}, html("strong", {}, html("span", { class: "number" }, String(index + 1)), ` ${title}`), html("span", {}, caption))),
    );
  });
}

/** The seconds of a hold, on the ball. */
function countOn({ x, y }: Point2, seconds: string): SVGTextElement {
  const text = document.createElementNS(SVG, "text");
  text.classList.add("count");
  text.setAttribute("x", x.toFixed(1));
  text.setAttribute("y", y.toFixed(1));
  text.setAttribute("dy", "0.35em");
  text.textContent = seconds;
  return text;
}
