/** The rules of the labels around a point. Colours are those of the figure's element. */
export const EXACT_STYLES = `
:host, .exact-lines { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; pointer-events: none; overflow: hidden; }
:host([hidden]), .left-out { display: none !important; }
.exact-target .halo { fill: none; stroke: var(--paper); stroke-width: 6; }
.exact-target .ring, .exact-target .hairs { fill: none; stroke: var(--point); stroke-width: 3; }
.exact-target .hairs { stroke-linecap: round; }
.exact-target .dot { fill: var(--point); }
.exact-target .spread { fill: color-mix(in srgb, var(--point) 14%, transparent); stroke: var(--point); stroke-width: 2; stroke-dasharray: 2 7; stroke-linecap: round; }
.exact-dot .spot { fill: var(--ink); stroke: var(--paper); stroke-width: 2; }
.exact-dot .arrow { display: none; fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.exact-dot.beyond .spot { display: none; }
.exact-dot.beyond .arrow { display: block; }
.leader { fill: none; stroke: var(--ink); stroke-width: 1.25; }
.exact-label {
  position: absolute; inset: 0 auto auto 0; display: grid; gap: 0.05rem; padding: 0.3rem 0.6rem; border-radius: 0.7rem; max-inline-size: 10.5rem;
  background: color-mix(in srgb, var(--paper) 92%, transparent); box-shadow: 0 0 0 1px color-mix(in srgb, var(--ink) 16%, transparent); font-size: 0.8125rem; line-height: 1.2;
}
.exact-label b { font-weight: 650; }
.exact-label span { color: color-mix(in srgb, var(--ink) 74%, var(--paper)); }
:host(.moving) .exact-label, :host(.moving) .leader, :host(.moving) .exact-dot { opacity: 0; }
@media (prefers-reduced-motion: no-preference) { .exact-label, .leader, .exact-dot { transition: opacity 180ms; } }
`;
