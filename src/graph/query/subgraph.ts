// Answers: what is a part of the graph, without copying it?
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { EntenteGraph } from "../graph.ts";

/** Keys into a graph. */
export interface Subgraph {
  readonly actors: ReadonlySet<ActorId>;
  readonly relations: ReadonlySet<RelationId>;
}

export function wholeGraph(graph: EntenteGraph): Subgraph {
  return { actors: new Set(graph.actors.keys()), relations: new Set(graph.relations.keys()) };
}

export function unionOf(a: Subgraph, b: Subgraph): Subgraph {
  return { actors: new Set([...a.actors, ...b.actors]), relations: new Set([...a.relations, ...b.relations]) };
}
