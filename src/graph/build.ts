// Answers: which relations do the claims amount to? Claims in, graph out.
import { type ActorId, type ClaimId, kindOf, type RelationId, type SourceId } from "../model/ids.ts";
import type { Actor, Claim, Dataset, RelationType, SourceRecord } from "../model/records.ts";
import { propositionOf, relationIdOf, relationKeyOf } from "../model/relation-key.ts";
import { compareClaimIds } from "../model/status.ts";
import { latestDayOf, OPEN_FUTURE, parseTime, undatedBounds } from "../model/time.ts";
import { adjacencyOf } from "./adjacency.ts";
import { claimsOf } from "./claims.ts";
import type { ActorNode, ClaimCore, EntenteGraph, RelationEdge, SourceNode } from "./graph.ts";

export type Positions = ReadonlyMap<ActorId, { readonly x: number; readonly y: number }>;

export interface BuildOptions {
  readonly sha256Hex: (text: string) => string;
  /** Of every actor; (0, 0) where absent. */
  readonly positions?: Positions;
  /** Of each starter's actors, by starter id. */
  readonly starterPositions?: ReadonlyMap<string, Positions>;
  /** Of the actors of all steps of each tour, by tour id. */
  readonly tourPositions?: ReadonlyMap<string, Positions>;
}

/** The graph of a checked dataset; the order of its records does not matter. @throws when two keys share an id. */
export function buildGraph(data: Dataset, options: BuildOptions): EntenteGraph {
  const actors = sortedBy(data.actors, (a) => a.id).map((a) => [a.id, actorNodeOf(a, options.positions)] as const);
  const sources = sortedBy(data.sources, (s) => s.id).map((s) => [s.id, sourceNodeOf(s)] as const);
  const drafts = new Map<RelationId, { key: string; edge: RelationEdge; claims: ClaimCore[] }>();
  const attributes = new Map<ActorId, ClaimCore[]>();
  const claimIds: ClaimId[] = [];
  for (const { claim, core, type } of claimsInOrder(data)) {
    claimIds.push(claim.id);
    if (claim.attr !== undefined) attributes.set(claim.attr[0], [...(attributes.get(claim.attr[0]) ?? []), core]);
    if (claim.rel === undefined || type === undefined) continue;
    const proposition = propositionOf(type, claim.rel[0], claim.rel[2], claim.slots);
    const key = relationKeyOf(proposition);
    const id = relationIdOf(key, options.sha256Hex);
    const draft = drafts.get(id);
    if (draft === undefined) {
      const { from, to, slots } = proposition;
      drafts.set(id, { key, edge: { id, type, from, to, slots, claims: [], slotActors: [] }, claims: [core] });
    } else if (draft.key === key) draft.claims.push(core);
    else throw new Error(`relation ids collide: ${draft.key} and ${key}`);
  }
  const relations = sortedBy([...drafts.values()], (d) => d.edge.id).map(({ edge, claims }) => {
    const slotActors = [...new Set(claims.flatMap((c) => c.slotActors))].sort();
    return [edge.id, { ...edge, claims, slotActors }] as const;
  });
  const attributesOf = new Map(sortedBy([...attributes], ([id]) => id).map(([id, claims]) => [id, { claims }]));
  return {
    info: data.info,
    hash: "",
    types: data.vocabulary.types,
    units: data.vocabulary.units,
    actors: new Map(actors),
    sources: new Map(sources),
    relations: new Map(relations),
    relationsOf: adjacencyOf(relations.map(([, edge]) => edge)),
    attributesOf,
    claims: claimsOf(claimIds, relations, attributesOf),
    starters: data.starters.map((s) => ({ ...s, positions: options.starterPositions?.get(s.id) ?? new Map() })),
    tours: (data.tours ?? []).map((t) => ({ ...t, positions: options.tourPositions?.get(t.id) ?? new Map() })),
    claimFiles: { size: 0, files: [] },
  };
}

/** All claims, sources in id order, claims of a source in id order: the order of ordinals. */
export function orderedClaimsOf(data: Dataset): Claim[] {
  return sortedBy(data.sources, (s) => s.id).flatMap((s) => [...s.claims].sort((a, b) => compareClaimIds(a.id, b.id)));
}

function claimsInOrder(data: Dataset): Array<{ claim: Claim; core: ClaimCore; type: RelationType | undefined }> {
  const sources = new Map(data.sources.map((s) => [s.id, s]));
  return orderedClaimsOf(data).map((claim) => {
    const source = sources.get(claim.source);
    if (source === undefined) throw new Error(`claim without source: ${claim.id}`);
    const type = claim.rel === undefined ? undefined : data.vocabulary.types.get(claim.rel[1]);
    return { claim, core: claimCoreOf(claim, source, type, sources), type };
  });
}

function claimCoreOf(
  claim: Claim,
  source: SourceRecord,
  type: RelationType | undefined,
  sources: ReadonlyMap<SourceId, SourceRecord>,
): ClaimCore {
  const publishedDay = latestDayOf(source.published) ?? OPEN_FUTURE;
  const bounds = claim.time === undefined ? undefined : parseTime(claim.time, claim.extent);
  const speaker = claim.by.actor;
  const slotActors = Object.entries(claim.slots)
    .filter(([name]) => type?.slots[name]?.kinds !== undefined)
    .map(([, value]) => value as ActorId);
  return {
    id: claim.id,
    source: source.id,
    status: claim.status,
    modality: claim.modality,
    opinion: claim.opinion,
    origin: speaker ?? originOf(source, sources),
    byParty: claim.by.voice === "party" || isByEnd(claim, type),
    reliability: source.reliability,
    credibility: claim.credibility,
    publishedDay,
    retractedDay: earlier(retractionDay(claim.retracted), retractionDay(source.retracted)),
    bounds: bounds ?? undatedBounds(publishedDay),
    dated: bounds !== undefined,
    slotActors,
  };
}

/** To whom harm is done may deny it as a party, but his word for it is an accusation and no admission. */
function isByEnd({ by: { actor }, rel, status }: Claim, type: RelationType | undefined): boolean {
  if (actor === undefined || rel === undefined) return false;
  const doesObjectAnswer = type?.polarity !== "hostile" || type.symmetric || status === "denied";
  return actor === rel[0] || (actor === rel[2] && doesObjectAnswer);
}

function retractionDay(text: string | undefined): number | undefined {
  return text === undefined ? undefined : latestDayOf(text);
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

/** Publisher of the root of `derivedFrom`; a source with an unknown publisher is an origin of its own. */
function originOf(source: SourceRecord, sources: ReadonlyMap<SourceId, SourceRecord>): string {
  let root = source;
  const seen = new Set<SourceId>([root.id]);
  while (root.derivedFrom !== undefined && !seen.has(root.derivedFrom)) {
    seen.add(root.derivedFrom);
    root = sources.get(root.derivedFrom) ?? root;
  }
  return root.publisher === "unknown" ? root.id : root.publisher;
}

function actorNodeOf(actor: Actor, positions: Positions | undefined): ActorNode {
  const { subtype, class: materielClass, level, ...extra } = actor.extra;
  const label = actor.label.en ?? Object.values(actor.label)[0] ?? actor.id;
  const names = [...Object.values(actor.label), ...actor.names.map((n) => n.text)].filter((n) => n !== label);
  const at = positions?.get(actor.id);
  const word = subtype ?? materielClass ?? level;
  return {
    id: actor.id,
    kind: kindOf(actor.id),
    label,
    subtype: typeof word === "string" ? word : undefined,
    summary: actor.summary,
    names: [...new Set(names)],
    country: actor.country,
    ids: actor.ids,
    extra,
    x: at?.x ?? 0,
    y: at?.y ?? 0,
  };
}

function sourceNodeOf(source: SourceRecord): SourceNode {
  return {
    id: source.id,
    type: source.type,
    title: source.title,
    publisher: source.publisher,
    authors: source.author,
    published: source.published,
    publishedInferred: source.publishedInferred,
    publishedDay: latestDayOf(source.published) ?? OPEN_FUTURE,
    url: source.url,
    reliability: source.reliability,
    reliabilityReason: source.reliabilityReason,
    retracted: source.retracted,
    ...(source.corrections.length === 0 ? {} : { corrections: source.corrections }),
  };
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
