// Answers: which relations touch this actor?
import type { ActorId } from "../model/ids.ts";
import type { RelationEdge } from "./graph.ts";

/** Relations by each actor that is an end or named in a slot. */
export function adjacencyOf(edges: readonly RelationEdge[]): Map<ActorId, RelationEdge[]> {
  const adjacency = new Map<ActorId, RelationEdge[]>();
  for (const edge of edges)
    for (const id of new Set([edge.from, edge.to, ...edge.slotActors])) {
      const held = adjacency.get(id);
      if (held === undefined) adjacency.set(id, [edge]);
      else held.push(edge);
    }
  return adjacency;
}
