// Answers: who is within so many hops of these actors, and what lies just beyond?
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { Issue } from "../../model/issue.ts";
import type { Direction } from "../../model/kinds.ts";
import type { EntenteGraph, RelationEdge } from "../graph.ts";
import { knownActors } from "./actors.ts";
import { evidenceOf, type RelationFilter } from "./filter.ts";

export interface NeighborhoodOptions {
  /** Hops; default 1. */
  readonly depth?: number | undefined;
  /** Of reading; default both. */
  readonly direction?: Direction | undefined;
  readonly filter?: RelationFilter | undefined;
}

export interface Neighborhood {
  /** Hop distance of each reached actor, seeds at 0; in order of distance, then id. */
  readonly distances: ReadonlyMap<ActorId, number>;
  /** Relations both of whose ends were reached, in id order. */
  readonly relations: readonly RelationId[];
  /** For each reached actor with neighbors beyond the depth: how many, by relation type. One neighbor may stand under several types. */
  readonly hidden: ReadonlyMap<ActorId, ReadonlyMap<string, number>>;
  /** Relations between reached actors that the filter keeps away. */
  readonly filteredOut: number;
  /** Seeds that the graph does not hold. */
  readonly issues: readonly Issue[];
}

/**
 * Ego network by breadth-first search. `out` follows reading direction, a symmetric relation counts both ways, and an actor named in a
 * slot is one hop from both ends whatever the direction. Relations the filter refuses are never used. Cost O(V + E) of what is reached.
 */
export function neighborhood(
  graph: EntenteGraph,
  seeds: readonly ActorId[],
  { depth = 1, direction = "both", filter = {} }: NeighborhoodOptions = {},
): Neighborhood {
  const { known, issues } = knownActors(graph, seeds, "seeds");
  const judged = new Map<RelationId, readonly ActorId[] | undefined>();
  /** Slot actors of an admitted relation, as its admitted claims name them; undefined for a refused one. */
  const admitted = (edge: RelationEdge): readonly ActorId[] | undefined => {
    if (judged.has(edge.id)) return judged.get(edge.id);
    const claims = evidenceOf(edge, filter)?.claims;
    const slotActors = claims === undefined ? undefined : [...new Set(claims.flatMap((c) => c.slotActors))];
    judged.set(edge.id, slotActors);
    return slotActors;
  };
  const distances = new Map<ActorId, number>(known.map((id) => [id, 0]));
  let frontier: readonly ActorId[] = known;
  for (let hop = 1; hop <= depth && frontier.length > 0; hop++) {
    const next = new Set<ActorId>();
    for (const actor of frontier)
      for (const edge of graph.relationsOf.get(actor) ?? [])
        for (const other of reachedFrom(edge, admitted(edge), actor, direction)) if (!distances.has(other)) next.add(other);
    frontier = [...next].sort();
    for (const actor of frontier) distances.set(actor, hop);
  }
  const relations = new Set<RelationId>();
  const refused = new Set<RelationId>();
  const hidden = new Map<ActorId, ReadonlyMap<string, number>>();
  for (const actor of distances.keys()) {
    const beyond = new Map<string, Set<ActorId>>();
    for (const edge of graph.relationsOf.get(actor) ?? []) {
      const slotActors = admitted(edge);
      if (distances.has(edge.from) && distances.has(edge.to)) (slotActors === undefined ? refused : relations).add(edge.id);
      for (const other of reachedFrom(edge, slotActors, actor, direction))
        if (!distances.has(other)) beyond.set(edge.type.id, (beyond.get(edge.type.id) ?? new Set()).add(other));
    }
    if (beyond.size > 0) hidden.set(actor, new Map([...beyond].map(([type, others]) => [type, others.size])));
  }
  return { distances, relations: [...relations].sort(), hidden, filteredOut: refused.size, issues };
}

function reachedFrom(
  edge: RelationEdge,
  slotActors: readonly ActorId[] | undefined,
  actor: ActorId,
  direction: Direction,
): readonly ActorId[] {
  if (slotActors === undefined) return [];
  const reached: ActorId[] = [];
  const both = direction === "both" || edge.type.symmetric;
  if (edge.from === actor && (both || direction === "out")) reached.push(edge.to);
  if (edge.to === actor && (both || direction === "in")) reached.push(edge.from);
  if (slotActors.includes(actor)) reached.push(edge.from, edge.to);
  if (edge.from === actor || edge.to === actor) reached.push(...slotActors);
  return reached.filter((other) => other !== actor);
}
