// Answers: what can be read, hop by hop, about a route: what is said, by whom, when, how well graded, and what stays open?
import type { ActorId, ClaimId, RelationId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import type { SentencePart } from "../../model/sentence.ts";
import type { DerivedStatus } from "../../model/status.ts";
import type { EntenteGraph, SourceNode } from "../graph.ts";
import { claimParts, quantityText, relationParts } from "../phrases.ts";
import type { RelationOfHop, Route, RouteHop } from "./route.ts";

export interface DossierClaim {
  readonly claim: Claim;
  readonly source: SourceNode;
  readonly sentence: readonly SentencePart[];
  readonly quantity?: string | undefined;
  /** The hop rests on it; false for opinions, plans, denials and what the filters leave out, which are shown all the same. */
  readonly counts: boolean;
}

export interface DossierRelation {
  readonly id: RelationId;
  readonly way: RelationOfHop["way"];
  readonly sentence: readonly SentencePart[];
  readonly status: DerivedStatus;
  /** All claims of the relation, those that count first, each part in claim order. */
  readonly claims: readonly DossierClaim[];
}

export interface DossierHop {
  /** From 1. */
  readonly number: number;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly relations: readonly DossierRelation[];
  readonly hop: RouteHop;
}

export interface Dossier {
  readonly route: Route;
  readonly hops: readonly DossierHop[];
  /** Independent origins over the whole route. */
  readonly origins: number;
  /** Relations on the route that someone denies. */
  readonly disputes: readonly RelationId[];
  /** Claims on the route whose curator flags something. */
  readonly flagged: readonly ClaimId[];
}

/** @throws when a claim of the route is not among `claims`. Cost O(claims of the route). */
export function dossierOf(graph: EntenteGraph, route: Route, claims: ReadonlyMap<ClaimId, Claim>): Dossier {
  const hops = route.hops.map((hop, i) => dossierHopOf(graph, hop, i + 1, claims));
  const all = hops.flatMap((hop) => hop.relations);
  const counting = new Set(all.flatMap((r) => r.claims.filter((c) => c.counts).map((c) => c.claim.id)));
  const origins = new Set(
    all.flatMap((r) => (graph.relations.get(r.id)?.claims ?? []).filter((c) => counting.has(c.id)).map((c) => c.origin)),
  );
  const flagged = all.flatMap((r) => r.claims.filter((c) => c.claim.curatorNote !== undefined).map((c) => c.claim.id));
  return {
    route,
    hops,
    origins: origins.size,
    disputes: all.filter((r) => r.status.denials > 0).map((r) => r.id),
    flagged: [...new Set(flagged)],
  };
}

/** Ids of every claim of every relation of a route: what `dossierOf` needs. */
export function claimsOfRoute(graph: EntenteGraph, route: Route): ClaimId[] {
  const relations = route.hops.flatMap((hop) => hop.relations.map((r) => r.id));
  return [...new Set(relations.flatMap((id) => (graph.relations.get(id)?.claims ?? []).map((c) => c.id)))];
}

function dossierHopOf(graph: EntenteGraph, hop: RouteHop, number: number, claims: ReadonlyMap<ClaimId, Claim>): DossierHop {
  const relations = hop.relations.flatMap(({ id, way, status, claims: counting }): DossierRelation[] => {
    const edge = graph.relations.get(id);
    if (edge === undefined) return [];
    const counted = new Set(counting);
    const entries = edge.claims.map((c) => dossierClaimOf(graph, c.id, counted.has(c.id), claims));
    const sorted = [...entries.filter((e) => e.counts), ...entries.filter((e) => !e.counts)];
    return [{ id, way, sentence: relationParts(graph, edge, status), status, claims: sorted }];
  });
  return { number, from: hop.from, to: hop.to, relations, hop };
}

function dossierClaimOf(graph: EntenteGraph, id: ClaimId, counts: boolean, claims: ReadonlyMap<ClaimId, Claim>): DossierClaim {
  const claim = claims.get(id);
  const source = claim === undefined ? undefined : graph.sources.get(claim.source);
  if (claim === undefined || source === undefined) throw new Error(`no claim ${id}`);
  const quantity = claim.quantity === undefined ? undefined : quantityText(graph, claim.quantity);
  return { claim, source, sentence: claimParts(graph, claim), quantity, counts };
}
