// Answers: where do actors stand when distances shall show the number of hops?
import type { Steps } from "../../graph/query/work.ts";
import { type Board, componentsOf, neighborsOf, randomFrom } from "./layout-board.ts";
import { overlapsOf, removeOverlaps } from "./overlaps.ts";
import { frameOf, shelvesOf } from "./packing.ts";
import { normalizedStressOf } from "./picture-quality.ts";
import { idealLengthOf, type StressTerms, strainOf, stressTermsOf } from "./stress-terms.ts";

/** Of one hop, in layout units, before a crowded picture is drawn larger. */
const HOP_LENGTH = 170;
/** A picture may be drawn this much larger to give labels room before they are pushed apart. */
const MAX_SCALE = 8;
/** Overlaps per actor that pushing apart is left with. */
const OVERLAPS_LEFT = 1;
const ITERATIONS = 40;
/** The last step size, as a share of what would move the nearest pairs all the way. */
const LAST_STEP = 0.1;
/** A picture that is there is kept to: pairs farther apart than so many hops do not move all the way at once. */
const RELAX_HOPS = 2;
/** Small graphs are drawn from several starts and the least stress is kept. */
const MANY_DRAWS = { upTo: 60, draws: 8 };

/**
 * Minimises stress by stochastic gradient descent from random starts, or from where actors stand, then removes overlaps. Components
 * are drawn apart and packed, unless they have a place already. A start without overlaps is given back when it has less stress.
 * Source: Zheng, Pawar, Goodman 2019; Ortmann, Klimenta, Brandes 2016 (sparse stress). Cost O(pivots · (V + E)).
 */
export function* drawByStress(board: Board, seed: number): Steps<void> {
  const random = randomFrom(seed);
  const components = componentsOf(board);
  const placed = components.filter((nodes) => nodes.some((i) => isPlaced(board, i)));
  const unplaced = components.filter((nodes) => !placed.includes(nodes));
  const before = isStart(board) ? { xs: board.xs.slice(), ys: board.ys.slice(), stress: normalizedStressOf(board) } : undefined;
  for (const nodes of placed) yield* relax(board, nodes, random);
  for (const nodes of unplaced) yield* drawAnew(board, nodes, random);
  pack(board, placed.flat(), unplaced);
  yield* removeOverlaps(board);
  if (before !== undefined && normalizedStressOf(board) > before.stress) {
    board.xs.set(before.xs);
    board.ys.set(before.ys);
  }
}

/** Everyone has a place, and nobody stands on another. */
function isStart({ xs, ys, box }: Board): boolean {
  return xs.every((x) => !Number.isNaN(x)) && overlapsOf(xs, ys, box) === 0;
}

function isPlaced(board: Board, i: number): boolean {
  return !Number.isNaN(board.xs[i]);
}

/** From where its actors stand; the component's middle stays unless a fixed actor holds it. */
function* relax(board: Board, nodes: readonly number[], random: () => number): Steps<void> {
  const newcomers = nodes.filter((i) => !isPlaced(board, i));
  placeNewcomers(board, nodes, random);
  const isHeld = nodes.some((i) => board.fixed[i] === 1);
  const before = middleOf(board, nodes);
  const terms = yield* stressTermsOf(board, nodes, random);
  const free = nodes.length - newcomers.length < 2 ? HOP_LENGTH : idealLengthOf(board, terms);
  const length = Math.min(Math.max(free, HOP_LENGTH), HOP_LENGTH * MAX_SCALE);
  yield* descend(board, terms, { length, random, firstStep: newcomers.length > nodes.length / 2 ? undefined : RELAX_HOPS ** 2 });
  const after = middleOf(board, nodes);
  if (!isHeld)
    for (const i of nodes) {
      board.xs[i] = (board.xs[i] as number) + before.x - after.x;
      board.ys[i] = (board.ys[i] as number) + before.y - after.y;
    }
}

function* drawAnew(board: Board, nodes: readonly number[], random: () => number): Steps<void> {
  const terms = yield* stressTermsOf(board, nodes, random);
  const side = HOP_LENGTH * Math.sqrt(nodes.length);
  let best: { xs: number[]; ys: number[]; strain: number } | undefined;
  for (let draw = 0; draw < (nodes.length <= MANY_DRAWS.upTo ? MANY_DRAWS.draws : 1); draw++) {
    for (const i of nodes) [board.xs[i], board.ys[i]] = [side * random(), side * random()];
    yield* descend(board, terms, { length: HOP_LENGTH, random });
    const strain = strainOf(board, terms, HOP_LENGTH);
    if (best !== undefined && best.strain <= strain) continue;
    best = { xs: nodes.map((i) => board.xs[i] as number), ys: nodes.map((i) => board.ys[i] as number), strain };
  }
  const scale = roomyScaleOf(board.box, Float64Array.from(best?.xs ?? []), Float64Array.from(best?.ys ?? []));
  nodes.forEach((i, k) => {
    board.xs[i] = (best?.xs[k] ?? 0) * scale;
    board.ys[i] = (best?.ys[k] ?? 0) * scale;
  });
}

/** The least of some enlargements that leaves few overlaps. */
function roomyScaleOf(box: Board["box"], xs: Float64Array, ys: Float64Array): number {
  for (let scale = 1; scale < MAX_SCALE; scale *= 1.1) {
    const shrunk = { width: box.width / scale, height: box.height / scale };
    if (overlapsOf(xs, ys, shrunk) <= OVERLAPS_LEFT * xs.length) return scale;
  }
  return MAX_SCALE;
}

interface Descent {
  /** Of one hop. */
  readonly length: number;
  readonly random: () => number;
  /** Absent: so large that even the farthest pair moves all the way. */
  readonly firstStep?: number | undefined;
}

/**
 * Moves the ends of one term after the other, by ever smaller steps. Terms come in one random order, begun elsewhere each time: shuffling
 * anew for each iteration took seven times as long on half a million terms and gave no less stress.
 */
function* descend(board: Board, terms: StressTerms, { length, random, firstStep }: Descent): Steps<void> {
  const { xs, ys, fixed } = board;
  const { from, to, hops, weightFrom, weightTo } = terms;
  const first = Math.min(firstStep ?? Number.POSITIVE_INFINITY, 1 / terms.leastWeight);
  // Powers differ between engines in the last digit, and descent makes another picture of that: hence rounded.
  const decay = Math.round((LAST_STEP / terms.mostWeight / first) ** (1 / (ITERATIONS - 1)) * 1e6) / 1e6;
  let step = first;
  for (let iteration = 0; iteration < ITERATIONS; iteration++, step *= decay) {
    const begin = Math.floor(random() * from.length);
    for (let done = 0; done < from.length; done++) {
      if ((done & 0x7fff) === 0x7fff) yield;
      const k = begin + done < from.length ? begin + done : begin + done - from.length;
      const [i, j] = [from[k] as number, to[k] as number];
      const shareI = fixed[i] === 1 ? 0 : Math.min(1, step * (weightFrom[k] as number));
      const shareJ = fixed[j] === 1 ? 0 : Math.min(1, step * (weightTo[k] as number));
      let dx = (xs[i] as number) - (xs[j] as number);
      let dy = (ys[i] as number) - (ys[j] as number);
      let apart = Math.sqrt(dx * dx + dy * dy);
      if (apart < 1e-6) {
        [dx, dy] = [random() - 0.5, random() - 0.5];
        apart = Math.sqrt(dx * dx + dy * dy) || 1;
      }
      const pull = (apart - (hops[k] as number) * length) / (2 * apart);
      xs[i] = (xs[i] as number) - shareI * pull * dx;
      ys[i] = (ys[i] as number) - shareI * pull * dy;
      xs[j] = (xs[j] as number) + shareJ * pull * dx;
      ys[j] = (ys[j] as number) + shareJ * pull * dy;
    }
    yield;
  }
}

/** Beside the neighbors that have a place, in the order they are reached from them. */
function placeNewcomers(board: Board, nodes: readonly number[], random: () => number): void {
  const queue = nodes.filter((i) => isPlaced(board, i));
  for (let head = 0; head < queue.length; head++)
    for (const j of neighborsOf(board, queue[head] as number)) {
      if (isPlaced(board, j)) continue;
      const { x, y } = middleOf(
        board,
        [...neighborsOf(board, j)].filter((i) => isPlaced(board, i)),
      );
      [board.xs[j], board.ys[j]] = [x + HOP_LENGTH * (random() - 0.5), y + HOP_LENGTH * (random() - 0.5)];
      queue.push(j);
    }
}

/** Sets the components that have no place on shelves, around (0, 0) or below those that have one. */
function pack(board: Board, placed: readonly number[], unplaced: ReadonlyArray<readonly number[]>): void {
  const gap = board.box.height * 0.5;
  const frames = unplaced.map((nodes) => frameOf(board, nodes) ?? { left: 0, right: 0, top: 0, bottom: 0 });
  const corners = shelvesOf(
    frames.map((f) => ({ width: f.right - f.left, height: f.bottom - f.top })),
    gap,
  );
  const around = frameOf(board, placed);
  const width = Math.max(0, ...frames.map((f, c) => (corners[c]?.x ?? 0) + f.right - f.left));
  const height = Math.max(0, ...frames.map((f, c) => (corners[c]?.y ?? 0) + f.bottom - f.top));
  const origin = around === undefined ? { x: -width / 2, y: -height / 2 } : { x: around.left, y: around.bottom + gap };
  unplaced.forEach((nodes, c) => {
    const [frame, corner] = [frames[c], corners[c]];
    if (frame === undefined || corner === undefined) return;
    for (const i of nodes) {
      board.xs[i] = (board.xs[i] as number) + origin.x + corner.x - frame.left;
      board.ys[i] = (board.ys[i] as number) + origin.y + corner.y - frame.top;
    }
  });
}

function middleOf(board: Board, nodes: readonly number[]): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (const i of nodes) {
    x += (board.xs[i] as number) / nodes.length;
    y += (board.ys[i] as number) / nodes.length;
  }
  return { x, y };
}
