// Answers: which actors and relations does a recipe reach, before its evidence is looked at?
import type { EntenteGraph, RelationEdge } from "../graph/graph.ts";
import { findPaths } from "../graph/paths/paths.ts";
import type { Route } from "../graph/paths/route.ts";
import { evidenceOf } from "../graph/query/filter.ts";
import { neighborhood } from "../graph/query/neighborhood.ts";
import type { ActorId, RelationId } from "../model/ids.ts";
import type { Issue } from "../model/issue.ts";
import { countText } from "../model/text.ts";
import type { Recipe } from "./recipe.ts";

export interface Reached {
  readonly actors: ReadonlySet<ActorId>;
  readonly relations: ReadonlySet<RelationId>;
  /** Of a path scope, best first. */
  readonly routes?: readonly Route[] | undefined;
  /** What there may be more of, in words. */
  readonly notes: readonly string[];
  /** Faults of the query; with any, nothing is reached. */
  readonly issues: readonly Issue[];
}

/** Cost that of the query asked: O(V + E + claims), routes apart. */
export function reachedBy(graph: EntenteGraph, { scope, filter }: Recipe): Reached {
  switch (scope.kind) {
    case "all": {
      const admitted = [...graph.relations.values()].filter((edge) => evidenceOf(edge, filter) !== undefined);
      const relations = new Set(admitted.map((edge) => edge.id));
      return {
        actors: new Set(graph.actors.keys()),
        relations,
        notes: setAside(graph.relations.size - relations.size),
        issues: [],
      };
    }
    case "neighborhood": {
      const { seeds, depth, direction } = scope;
      const found = neighborhood(graph, seeds, { depth, direction, filter });
      if (found.issues.length > 0) return { actors: new Set(), relations: new Set(), notes: [], issues: found.issues };
      const actors = new Set(found.distances.keys());
      return { actors, relations: new Set(found.relations), notes: setAside(found.filteredOut), issues: [] };
    }
    case "path": {
      const { routes, ended, issues } = findPaths(graph, { ...scope.query, filter });
      const relations = new Set(routes.flatMap((r) => r.hops.flatMap((hop) => hop.relations.map((used) => used.id))));
      const actors = new Set([...routes.flatMap((r) => r.actors), ...endsOf(graph, relations)]);
      const count = countText(routes.length, "route");
      const note = {
        all: `${count}: all there are under this query`,
        k: `${count}: as many as asked for; there may be more`,
        work: `${count}: the work budget ran out, others may be missing`,
      }[ended];
      return { actors, relations, routes, notes: [note], issues };
    }
    case "view":
      return { actors: new Set(scope.positions.keys()), relations: scope.relations, notes: [], issues: [] };
  }
}

/** A hop through an actor that a relation only names leaves its ends off the route; without them the relation would dangle. */
function endsOf(graph: EntenteGraph, relations: Iterable<RelationId>): ActorId[] {
  const edges = [...relations].map((id) => graph.relations.get(id)).filter((e): e is RelationEdge => e !== undefined);
  return edges.flatMap((edge) => [edge.from, edge.to]);
}

function setAside(count: number): string[] {
  return count === 0 ? [] : [`${countText(count, "more relation")} between them set aside by the filter`];
}
