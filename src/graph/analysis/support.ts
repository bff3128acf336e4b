// Answers: who supports whom, through what, since when, on whose word, and the same for opposition?
import { OPEN_PAST } from "../../model/day.ts";
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { Issue } from "../../model/issue.ts";
import type { Polarity, RelationStatus } from "../../model/kinds.ts";
import { STATUS_ORDER, strengthOf } from "../../model/status.ts";
import type { EntenteGraph } from "../graph.ts";
import { knownActors } from "../query/actors.ts";
import type { RelationFilter } from "../query/filter.ts";
import { type Hop, type HopGraph, hopGraphInSteps, type RelationUse } from "../query/hop-graph.ts";
import { asPart, finished, type Steps } from "../query/work.ts";

export interface SupportOptions {
  /** `in`: who supports the actor; `out`: whom it supports. Default in. */
  readonly direction?: "in" | "out" | undefined;
  /** Hops of a chain at most; default 1. */
  readonly depth?: number | undefined;
  /** Its polarities and chainable are set by the query. */
  readonly filter?: RelationFilter | undefined;
}

export interface Supporter {
  readonly actor: ActorId;
  /** Length of the chain; 1 = directly. */
  readonly hops: number;
  /** From the supporter to the supported, both included. Of the shortest chains the one whose weakest hop is strongest, ties by id. */
  readonly chain: readonly ActorId[];
  /** Relations of the supporter's own hop of the chain, strongest first. */
  readonly through: readonly RelationId[];
  /** Of the weakest hop of the chain. */
  readonly status: RelationStatus;
  /** Independent origins at the hop of the chain that has fewest. */
  readonly origins: number;
  /** Days between which the supporter's own hop is said to have begun, the earliest of its claims; absent when no claim records a begin. */
  readonly since?: { readonly earliest: number; readonly latest: number } | undefined;
}

export interface SupportAnswer {
  /** By hops, then strongest status, then most origins, then id. */
  readonly supporters: readonly Supporter[];
  readonly issues: readonly Issue[];
}

/** The same as `supportInSteps`, without a pause. */
export function supportOf(graph: EntenteGraph, actor: ActorId, options: SupportOptions = {}): SupportAnswer {
  return finished(supportInSteps(graph, actor, options));
}

/** Chains of supportive relations that pass support on, in reading direction; a symmetric one counts both ways. Cost O(V + E). */
export function supportInSteps(graph: EntenteGraph, actor: ActorId, options: SupportOptions = {}): Steps<SupportAnswer> {
  return chainsInSteps(graph, actor, "supportive", options);
}

/** The same as `oppositionInSteps`, without a pause. */
export function oppositionOf(graph: EntenteGraph, actor: ActorId, options: SupportOptions = {}): SupportAnswer {
  return finished(oppositionInSteps(graph, actor, options));
}

/**
 * As `supportInSteps` over hostile relations: who opposes the actor, or whom it opposes. Chains are of direct acts; see `enemiesOfEnemiesInSteps`
 * for the saying.
 */
export function oppositionInSteps(graph: EntenteGraph, actor: ActorId, options: SupportOptions = {}): Steps<SupportAnswer> {
  return chainsInSteps(graph, actor, "hostile", options);
}

export interface SharedOpponent {
  readonly actor: ActorId;
  /** Whom both oppose, or are opposed by, in id order. */
  readonly opponents: readonly ActorId[];
}

export interface SharedOpponents {
  /** Most shared first, then by id. */
  readonly actors: readonly SharedOpponent[];
  readonly issues: readonly Issue[];
}

/** The same as `enemiesOfEnemiesInSteps`, without a pause. */
export function enemiesOfEnemies(graph: EntenteGraph, actor: ActorId, filter: RelationFilter = {}): SharedOpponents {
  return finished(enemiesOfEnemiesInSteps(graph, actor, filter));
}

/** Actors with an opponent in common with this one. No support is recorded by this: it is a pattern, not a claim. */
export function* enemiesOfEnemiesInSteps(
  graph: EntenteGraph,
  actor: ActorId,
  filter: RelationFilter = {},
): Steps<SharedOpponents> {
  const { known, issues } = knownActors(graph, [actor], "actor");
  const hops = yield* hopsOfPolarity(graph, "hostile", "both", filter);
  const self = hops.ordinalOf.get(known[0] as ActorId);
  if (self === undefined) return { actors: [], issues };
  const opponents = new Set(hops.hopsFrom[self]?.map((hop) => hop.to));
  const shared = new Map<ActorId, ActorId[]>();
  for (const opponent of opponents)
    for (const { to } of hops.hopsFrom[opponent] ?? []) {
      if (to === self || opponents.has(to)) continue;
      const id = hops.ids[to] as ActorId;
      shared.set(id, [...(shared.get(id) ?? []), hops.ids[opponent] as ActorId]);
    }
  const actors = [...shared].map(([id, ids]) => ({ actor: id, opponents: ids.sort() }));
  actors.sort((a, b) => b.opponents.length - a.opponents.length || (a.actor < b.actor ? -1 : 1));
  return { actors, issues };
}

function hopsOfPolarity(
  graph: EntenteGraph,
  polarity: Polarity,
  direction: "in" | "out" | "both",
  filter: RelationFilter,
): Steps<HopGraph> {
  return hopGraphInSteps(graph, { filter: { ...filter, polarities: new Set([polarity]), chainable: true }, direction });
}

interface Link {
  readonly hop: Hop;
  readonly strength: number;
  readonly origins: number;
  readonly hops: number;
}

/** Hops looked at between two pauses: a few milliseconds. */
const HOPS_PER_STEP = 5_000;

function* chainsInSteps(
  graph: EntenteGraph,
  actor: ActorId,
  polarity: Polarity,
  { direction = "in", depth = 1, filter = {} }: SupportOptions,
): Steps<SupportAnswer> {
  const { known, issues } = knownActors(graph, [actor], "actor");
  const hops = yield* asPart(hopsOfPolarity(graph, polarity, direction, filter), 0, 0.9);
  const root = hops.ordinalOf.get(known[0] as ActorId);
  if (root === undefined) return { supporters: [], issues };
  const links = new Map<number, Link>();
  let frontier = [root];
  let looked = 0;
  for (let count = 1; count <= depth && frontier.length > 0; count++) {
    const fresh = new Map<number, Link>();
    for (const at of frontier)
      for (const hop of hops.hopsFrom[at] ?? []) {
        looked += 1;
        if (looked % HOPS_PER_STEP === 0) yield 0.9;
        if (hop.to === root || links.has(hop.to)) continue;
        const before = links.get(at);
        const link = {
          hop,
          strength: Math.min(before?.strength ?? Infinity, hop.strength),
          origins: Math.min(before?.origins ?? Infinity, hop.origins),
          hops: count,
        };
        const held = fresh.get(hop.to);
        if (held === undefined || isBetter(link, held)) fresh.set(hop.to, link);
      }
    for (const [v, link] of fresh) links.set(v, link);
    frontier = [...fresh.keys()].sort((a, b) => a - b);
  }
  const supporters = [...links].map(([v, link]) => supporterOf(hops, links, v, link, direction));
  supporters.sort(
    (a, b) =>
      a.hops - b.hops ||
      strengthOf(b.status) - strengthOf(a.status) ||
      b.origins - a.origins ||
      (a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0),
  );
  return { supporters, issues };
}

function isBetter(a: Link, b: Link): boolean {
  return a.strength > b.strength || (a.strength === b.strength && a.origins > b.origins);
}

function supporterOf(
  hops: HopGraph,
  links: ReadonlyMap<number, Link>,
  actor: number,
  link: Link,
  direction: "in" | "out",
): Supporter {
  const chain = [actor];
  for (let at = links.get(actor); at !== undefined; at = links.get(at.hop.from)) chain.push(at.hop.from);
  const ids = chain.map((v) => hops.ids[v] as ActorId);
  return {
    actor: hops.ids[actor] as ActorId,
    hops: link.hops,
    chain: direction === "in" ? ids : ids.reverse(),
    through: throughOf(link.hop.uses),
    status: STATUS_ORDER[link.strength] ?? "hidden",
    origins: link.origins,
    since: sinceOf(link.hop.uses),
  };
}

function throughOf(uses: readonly RelationUse[]): RelationId[] {
  const strength = (use: RelationUse): number => strengthOf(use.evidence.status.status);
  return [...uses].sort((a, b) => strength(b) - strength(a) || (a.edge.id < b.edge.id ? -1 : 1)).map(({ edge }) => edge.id);
}

/** The claim that begins earliest says since when, of those whose begin is recorded. */
function sinceOf(uses: readonly RelationUse[]): Supporter["since"] {
  let since: { earliest: number; latest: number } | undefined;
  for (const { bounds, dated } of uses.flatMap(({ evidence }) => evidence.claims)) {
    const { earliestStart: earliest, latestStart: latest } = bounds;
    if (!dated || earliest <= OPEN_PAST) continue;
    if (since === undefined || earliest < since.earliest || (earliest === since.earliest && latest < since.latest))
      since = { earliest, latest };
  }
  return since;
}
