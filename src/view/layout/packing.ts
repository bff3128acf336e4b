// Answers: how do several pictures share one sheet?
import type { Point } from "../scene/scene-geometry.ts";
import type { Board } from "./layout-board.ts";
import type { Box } from "./layout-request.ts";

/** Width of a packed sheet over its height, about that of the canvas. */
const ASPECT = 1.5;

/** Room between the boxes of a block, as a share of a box. */
const BLOCK_GAP = 0.15;

/** Left upper corners of rectangles on shelves, high ones first. None overlap. Cost O(n log n). */
export function shelvesOf(rectangles: readonly Box[], gap: number): Point[] {
  const area = rectangles.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const room = Math.max(Math.sqrt(area * ASPECT), ...rectangles.map((r) => r.width + gap));
  const order = [...rectangles.keys()].sort((a, b) => (rectangles[b]?.height ?? 0) - (rectangles[a]?.height ?? 0) || a - b);
  const corners: Point[] = rectangles.map(() => ({ x: 0, y: 0 }));
  let [x, y, shelf] = [0, 0, 0];
  for (const i of order) {
    const { width, height } = rectangles[i] ?? { width: 0, height: 0 };
    if (x > 0 && x + width > room) [x, y, shelf] = [0, y + shelf + gap, 0];
    corners[i] = { x, y };
    x += width + gap;
    shelf = Math.max(shelf, height);
  }
  return corners;
}

/** Centres of `count` boxes in rows, from (0, 0) to the right and down. */
export function blockOf(count: number, box: Box, columns = columnsOf(count, box)): Point[] {
  return Array.from({ length: count }, (_, i) => ({
    x: Math.round((i % columns) * box.width * (1 + BLOCK_GAP)),
    y: Math.round(Math.floor(i / columns) * box.height * (1 + BLOCK_GAP)),
  }));
}

function columnsOf(count: number, box: Box): number {
  return Math.max(1, Math.ceil(Math.sqrt((count * ASPECT * box.height) / box.width)));
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of these nodes with their boxes; undefined when there are none. */
export function frameOf(board: Board, nodes: readonly number[]): Frame | undefined {
  if (nodes.length === 0) return undefined;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const i of nodes) {
    const [x, y] = [board.xs[i] as number, board.ys[i] as number];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const [halfWidth, halfHeight] = [board.box.width / 2, board.box.height / 2];
  return { left: left - halfWidth, right: right + halfWidth, top: top - halfHeight, bottom: bottom + halfHeight };
}

/** Sets nodes that belong nowhere in rows below the others, in the order given. */
export function setBelow(board: Board, nodes: readonly number[], others: readonly number[]): void {
  const frame = frameOf(board, others);
  const left = frame === undefined ? 0 : frame.left + board.box.width / 2;
  const top = frame === undefined ? 0 : frame.bottom + board.box.height * 1.5;
  const wide = frame === undefined ? 0 : Math.floor((frame.right - frame.left) / (board.box.width * (1 + BLOCK_GAP)));
  const places = blockOf(nodes.length, board.box, Math.max(wide, columnsOf(nodes.length, board.box)));
  nodes.forEach((i, k) => {
    board.xs[i] = left + (places[k]?.x ?? 0);
    board.ys[i] = top + (places[k]?.y ?? 0);
  });
}
