// Answers: who neighbors whom, how many hops apart, and where does everyone stand? The arrays all layouts work on.
import { type Box, LABEL_BOX, type LayoutGraph, type Positions } from "./layout-request.ts";

/** Nodes are numbered in id order, so that neither the order of ids nor that of edges can matter. */
export interface Board {
  readonly ids: readonly string[];
  /** Neighbors of node i, ascending: `targets[offsets[i]]` up to `targets[offsets[i + 1] - 1]`. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** NaN where a node has no place yet. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** 1 for nodes that must not be moved. */
  readonly fixed: Uint8Array;
  readonly box: Box;
}

/** @throws when an id is named twice, an edge has no end, or a given position is not finite. Cost O(V log V + E log E). */
export function boardOf(graph: LayoutGraph): Board {
  const ids = [...graph.ids].sort();
  const numbers = new Map(ids.map((id, i) => [id, i]));
  if (numbers.size !== ids.length) throw new Error("An actor is named twice in a layout.");
  const { offsets, targets } = adjacencyOf(ids.length, endsOf(graph, numbers));
  const xs = new Float64Array(ids.length).fill(Number.NaN);
  const ys = new Float64Array(ids.length).fill(Number.NaN);
  const fixed = new Uint8Array(ids.length);
  for (const [given, isFixed] of [[graph.start, false] as const, [graph.fixed, true] as const])
    for (const [id, { x, y }] of given ?? []) {
      const i = numbers.get(id);
      if (i === undefined) continue;
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`The position given for ${id} is not finite.`);
      [xs[i], ys[i]] = [x, y];
      if (isFixed) fixed[i] = 1;
    }
  return { ids, offsets, targets, xs, ys, fixed, box: graph.box ?? LABEL_BOX };
}

/** In the order of the ids asked for. */
export function positionsOf(board: Board, ids: readonly string[]): Positions {
  const numbers = new Map(board.ids.map((id, i) => [id, i]));
  return new Map(
    ids.map((id) => {
      const i = numbers.get(id) ?? -1;
      return [id, { x: board.xs[i] ?? Number.NaN, y: board.ys[i] ?? Number.NaN }] as const;
    }),
  );
}

/** Numbers of the ids that are on the board, ascending. */
export function nodesOf(board: Board, ids: readonly string[]): number[] {
  const wanted = new Set(ids);
  return board.ids.flatMap((id, i) => (wanted.has(id) ? [i] : []));
}

export function neighborsOf(board: Board, i: number): Int32Array {
  return board.targets.subarray(board.offsets[i], board.offsets[i + 1]);
}

/** Hops of every node from the nearest source; -1 where there is no route. Cost O(V + E). */
export function hopsFrom(board: Board, sources: readonly number[]): Int32Array {
  const hops = new Int32Array(board.ids.length).fill(-1);
  const queue = new Int32Array(board.ids.length);
  let filled = 0;
  for (const source of sources)
    if (hops[source] === -1) {
      hops[source] = 0;
      queue[filled++] = source;
    }
  for (let head = 0; head < filled; head++) {
    const i = queue[head] as number;
    const next = (hops[i] as number) + 1;
    const end = board.offsets[i + 1] as number;
    for (let k = board.offsets[i] as number; k < end; k++) {
      const j = board.targets[k] as number;
      if (hops[j] !== -1) continue;
      hops[j] = next;
      queue[filled++] = j;
    }
  }
  return hops;
}

/** Connected components, the largest first, nodes ascending. Cost O(V + E). */
export function componentsOf(board: Board): number[][] {
  const seen = new Uint8Array(board.ids.length);
  const components: number[][] = [];
  for (let first = 0; first < board.ids.length; first++) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    const component = [first];
    for (let head = 0; head < component.length; head++)
      for (const j of neighborsOf(board, component[head] as number))
        if (seen[j] === 0) {
          seen[j] = 1;
          component.push(j);
        }
    components.push(component.sort((a, b) => a - b));
  }
  return components.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}

/** Numbers in [0, 1) from a seed. Source: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Each undirected edge once, as smaller · V + larger. */
function endsOf(graph: LayoutGraph, numbers: ReadonlyMap<string, number>): Set<number> {
  const ends = new Set<number>();
  for (const [from, to] of graph.edges) {
    const [a, b] = [numbers.get(graph.ids[from] ?? ""), numbers.get(graph.ids[to] ?? "")];
    if (a === undefined || b === undefined) throw new Error(`A layout has no actor number ${a === undefined ? from : to}.`);
    if (a !== b) ends.add(Math.min(a, b) * graph.ids.length + Math.max(a, b));
  }
  return ends;
}

function adjacencyOf(count: number, ends: ReadonlySet<number>): { offsets: Int32Array; targets: Int32Array } {
  const offsets = new Int32Array(count + 1);
  const pairs = [...ends].sort((a, b) => a - b).map((key) => [Math.floor(key / count), key % count] as const);
  for (const pair of pairs) for (const i of pair) offsets[i + 1] = (offsets[i + 1] as number) + 1;
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number);
  const next = offsets.slice();
  const targets = new Int32Array(2 * pairs.length);
  const push = (i: number, j: number): void => {
    targets[next[i] as number] = j;
    next[i] = (next[i] as number) + 1;
  };
  for (const [a, b] of pairs) push(b, a);
  for (const [a, b] of pairs) push(a, b);
  return { offsets, targets };
}
