// Answers: which pairs does a stress layout look at, and how much does each weigh?
import type { Steps } from "../../graph/query/work.ts";
import { type Board, hopsFrom, neighborsOf } from "./layout-board.ts";
import { distanceOf } from "./picture-quality.ts";

/** Pairs of one component, in random order; parallel arrays. */
export interface StressTerms {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly hops: Float32Array;
  /** How strongly the pair moves its first end and its second; 0 when not at all. */
  readonly weightFrom: Float32Array;
  readonly weightTo: Float32Array;
  /** Of the weights that are not 0. */
  readonly leastWeight: number;
  readonly mostWeight: number;
}

/** Up to so many actors every pair is a term. */
const ALL_PAIRS_UP_TO = 1000;
const PIVOTS = 200;

/**
 * All pairs with weight 1 / hops², or in larger components the edges and the pairs of 200 pivots with all others, where a pivot moves others
 * as strongly as its share of all actors would. Pivots are drawn at random: those spread farthest apart are leaves that stand for few, and
 * the rest falls together. Source: Ortmann, Klimenta, Brandes 2016; Zheng, Pawar, Goodman 2019. Cost O(pivots · (V + E)).
 */
export function* stressTermsOf(board: Board, nodes: readonly number[], random: () => number): Steps<StressTerms> {
  const isFull = nodes.length <= ALL_PAIRS_UP_TO;
  return isFull ? yield* allPairsOf(board, nodes, random) : yield* sparsePairsOf(board, nodes, random);
}

/** Sum over the terms of their weight times the square of what their distance is off, in hops. */
export function strainOf(board: Board, terms: StressTerms, length: number): number {
  return terms.from.reduce((sum, i, k) => {
    const off = distanceOf(board, i, terms.to[k] as number) / length - (terms.hops[k] as number);
    return sum + Math.max(terms.weightFrom[k] as number, terms.weightTo[k] as number) * off * off;
  }, 0);
}

/** The length of one hop with which the terms have least stress where the actors stand now. */
export function idealLengthOf(board: Board, terms: StressTerms): number {
  let [sum, weights] = [0, 0];
  terms.from.forEach((i, k) => {
    const weight = Math.max(terms.weightFrom[k] as number, terms.weightTo[k] as number);
    const hops = terms.hops[k] as number;
    sum += weight * hops * distanceOf(board, i, terms.to[k] as number);
    weights += weight * hops * hops;
  });
  return weights === 0 ? 0 : sum / weights;
}

function* allPairsOf(board: Board, nodes: readonly number[], random: () => number): Steps<StressTerms> {
  const count = (nodes.length * (nodes.length - 1)) / 2;
  const terms = createTerms(count);
  for (const [a, i] of nodes.entries()) {
    if (a === nodes.length - 1) break;
    const hops = hopsFrom(board, [i]);
    for (let b = a + 1; b < nodes.length; b++) terms.add(i, nodes[b] as number, hops[nodes[b] as number] as number, 1, 1);
    if (a % 64 === 63) yield;
  }
  return yield* terms.done(random);
}

function* sparsePairsOf(board: Board, nodes: readonly number[], random: () => number): Steps<StressTerms> {
  const pivots = shuffled(Int32Array.from(nodes), random).slice(0, PIVOTS);
  const numbers = new Map([...pivots].map((pivot, p) => [pivot, p]));
  const edges = nodes.reduce((sum, i) => sum + neighborsOf(board, i).length, 0) / 2;
  const terms = createTerms(edges + pivots.length * nodes.length);
  for (const i of nodes) for (const j of neighborsOf(board, i)) if (i < j) terms.add(i, j, 1, 1, 1);
  const stands = nodes.length / pivots.length;
  for (const [p, pivot] of pivots.entries()) {
    const hops = hopsFrom(board, [pivot]);
    for (const i of nodes) {
      const other = numbers.get(i);
      if ((hops[i] as number) < 2 || (other !== undefined && other < p)) continue;
      terms.add(pivot, i, hops[i] as number, other === undefined ? 0 : stands, stands);
    }
    if (p % 16 === 15) yield;
  }
  return yield* terms.done(random);
}

interface GrowingTerms {
  /** `standsFrom`: for how many actors the second end stands when it moves the first, `standsTo` the other way round; 0: does not move it. */
  readonly add: (i: number, j: number, hops: number, standsFrom: number, standsTo: number) => void;
  readonly done: (random: () => number) => Steps<StressTerms>;
}

function createTerms(most: number): GrowingTerms {
  const { from, to, hops, weightFrom, weightTo } = createArrays(most);
  let [count, leastWeight, mostWeight] = [0, Number.POSITIVE_INFINITY, 0];
  return {
    add(i, j, far, standsFrom, standsTo) {
      from[count] = i;
      to[count] = j;
      hops[count] = far;
      weightFrom[count] = standsFrom / (far * far);
      weightTo[count] = standsTo / (far * far);
      // The second end always moves, at least as much as the first.
      leastWeight = Math.min(leastWeight, standsTo / (far * far));
      mostWeight = Math.max(mostWeight, standsTo / (far * far));
      count++;
    },
    *done(random) {
      const order = new Int32Array(count);
      for (let k = 0; k < count; k++) order[k] = k;
      shuffled(order, random);
      yield;
      // A loop: `Float32Array.from` with a function took more than two seconds for half a million terms.
      const terms = createArrays(count);
      for (let k = 0; k < count; k++) {
        const at = order[k] as number;
        terms.from[k] = from[at] as number;
        terms.to[k] = to[at] as number;
        terms.hops[k] = hops[at] as number;
        terms.weightFrom[k] = weightFrom[at] as number;
        terms.weightTo[k] = weightTo[at] as number;
        if ((k & 0x7fff) === 0x7fff) yield;
      }
      return { ...terms, leastWeight: count === 0 ? 1 : leastWeight, mostWeight: count === 0 ? 1 : mostWeight };
    },
  };
}

function createArrays(length: number): Omit<StressTerms, "leastWeight" | "mostWeight"> {
  return {
    from: new Int32Array(length),
    to: new Int32Array(length),
    hops: new Float32Array(length),
    weightFrom: new Float32Array(length),
    weightTo: new Float32Array(length),
  };
}

/** In place. Source: Fisher, Yates; Durstenfeld 1964. */
function shuffled(items: Int32Array, random: () => number): Int32Array {
  for (let k = items.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    const kept = items[k] as number;
    items[k] = items[other] as number;
    items[other] = kept;
  }
  return items;
}
