/** Fibres of a muscle on a flat drawing. */
export const FIBRE_STYLES = `
.fibres path, .muscles path { stroke-linejoin: round; stroke-width: 0.7px; }
.fibres [class^="tissue"], .muscles [class^="tissue"] { --tissue: color-mix(in oklab, var(--fibre) var(--flesh), var(--tendon)); fill: var(--tissue); stroke: var(--tissue); }
.tissue-0 { --flesh: 0%; }
.tissue-1 { --flesh: 20%; }
.tissue-2 { --flesh: 42%; }
.tissue-3 { --flesh: 64%; }
.tissue-4 { --flesh: 84%; }
.tissue-5 { --flesh: 100%; }
.fibres .grain, .muscles .grain { fill: none; stroke: color-mix(in srgb, var(--fibre) 62%, #fff3e6); stroke-opacity: 0.45; stroke-width: 0.8px; stroke-linecap: round; }
.fibres { opacity: 0.8; }
.fibres .far { fill: var(--fibre); fill-opacity: 0.06; stroke: var(--fibre); stroke-opacity: 0.28; stroke-width: 0.7; stroke-dasharray: 4 4; }
`;

/** The rules of the element's shadow tree. Colours come from custom properties, so that a page can set them. */
export const BODY_MAP_STYLES = `
:host {
  --skin: var(--body-map-skin, #e6d0bf);
  --exposure: 1;
  --pain: var(--body-map-pain, #d8483a);
  --zone: var(--body-map-zone, #1d7f8c);
  --zone-line: #0a4852;
  --zone-edge: #f2fbfb;
  --free: var(--body-map-free, #3a62b0);
  --point: var(--body-map-point, #0b5563);
  --muscle: var(--body-map-fibre, #99402f);
  --fibre: var(--muscle);
  --lit: #c8452f;
  --tendon: var(--body-map-tendon, #ead9c4);
  --paper: var(--body-map-paper, #fffdfa);
  --ink: var(--body-map-ink, #33291f);
  --ball: #1d7f8c;
  --ball-light: #6cc0c9;
  --ball-dark: #0a4852;
  --ball-edge: #083a43;
  --ball-seam: #eefafa;
  display: block;
  position: relative;
  aspect-ratio: 3 / 4;
  min-inline-size: 0;
  overflow: hidden;
  user-select: none;
  -webkit-user-select: none;
  -webkit-tap-highlight-color: transparent;
  color: var(--ink);
  font-weight: 500;
  font-size: 0.875rem;
  line-height: 1.2;
}
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
.stage { position: absolute; inset: 0; border-radius: inherit; touch-action: pan-y; }
.stage:focus-visible { outline: 3px solid var(--point); outline-offset: -3px; }
.stage > *, .sheets > svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
/* Close up the figure fades out at the edges of its field instead of being cut off. */
.stage > canvas, .stage > .zoomed {
  mask: linear-gradient(to right, transparent, #000 1.25rem calc(100% - 1.25rem), transparent),
    linear-gradient(transparent, #000 1.25rem calc(100% - 1.25rem), transparent);
  mask-composite: intersect;
}
/* Each sheet is a picture of its own for the browser; strokes draw only the middle one again. */
.sheets > svg { will-change: transform; }
.stage > canvas, .stage > .zoomed { cursor: grab; }
.stage.brushing > * { cursor: crosshair; }

/* A border closes the hairlines between patches and keeps what the blur would wear away from narrow ones. */
.paint path { stroke-width: calc(6px * var(--detail)); stroke-linejoin: round; }
.paint.pain { stroke: var(--pain); }
.paint.essential, .paint.spillover { stroke: var(--zone); }
.paint.pain { fill: var(--pain); opacity: 0.88; }
.paint.essential { fill: var(--zone); opacity: 0.72; }
.paint.spillover { fill: var(--zone); opacity: 0.36; }
.paint.free path { filter: none; }
.paint.free:not([fill]) { fill: var(--free); opacity: 0.5; }
.hatch { fill: var(--free); fill-opacity: 0.3; }
.hatch + .hatch { fill-opacity: 0.62; }
${FIBRE_STYLES}/* The words for the sides are set over the drawing instead, where they keep their size and stay in sight close up. */
.peeled .fibres { opacity: 1; --fibre: var(--lit); }
.muscles g.pointed { --fibre: var(--lit); }
/* Lines drawn for the whole figure are heavy from very near. */
.sheets.near g.lines { opacity: 0.3; }
.sheets.peeled > svg:first-child { opacity: 0.62; }
/* The words for the sides are set over the drawing instead, where they keep their size and stay in sight close up. */
.labels { display: none; }

.markers { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; pointer-events: none; overflow: hidden; }
.markers .halo { fill: none; stroke: var(--paper); stroke-width: 6; }
.markers .ring { fill: none; stroke: var(--point); stroke-width: 3; }
.markers .dot { fill: var(--point); stroke: var(--paper); stroke-width: 1.5; }
.markers .pulse { fill: var(--point); fill-opacity: 0.3; }
.markers .point.behind .ring { stroke-dasharray: 5 4; }
.markers .chain-halo, .markers .chain { fill: none; stroke-linecap: round; stroke-linejoin: round; }
.markers .chain-halo { stroke: var(--paper); stroke-width: 6; stroke-opacity: 0.85; }
.markers .chain { stroke: var(--point); stroke-width: 2.5; stroke-dasharray: 1 7; }
.markers .numbered .dot { display: none; }
.markers .numbered .ring { fill: var(--paper); }
.markers .disc { fill: var(--paper); stroke: var(--point); stroke-width: 2.5; }
.markers .stop.behind { opacity: 0.75; }
.markers .stop.behind .disc { stroke-dasharray: 4 3; }
.markers text { fill: var(--point); font-weight: 650; }
.markers .number { text-anchor: middle; }
.markers .name { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }

/* While a ball rolls it says where to press. */
.markers.under-motion { display: none; }

.side {
  position: absolute; inset: 0 auto auto 0; padding: 0.2rem 0.55rem; border-radius: 1rem;
  background: color-mix(in srgb, var(--paper) 82%, transparent); pointer-events: none; white-space: nowrap; font-size: 0.8125rem;
}
.muscle-name {
  position: absolute; inset: 0 auto auto 0; padding: 0.3rem 0.65rem; border-radius: 1rem; background: var(--ink); color: var(--paper);
  font-size: 0.8125rem; font-weight: 600; white-space: nowrap; pointer-events: none;
}
.markers.under-exact { display: none; }
.brush-ring {
  position: absolute; inset: 0 auto auto 0; border: 1.5px solid var(--ink); border-radius: 50%; box-shadow: 0 0 0 1.5px var(--paper);
  pointer-events: none; opacity: 0.7;
}
.zoom { position: absolute; inset: 0.5rem 0.5rem auto auto; display: grid; gap: 0.375rem; }
.zoom button {
  inline-size: 2.75rem; block-size: 2.75rem; padding: 0; display: grid; place-items: center; border: 1px solid color-mix(in srgb, var(--ink) 18%, transparent);
  border-radius: 50%; background: color-mix(in srgb, var(--paper) 90%, transparent); color: var(--ink); cursor: pointer; touch-action: manipulation;
}
.zoom button:hover { background: var(--paper); border-color: var(--ink); }
.zoom button:focus-visible { outline: 3px solid var(--point); outline-offset: 2px; }
.zoom svg { inline-size: 1.25rem; block-size: 1.25rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.status { position: absolute; inset: auto 1rem 1rem 1rem; margin: 0; text-align: center; pointer-events: none; }
.said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* On a phone the whole figure is small: names and numbers must not bury it. */
:host { container-type: inline-size; }
@container (inline-size < 30rem) {
  .markers text { font-size: 0.75rem; }
  .markers .stop > *, .markers .point > * { scale: 0.78; }
  .side { font-size: 0.75rem; padding-inline: 0.45rem; }
}

@keyframes unknot-pulse { from { transform: scale(1); opacity: 1; } to { transform: scale(2.6); opacity: 0; } }
@media (prefers-reduced-motion: no-preference) {
  .markers .pulse { animation: unknot-pulse 1.8s ease-out infinite; }
}
@media (prefers-color-scheme: dark) {
  :host {
    --exposure: 0.86;
    --figure-skin: #d8c6b7;
    --figure-shade: #6b3f29;
    --figure-line: #49352a;
    --figure-label: #b9aa9d;
    --pain: var(--body-map-pain, #ef6a58);
    --zone: var(--body-map-zone, #3fb4bf);
    --zone-line: #c9f5f7;
    --zone-edge: #04282e;
    --free: var(--body-map-free, #7ea6f2);
    --point: var(--body-map-point, #7fdbe4);
    --muscle: var(--body-map-fibre, #b5574a);
    --lit: #e0654c;
    --paper: var(--body-map-paper, #1d1a17);
    --ink: var(--body-map-ink, #efe6dc);
  }
}
`;
