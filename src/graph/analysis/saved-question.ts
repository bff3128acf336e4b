// Answers: what does a saved question find, and is that what its curator expects?
import type { ActorId, RelationId } from "../../model/ids.ts";
import { type Issue, issue } from "../../model/issue.ts";
import { nearestOf } from "../../model/nearest.ts";
import type { SavedQuery, Starter } from "../../model/records.ts";
import type { EntenteGraph } from "../graph.ts";
import { findPaths } from "../paths/paths.ts";
import type { RelationFilter } from "../query/filter.ts";
import { neighborhood } from "../query/neighborhood.ts";
import type { Subgraph } from "../query/subgraph.ts";
import { oppositionOf, type Supporter, supportOf } from "./support.ts";
import { commonNeighbors, relationsBetween } from "./ties.ts";

export interface QuestionAnswer extends Subgraph {
  readonly issues: readonly Issue[];
}

/** What a saved query lets count. */
export function filterOfQuery(ask: SavedQuery): RelationFilter {
  return {
    types: setOf(ask.types),
    polarities: setOf(ask.layers),
    minStatus: ask.minStatus,
    modalities: setOf(ask.modalities),
    opinions: ask.opinions,
    denials: ask.denials,
  };
}

/** Actors and relations of the answer, the actors asked about included. Cost: that of the query it stands for. */
export function answerOf(graph: EntenteGraph, ask: SavedQuery): QuestionAnswer {
  const { of = [], from = [], to = [], direction, depth } = ask;
  const filter = filterOfQuery(ask);
  switch (ask.query) {
    case "neighbors": {
      const found = neighborhood(graph, of, { depth, direction, filter });
      return answer(found.distances.keys(), found.relations, found.issues);
    }
    case "paths": {
      const { k, maxHops, ranking, slots } = ask;
      const { routes, issues } = findPaths(graph, { from, to, k, maxHops, ranking, slots, direction, filter });
      const relations = routes.flatMap((route) => route.hops.flatMap((hop) => hop.relations.map((r) => r.id)));
      return answer([...from, ...to, ...routes.flatMap((route) => route.actors)], relations, issues);
    }
    case "support":
    case "opposition": {
      const asked = ask.query === "support" ? supportOf : oppositionOf;
      const found = of.map((actor) => asked(graph, actor, { direction: direction === "out" ? "out" : "in", depth, filter }));
      const supporters: Supporter[] = found.flatMap((f) => f.supporters);
      return answer(
        [...of, ...supporters.flatMap((s) => s.chain)],
        supporters.flatMap((s) => s.through),
        found.flatMap((f) => f.issues),
      );
    }
    case "common": {
      const { neighbors, issues } = commonNeighbors(graph, of, filter);
      const relations = neighbors.flatMap((n) => n.ties.flatMap((tie) => tie.relations));
      return answer([...of, ...neighbors.map((n) => n.actor)], relations, issues);
    }
    case "between": {
      const { relations, issues } = relationsBetween(graph, from, to, { direction, filter });
      return answer([...from, ...to], relations, issues);
    }
  }
}

/** One issue for each actor and relation that a saved question should find and does not. Cost: that of its queries. */
export function checkQuestions(graph: EntenteGraph): Issue[] {
  return graph.starters.flatMap((starter, i) => checkQuestion(graph, starter, i));
}

function checkQuestion(graph: EntenteGraph, { id, ask, expect }: Starter, at: number): Issue[] {
  if (ask === undefined) return [];
  const found = answerOf(graph, ask);
  const issues: Issue[] = found.issues.map((i) => ({ ...i, file: "starters.yaml", path: ["starters", at, "ask", ...i.path] }));
  const miss = (path: readonly (string | number)[], value: string, remedy: string): void => {
    issues.push(issue("question-missed", "starters.yaml", ["starters", at, "expect", ...path], { value, remedy }));
  };
  for (const [j, actor] of (expect?.actors ?? []).entries())
    if (!found.actors.has(actor)) miss(["actors", j], actor, `\`entente ask ${id}\` shows what it finds`);
  const triples = new Set(
    [...found.relations].map((r) => graph.relations.get(r)).map((edge) => `${edge?.from} ${edge?.type.id} ${edge?.to}`),
  );
  for (const [j, [from, type, to]] of (expect?.relations ?? []).entries()) {
    const wanted = graph.types.get(type)?.symmetric === true && to < from ? `${to} ${type} ${from}` : `${from} ${type} ${to}`;
    if (triples.has(wanted)) continue;
    const [near] = nearestOf(wanted, triples, 1);
    miss(["relations", j], wanted, near === undefined ? `\`entente ask ${id}\` shows what it finds` : `it finds ${near}`);
  }
  return issues;
}

function answer(actors: Iterable<ActorId>, relations: Iterable<RelationId>, issues: readonly Issue[]): QuestionAnswer {
  return { actors: new Set(actors), relations: new Set(relations), issues };
}

function setOf<T>(items: readonly T[] | undefined): ReadonlySet<T> | undefined {
  return items === undefined ? undefined : new Set(items);
}
