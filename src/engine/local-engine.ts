// Answers: queries, in this process. Claim details and findings are loaded file by file on first need; the files last used are kept.
import type { EntenteGraph } from "../graph/graph.ts";
import { DEFAULT_WORK, PAUSE_EVERY, type Steps } from "../graph/query/work.ts";
import type { SearchIndex } from "../graph/search.ts";
import type { SentenceSearch } from "../graph/sentence-search.ts";
import { type Findings, parseClaimsFile, parseFindings } from "../graph/snapshot.ts";
import type { ClaimId } from "../model/ids.ts";
import type { Claim } from "../model/records.ts";
import type { AskOptions, QueryEngine } from "./query-engine.ts";
import { type Breathing, finishedInSlices } from "./slices.ts";

/** Some 16 000 claims in full. */
const FILES_KEPT = 64;

/** Loaded with the first query: the page's start needs none of it. */
const queries = () => import("./queries.ts");

/**
 * `loadFile` gets a name such as `claims/0-….json` and gives the parsed JSON; a failed load is tried again at the next call. `breathing` is how
 * long queries let others go first.
 */
export function createLocalEngine(
  graph: EntenteGraph,
  loadFile: (name: string) => Promise<unknown>,
  breathing: Breathing,
): QueryEngine {
  const files = new Map<string, Promise<unknown>>();
  let index: SearchIndex | undefined;
  let sentences: SentenceSearch | undefined;

  /** Each file is parsed by one function only. */
  function loaded<T>(name: string, parse: (json: unknown) => T): Promise<T> {
    const held = files.get(name);
    const loading = (held as Promise<T> | undefined) ?? loadFile(name).then(parse);
    files.delete(name);
    files.set(name, loading);
    for (const [oldest] of files) {
      if (files.size <= FILES_KEPT) break;
      files.delete(oldest);
    }
    if (held === undefined) loading.catch(() => files.get(name) === loading && files.delete(name));
    return loading;
  }

  const detailsIn = (name: string): Promise<ReadonlyMap<ClaimId, Claim>> =>
    loaded(name, (json) => new Map(parseClaimsFile(json).map((c) => [c.id, c])));

  async function findings(): Promise<readonly Findings[]> {
    const names = graph.claimFiles.findings;
    if (names === undefined) throw new Error("This graph was compiled without files of findings: build the data again.");
    const parts: Findings[] = [];
    for (const name of names) parts.push(await loaded(name, parseFindings));
    return parts;
  }

  function inSlices<T>(steps: Steps<T>, { signal, budget = DEFAULT_WORK, onProgress }: AskOptions): Promise<T> {
    let share = 0;
    const onSteps = (made: number, told: number | undefined): void => {
      share = Math.min(1, Math.max(share, told ?? (made * PAUSE_EVERY) / budget));
      onProgress?.(share);
    };
    return finishedInSlices(steps, breathing, { signal, onSteps });
  }

  async function claims(ids: readonly ClaimId[]): Promise<readonly Claim[]> {
    const found: Claim[] = [];
    for (const id of ids) {
      const ordinal = graph.claims.ordinalOf(id);
      const name = ordinal === undefined ? undefined : graph.claimFiles.files[Math.floor(ordinal / graph.claimFiles.size)];
      const claim = name === undefined ? undefined : (await detailsIn(name)).get(id);
      if (claim === undefined) throw new Error(`No details are recorded for claim ${id}.`);
      found.push(claim);
    }
    return found;
  }

  return {
    async search(text, options = {}) {
      index ??= (await import("../graph/search.ts")).createSearchIndex(graph);
      return index.search(text, options.limit);
    },
    async searchRelations(text, options = {}) {
      sentences ??= (await queries()).createSentenceSearch(graph);
      return sentences.search(text, options.limit);
    },
    neighborhood: async (...asked) => (await queries()).neighborhood(graph, ...asked),
    paths: async (query, options = {}) => inSlices((await queries()).pathsInSteps(graph, query, options), options),
    route: async (query, actors, options = {}) => inSlices((await queries()).routeInSteps(graph, query, actors), options),
    allSimplePaths: async (query, options = {}) => inSlices((await queries()).simplePathsInSteps(graph, query, options), options),
    explainNoPath: async (query, options = {}) => inSlices((await queries()).explanationInSteps(graph, query, options), options),
    support: async (actor, about, options = {}) => inSlices((await queries()).supportInSteps(graph, actor, about), options),
    opposition: async (actor, about, options = {}) => inSlices((await queries()).oppositionInSteps(graph, actor, about), options),
    enemiesOfEnemies: async (actor, filter, options = {}) =>
      inSlices((await queries()).enemiesOfEnemiesInSteps(graph, actor, filter), options),
    impact: async (off, about, options = {}) => inSlices((await queries()).impactInSteps(graph, off, about), options),
    sourceLoads: async (filter, options = {}) => inSlices((await queries()).sourceLoadsInSteps(graph, filter), options),
    common: async (...asked) => (await queries()).commonNeighbors(graph, ...asked),
    between: async (...asked) => (await queries()).relationsBetween(graph, ...asked),
    matrix: async (about, options = {}) => inSlices((await queries()).matrixInSteps(graph, about), options),
    coverage: async (about, options = {}) => inSlices((await queries()).coverageInSteps(graph, about), options),
    contradictions: async () => (await findings()).flatMap((part) => part.contradictions),
    async notedClaims() {
      const parts = await findings();
      return parts.flatMap(({ noted }) => noted.flatMap((ordinal) => graph.claims.at(ordinal)?.core.id ?? []));
    },
    measures: async (...asked) => (await queries()).measuresOf(graph, ...asked),
    cuts: async (filter, options = {}) => inSlices((await queries()).cutsInSteps(graph, filter), options),
    claims,
  };
}
