// Answers: what do these actors have in common, and what stands directly between two groups?
import type { ActorId, RelationId } from "../../model/ids.ts";
import { type Issue, issue } from "../../model/issue.ts";
import type { Direction } from "../../model/kinds.ts";
import type { EntenteGraph } from "../graph.ts";
import { knownActors } from "../query/actors.ts";
import { evidenceOf, type RelationFilter } from "../query/filter.ts";

export interface SharedNeighbor {
  readonly actor: ActorId;
  /** The relations that tie it to each of the actors asked about, in their order, each in id order. */
  readonly ties: readonly { readonly to: ActorId; readonly relations: readonly RelationId[] }[];
}

/** Actors with a relation, in any direction, to every one of `actors`; in id order. Cost O(relations of `actors`). */
export function commonNeighbors(
  graph: EntenteGraph,
  actors: readonly ActorId[],
  filter: RelationFilter = {},
): { readonly neighbors: readonly SharedNeighbor[]; readonly issues: readonly Issue[] } {
  const { known, issues } = knownActors(graph, actors, "actors");
  if (issues.length > 0) return { neighbors: [], issues };
  if (known.length < 2) {
    const remedy = "name at least two different actors";
    return { neighbors: [], issues: [issue("query-invalid", "query", ["actors"], { value: known.join(" "), remedy })] };
  }
  const tiesOf = known.map((actor) => {
    const ties = new Map<ActorId, RelationId[]>();
    for (const edge of graph.relationsOf.get(actor) ?? []) {
      const other = edge.from === actor ? edge.to : edge.to === actor ? edge.from : undefined;
      if (other === undefined || known.includes(other) || evidenceOf(edge, filter) === undefined) continue;
      ties.set(other, [...(ties.get(other) ?? []), edge.id]);
    }
    return ties;
  });
  const shared = [...(tiesOf[0]?.keys() ?? [])].filter((id) => tiesOf.every((ties) => ties.has(id))).sort();
  return {
    neighbors: shared.map((actor) => ({
      actor,
      ties: known.map((to, i) => ({ to, relations: (tiesOf[i]?.get(actor) ?? []).sort() })),
    })),
    issues: [],
  };
}

export interface BetweenOptions {
  /** Of reading: `out` is from `a` to `b`; a symmetric relation reads both ways. Default both. */
  readonly direction?: Direction | undefined;
  readonly filter?: RelationFilter | undefined;
}

/** Relations with one end in each group, in id order; an actor in both groups joins nothing by itself. Cost O(relations of `a`). */
export function relationsBetween(
  graph: EntenteGraph,
  a: readonly ActorId[],
  b: readonly ActorId[],
  { direction = "both", filter = {} }: BetweenOptions = {},
): { readonly relations: readonly RelationId[]; readonly issues: readonly Issue[] } {
  const [one, other] = [knownActors(graph, a, "a"), knownActors(graph, b, "b")];
  const [inA, inB] = [new Set(one.known), new Set(other.known)];
  const found = new Set<RelationId>();
  for (const actor of inA)
    for (const edge of graph.relationsOf.get(actor) ?? []) {
      if (edge.from === edge.to) continue;
      const isOut = inA.has(edge.from) && inB.has(edge.to);
      const isIn = inB.has(edge.from) && inA.has(edge.to);
      const { symmetric } = edge.type;
      const isBetween = (isOut && (direction !== "in" || symmetric)) || (isIn && (direction !== "out" || symmetric));
      if (isBetween && evidenceOf(edge, filter) !== undefined) found.add(edge.id);
    }
  return { relations: [...found].sort(), issues: [...one.issues, ...other.issues] };
}
