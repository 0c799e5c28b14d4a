import type { Size } from "./flat-camera";

export const BLUR_ID = "paint-blur";
export const CLIP_ID = "paint-clip";

const SVG = "http://www.w3.org/2000/svg";

/** Wide enough to round off the corners of patches, on the whole figure. */
const BLUR_MILLIMETRES = 6;
/** From this height on a drawing is blurred in full; a hand is drawn larger and needs less. */
const FULL_BLUR_HEIGHT = 620;
/** Draws the wide edge of the blur together again, around the half-way line so that nothing grows. */
const EDGE_SLOPE = 1.3;

/** How wide paint spreads over the edges of its patches in a drawing of this size: 1 on the whole figure, less close up. */
export const detailOf = (size: Size): number => Math.min(1, size.height / FULL_BLUR_HEIGHT);

/** Gives the drawing the blur that makes patches look like paint, and the outline that keeps the blur on the skin. */
export function addPaintClip(svg: SVGSVGElement, skin: string, size: Size, detail: number): void {
  const blur = document.createElementNS(SVG, "filter");
  blur.id = BLUR_ID;
  // In units of the figure: a region in shares of the painted part would cut the soft edge of small marks.
  blur.setAttribute("filterUnits", "userSpaceOnUse");
  blur.setAttribute("width", String(size.width));
  blur.setAttribute("height", String(size.height));
  blur.setAttribute("x", "0");
  blur.setAttribute("y", "0");
  blur.setAttribute("color-interpolation-filters", "sRGB");
  const gaussian = document.createElementNS(SVG, "feGaussianBlur");
  gaussian.setAttribute("stdDeviation", String(BLUR_MILLIMETRES * detail));
  const edge = document.createElementNS(SVG, "feComponentTransfer");
  const alpha = document.createElementNS(SVG, "feFuncA");
  alpha.setAttribute("type", "linear");
  alpha.setAttribute("slope", String(EDGE_SLOPE));
  alpha.setAttribute("intercept", String((1 - EDGE_SLOPE) / 2));
  edge.append(alpha);
  blur.append(gaussian, edge);

  const clip = document.createElementNS(SVG, "clipPath");
  clip.id = CLIP_ID;
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", skin);
  outline.setAttribute("clip-rule", "evenodd");
  clip.append(outline);

  const definitions = document.createElementNS(SVG, "defs");
  definitions.append(blur, clip);
  svg.prepend(definitions);
}
