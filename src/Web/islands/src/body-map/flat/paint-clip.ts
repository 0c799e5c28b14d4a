export const BLUR_ID = "paint-blur";
export const CLIP_ID = "paint-clip";

const SVG = "http://www.w3.org/2000/svg";

/** Softness of painted edges. */
const BLUR_MILLIMETRES = 4.5;

/** Gives the drawing the blur that makes patches look like paint, and the outline that keeps the blur on the skin. */
export function addPaintClip(svg: SVGSVGElement, skin: string): void {
  const blur = document.createElementNS(SVG, "filter");
  blur.id = BLUR_ID;
  // In units of the figure: a region in shares of the painted part would cut the soft edge of small marks.
  const [, , width = "0", height = "0"] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/);
  blur.setAttribute("filterUnits", "userSpaceOnUse");
  blur.setAttribute("width", width);
  blur.setAttribute("height", height);
  blur.setAttribute("x", "0");
  blur.setAttribute("y", "0");
  blur.setAttribute("color-interpolation-filters", "sRGB");
  const gaussian = document.createElementNS(SVG, "feGaussianBlur");
  gaussian.setAttribute("stdDeviation", String(BLUR_MILLIMETRES));
  blur.append(gaussian);

  const clip = document.createElementNS(SVG, "clipPath");
  clip.id = CLIP_ID;
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", skin);
  clip.append(outline);

  const definitions = document.createElementNS(SVG, "defs");
  definitions.append(blur, clip);
  svg.prepend(definitions);
}
