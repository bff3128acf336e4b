// Answers: in which letters do labels stand beside nodes and lines?

/** Cytoscape takes no single quotes in it. */
export const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif';

/** In layout units, unless said otherwise. */
export const LABEL = {
  size: 13,
  weight: 500,
  lineHeight: 1.15,
  maxWidth: 120,
  /** Between the rim of a node and its label. */
  margin: 5,
  outline: 3,
  /** Labels that would be smaller on the screen are not drawn, in pixels. */
  minPixels: 6,
  arrowScale: 0.9,
} as const;
