// Answers: from which actor can one step to which, and on what evidence? Parallel relations are one hop.
import type { ActorId } from "../../model/ids.ts";
import type { Direction } from "../../model/kinds.ts";
import { strengthOf } from "../../model/status.ts";
import type { EntenteGraph, RelationEdge } from "../graph.ts";
import { type Evidence, evidenceOf, type RelationFilter } from "./filter.ts";
import { asPart, eachInSteps, finished, type Steps } from "./work.ts";

/** One relation as a hop uses it. */
export interface RelationUse {
  readonly edge: RelationEdge;
  readonly evidence: Evidence;
  /** `forward` with the reading direction, `backward` against it, `slot` between an end and an actor the relation only names. */
  readonly way: "forward" | "backward" | "slot";
}

/** All the relations by which one can go from one actor to another. */
export interface Hop {
  /** Ordinals of actors. */
  readonly from: number;
  readonly to: number;
  readonly uses: readonly RelationUse[];
  /** Of the strongest of its relations, by `strengthOf`. */
  readonly strength: number;
  /** Independent origins over all its relations. */
  readonly origins: number;
  /** UTC day of the latest publication among its claims. */
  readonly recency: number;
}

export interface HopGraph {
  /** Actors in id order; their index is their ordinal. */
  readonly ids: readonly ActorId[];
  readonly ordinalOf: ReadonlyMap<ActorId, number>;
  /** Hops that leave an actor, by ordinal of where they lead. */
  readonly hopsFrom: readonly (readonly Hop[])[];
  /** Hops that reach an actor. */
  readonly hopsTo: readonly (readonly Hop[])[];
  /** Relations the filter admitted. */
  readonly relations: number;
}

export interface HopGraphOptions {
  readonly filter?: RelationFilter | undefined;
  /** Of travel: `out` with the reading direction (a symmetric relation goes both ways), `in` against it. Default both. */
  readonly direction?: Direction | undefined;
  /** Also steps between a relation's ends and the actors its slots name. Default false. */
  readonly slots?: boolean | undefined;
}

/** Hop graphs kept for each graph: those of the latest questions, which tend to be asked again with other ends. */
const KEPT = 6;
const held = new WeakMap<EntenteGraph, Map<string, HopGraph>>();

/** The same as `hopGraphInSteps`, without a pause. */
export function hopGraphOf(graph: EntenteGraph, options: HopGraphOptions = {}): HopGraph {
  return finished(hopGraphInSteps(graph, options));
}

/** Self-relations are no hops. Cost O(V + E + claims) the first time; the latest six are kept for each graph, which is not to be changed. */
export function* hopGraphInSteps(graph: EntenteGraph, options: HopGraphOptions = {}): Steps<HopGraph> {
  const { filter = {}, direction = "both", slots = false } = options;
  const key = JSON.stringify([filter, direction, slots], (_, value) => (value instanceof Set ? [...value].sort() : value));
  const kept = held.get(graph) ?? new Map<string, HopGraph>();
  held.set(graph, kept);
  const hops = kept.get(key) ?? (yield* built(graph, { filter, direction, slots }));
  kept.delete(key);
  kept.set(key, hops);
  if (kept.size > KEPT) kept.delete([...kept.keys()][0] ?? "");
  return hops;
}

function* built(graph: EntenteGraph, { filter, direction, slots }: Required<HopGraphOptions>): Steps<HopGraph> {
  const ids = [...graph.actors.keys()].sort();
  const ordinalOf = new Map(ids.map((id, i) => [id, i]));
  const bundles: Array<Map<number, RelationUse[]> | undefined> = new Array(ids.length);
  const add = (from: ActorId, to: ActorId, use: RelationUse): void => {
    const a = ordinalOf.get(from);
    const b = ordinalOf.get(to);
    if (a === undefined || b === undefined || a === b) return;
    const held = bundles[a] ?? new Map<number, RelationUse[]>();
    bundles[a] = held;
    const uses = held.get(b);
    if (uses === undefined) held.set(b, [use]);
    else uses.push(use);
  };
  let relations = 0;
  const take = (edge: RelationEdge): void => {
    const evidence = evidenceOf(edge, filter);
    if (evidence === undefined) return;
    relations += 1;
    const { symmetric } = edge.type;
    if (symmetric || direction !== "in") add(edge.from, edge.to, { edge, evidence, way: "forward" });
    if (symmetric || direction !== "out") add(edge.to, edge.from, { edge, evidence, way: symmetric ? "forward" : "backward" });
    if (!slots) return;
    const use: RelationUse = { edge, evidence, way: "slot" };
    for (const named of new Set(evidence.claims.flatMap((c) => c.slotActors)))
      for (const end of new Set([edge.from, edge.to])) {
        if (named === edge.from || named === edge.to) continue;
        add(named, end, use);
        add(end, named, use);
      }
  };
  const hopsFrom: Hop[][] = [];
  const hopsTo: Hop[][] = ids.map(() => []);
  const bundle = (from: number): void => {
    const hops = [...(bundles[from] ?? [])].sort(([a], [b]) => a - b).map(([to, uses]) => hopOf(from, to, uses));
    hopsFrom.push(hops);
    for (const hop of hops) hopsTo[hop.to]?.push(hop);
  };
  yield* asPart(eachInSteps(graph.relations.values(), graph.relations.size, take), 0, 0.6);
  yield* asPart(eachInSteps(ids.keys(), ids.length, bundle), 0.6, 1);
  return { ids, ordinalOf, hopsFrom, hopsTo, relations };
}

function hopOf(from: number, to: number, uses: readonly RelationUse[]): Hop {
  let strength = 0;
  let recency = Number.NEGATIVE_INFINITY;
  const origins = new Set<string>();
  for (const { evidence } of uses) {
    strength = Math.max(strength, strengthOf(evidence.status.status));
    for (const origin of evidence.origins) origins.add(origin);
    for (const claim of evidence.claims) recency = Math.max(recency, claim.publishedDay);
  }
  return { from, to, uses, strength, origins: origins.size, recency };
}

/** Hops to the nearest of `ends`, along `hopsTo`, or `hopsFrom` when `forward`; -1 where none leads. Cost O(V + E). */
export function hopDistances(
  hops: HopGraph,
  ends: Iterable<number>,
  { forward = false, without = new Set() }: { forward?: boolean; without?: ReadonlySet<number> } = {},
): Int32Array {
  const distances = new Int32Array(hops.ids.length).fill(-1);
  const queue: number[] = [];
  for (const end of ends)
    if (!without.has(end) && distances[end] === -1) {
      distances[end] = 0;
      queue.push(end);
    }
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0;
    for (const hop of (forward ? hops.hopsFrom : hops.hopsTo)[at] ?? []) {
      const other = forward ? hop.to : hop.from;
      if (distances[other] !== -1 || without.has(other)) continue;
      distances[other] = (distances[at] ?? 0) + 1;
      queue.push(other);
    }
  }
  return distances;
}
