// Answers: queries, in this process. Claim details are loaded file by file on first need and kept.
import { cutsOf } from "../graph/analysis/cuts.ts";
import { impactOf, sourceLoads } from "../graph/analysis/impact.ts";
import { measuresOf } from "../graph/analysis/measures.ts";
import { enemiesOfEnemies, oppositionOf, supportOf } from "../graph/analysis/support.ts";
import { commonNeighbors, relationsBetween } from "../graph/analysis/ties.ts";
import type { EntenteGraph } from "../graph/graph.ts";
import { explanationInSteps } from "../graph/paths/explain-no-path.ts";
import { pathsInSteps } from "../graph/paths/paths.ts";
import { simplePathsInSteps } from "../graph/paths/simple-paths.ts";
import { neighborhood } from "../graph/query/neighborhood.ts";
import { createSearchIndex, type SearchIndex } from "../graph/search.ts";
import { parseClaimsFile } from "../graph/snapshot.ts";
import type { ClaimId } from "../model/ids.ts";
import type { Claim } from "../model/records.ts";
import type { QueryEngine } from "./query-engine.ts";
import { type Breathing, finishedInSlices } from "./slices.ts";

/**
 * `loadFile` gets a name such as `claims/0-….json` and gives the parsed JSON; a failed load is tried again at the next call. `breathing` is how
 * long queries let others go first.
 */
export function createLocalEngine(
  graph: EntenteGraph,
  loadFile: (name: string) => Promise<unknown>,
  breathing: Breathing,
): QueryEngine {
  const files = new Map<string, Promise<ReadonlyMap<ClaimId, Claim>>>();
  let index: SearchIndex | undefined;

  function detailsIn(name: string): Promise<ReadonlyMap<ClaimId, Claim>> {
    const held = files.get(name);
    if (held !== undefined) return held;
    const loading = loadFile(name).then((json) => new Map(parseClaimsFile(json).map((c) => [c.id, c])));
    files.set(name, loading);
    loading.catch(() => files.delete(name));
    return loading;
  }

  return {
    async search(text, options = {}) {
      index ??= createSearchIndex(graph);
      return index.search(text, options.limit);
    },
    neighborhood: async (seeds, options) => neighborhood(graph, seeds, options),
    paths: (query, { signal, budget } = {}) => finishedInSlices(pathsInSteps(graph, query, { budget }), breathing, signal),
    allSimplePaths: (query, { signal, budget } = {}) =>
      finishedInSlices(simplePathsInSteps(graph, query, { budget }), breathing, signal),
    explainNoPath: (query, { signal, budget } = {}) =>
      finishedInSlices(explanationInSteps(graph, query, { budget }), breathing, signal),
    support: async (actor, options) => supportOf(graph, actor, options),
    opposition: async (actor, options) => oppositionOf(graph, actor, options),
    enemiesOfEnemies: async (actor, filter) => enemiesOfEnemies(graph, actor, filter),
    impact: async (off, options) => impactOf(graph, off, options),
    sourceLoads: async (filter) => sourceLoads(graph, filter),
    common: async (actors, filter) => commonNeighbors(graph, actors, filter),
    between: async (a, b, filter) => relationsBetween(graph, a, b, filter),
    measures: async (filter) => measuresOf(graph, filter),
    cuts: async (filter) => cutsOf(graph, filter),
    async claims(ids) {
      const found: Claim[] = [];
      for (const id of ids) {
        const ordinal = graph.claimOrdinals.get(id);
        const name = ordinal === undefined ? undefined : graph.claimFiles.files[Math.floor(ordinal / graph.claimFiles.size)];
        const claim = name === undefined ? undefined : (await detailsIn(name)).get(id);
        if (claim === undefined) throw new Error(`No details are recorded for claim ${id}.`);
        found.push(claim);
      }
      return found;
    },
  };
}
