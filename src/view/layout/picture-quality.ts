// Answers: how well do the distances of a picture show the number of hops, and how many actors stand on each other?
import { type Board, boardOf, hopsFrom } from "./layout-board.ts";
import type { LayoutGraph, Positions } from "./layout-request.ts";
import { overlapsOf } from "./overlaps.ts";

/** Up to so many actors all pairs are measured, above it the pairs of so many actors, spread evenly over the ids, with all others. */
export const MEASURED_SOURCES = 300;

export interface PictureQuality {
  /** 0 is perfect; comparable between pictures of one graph whatever their scale. */
  readonly stress: number;
  /** Pairs of overlapping actors. */
  readonly overlaps: number;
}

export function qualityOf(graph: LayoutGraph, positions: Positions): PictureQuality {
  const board = boardOf({ ...graph, start: positions, fixed: new Map() });
  return { stress: normalizedStressOf(board), overlaps: overlapsOf(board.xs, board.ys, board.box) };
}

/**
 * Mean over the connected pairs of (s·distance / hops − 1)², at the scale s that makes it least. Pairs without a route do not count.
 * Source: Gansner, Hu, North 2013, "A Maxent-Stress Model for Graph Layout", at the best scale. Cost O(sources · (V + E)).
 */
export function normalizedStressOf(board: Board): number {
  const count = board.ids.length;
  const every = Math.max(1, count / MEASURED_SOURCES);
  let [pairs, linear, square] = [0, 0, 0];
  for (let k = 0; k * every < count; k++) {
    const i = Math.floor(k * every);
    const hops = hopsFrom(board, [i]);
    for (let j = 0; j < count; j++) {
      const far = hops[j] as number;
      if (far <= 0) continue;
      const ratio = distanceOf(board, i, j) / far;
      pairs++;
      linear += ratio;
      square += ratio * ratio;
    }
  }
  // Σ (s·r − 1)² is least at s = Σr / Σr², where it is n − (Σr)² / Σr².
  return pairs === 0 ? 0 : square === 0 ? 1 : Math.max(0, 1 - (linear * linear) / square / pairs);
}

/** By a square root, which every engine rounds alike; `Math.hypot` differs between them, and descent makes much of the last digit. */
export function distanceOf({ xs, ys }: Board, i: number, j: number): number {
  const dx = (xs[i] as number) - (xs[j] as number);
  const dy = (ys[i] as number) - (ys[j] as number);
  return Math.sqrt(dx * dx + dy * dy);
}
