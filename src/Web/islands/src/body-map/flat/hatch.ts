const SVG = "http://www.w3.org/2000/svg";
const HATCH_ID = "paint-hatch";
const HATCH_MILLIMETRES = 9;

/** Stripes, so that what does not hurt is told from the other colours without its own. @returns what a shape is filled with. */
export function hatchOn(svg: SVGSVGElement, detail: number): string {
  const size = HATCH_MILLIMETRES * detail;
  const pattern = document.createElementNS(SVG, "pattern");
  pattern.id = HATCH_ID;
  pattern.setAttribute("patternUnits", "userSpaceOnUse");
  pattern.setAttribute("width", String(size));
  pattern.setAttribute("height", String(size));
  pattern.setAttribute("patternTransform", "rotate(45)");
  for (const width of [size, size / 2]) {
    const stripe = document.createElementNS(SVG, "rect");
    stripe.setAttribute("class", "hatch");
    stripe.setAttribute("width", String(width));
    stripe.setAttribute("height", String(size));
    pattern.append(stripe);
  }
  svg.prepend(pattern);
  return `url(#${HATCH_ID})`;
}
