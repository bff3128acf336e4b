// Answers: queries, in this process. Claim details are loaded file by file on first need and kept.
import type { EntenteGraph } from "../graph/graph.ts";
import { neighborhood } from "../graph/neighborhood.ts";
import { createSearchIndex, type SearchIndex } from "../graph/search.ts";
import { parseClaimsFile } from "../graph/snapshot.ts";
import type { ClaimId } from "../model/ids.ts";
import type { Claim } from "../model/records.ts";
import type { QueryEngine } from "./query-engine.ts";

/** `loadFile` gets a name such as `claims/0-….json` and gives the parsed JSON; a failed load is tried again at the next call. */
export function createLocalEngine(graph: EntenteGraph, loadFile: (name: string) => Promise<unknown>): QueryEngine {
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
    async neighborhood(seeds, options = {}) {
      const { types } = options;
      return neighborhood(graph, seeds, {
        depth: options.depth,
        direction: options.direction,
        accepts: types === undefined ? undefined : (edge) => types.has(edge.type.id),
      });
    },
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
