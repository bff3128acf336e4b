// Answers: what can the app ask, without knowing who answers (this process, a worker, a database)?
import type { EntenteGraph } from "../graph/graph.ts";
import type { Direction, Neighborhood } from "../graph/neighborhood.ts";
import type { SearchHit } from "../graph/search.ts";
import type { ActorId, ClaimId } from "../model/ids.ts";
import type { Claim } from "../model/records.ts";

export interface NeighborhoodOptions {
  /** Hops, at least 1; default 1. */
  readonly depth?: number;
  readonly direction?: Direction;
  /** Relation type ids; all when absent. */
  readonly types?: ReadonlySet<string>;
}

export interface QueryEngine {
  /** Best match first. */
  search(text: string, options?: { readonly limit?: number }): Promise<readonly SearchHit[]>;
  neighborhood(seeds: readonly ActorId[], options?: NeighborhoodOptions): Promise<Neighborhood>;
  /** Full claims in the order asked. Rejects when a detail file cannot be loaded. */
  claims(ids: readonly ClaimId[]): Promise<readonly Claim[]>;
}

export type { EntenteGraph };
