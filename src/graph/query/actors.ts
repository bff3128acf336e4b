// Answers: does the graph hold the actors a query names?
import type { ActorId } from "../../model/ids.ts";
import { type Issue, issue } from "../../model/issue.ts";
import { didYouMean } from "../../model/nearest.ts";
import type { EntenteGraph } from "../graph.ts";

export interface KnownActors {
  /** Those the graph holds, once each, in the order given. */
  readonly known: readonly ActorId[];
  /** One issue for each id it does not hold, with the nearest ids. */
  readonly issues: readonly Issue[];
}

/** `field` names the part of the query, for the issues' paths. Cost O(ids), near-miss search apart. */
export function knownActors(graph: EntenteGraph, ids: readonly ActorId[], field: string): KnownActors {
  const known = new Set<ActorId>();
  const issues: Issue[] = [];
  for (const [i, id] of ids.entries())
    if (graph.actors.has(id)) known.add(id);
    else {
      const remedy = didYouMean(id, graph.actors.keys());
      issues.push(issue("actor-unknown", "query", [field, i], { value: id, ...(remedy === undefined ? {} : { remedy }) }));
    }
  return { known: [...known], issues };
}
