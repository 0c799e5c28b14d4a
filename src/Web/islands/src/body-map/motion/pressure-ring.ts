import type { ScreenPlace } from "../figure-view";
import type { Ball } from "./ball";

const SVG = "http://www.w3.org/2000/svg";
/** Room between the ball and its ring, and how much more of it a pressure of 10 makes. */
const GAP_PIXELS = 7;
const GROWTH = 0.85;

/** The press as a ring around the ball: wider the harder, filled as the hold goes by, with the seconds left on the ball. */
export class PressureRing {
  readonly root = document.createElementNS(SVG, "svg");
  readonly #ring = document.createElementNS(SVG, "g");
  readonly #halo = circle("halo");
  readonly #press = circle("press");
  readonly #time = circle("time");
  readonly #seconds = document.createElementNS(SVG, "text");

  constructor() {
    this.root.classList.add("pressure");
    this.root.setAttribute("aria-hidden", "true");
    this.#time.setAttribute("pathLength", "1");
    this.#time.setAttribute("transform", "rotate(-90)");
    this.#seconds.setAttribute("dy", "0.35em");
    this.#ring.append(this.#press, this.#halo, this.#time, this.#seconds);
    this.root.append(this.#ring);
    this.hide();
  }

  hide(): void {
    this.root.setAttribute("hidden", "");
  }

  /** @param centre where the ball's middle is seen. @param counts whether the seconds are written on it; on a hand they would hide it. */
  place(ball: Ball, centre: ScreenPlace, pixelsPerMillimetre: number, counts = true): void {
    const size = ball.radius * pixelsPerMillimetre;
    const isShown = ball.lift < 0.5 && !centre.hidden;
    this.root.toggleAttribute("hidden", !isShown);
    if (!isShown) return;
    this.#ring.setAttribute("transform", `translate(${centre.x.toFixed(1)} ${centre.y.toFixed(1)})`);
    const ring = size + GAP_PIXELS;
    this.#press.setAttribute("r", (size * (1 + (GROWTH * ball.pressure) / 10)).toFixed(1));
    this.#press.style.opacity = String((0.06 + ball.pressure * 0.045) * (counts ? 1 : 0.5));
    for (const each of [this.#halo, this.#time]) {
      each.setAttribute("r", ring.toFixed(1));
      each.toggleAttribute("hidden", ball.countdown === undefined);
    }
    this.#time.style.strokeDashoffset = String(1 - ball.held);
    this.#seconds.textContent = counts && ball.countdown !== undefined ? String(ball.countdown) : "";
    this.#seconds.style.fontSize = `${Math.max(15, size * 0.95).toFixed(0)}px`;
  }
}

export const PRESSURE_STYLES = `
.pressure { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; pointer-events: none; overflow: hidden; }
.pressure .press { fill: var(--point); }
.pressure .halo { fill: none; stroke: var(--paper); stroke-width: 7; stroke-opacity: 0.9; }
.pressure .time { fill: none; stroke: var(--point); stroke-width: 4.5; stroke-linecap: round; stroke-dasharray: 1; }
.pressure text { fill: #fff; text-anchor: middle; font-weight: 720; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; paint-order: stroke; stroke: var(--ball-dark); stroke-width: 5px; stroke-linejoin: round; }
`;

function circle(name: string): SVGCircleElement {
  const element = document.createElementNS(SVG, "circle");
  element.classList.add(name);
  return element;
}
