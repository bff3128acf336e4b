// Answers: where do actors stand when each group shall have a block of its own?
import type { Board } from "./layout-board.ts";
import { settle } from "./overlaps.ts";
import { blockOf, shelvesOf } from "./packing.ts";

/** Between blocks, in heights of a box. */
const BLOCKS_APART = 0.8;

/** Blocks on shelves, the highest first, actors of a block in id order. Actors without a group make one of their own. Cost O(V log V). */
export function drawGrid(board: Board, groupOf: (i: number) => string | undefined): void {
  const groups = new Map<string | undefined, number[]>();
  for (const [i, isFixed] of board.fixed.entries()) {
    if (isFixed === 1) continue;
    const members = groups.get(groupOf(i));
    if (members === undefined) groups.set(groupOf(i), [i]);
    else members.push(i);
  }
  const named = [...groups].sort(([a = "\uffff"], [b = "\uffff"]) => (a < b ? -1 : a > b ? 1 : 0));
  const blocks = named.map(([, members]) => ({ members, places: blockOf(members.length, board.box) }));
  const sizes = blocks.map(({ places }) => ({
    width: places.reduce((most, p) => Math.max(most, p.x), 0) + board.box.width,
    height: places.reduce((most, p) => Math.max(most, p.y), 0) + board.box.height,
  }));
  const corners = shelvesOf(sizes, board.box.height * BLOCKS_APART);
  for (const [b, { members, places }] of blocks.entries())
    members.forEach((i, k) => {
      board.xs[i] = (corners[b]?.x ?? 0) + (places[k]?.x ?? 0);
      board.ys[i] = (corners[b]?.y ?? 0) + (places[k]?.y ?? 0);
    });
  settle(board);
}
