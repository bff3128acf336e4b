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
  /** The same where the ring of what is selected stands between them. */
  ringMargin: 12,
  outline: 3,
  /** Labels of actors never stand smaller on the screen, in pixels: where they would, fewer are shown. */
  legiblePixels: 12,
  /** Marks on lines that would be smaller on the screen are not drawn, in pixels. */
  minPixels: 6,
  arrowScale: 0.9,
} as const;

/** How many times larger than in the layout the lettering of actors is drawn, so that it stays legible on the screen. */
export function letteringScaleOf(zoom: number): number {
  return Math.max(1, LABEL.legiblePixels / (LABEL.size * zoom));
}

/** Breaks a caption where a line would grow wider than a label may; its own line breaks stay. Words are never cut. */
export function linesOf(caption: string, widthOfText: (text: string) => number): string[] {
  return caption.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1);
      const longer = `${last} ${word}`;
      if (last === undefined || widthOfText(longer) > LABEL.maxWidth) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

/** A canvas's context, as far as it measures. */
export interface Pen {
  font: string;
  measureText(text: string): { readonly width: number };
}

/** Measures texts in the lettering of actors, in layout units; each is measured once. Without a pen, widths are guessed. */
export function measuredIn(pen: Pen | null): (text: string) => number {
  if (pen !== null) pen.font = `${LABEL.weight} ${LABEL.size}px ${FONT}`;
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = pen?.measureText(text).width ?? LABEL.size * 0.6 * text.length;
    widths.set(text, width);
    return width;
  };
}
