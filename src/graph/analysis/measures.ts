// Answers: how many ties does an actor have, and how often does it lie between others?
import { UndirectedGraph } from "graphology";
import betweennessCentrality from "graphology-metrics/centrality/betweenness.js";
import type { ActorId } from "../../model/ids.ts";
import type { EntenteGraph } from "../graph.ts";
import { evidenceOf, type RelationFilter } from "../query/filter.ts";

export interface Measures {
  /** Relations it is an end of; a self-relation counts once. */
  readonly relations: number;
  /** Relations that begin and that end here; a symmetric one counts in both. */
  readonly out: number;
  readonly in: number;
  /** Other actors it has a relation with: the degree of the simple graph. */
  readonly neighbors: number;
  /** Share of the shortest routes between pairs of others that pass through it, 0 to 1; directions and parallel relations do not count. */
  readonly betweenness: number;
}

/** Says that two records may be one actor: no tie between actors. */
const IDENTITY = "possibly-same-as";

/** The filter less the relation type that speaks of identity. */
export function withoutIdentity(graph: EntenteGraph, filter: RelationFilter): RelationFilter {
  const types = filter.types ?? new Set(graph.types.keys());
  return { ...filter, types: new Set([...types].filter((type) => type !== IDENTITY)) };
}

/** Of every actor, in id order. Source: Brandes 2001 (betweenness). Cost O(V · E). */
export function measuresOf(graph: EntenteGraph, filter: RelationFilter = {}): Map<ActorId, Measures> {
  const ids = [...graph.actors.keys()].sort();
  const counts = new Map(ids.map((id) => [id, { relations: 0, out: 0, in: 0 }]));
  const simple = new UndirectedGraph();
  for (const id of ids) simple.addNode(id);
  const used = withoutIdentity(graph, filter);
  for (const edge of graph.relations.values()) {
    const [from, to] = [counts.get(edge.from), counts.get(edge.to)];
    if (from === undefined || to === undefined || evidenceOf(edge, used) === undefined) continue;
    from.relations += 1;
    if (from !== to) to.relations += 1;
    from.out += 1;
    to.in += 1;
    if (from === to) continue;
    if (edge.type.symmetric) {
      to.out += 1;
      from.in += 1;
    }
    simple.mergeEdge(edge.from, edge.to);
  }
  const betweenness = betweennessCentrality(simple, { getEdgeWeight: null, normalized: true });
  return new Map(
    [...counts].map(([id, count]) => {
      const share = betweenness[id] ?? 0;
      return [id, { ...count, neighbors: simple.degree(id), betweenness: Number.isFinite(share) ? share : 0 }];
    }),
  );
}
