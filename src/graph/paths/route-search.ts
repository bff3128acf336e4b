// Answers: which simple routes of exactly so many hops are best, the best first?
import TinyQueue from "tinyqueue";
import { type Hop, type HopGraph, hopDistances } from "../query/hop-graph.ts";
import { isExhausted, spend, type Work } from "../query/work.ts";

/** The least along a route of each of its hops' strength, origins and recency, compared in that order. */
export type Bottleneck = readonly [strength: number, origins: number, recency: number];

export interface FoundRoute {
  /** Ordinals of actors, ends included. */
  readonly actors: readonly number[];
  readonly bottleneck: Bottleneck;
}

export interface RouteSpec {
  readonly hops: HopGraph;
  /** Ordinals; no actor stands in both. A route touches one of each, at its ends only. */
  readonly sources: ReadonlySet<number>;
  readonly targets: ReadonlySet<number>;
  /** Ordinals a route must have within it, in any order; at most `MAX_MUST_PASS`. */
  readonly mustPass: readonly number[];
  readonly avoid: ReadonlySet<number>;
  readonly maxHops: number;
  /** Hops weaker than this are not used. */
  readonly minStrength: number;
}

export const MAX_MUST_PASS = 6;
/** What keeping an entry costs in units of work: it bounds memory too. */
const STORED = 4;

export interface RouteSearch {
  /**
   * Simple routes of exactly `count` hops by bottleneck, then by the ids along the route; `undefined` is a pause. Ends early when the work
   * is exhausted. Each `count` of one search may be asked once.
   *
   * A best-first search over partial routes. What a partial route can still become is read from a dynamic programme over the hops that
   * remain: for each actor, and each set of actors still to be passed, the Pareto front of bottlenecks by which walks reach a target. That
   * bound is exact but for walks that meet themselves, so that hardly any partial route is opened in vain. (The extension of lexicographic
   * bottlenecks is not isotone, so one label an actor, as in Dijkstra's or Yen's algorithm, would lose routes.)
   * Source: Hart, Nilsson, Raphael 1968 (best-first search with an admissible bound); Lawler 1972 (k best solutions in order).
   * Cost of the programme O(count · E · 2^mustPass · front).
   */
  routesOfLength(count: number, work: Work): Generator<FoundRoute | undefined, void>;
}

const OPEN: Bottleneck = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

interface Partial {
  readonly actors: readonly number[];
  readonly visited: number;
  readonly sofar: Bottleneck;
  readonly bound: Bottleneck;
}

export function createRouteSearch(spec: RouteSpec): RouteSearch {
  const { hops, sources, targets, mustPass, avoid, maxHops, minStrength } = spec;
  const masks = 1 << mustPass.length;
  const all = masks - 1;
  const bitOf = new Map(mustPass.map((v, i) => [v, 1 << i]));
  const fromSource = hopDistances(hops, sources, { forward: true, without: avoid });
  /** `fronts[r]`: by actor and set of must-pass actors met from it on, the fronts of walks of r hops to a target. */
  const fronts: Array<Map<number, Bottleneck[]>> = [new Map()];
  for (const v of targets) if (!avoid.has(v)) fronts[0]?.set(v * masks, [OPEN]);

  function* extendFronts(remaining: number, work: Work): Generator<undefined, void> {
    for (let r = fronts.length; r <= remaining; r++) {
      const front = new Map<number, Bottleneck[]>();
      for (const [key, held] of fronts[r - 1] ?? []) {
        const at = Math.floor(key / masks);
        if (sources.has(at)) continue;
        for (const hop of hops.hopsTo[at] ?? []) {
          if (spend(work, held.length)) yield undefined;
          const v = hop.from;
          const start = fromSource[v] ?? -1;
          if (hop.strength < minStrength || targets.has(v) || avoid.has(v) || start < 0 || start + r > maxHops) continue;
          const to = v * masks + ((key % masks) | (bitOf.get(v) ?? 0));
          let list = front.get(to);
          if (list === undefined) {
            list = [];
            front.set(to, list);
            spend(work, STORED);
          }
          for (const bottleneck of held) addToFront(list, through(bottleneck, hop));
        }
        if (isExhausted(work)) return;
      }
      fronts.push(front);
    }
  }

  /** The best a route can become that has come to `at` with `sofar` and has `remaining` hops left; undefined when it cannot end. */
  function boundOf(at: number, visited: number, sofar: Bottleneck, remaining: number): Bottleneck | undefined {
    const front = fronts[remaining];
    if (front === undefined) return undefined;
    const needed = all & ~visited;
    let best: Bottleneck | undefined;
    for (let met = 0; met < masks; met++) {
      if ((met & needed) !== needed) continue;
      for (const bottleneck of front.get(at * masks + met) ?? []) {
        const bound = least(sofar, bottleneck);
        if (best === undefined || compareBottlenecks(bound, best) < 0) best = bound;
      }
    }
    return best;
  }

  return {
    *routesOfLength(count, work) {
      yield* extendFronts(count, work);
      const queue = new TinyQueue<Partial>([], comparePartials);
      const push = (actors: readonly number[], at: number, visited: number, sofar: Bottleneck): void => {
        const bound = boundOf(at, visited, sofar, count - actors.length + 1);
        if (bound !== undefined) queue.push({ actors, visited, sofar, bound });
      };
      for (const v of sources) if (!avoid.has(v)) push([v], v, bitOf.get(v) ?? 0, OPEN);
      for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
        if (isExhausted(work)) return;
        const { actors, visited, sofar } = best;
        if (actors.length === count + 1) {
          yield { actors, bottleneck: sofar };
          continue;
        }
        for (const hop of hops.hopsFrom[actors.at(-1) ?? -1] ?? []) {
          if (spend(work, 1)) yield undefined;
          const v = hop.to;
          if (hop.strength < minStrength || avoid.has(v) || sources.has(v) || actors.includes(v)) continue;
          push([...actors, v], v, visited | (bitOf.get(v) ?? 0), through(sofar, hop));
        }
      }
    },
  };
}

/** Negative when `a` is the better. */
export function compareBottlenecks(a: Bottleneck, b: Bottleneck): number {
  return differenceOf(b[0], a[0]) || differenceOf(b[1], a[1]) || differenceOf(b[2], a[2]);
}

/** Of two routes by their ordinals: negative when `a` comes first. */
export function compareOrdinals(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function comparePartials(a: Partial, b: Partial): number {
  return compareBottlenecks(a.bound, b.bound) || compareOrdinals(a.actors, b.actors);
}

/** Infinities compare equal to themselves. */
function differenceOf(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function through([strength, origins, recency]: Bottleneck, hop: Hop): Bottleneck {
  return [Math.min(strength, hop.strength), Math.min(origins, hop.origins), Math.min(recency, hop.recency)];
}

function least(a: Bottleneck, b: Bottleneck): Bottleneck {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.min(a[2], b[2])];
}

/** Adds what no other entry equals or betters in every part, and drops what it betters. */
function addToFront(front: Bottleneck[], added: Bottleneck): void {
  for (const held of front) if (held[0] >= added[0] && held[1] >= added[1] && held[2] >= added[2]) return;
  let kept = 0;
  for (const held of front)
    if (held[0] > added[0] || held[1] > added[1] || held[2] > added[2]) {
      front[kept] = held;
      kept += 1;
    }
  front.length = kept;
  front.push(added);
}
