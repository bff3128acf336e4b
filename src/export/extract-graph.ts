// Answers: how is an extract a graph of its own, one that can be opened and asked like the whole?
import { adjacencyOf } from "../graph/adjacency.ts";
import { claimsOf } from "../graph/claims.ts";
import type { EntenteGraph, StarterView } from "../graph/graph.ts";
import type { ActorId } from "../model/ids.ts";
import type { Extract } from "./extract.ts";
import { nameUuid } from "./name-uuid.ts";
import { recipeId } from "./stamp.ts";

/**
 * Its actors, those its evidence names, its relations with all claims that its sources and clocks leave in; starters whose actors are all there.
 * Every status follows from the claims as it did in the extract. The hash is that of the dataset where nothing is left out, else another.
 */
export function graphOfExtract(extract: Extract): EntenteGraph {
  const { graph, relations, sources, attributes, claims } = extract;
  const actors = [...extract.actors, ...extract.context].sort((a, b) => (a.id < b.id ? -1 : 1));
  const edges = relations.map((r) => r.edge);
  const inside = new Set<string>(actors.map((a) => a.id));
  const isWhole =
    actors.length === graph.actors.size && edges.length === graph.relations.size && claims.size === graph.claims.size;
  const edgeOf = new Map(edges.map((edge) => [edge.id, edge]));
  const bundles = new Map([...attributes].map(([id, held]) => [id, { claims: held }]));
  let adjacency: EntenteGraph["relationsOf"] | undefined;
  return {
    info: graph.info,
    hash: isWhole ? graph.hash : nameUuid(`${graph.hash} ${recipeId(extract)}`).replaceAll("-", ""),
    types: graph.types,
    units: graph.units,
    actors: new Map(actors.map((a) => [a.id, a])),
    sources: new Map(sources.map((s) => [s.id, s])),
    relations: edgeOf,
    // Whoever only writes the graph never asks.
    get relationsOf() {
      adjacency ??= adjacencyOf(edges);
      return adjacency;
    },
    attributesOf: bundles,
    starters: graph.starters.filter((s) => starterActors(s).every((id) => inside.has(id))),
    tours: graph.tours.filter((tour) =>
      tour.steps.every(
        (step) =>
          step.actors.every((id) => inside.has(id)) && step.facts.every((fact) => fact.claims.every((id) => claims.has(id))),
      ),
    ),
    claims: claimsOf([...claims.keys()], edgeOf, bundles),
    claimFiles: { size: 0, files: [] },
  };
}

function starterActors({ actors, focus, ask, expect }: StarterView): ActorId[] {
  const asked = [ask?.of, ask?.from, ask?.to, expect?.actors, expect?.relations?.flatMap(([from, , to]) => [from, to])];
  return [...actors, ...(focus === undefined ? [] : [focus]), ...asked.flatMap((ids) => ids ?? [])];
}
