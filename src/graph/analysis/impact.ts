// Answers: what weakens or falls if this source is wrong, and what rests on one source alone?
import type { ActorId, RelationId, SourceId } from "../../model/ids.ts";
import { type Issue, issue } from "../../model/issue.ts";
import { didYouMean } from "../../model/nearest.ts";
import type { DerivedStatus } from "../../model/status.ts";
import type { EntenteGraph, RelationEdge } from "../graph.ts";
import { type PathsQuery, pathsInSteps } from "../paths/paths.ts";
import type { Route } from "../paths/route.ts";
import { evidenceOf, type RelationFilter } from "../query/filter.ts";
import { asPart, eachInSteps, finished, type Steps, untold } from "../query/work.ts";
import { cutsInSteps } from "./cuts.ts";

export interface StatusChange {
  readonly relation: RelationId;
  readonly before: DerivedStatus;
  readonly after: DerivedStatus;
}

export interface Impact {
  /** Relations that pass the filter with the sources on and not with them off, in id order. */
  readonly vanished: readonly RelationId[];
  /** Relations that keep passing under another status. */
  readonly changed: readonly StatusChange[];
  /** Relations that keep their status on fewer origins. */
  readonly weakened: readonly StatusChange[];
  /** Relations that pass only with the sources off: they were denied, or disputed below the minimum. */
  readonly appeared: readonly RelationId[];
  /** Actors left without any relation that passes, in id order. */
  readonly isolated: readonly ActorId[];
  /** The best route of the query asked, with the sources on and off; absent when none was asked. */
  readonly route?: { readonly before: Route | undefined; readonly after: Route | undefined } | undefined;
  readonly issues: readonly Issue[];
}

export interface ImpactOptions {
  /** Sources it names as off are off before and after. */
  readonly filter?: RelationFilter | undefined;
  /** Does this still hold? Asked with `filter` in place of its own. */
  readonly path?: PathsQuery | undefined;
}

/** The same as `impactInSteps`, without a pause. */
export function impactOf(graph: EntenteGraph, off: readonly SourceId[], options: ImpactOptions = {}): Impact {
  return finished(impactInSteps(graph, off, options));
}

/** Cost O(claims), and two path queries when one is asked. */
export function* impactInSteps(
  graph: EntenteGraph,
  off: readonly SourceId[],
  { filter = {}, path }: ImpactOptions = {},
): Steps<Impact> {
  const { known, issues } = knownSources(graph, off);
  const without: RelationFilter = { ...filter, sourcesOff: new Set([...(filter.sourcesOff ?? []), ...known]) };
  const vanished: RelationId[] = [];
  const appeared: RelationId[] = [];
  const changed: StatusChange[] = [];
  const weakened: StatusChange[] = [];
  const heldBefore = new Set<ActorId>();
  const heldAfter = new Set<ActorId>();
  const compare = (edge: RelationEdge): void => {
    const before = evidenceOf(edge, filter);
    const after = evidenceOf(edge, without);
    if (before !== undefined) heldBefore.add(edge.from).add(edge.to);
    if (after !== undefined) heldAfter.add(edge.from).add(edge.to);
    if (before === undefined && after !== undefined) appeared.push(edge.id);
    if (before !== undefined && after === undefined) vanished.push(edge.id);
    if (before === undefined || after === undefined) return;
    const change = { relation: edge.id, before: before.status, after: after.status };
    if (before.status.status !== after.status.status || before.status.contested !== after.status.contested) changed.push(change);
    else if (after.origins.size < before.origins.size) weakened.push(change);
  };
  yield* eachInSteps(graph.relations.values(), graph.relations.size, compare);
  function* best(f: RelationFilter): Steps<Route | undefined> {
    return path === undefined ? undefined : (yield* untold(pathsInSteps(graph, { ...path, k: 1, filter: f }))).routes[0];
  }
  const route = path === undefined ? undefined : { before: yield* best(filter), after: yield* best(without) };
  return {
    vanished,
    changed,
    weakened,
    appeared,
    isolated: [...heldBefore].filter((id) => !heldAfter.has(id)).sort(),
    route,
    issues,
  };
}

export interface SourceLoad {
  readonly source: SourceId;
  /** Claims of it that count under the filter. */
  readonly claims: number;
  /** Relations it has such a claim on, in id order. */
  readonly relations: readonly RelationId[];
  /** Those of them that rest on it alone. */
  readonly alone: readonly RelationId[];
  /** Those whose loss would part two actors that are otherwise joined by nothing: every relation between the pair rests on it alone. */
  readonly bridges: readonly (readonly [ActorId, ActorId])[];
}

/** The same as `sourceLoadsInSteps`, without a pause. */
export function sourceLoads(graph: EntenteGraph, filter: RelationFilter = {}): SourceLoad[] {
  return finished(sourceLoadsInSteps(graph, filter));
}

/** What each source carries, in source order. Cost O(claims + V + E). */
export function* sourceLoadsInSteps(graph: EntenteGraph, filter: RelationFilter = {}): Steps<SourceLoad[]> {
  const claims = new Map<SourceId, number>();
  const relations = new Map<SourceId, RelationId[]>();
  const alone = new Map<SourceId, RelationId[]>();
  const onlySource = new Map<RelationId, SourceId | undefined>();
  const note = <T>(map: Map<SourceId, T[]>, source: SourceId, item: T): void => {
    const held = map.get(source);
    if (held === undefined) map.set(source, [item]);
    else held.push(item);
  };
  const take = (edge: RelationEdge): void => {
    const evidence = evidenceOf(edge, filter);
    if (evidence === undefined) return;
    const own = new Set(evidence.claims.map((c) => c.source));
    for (const { source } of evidence.claims) claims.set(source, (claims.get(source) ?? 0) + 1);
    for (const source of own) note(relations, source, edge.id);
    const [first] = own;
    onlySource.set(edge.id, own.size === 1 ? first : undefined);
    if (own.size === 1 && first !== undefined) note(alone, first, edge.id);
  };
  yield* asPart(eachInSteps(graph.relations.values(), graph.relations.size, take), 0, 0.4);
  const cuts = yield* asPart(cutsInSteps(graph, filter), 0.4, 1);
  const bridges = new Map<SourceId, Array<readonly [ActorId, ActorId]>>();
  for (const { ends, relations: held } of cuts.bridges) {
    const carriers = new Set(held.map((id) => onlySource.get(id)));
    const [carrier] = carriers;
    if (carriers.size === 1 && carrier !== undefined) note(bridges, carrier, ends);
  }
  return [...graph.sources.keys()].map((source) => ({
    source,
    claims: claims.get(source) ?? 0,
    relations: relations.get(source) ?? [],
    alone: alone.get(source) ?? [],
    bridges: bridges.get(source) ?? [],
  }));
}

function knownSources(graph: EntenteGraph, ids: readonly SourceId[]): { known: SourceId[]; issues: Issue[] } {
  const issues = ids.flatMap((id, i) => {
    if (graph.sources.has(id)) return [];
    const remedy = didYouMean(id, graph.sources.keys());
    return [issue("source-unknown", "query", ["off", i], { value: id, ...(remedy === undefined ? {} : { remedy }) })];
  });
  return { known: ids.filter((id) => graph.sources.has(id)), issues };
}
