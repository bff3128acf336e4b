// Answers: which pairs does a stress layout look at, and how much does each weigh?
import type { Steps } from "../../graph/query/work.ts";
import { type Board, hopsFrom, neighborsOf } from "./layout-board.ts";
import { distanceOf } from "./picture-quality.ts";

/** Pairs of one component; parallel arrays. */
export interface StressTerms {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly hops: Float64Array;
  /** How strongly the pair moves its first end and its second; 0 when not at all. */
  readonly weightFrom: Float64Array;
  readonly weightTo: Float64Array;
  /** Of the weights that are not 0. */
  readonly leastWeight: number;
  readonly mostWeight: number;
}

/** Up to so many actors every pair is a term. */
const ALL_PAIRS_UP_TO = 300;
const PIVOTS = 200;

/**
 * All pairs with weight 1 / hops², or in larger components the edges and the pairs of 200 pivots with all others, where a pivot stands for
 * the actors near it. Source: Ortmann, Klimenta, Brandes 2016; weights as in Zheng, Pawar, Goodman 2019. Cost O(pivots · (V + E)).
 */
export function* stressTermsOf(board: Board, nodes: readonly number[]): Steps<StressTerms> {
  const isFull = nodes.length <= ALL_PAIRS_UP_TO;
  return isFull ? yield* allPairsOf(board, nodes) : yield* sparsePairsOf(board, nodes);
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

function* allPairsOf(board: Board, nodes: readonly number[]): Steps<StressTerms> {
  const count = (nodes.length * (nodes.length - 1)) / 2;
  const terms = createTerms(count);
  for (const [a, i] of nodes.entries()) {
    const hops = hopsFrom(board, [i]);
    for (const j of nodes.slice(a + 1)) terms.add(i, j, hops[j] as number, 1, 1);
    if (a % 64 === 63) yield;
  }
  return terms.done();
}

function* sparsePairsOf(board: Board, nodes: readonly number[]): Steps<StressTerms> {
  const pivots: number[] = [];
  const fromPivots: Int32Array[] = [];
  const nearest = new Int32Array(board.ids.length).fill(-1);
  const least = new Float64Array(board.ids.length).fill(Number.POSITIVE_INFINITY);
  let next = mostTiedOf(board, nodes);
  while (pivots.length < PIVOTS) {
    const hops = hopsFrom(board, [next]);
    for (const i of nodes)
      if ((hops[i] as number) < (least[i] as number)) {
        least[i] = hops[i] as number;
        nearest[i] = pivots.length;
      }
    pivots.push(next);
    fromPivots.push(hops);
    next = farthestOf(nodes, least);
    if (pivots.length % 16 === 0) yield;
  }
  const ordinals = new Map(pivots.map((i, p) => [i, p]));
  const edges = nodes.reduce((sum, i) => sum + neighborsOf(board, i).length, 0) / 2;
  const terms = createTerms(edges + pivots.length * nodes.length);
  for (const i of nodes) for (const j of neighborsOf(board, i)) if (i < j) terms.add(i, j, 1, 1, 1);
  const represented = fromPivots.map((hops, p) => regionSizesOf(nodes.filter((i) => nearest[i] === p).map((i) => hops[i] as number)));
  for (const [p, pivot] of pivots.entries()) {
    const hops = fromPivots[p] ?? new Int32Array();
    for (const i of nodes) {
      const far = hops[i] as number;
      const other = ordinals.get(i);
      if (far < 2 || (other !== undefined && other < p)) continue;
      const back = other === undefined ? 0 : atMost(represented[other], far / 2);
      terms.add(pivot, i, far, back, atMost(represented[p], far / 2));
    }
    if (p % 16 === 15) yield;
  }
  return terms.done();
}

function mostTiedOf(board: Board, nodes: readonly number[]): number {
  return nodes.reduce((best, i) => (neighborsOf(board, i).length > neighborsOf(board, best).length ? i : best), nodes[0] as number);
}

function farthestOf(nodes: readonly number[], least: Float64Array): number {
  return nodes.reduce((best, i) => ((least[i] as number) > (least[best] as number) ? i : best), nodes[0] as number);
}

/** How many of a pivot's actors are at most so many hops from it, by hops. */
function regionSizesOf(hops: readonly number[]): number[] {
  const sizes: number[] = [];
  for (const far of hops) {
    while (sizes.length <= far) sizes.push(0);
    sizes[far] = (sizes[far] as number) + 1;
  }
  for (let far = 1; far < sizes.length; far++) sizes[far] = (sizes[far] as number) + (sizes[far - 1] as number);
  return sizes;
}

function atMost(sizes: readonly number[] | undefined, far: number): number {
  return sizes?.[Math.min(Math.floor(far), sizes.length - 1)] ?? 0;
}

interface GrowingTerms {
  /** `standsFrom`: how many actors the second end stands for when it moves the first, and the other way round; 0: does not move it. */
  readonly add: (i: number, j: number, hops: number, standsFrom: number, standsTo: number) => void;
  readonly done: () => StressTerms;
}

function createTerms(most: number): GrowingTerms {
  const [from, to] = [new Int32Array(most), new Int32Array(most)];
  const [hops, weightFrom, weightTo] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  let [count, leastWeight, mostWeight] = [0, Number.POSITIVE_INFINITY, 0];
  return {
    add(i, j, far, standsFrom, standsTo) {
      [from[count], to[count], hops[count]] = [i, j, far];
      for (const [weights, stands] of [[weightFrom, standsFrom] as const, [weightTo, standsTo] as const]) {
        const weight = stands / (far * far);
        weights[count] = weight;
        if (weight === 0) continue;
        leastWeight = Math.min(leastWeight, weight);
        mostWeight = Math.max(mostWeight, weight);
      }
      count++;
    },
    done: () => ({
      from: from.subarray(0, count),
      to: to.subarray(0, count),
      hops: hops.subarray(0, count),
      weightFrom: weightFrom.subarray(0, count),
      weightTo: weightTo.subarray(0, count),
      leastWeight: count === 0 ? 1 : leastWeight,
      mostWeight: count === 0 ? 1 : mostWeight,
    }),
  };
}
