// Answers: what is the same graph as a graphology multigraph, for its algorithms?
import { MultiDirectedGraph } from "graphology";
import type { EntenteGraph } from "./graph.ts";
import { statusOf } from "./graph.ts";

export interface NodeAttributes {
  readonly kind: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface EdgeAttributes {
  readonly type: string;
  readonly polarity: string;
  readonly symmetric: boolean;
  readonly status: string;
  readonly claims: number;
}

/** A fresh multigraph: one node an actor, one directed edge a relation, keyed by their ids. Cost O(V + E). */
export function graphologyOf(graph: EntenteGraph): MultiDirectedGraph<NodeAttributes, EdgeAttributes> {
  const multigraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  for (const { id, kind, label, x, y } of graph.actors.values()) multigraph.addNode(id, { kind, label, x, y });
  for (const edge of graph.relations.values())
    multigraph.addEdgeWithKey(edge.id, edge.from, edge.to, {
      type: edge.type.id,
      polarity: edge.type.polarity,
      symmetric: edge.type.symmetric,
      status: statusOf(edge).status,
      claims: edge.claims.length,
    });
  return multigraph;
}
