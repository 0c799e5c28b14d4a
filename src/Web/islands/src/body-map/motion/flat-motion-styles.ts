/** Colours come from the page's custom properties, in light and dark. */
export const FLAT_MOTION_STYLES = `
.motion .lane-edge, .motion .lane, .motion .trail, .motion .seam { fill: none; stroke-linecap: round; stroke-linejoin: round; }
.motion .lane-edge { stroke: var(--paper); stroke-opacity: 0.7; stroke-width: 11; }
.motion .lane { stroke: var(--point); stroke-opacity: 0.42; stroke-width: 5; stroke-dasharray: 0.1 9; }
.motion .trail { stroke: var(--point); stroke-width: 5; stroke-opacity: 0.85; }
.motion .stop { fill: var(--paper); stroke: var(--point); stroke-width: 2.6; }
.motion .seam { stroke: var(--ball-seam); stroke-width: 2.4; }
.motion .shade { fill: none; stroke: var(--ball-edge); stroke-width: 1.2; }
.motion.behind .trail, .motion.behind .lane, .motion.behind .lane-edge, .motion.behind .stop, .motion.behind .dent { opacity: 0.3; }
.ball-light { stop-color: var(--ball-light); }
.ball-colour { stop-color: var(--ball); }
.ball-dark { stop-color: var(--ball-dark); }
.finger { stroke-width: 1.4; stroke-linejoin: round; }
.nail { fill: #fbe6da; fill-opacity: 0.85; stroke: #b07a5e; stroke-opacity: 0.5; stroke-width: 0.7; }
.finger-tip { stop-color: #e2a98b; }
.finger-base { stop-color: #e2a98b; stop-opacity: 0; }
.finger-edge { stop-color: #7d4a33; }
.finger-edge-base { stop-color: #7d4a33; stop-opacity: 0; }
.dent-deep { stop-color: #2a120a; stop-opacity: 0.62; }
.dent-none { stop-color: #2a120a; stop-opacity: 0; }
`;
