// Answers: what is a route between two actors, hop by hop, and what does it rest on?
import type { ActorId, ClaimId, RelationId } from "../../model/ids.ts";
import type { RelationStatus } from "../../model/kinds.ts";
import { type DerivedStatus, STATUS_ORDER, strengthOf } from "../../model/status.ts";
import type { TimeBounds } from "../../model/time.ts";
import type { RelationFilter } from "../query/filter.ts";
import type { Hop, HopGraph, RelationUse } from "../query/hop-graph.ts";
import { TIME_RULES, type TimeRule, type TimeVerdict, timeVerdict } from "./time-verdict.ts";

export interface RelationOfHop {
  readonly id: RelationId;
  readonly way: RelationUse["way"];
  readonly status: DerivedStatus;
  /** The claims on which the hop may rest under the query's filter, in claim order. */
  readonly claims: readonly ClaimId[];
}

export interface RouteHop {
  readonly from: ActorId;
  readonly to: ActorId;
  /** Every parallel relation, strongest first, then by id. */
  readonly relations: readonly RelationOfHop[];
  /** Of the strongest of them. */
  readonly status: RelationStatus;
  /** Independent origins over all of them. */
  readonly origins: number;
  /** UTC day of the latest publication. */
  readonly recency: number;
  /** No claim gives a date: bounds are inferred from publication. */
  readonly isUndated: boolean;
  /** The strongest relation is denied by someone. */
  readonly isDisputed: boolean;
}

export interface Route {
  /** From the first to the last, no actor twice. */
  readonly actors: readonly ActorId[];
  readonly hops: readonly RouteHop[];
  /** Status of the weakest hop. */
  readonly weakest: RelationStatus;
  /** Positions of the weakest hops, from 0. */
  readonly weakestHops: readonly number[];
  /** The fewest independent origins of any hop. */
  readonly origins: number;
  /** The hop whose evidence is oldest: its latest publication, UTC day. */
  readonly recency: number;
  readonly time: Readonly<Record<TimeRule, TimeVerdict>>;
}

/** The route along these ordinals. @throws when two that follow each other have no hop. */
export function routeOf(hops: HopGraph, ordinals: readonly number[], filter: RelationFilter): Route {
  const used = ordinals.slice(1).map((to, i) => hopBetween(hops, ordinals[i] ?? -1, to));
  const strength = Math.min(...used.map((h) => h.strength));
  const readings = used.map((hop) => boundsOf(hop, filter));
  return {
    actors: ordinals.map((v) => idAt(hops, v)),
    hops: used.map((hop) => routeHopOf(hops, hop)),
    weakest: STATUS_ORDER[strength] ?? "hidden",
    weakestHops: used.flatMap((hop, i) => (hop.strength === strength ? [i] : [])),
    origins: Math.min(...used.map((h) => h.origins)),
    recency: Math.min(...used.map((h) => h.recency)),
    time: Object.fromEntries(TIME_RULES.map((rule) => [rule, timeVerdict(readings, rule)])) as Record<TimeRule, TimeVerdict>,
  };
}

function hopBetween(hops: HopGraph, from: number, to: number): Hop {
  const hop = hops.hopsFrom[from]?.find((h) => h.to === to);
  if (hop === undefined) throw new Error(`no hop from ${hops.ids[from]} to ${hops.ids[to]}`);
  return hop;
}

function routeHopOf(hops: HopGraph, hop: Hop): RouteHop {
  const relations = hop.uses.map(
    ({ edge, evidence, way }): RelationOfHop => ({
      id: edge.id,
      way,
      status: evidence.status,
      claims: evidence.claims.map((c) => c.id),
    }),
  );
  const strengthened = [...relations].sort(
    (a, b) => strengthOf(b.status.status) - strengthOf(a.status.status) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return {
    from: idAt(hops, hop.from),
    to: idAt(hops, hop.to),
    relations: strengthened,
    status: STATUS_ORDER[hop.strength] ?? "hidden",
    origins: hop.origins,
    recency: hop.recency,
    isUndated: hop.uses.every(({ evidence }) => evidence.claims.every((c) => !c.dated)),
    isDisputed: (strengthened[0]?.status.denials ?? 0) > 0,
  };
}

/** When the hop may have held, one reading a claim, equal ones once. */
function boundsOf(hop: Hop, filter: RelationFilter): TimeBounds[] {
  const distinct = new Map<string, TimeBounds>();
  for (const { evidence } of hop.uses)
    for (const { bounds, dated } of evidence.claims)
      if (dated || filter.undated !== "strict") distinct.set(Object.values(bounds).join(" "), bounds);
  return [...distinct.values()];
}

function idAt(hops: HopGraph, ordinal: number): ActorId {
  const id = hops.ids[ordinal];
  if (id === undefined) throw new Error(`no actor ${ordinal}`);
  return id;
}
