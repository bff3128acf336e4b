// Answers: without which actor, or which tie, would the graph fall apart?
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { EntenteGraph } from "../graph.ts";
import type { RelationFilter } from "../query/filter.ts";
import { hopGraphInSteps } from "../query/hop-graph.ts";
import { asPart, finished, type Steps } from "../query/work.ts";
import { withoutIdentity } from "./measures.ts";

export interface Bridge {
  /** In id order. */
  readonly ends: readonly [ActorId, ActorId];
  /** All relations between the two, in id order. */
  readonly relations: readonly RelationId[];
}

export interface Cuts {
  /** Articulation actors: without one of them, actors now joined by some chain would be joined by none. In id order. */
  readonly actors: readonly ActorId[];
  /** Articulation edges, parallel relations taken together, in order of their ends. */
  readonly bridges: readonly Bridge[];
}

/** The same as `cutsInSteps`, without a pause. */
export function cutsOf(graph: EntenteGraph, filter: RelationFilter = {}): Cuts {
  return finished(cutsInSteps(graph, filter));
}

/** Actors entered between two pauses: a few milliseconds. */
const ENTERED_PER_STEP = 5_000;

/**
 * Direction is ignored, identity relations are left out. Without recursion: a chain of any length is fine.
 * Source: Tarjan 1974 (bridges), Hopcroft and Tarjan 1973 (articulation points). Cost O(V + E).
 */
export function* cutsInSteps(graph: EntenteGraph, filter: RelationFilter = {}): Steps<Cuts> {
  const hops = yield* asPart(hopGraphInSteps(graph, { filter: withoutIdentity(graph, filter) }), 0, 0.9);
  const n = hops.ids.length;
  const entered = new Int32Array(n).fill(-1);
  const lowest = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const next = new Int32Array(n);
  const articulation = new Uint8Array(n);
  const bridges: Bridge[] = [];
  let clock = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root] !== -1) continue;
    const stack = [root];
    entered[root] = lowest[root] = clock++;
    let children = 0;
    while (stack.length > 0) {
      const v = stack.at(-1) ?? 0;
      const hop = hops.hopsFrom[v]?.[next[v] ?? 0];
      if (hop !== undefined) {
        next[v] = (next[v] ?? 0) + 1;
        const w = hop.to;
        if (entered[w] === -1) {
          parent[w] = v;
          entered[w] = lowest[w] = clock++;
          if (v === root) children += 1;
          stack.push(w);
          if (clock % ENTERED_PER_STEP === 0) yield 0.9 + (0.1 * clock) / n;
        } else if (w !== parent[v]) lowest[v] = Math.min(lowest[v] ?? 0, entered[w] ?? 0);
        continue;
      }
      stack.pop();
      const p = parent[v] ?? -1;
      if (p === -1) continue;
      lowest[p] = Math.min(lowest[p] ?? 0, lowest[v] ?? 0);
      if (p !== root && (lowest[v] ?? 0) >= (entered[p] ?? 0)) articulation[p] = 1;
      if ((lowest[v] ?? 0) > (entered[p] ?? 0)) {
        const uses = hops.hopsFrom[p]?.find((h) => h.to === v)?.uses ?? [];
        const ends = [hops.ids[Math.min(p, v)] as ActorId, hops.ids[Math.max(p, v)] as ActorId] as const;
        bridges.push({ ends, relations: uses.map(({ edge }) => edge.id).sort() });
      }
    }
    if (children > 1) articulation[root] = 1;
  }
  bridges.sort((a, b) => (a.ends.join(" ") < b.ends.join(" ") ? -1 : 1));
  return { actors: hops.ids.filter((_, v) => articulation[v] === 1), bridges };
}
