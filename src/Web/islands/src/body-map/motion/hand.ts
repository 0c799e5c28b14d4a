const SVG = "http://www.w3.org/2000/svg";

/** What presses on the skin when it is no ball. */
export type Presser = "fingers" | "thumb" | "pinch";

/** A finger: where its tip is beside the spot, how it is turned, how broad and how long it is. Millimetres and degrees; it points up. */
interface Finger {
  readonly x: number;
  readonly y: number;
  readonly turned: number;
  readonly breadth: number;
  readonly length: number;
}

const HANDS: Readonly<Record<Presser, readonly Finger[]>> = {
  fingers: [
    { x: -15, y: 3, turned: -4, breadth: 15, length: 62 },
    { x: 15, y: 4, turned: 4, breadth: 14, length: 58 },
    { x: 0, y: -2, turned: 0, breadth: 16, length: 68 },
  ],
  thumb: [{ x: 0, y: -4, turned: 0, breadth: 22, length: 66 }],
  pinch: [
    { x: 0, y: -13, turned: 168, breadth: 16, length: 58 },
    { x: 0, y: 11, turned: -8, breadth: 21, length: 60 },
  ],
};

/** How far, in millimetres, tips go beyond where they first touch as they sink in, and the two of a pinch towards each other. */
const SINK = 3;

/** @param paint name of the gradient along a finger. */
export function drawHand(presser: Presser, paint: string): SVGGElement {
  const hand = document.createElementNS(SVG, "g");
  hand.classList.add("hand");
  for (const { x, y, turned, breadth, length } of HANDS[presser]) {
    const finger = document.createElementNS(SVG, "g");
    finger.setAttribute("transform", `translate(${x} ${y}) rotate(${turned})`);
    const half = breadth / 2;
    const outline = document.createElementNS(SVG, "path");
    outline.classList.add("finger");
    outline.setAttribute("fill", `url(#${paint})`);
    outline.setAttribute("stroke", `url(#${paint}-edge)`);
    outline.setAttribute("d", `M${-half - 1} ${length}L${-half} ${half * 1.1}C${-half} ${-half * 0.35} ${half} ${-half * 0.35} ${half} ${half * 1.1}L${half + 1} ${length}`);
    const nail = document.createElementNS(SVG, "path");
    nail.classList.add("nail");
    const [wide, high] = [half * 0.58, half * 1.1];
    nail.setAttribute("d", `M${-wide} ${half * 0.75}C${-wide} ${half * 0.05} ${wide} ${half * 0.05} ${wide} ${half * 0.75}L${wide * 0.95} ${half * 0.75 + high}C${wide * 0.5} ${half + high} ${-wide * 0.5} ${half + high} ${-wide * 0.95} ${half * 0.75 + high}Z`);
    finger.append(outline, nail);
    hand.append(finger);
  }
  return hand;
}

/**
 * The hand comes from below and from outside, so that it hides as little of the body as can be.
 * @param outside whether the spot lies right of the body's middle in the drawing: 1, left of it: -1, on it: 0.
 * @param pressure 0 … 10. @param lift 0 … 1.
 */
export function handTransform(at: { readonly x: number; readonly y: number }, outside: number, pressure: number, lift: number): string {
  const shrink = 1 + lift * 0.12 - pressure * 0.012;
  return `translate(${at.x.toFixed(1)} ${(at.y + lift * 26 - (pressure / 10) * SINK).toFixed(1)}) rotate(${-38 * outside}) scale(${shrink.toFixed(3)})`;
}
