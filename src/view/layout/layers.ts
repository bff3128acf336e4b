// Answers: where do actors stand when columns shall show their hops from a start?
import { type Board, componentsOf, hopsFrom, neighborsOf } from "./layout-board.ts";
import { settle } from "./overlaps.ts";
import { setBelow } from "./packing.ts";
import { spreadOut } from "./spread.ts";

/** Between columns that differ in hops, for the lines, in widths of a box. */
const GUTTER = 0.8;
const SWEEPS = 8;

/**
 * A column for each number of hops, from left to right; long ones are broken into several without a gutter. Each actor as near as can be
 * to the height of its neighbors. Actors without a route from a start stand in rows below. Source: Sugiyama, Tagawa, Toda 1981
 * (barycenters). Cost O(V log V + E).
 */
export function drawLayers(board: Board, from: readonly number[]): void {
  const hops = hopsFrom(board, from);
  const free = [...hops.keys()].filter((i) => board.fixed[i] === 0);
  const columns = columnsOf(
    free.filter((i) => hops[i] !== -1),
    hops,
  );
  let x = 0;
  let before = 0;
  for (const { far, nodes } of columns) {
    if (far > before) x += board.box.width * GUTTER;
    for (const i of nodes) board.xs[i] = x;
    for (const [row, i] of nodes.entries()) board.ys[i] = row * board.box.height;
    x += board.box.width + 1;
    before = far;
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const { nodes } of sweep % 2 === 0 ? columns : [...columns].reverse()) align(board, nodes);
  const below = componentsOf(board)
    .flat()
    .filter((i) => hops[i] === -1 && board.fixed[i] === 0);
  const unreached = new Set(below);
  setBelow(
    board,
    below,
    [...hops.keys()].filter((i) => !unreached.has(i)),
  );
  settle(board, "y");
}

interface Column {
  readonly far: number;
  readonly nodes: readonly number[];
}

function columnsOf(nodes: readonly number[], hops: Int32Array): Column[] {
  const rows = Math.max(10, Math.ceil(1.2 * Math.sqrt(nodes.length)));
  const byHops = new Map<number, number[]>();
  for (const i of nodes) byHops.set(hops[i] as number, [...(byHops.get(hops[i] as number) ?? []), i]);
  return [...byHops]
    .sort(([a], [b]) => a - b)
    .flatMap(([far, all]) => {
      const count = Math.ceil(all.length / rows);
      return Array.from({ length: count }, (_, c) => ({ far, nodes: all.filter((_, k) => k % count === c) }));
    });
}

/** Reorders a column by the mean height of the neighbors in other columns, and moves it there as far as boxes allow. */
function align(board: Board, nodes: readonly number[]): void {
  const { xs, ys, box } = board;
  const wanted = new Map(
    nodes.map((i) => {
      const others = [...neighborsOf(board, i)].filter((j) => xs[j] !== xs[i] && !Number.isNaN(ys[j]));
      const sum = others.reduce((total, j) => total + (ys[j] as number), 0);
      return [i, others.length === 0 ? (ys[i] as number) : sum / others.length];
    }),
  );
  const order = [...nodes].sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
  const places = spreadOut(
    order.map((i) => wanted.get(i) ?? 0),
    box.height + 1,
  );
  order.forEach((i, k) => {
    ys[i] = places[k] ?? 0;
  });
}
