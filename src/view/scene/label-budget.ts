// Answers: whose labels are shown at this zoom, so that no two of them overlap?
import { LABEL, letteringScaleOf, linesOf } from "./lettering.ts";
import { isSelectedIn, type Scene, type SceneNode } from "./scene.ts";
import { captionOf, nodeSizeOf } from "./scene-geometry.ts";

/** Where a label would stand, in pixels of the screen, but for the pan. */
export interface LabelBox {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Side of a square of the grid boxes are looked up in, in pixels: about the width of a label. */
const SQUARE = 128;
/** Boxes that touch may overlap by what is lost in rounding, in pixels: they touch at every zoom alike. */
const ROUNDING = 1e-6;

/**
 * Actors whose labels are shown: taken by importance, each unless its label would overlap one taken before. The most important label is
 * always shown; zooming in hides a label only for a more important one that has found room. Does not depend on the pan.
 * Cost O(n log n) for labels that are spread out.
 */
export function shownLabelsOf(scene: Scene, zoom: number, widthOfText: (text: string) => number): Set<string> {
  return apartFromEachOther(byImportance(scene).map((node) => labelBoxOf(node, isSelectedIn(scene, node), zoom, widthOfText)));
}

/** Selected ones first, then those on a route, pinned ones, those not faded, and among equals those with more visible relations. */
export function byImportance(scene: Scene): SceneNode[] {
  const rankOf = (node: SceneNode): number => {
    if (isSelectedIn(scene, node)) return 0;
    if (node.hopNumber !== undefined) return 1;
    if (node.isPinned === true) return 2;
    return node.isFaded === true ? 4 : 3;
  };
  return scene.nodes
    .map((node) => ({ node, rank: rankOf(node) }))
    .sort((a, b) => a.rank - b.rank || b.node.degree - a.node.degree || (a.node.id < b.node.id ? -1 : 1))
    .map(({ node }) => node);
}

/** The box of a node's label, its halo included. */
export function labelBoxOf(node: SceneNode, isSelected: boolean, zoom: number, widthOfText: (text: string) => number): LabelBox {
  const lines = linesOf(captionOf(node), widthOfText);
  const scale = letteringScaleOf(zoom) * zoom;
  const half = (Math.max(...lines.map(widthOfText)) / 2 + LABEL.outline / 2) * scale;
  const top = (node.y + nodeSizeOf(node.degree) / 2 + (isSelected ? LABEL.ringMargin : LABEL.margin)) * zoom;
  const bottom = top + lines.length * LABEL.lineHeight * LABEL.size * scale;
  return { id: node.id, left: node.x * zoom - half, right: node.x * zoom + half, top, bottom };
}

/** Ids of boxes taken in this order, each unless it overlaps one taken before; boxes that only touch do not overlap. */
export function apartFromEachOther(boxes: readonly LabelBox[]): Set<string> {
  const taken = new Map<string, LabelBox[]>();
  const shown = new Set<string>();
  for (const box of boxes) {
    const squares = squaresOf(box);
    if (squares.some((square) => taken.get(square)?.some((other) => overlaps(box, other)) === true)) continue;
    shown.add(box.id);
    for (const square of squares) {
      const held = taken.get(square);
      if (held === undefined) taken.set(square, [box]);
      else held.push(box);
    }
  }
  return shown;
}

function overlaps(a: LabelBox, b: LabelBox): boolean {
  const isApart = (end: number, start: number): boolean => end - start <= ROUNDING;
  return !(isApart(a.right, b.left) || isApart(b.right, a.left) || isApart(a.bottom, b.top) || isApart(b.bottom, a.top));
}

function squaresOf({ left, right, top, bottom }: LabelBox): string[] {
  const squares: string[] = [];
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++)
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) squares.push(`${x} ${y}`);
  return squares;
}
