// Answers: what is the graph of these pairs, one plain relation each? For sizes at which curating a dataset would take too long.

import { adjacencyOf } from "../../src/graph/adjacency.ts";
import { claimsOf } from "../../src/graph/claims.ts";
import type { ActorNode, ClaimCore, EntenteGraph, RelationEdge } from "../../src/graph/graph.ts";
import type { ActorId, ClaimId, RelationId, SourceId } from "../../src/model/ids.ts";
import { relationType } from "./arbitraries.ts";

const TYPE = relationType("attacks", { polarity: "hostile" });
const SOURCE = "source/s" as SourceId;

/** Actor `i` is `state/n<i>`; each pair is a reported relation from the first to the second. Equal pairs are parallel relations. */
export function edgesGraph(pairs: readonly (readonly [number, number])[]): EntenteGraph {
  const numbers = new Set(pairs.flat());
  const ids = [...numbers].map((i) => `state/n${i}` as ActorId).sort();
  const relations = pairs.map(([a, b], i): RelationEdge => {
    const claim: ClaimCore = {
      id: `source/s#c${i + 1}` as ClaimId,
      source: SOURCE,
      status: "reported",
      modality: "actual",
      opinion: false,
      origin: SOURCE,
      byParty: false,
      reliability: "C",
      credibility: 3,
      publishedDay: 19_000,
      bounds: { earliestStart: 18_000, latestStart: 18_000, earliestEnd: 18_000, latestEnd: 18_000 },
      dated: true,
      slotActors: [],
    };
    return {
      id: `e_${i.toString(16).padStart(10, "0")}` as RelationId,
      type: TYPE,
      from: `state/n${a}` as ActorId,
      to: `state/n${b}` as ActorId,
      slots: {},
      claims: [claim],
      slotActors: [],
    };
  });
  const edges = new Map(relations.map((r) => [r.id, r]));
  return {
    info: { id: "edges", title: "Edges", version: "1", license: "CC0", description: "d" },
    hash: "",
    types: new Map([[TYPE.id as string, TYPE]]),
    units: new Map(),
    actors: new Map(
      ids.map((id) => [id, { id, kind: "state", label: id, names: [], ids: {}, extra: {}, x: 0, y: 0 } as ActorNode]),
    ),
    sources: new Map(),
    relations: edges,
    relationsOf: adjacencyOf(relations),
    attributesOf: new Map(),
    starters: [],
    tours: [],
    claims: claimsOf(
      relations.flatMap((r) => r.claims.map((c) => c.id)),
      edges,
      [],
    ),
    claimFiles: { size: 0, files: [] },
  };
}
