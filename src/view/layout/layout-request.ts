// Answers: what is a layout asked, and what does it give? Plain values: they pass between threads.
import type { Point } from "../scene/scene-geometry.ts";

/** Footprint of an actor with its label, in layout units: two actors overlap when they are nearer than this on both axes. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The footprint the start positions are made with. */
export const LABEL_BOX: Box = { width: 130, height: 106 };

export interface LayoutGraph {
  /** Distinct. Their order does not matter. */
  readonly ids: readonly string[];
  /** Ends as indices into `ids`. Order, direction, repetitions and loops do not matter. */
  readonly edges: ReadonlyArray<readonly [number, number]>;
  /** Where actors stand now, by id. Stress starts from there and keeps to it; without, it draws anew. */
  readonly start?: ReadonlyMap<string, Point>;
  /** Actors that stay exactly where they are, by id; others keep clear of them. */
  readonly fixed?: ReadonlyMap<string, Point>;
  /** `LABEL_BOX` when absent. */
  readonly box?: Box;
}

/**
 * `stress`: distances as near as can be to the number of hops. `concentric`: rings by hops from the centers. `layers`: columns by hops from
 * the starts. `grid`: a block for each group. `timeline`: x by day, undated actors in columns of their own on the left.
 */
export type LayoutChoice =
  | { readonly layout: "stress"; readonly seed: number }
  | { readonly layout: "concentric"; readonly centers: readonly string[] }
  | { readonly layout: "layers"; readonly from: readonly string[] }
  | { readonly layout: "grid"; readonly groups: ReadonlyMap<string, string> }
  | { readonly layout: "timeline"; readonly days: ReadonlyMap<string, number> };

export type LayoutRequest = LayoutGraph & LayoutChoice;
export type LayoutName = LayoutChoice["layout"];

/** Of every id asked for, in that order; whole numbers but for fixed actors. */
export type Positions = ReadonlyMap<string, Point>;
