// Answers: which relations touch this actor?
import type { ActorId } from "../model/ids.ts";
import type { RelationEdge } from "./graph.ts";
import { eachInSteps, finished, type Steps } from "./query/work.ts";

/** Relations by each actor that is an end or named in a slot. */
export function adjacencyOf(edges: readonly RelationEdge[]): Map<ActorId, RelationEdge[]> {
  return finished(adjacencyInSteps(edges));
}

/** The same, pausing now and then. */
export function* adjacencyInSteps(edges: readonly RelationEdge[]): Steps<Map<ActorId, RelationEdge[]>> {
  const adjacency = new Map<ActorId, RelationEdge[]>();
  yield* eachInSteps(edges, edges.length, (edge) => {
    for (const id of new Set([edge.from, edge.to, ...edge.slotActors])) {
      const held = adjacency.get(id);
      if (held === undefined) adjacency.set(id, [edge]);
      else held.push(edge);
    }
  });
  return adjacency;
}
