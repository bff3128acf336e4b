// Answers: what of the graph does a recipe take out, and on which evidence does each relation in it stand?
import type { ActorNode, ClaimBundle, ClaimCore, EntenteGraph, RelationEdge, SourceNode } from "../graph/graph.ts";
import { evidenceClaims, statusOf } from "../graph/graph.ts";
import type { Route } from "../graph/paths/route.ts";
import { evidenceOf } from "../graph/query/filter.ts";
import { parseDaySpan } from "../model/day.ts";
import type { ActorId, ClaimId } from "../model/ids.ts";
import { issue, type Result } from "../model/issue.ts";
import type { Claim } from "../model/records.ts";
import type { DerivedStatus } from "../model/status.ts";
import type { Recipe, RecipeFilter } from "./recipe.ts";
import { type Reached, reachedBy } from "./scope.ts";

export interface ExtractRelation {
  /** With those of its claims only that the recipe's sources and clocks leave in: its status follows from them alone. */
  readonly edge: RelationEdge;
  readonly status: DerivedStatus;
  /** The claims it stands on under the recipe's filter; the others of `edge.claims` are opinions, plans, denials, withdrawals. */
  readonly claims: readonly ClaimCore[];
  /** Independent origins. */
  readonly origins: ReadonlySet<string>;
}

/** Actors and relations in id order; every relation has both ends among the actors. */
export interface Extract {
  /** What it was taken from. */
  readonly graph: EntenteGraph;
  readonly recipe: Recipe;
  readonly actors: readonly ActorNode[];
  /** Actors that the evidence only names, as speakers, publishers, countries or in slots: no nodes of the picture. In id order. */
  readonly context: readonly ActorNode[];
  readonly relations: readonly ExtractRelation[];
  /** Claims about one actor alone, under the same sources and clocks. */
  readonly attributes: ReadonlyMap<ActorId, readonly ClaimCore[]>;
  readonly sources: readonly SourceNode[];
  /** Details of all claims of `relations` and `attributes`, in claim order. */
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly routes?: readonly Route[] | undefined;
  /** What there may be more of, in words. */
  readonly notes: readonly string[];
}

/** An extract before the details of its claims are there: the page fetches those of `claimIds` and calls `fill`. */
export interface ExtractDraft {
  readonly claimIds: readonly ClaimId[];
  /** @throws when a claim of `claimIds` is not among them. */
  fill(claims: Iterable<Claim>): Extract;
}

/** Cost that of the recipe's query and O(claims). Fails on an unknown actor and other faults of a query, with all issues. */
export function extractOf(graph: EntenteGraph, recipe: Recipe, claims: Iterable<Claim>): Result<Extract> {
  const drafted = draftExtract(graph, recipe);
  return drafted.ok ? { ok: true, value: drafted.value.fill(claims) } : drafted;
}

export function draftExtract(graph: EntenteGraph, recipe: Recipe): Result<ExtractDraft> {
  const reached = reachedBy(graph, recipe);
  if (reached.issues.length > 0) return { ok: false, issues: reached.issues };
  const relations = relationsOf(graph, recipe, reached);
  const actorIds = new Set(reached.actors);
  for (const { edge } of relations) for (const end of [edge.from, edge.to]) actorIds.add(end);
  if (recipe.connected === true) {
    const tied = new Set(relations.flatMap(({ edge }) => [edge.from, edge.to, ...edge.slotActors]));
    for (const id of actorIds) if (!tied.has(id)) actorIds.delete(id);
  }
  if (actorIds.size === 0)
    return { ok: false, issues: [issue("query-invalid", "query", [], { detail: "Nothing to export under this recipe." })] };
  const attributes = new Map<ActorId, readonly ClaimCore[]>();
  for (const [id, held] of graph.attributesOf) {
    const known = actorIds.has(id) ? heldClaims(held, recipe.filter) : [];
    if (known.length > 0) attributes.set(id, known);
  }
  const cores = [...relations.flatMap((r) => r.edge.claims), ...[...attributes.values()].flat()];
  const coreOf = new Map(cores.map((c) => [c.id, c]));
  const claimIds = [...graph.claims.ids()].filter((id) => coreOf.has(id));
  return {
    ok: true,
    value: {
      claimIds,
      fill(details) {
        const given = new Map<ClaimId, Claim>();
        for (const claim of details) if (coreOf.has(claim.id)) given.set(claim.id, claim);
        const claims = new Map(claimIds.map((id) => [id, asKnown(given.get(id), coreOf.get(id), id)]));
        const sources = sourcesOf(graph, cores, recipe.filter.knownOn);
        return {
          graph,
          recipe,
          actors: actorsOf(graph, recipe, actorIds),
          context: contextOf(graph, actorIds, { cores, claims, sources }),
          relations,
          attributes,
          sources,
          claims,
          routes: reached.routes,
          notes: reached.notes,
        };
      },
    },
  };
}

function relationsOf(graph: EntenteGraph, { scope, filter }: Recipe, { relations }: Reached): ExtractRelation[] {
  return [...relations].sort().flatMap((id): ExtractRelation[] => {
    const whole = graph.relations.get(id);
    if (whole === undefined) return [];
    const edge = heldEdge(whole, filter);
    const evidence = evidenceOf(edge, filter);
    if (evidence !== undefined) return [{ edge, ...evidence }];
    // A view may show what is withdrawn or hidden; a query never reaches it.
    return scope.kind === "view" ? [{ edge, status: statusOf(edge, filter), claims: [], origins: new Set() }] : [];
  });
}

/** The relation as it stood: its claims from sources that are on, published by then, and not yet withdrawn where that came later. */
function heldEdge(edge: RelationEdge, filter: RecipeFilter): RelationEdge {
  const { id, type, from, to, slots, claims: all } = edge;
  const claims = heldClaims({ claims: all }, filter);
  if (claims === all) return edge;
  return { id, type, from, to, slots, claims, slotActors: [...new Set(claims.flatMap((c) => c.slotActors))].sort() };
}

function heldClaims(bundle: ClaimBundle, filter: RecipeFilter): readonly ClaimCore[] {
  const { knownOn } = filter;
  const held = evidenceClaims(bundle, filter);
  if (knownOn === undefined) return held;
  return held
    .filter((c) => c.publishedDay <= knownOn)
    .map((c) => (c.retractedDay === undefined || c.retractedDay <= knownOn ? c : { ...c, retractedDay: undefined }));
}

/** Details without a withdrawal that was not known yet. */
function asKnown(claim: Claim | undefined, core: ClaimCore | undefined, id: ClaimId): Claim {
  if (claim === undefined) throw new Error(`no details of claim ${id}`);
  if (claim.retracted === undefined || core?.retractedDay !== undefined) return claim;
  const { retracted: _, ...rest } = claim;
  return rest;
}

function actorsOf(graph: EntenteGraph, { scope }: Recipe, ids: ReadonlySet<ActorId>): ActorNode[] {
  return sortedActors(graph, ids).map((actor) => {
    const at = scope.kind === "view" ? scope.positions.get(actor.id) : undefined;
    return at === undefined ? actor : { ...actor, x: at.x, y: at.y };
  });
}

/** Sources of the claims, and those that are the origin of one. */
function sourcesOf(graph: EntenteGraph, cores: readonly ClaimCore[], knownOn: number | undefined): SourceNode[] {
  const ids = new Set<string>(cores.flatMap((c) => [c.source, c.origin]));
  return [...graph.sources.values()]
    .filter((s) => ids.has(s.id))
    .map((source) => {
      const day = source.retracted === undefined ? undefined : parseDaySpan(source.retracted)?.last;
      if (knownOn === undefined || day === undefined || day <= knownOn) return source;
      const { retracted: _, ...rest } = source;
      return rest;
    });
}

function contextOf(
  graph: EntenteGraph,
  inside: ReadonlySet<ActorId>,
  evidence: {
    readonly cores: readonly ClaimCore[];
    readonly claims: ReadonlyMap<ClaimId, Claim>;
    readonly sources: readonly SourceNode[];
  },
): ActorNode[] {
  const named = new Set<string>();
  for (const { origin, slotActors } of evidence.cores) for (const id of [origin, ...slotActors]) named.add(id);
  for (const { by, attr } of evidence.claims.values())
    for (const id of [by.actor, attr?.[2]]) if (id !== undefined) named.add(id);
  for (const { publisher } of evidence.sources) named.add(publisher);
  const outside = new Set<ActorId>();
  const visit = (text: string): void => {
    const actor = graph.actors.get(text as ActorId);
    if (actor === undefined || outside.has(actor.id)) return;
    if (!inside.has(actor.id)) outside.add(actor.id);
    if (actor.country !== undefined && !inside.has(actor.country) && actor.country !== actor.id) visit(actor.country);
  };
  for (const text of [...named, ...inside]) visit(text);
  return sortedActors(graph, outside);
}

function sortedActors(graph: EntenteGraph, ids: ReadonlySet<ActorId>): ActorNode[] {
  return [...ids].sort().flatMap((id) => graph.actors.get(id) ?? []);
}
