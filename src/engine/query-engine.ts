// Answers: what can the app ask, without knowing who answers (this process, a worker, a database)?
import type { Contradiction } from "../graph/analysis/contradictions.ts";
import type { Coverage, CoverageOptions } from "../graph/analysis/coverage.ts";
import type { Cuts } from "../graph/analysis/cuts.ts";
import type { Impact, ImpactOptions, SourceLoad } from "../graph/analysis/impact.ts";
import type { Matrix, MatrixOptions } from "../graph/analysis/matrix.ts";
import type { Measures } from "../graph/analysis/measures.ts";
import type { SharedOpponents, SupportAnswer, SupportOptions } from "../graph/analysis/support.ts";
import type { BetweenOptions, SharedNeighbor } from "../graph/analysis/ties.ts";
import type { EntenteGraph } from "../graph/graph.ts";
import type { NoPathExplanation } from "../graph/paths/explain-no-path.ts";
import type { PathsAnswer, PathsQuery } from "../graph/paths/paths.ts";
import type { Route } from "../graph/paths/route.ts";
import type { SimplePathsAnswer, SimplePathsQuery } from "../graph/paths/simple-paths.ts";
import type { RelationFilter } from "../graph/query/filter.ts";
import type { Neighborhood, NeighborhoodOptions } from "../graph/query/neighborhood.ts";
import type { SearchHit } from "../graph/search.ts";
import type { RelationHits } from "../graph/sentence-search.ts";
import type { ActorId, ClaimId, RelationId, SourceId } from "../model/ids.ts";
import type { Issue } from "../model/issue.ts";
import type { Claim } from "../model/records.ts";
import type { CancelSignal } from "./slices.ts";

/** What every long query takes. */
export interface AskOptions {
  /** Rejects with an `AbortError` soon after it is aborted. */
  readonly signal?: CancelSignal | undefined;
  /** Units of work of queries that search for routes; see `WorkOptions`. */
  readonly budget?: number | undefined;
  /** Told now and then which share is done, or of its budget is spent where that is not known: from 0 to 1, never less than before. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Questions and answers are plain values, maps and sets, which pass between threads as they are. */
export interface QueryEngine {
  /** Best match first. */
  search(text: string, options?: { readonly limit?: number }): Promise<readonly SearchHit[]>;
  /** Relations whose sentence, or an end's other names, hold every word of the text. */
  searchRelations(text: string, options?: { readonly limit?: number }): Promise<RelationHits>;
  neighborhood(seeds: readonly ActorId[], options?: NeighborhoodOptions): Promise<Neighborhood>;
  paths(query: PathsQuery, options?: AskOptions): Promise<PathsAnswer>;
  /** The route along these actors as the query sees it; undefined when it is none of the query's routes. */
  route(query: PathsQuery, actors: readonly ActorId[], options?: AskOptions): Promise<Route | undefined>;
  allSimplePaths(query: SimplePathsQuery, options?: AskOptions): Promise<SimplePathsAnswer>;
  explainNoPath(query: PathsQuery, options?: AskOptions): Promise<NoPathExplanation>;
  support(actor: ActorId, about?: SupportOptions, options?: AskOptions): Promise<SupportAnswer>;
  opposition(actor: ActorId, about?: SupportOptions, options?: AskOptions): Promise<SupportAnswer>;
  enemiesOfEnemies(actor: ActorId, filter?: RelationFilter, options?: AskOptions): Promise<SharedOpponents>;
  impact(off: readonly SourceId[], about?: ImpactOptions, options?: AskOptions): Promise<Impact>;
  sourceLoads(filter?: RelationFilter, options?: AskOptions): Promise<readonly SourceLoad[]>;
  common(
    actors: readonly ActorId[],
    filter?: RelationFilter,
  ): Promise<{ readonly neighbors: readonly SharedNeighbor[]; readonly issues: readonly Issue[] }>;
  between(
    a: readonly ActorId[],
    b: readonly ActorId[],
    options?: BetweenOptions,
  ): Promise<{ readonly relations: readonly RelationId[]; readonly issues: readonly Issue[] }>;
  matrix(about: MatrixOptions, options?: AskOptions): Promise<Matrix>;
  coverage(about?: CoverageOptions, options?: AskOptions): Promise<Coverage>;
  /** Between all claims there are, withdrawn ones too, as the compiler found them. Rejects when their file cannot be loaded. */
  contradictions(): Promise<readonly Contradiction[]>;
  /** Claims that carry a curator's note, in the order of the dataset. Rejects when their file cannot be loaded. */
  notedClaims(): Promise<readonly ClaimId[]>;
  measures(filter?: RelationFilter): Promise<ReadonlyMap<ActorId, Measures>>;
  cuts(filter?: RelationFilter, options?: AskOptions): Promise<Cuts>;
  /** Full claims in the order asked. Rejects when a detail file cannot be loaded. */
  claims(ids: readonly ClaimId[]): Promise<readonly Claim[]>;
}

export type { EntenteGraph };
