// Answers: who is within so many hops of these actors?
import type { ActorId, RelationId } from "../model/ids.ts";
import type { EntenteGraph, RelationEdge } from "./graph.ts";

export const DIRECTIONS = ["in", "out", "both"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface Neighborhood {
  /** Hop distance of each reached actor, seeds at 0; in order of distance, then id. */
  readonly distances: ReadonlyMap<ActorId, number>;
  /** Relations both of whose ends were reached, in id order. */
  readonly relations: readonly RelationId[];
  /** Seeds that the graph does not hold. */
  readonly unknown: readonly ActorId[];
}

/**
 * Ego network by breadth-first search. `out` follows reading direction, a symmetric relation counts both ways, and an actor named in a
 * slot is one hop from both ends whatever the direction. Relations refused by `accepts` are never used. Cost O(V + E) of what is reached.
 */
export function neighborhood(
  graph: EntenteGraph,
  seeds: readonly ActorId[],
  options: {
    readonly depth?: number | undefined;
    readonly direction?: Direction | undefined;
    readonly accepts?: ((edge: RelationEdge) => boolean) | undefined;
  } = {},
): Neighborhood {
  const { depth = 1, direction = "both", accepts = () => true } = options;
  const distances = new Map<ActorId, number>();
  const unknown: ActorId[] = [];
  const relations = new Set<RelationId>();
  let frontier: ActorId[] = [];
  for (const seed of seeds) {
    if (!graph.actors.has(seed)) unknown.push(seed);
    else if (!distances.has(seed)) {
      distances.set(seed, 0);
      frontier.push(seed);
    }
  }
  for (let hop = 1; hop <= depth && frontier.length > 0; hop++) {
    const next = new Set<ActorId>();
    for (const actor of frontier) {
      for (const edge of graph.relationsOf.get(actor) ?? []) {
        if (!accepts(edge)) continue;
        for (const other of reachedFrom(edge, actor, direction)) if (!distances.has(other)) next.add(other);
      }
    }
    frontier = [...next].sort();
    for (const actor of frontier) distances.set(actor, hop);
  }
  for (const actor of distances.keys())
    for (const edge of graph.relationsOf.get(actor) ?? [])
      if (distances.has(edge.from) && distances.has(edge.to) && accepts(edge)) relations.add(edge.id);
  return { distances, relations: [...relations].sort(), unknown };
}

function reachedFrom(edge: RelationEdge, actor: ActorId, direction: Direction): ActorId[] {
  const reached: ActorId[] = [];
  const both = direction === "both" || edge.type.symmetric;
  if (edge.from === actor && (both || direction === "out")) reached.push(edge.to);
  if (edge.to === actor && (both || direction === "in")) reached.push(edge.from);
  if (edge.slotActors.includes(actor)) reached.push(edge.from, edge.to);
  if (edge.from === actor || edge.to === actor) reached.push(...edge.slotActors);
  return reached.filter((other) => other !== actor);
}
