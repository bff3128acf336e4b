// Answers: what does the compiled dataset look like in memory, whoever asks it?
import type { ActorId, ClaimId, RelationId, SourceId } from "../model/ids.ts";
import type { ActorKind, Modality, Reliability, SourceType } from "../model/kinds.ts";
import type { DatasetInfo, RelationType, Starter, Tour, Unit } from "../model/records.ts";
import { type DerivedStatus, deriveStatus, type StatusClaim } from "../model/status.ts";
import type { TimeBounds } from "../model/time.ts";

export interface ActorNode {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly label: string;
  /** Subtype, class or level, where the kind has one. */
  readonly subtype?: string | undefined;
  readonly summary?: string | undefined;
  /** Every other name: aliases, other scripts, former names. */
  readonly names: readonly string[];
  readonly country?: ActorId | undefined;
  /** External identifiers: wikidata, iso3166 … */
  readonly ids: Readonly<Record<string, string>>;
  /** Fields of the kind beyond the subtype: symbol, adopted, time, coords … */
  readonly extra: Readonly<Record<string, string | readonly string[]>>;
  /** Position in the layout of the whole graph, in layout units. */
  readonly x: number;
  readonly y: number;
}

export interface SourceNode {
  readonly id: SourceId;
  readonly type: SourceType;
  readonly title: string;
  readonly publisher: ActorId | "unknown";
  readonly authors: readonly string[];
  readonly published: string;
  /** Why the date is not certain; absent when it is. */
  readonly publishedInferred?: string | undefined;
  readonly publishedDay: number;
  readonly url?: string | undefined;
  readonly reliability: Reliability;
  readonly reliabilityReason: string;
  readonly retracted?: string | undefined;
  /** What its publisher corrected, and on which EDTF date; absent when nothing. */
  readonly corrections?: readonly { readonly date: string; readonly note: string }[] | undefined;
}

/** What drawing, filtering and deriving status need of a claim; the rest is a claim detail, fetched on demand. */
export interface ClaimCore extends StatusClaim {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly bounds: TimeBounds;
  /** False when the source gives no date and the bounds are inferred. */
  readonly dated: boolean;
  /** Actors named in slots, reached by neighbourhoods. */
  readonly slotActors: readonly ActorId[];
}

/** What is said of one thing. */
export interface ClaimBundle {
  /** In the order of the dataset. Of a large graph they are made anew at each reading: read them once, compare ids. */
  readonly claims: readonly ClaimCore[];
}

export interface RelationEdge extends ClaimBundle {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: ActorId;
  readonly to: ActorId;
  /** Keyed slots only. */
  readonly slots: Readonly<Record<string, string>>;
  /** Actors named in any slot of any claim. */
  readonly slotActors: readonly ActorId[];
}

/** A claim and what it tells of: a relation, or a property of an actor. */
export interface PlacedClaim {
  readonly core: ClaimCore;
  readonly item: RelationId | ActorId;
}

/** In the order of the dataset: sources in id order, claims of a source by number. A claim's ordinal is its place in it, from 0. */
export interface Claims {
  readonly size: number;
  ids(): Iterable<ClaimId>;
  ordinalOf(id: ClaimId): number | undefined;
  at(ordinal: number): PlacedClaim | undefined;
  /** The first of a source and the first after it; the same for a source without claims. */
  rangeOf(source: SourceId): readonly [first: number, end: number];
}

export interface EntenteGraph {
  readonly info: DatasetInfo;
  /** SHA-256 of the snapshot's content, hex. */
  readonly hash: string;
  readonly types: ReadonlyMap<string, RelationType>;
  readonly units: ReadonlyMap<string, Unit>;
  /** In id order. */
  readonly actors: ReadonlyMap<ActorId, ActorNode>;
  readonly sources: ReadonlyMap<SourceId, SourceNode>;
  /** In id order. */
  readonly relations: ReadonlyMap<RelationId, RelationEdge>;
  /** Relations that an actor is an end of or a slot in, in id order. */
  readonly relationsOf: ReadonlyMap<ActorId, readonly RelationEdge[]>;
  /** Claims about one actor alone (attributes), by actor. */
  readonly attributesOf: ReadonlyMap<ActorId, ClaimBundle>;
  readonly starters: readonly StarterView[];
  readonly tours: readonly TourView[];
  readonly claims: Claims;
  /** Details of the claim with an ordinal are in `files[floor(ordinal / size)]`. `findings`: the files of what the compiler found in the full claims; absent where nothing was compiled into files. */
  readonly claimFiles: {
    readonly size: number;
    readonly files: readonly string[];
    readonly findings?: readonly string[] | undefined;
  };
}

/** A starter with the positions of its own layout. */
export interface StarterView extends Starter {
  readonly positions: ReadonlyMap<ActorId, { readonly x: number; readonly y: number }>;
}

/** A tour with the positions of all its actors, in one layout: what stays from one step to the next does not move. */
export interface TourView extends Tour {
  readonly positions: ReadonlyMap<ActorId, { readonly x: number; readonly y: number }>;
}

/** Evidence settings under which status is derived. */
export interface EvidenceSettings {
  /** UTC day; undefined = everything published. */
  readonly knownOn?: number | undefined;
  readonly sourcesOff?: ReadonlySet<SourceId> | undefined;
  /** Only claims that may have held at some point in this window of UTC days, ends included. */
  readonly valid?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  /** `strict` leaves claims without a date out; `lenient` takes them as "at some point up to publication". Default lenient. */
  readonly undated?: "lenient" | "strict" | undefined;
}

/** Whether anything had been claimed by this day; undefined = today. */
export function isKnownOn(bundle: ClaimBundle, knownOn: number | undefined): boolean {
  return knownOn === undefined || bundle.claims.some((c) => c.publishedDay <= knownOn);
}

export function statusOf(edge: RelationEdge, settings: EvidenceSettings = {}): DerivedStatus {
  return deriveStatus(evidenceClaims(edge, settings), settings.knownOn);
}

/** Claims of a relation, or about an actor, that these settings leave in: none published after `knownOn`, those withdrawn by then among them. */
export function evidenceClaims(
  { claims }: ClaimBundle,
  { sourcesOff, valid, undated, knownOn }: EvidenceSettings,
): readonly ClaimCore[] {
  const isNoSourceOff = sourcesOff === undefined || sourcesOff.size === 0;
  if (isNoSourceOff && valid === undefined && knownOn === undefined && undated !== "strict") return claims;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = valid ?? {};
  return claims.filter(
    (c) =>
      (isNoSourceOff || !sourcesOff.has(c.source)) &&
      (knownOn === undefined || c.publishedDay <= knownOn) &&
      (c.dated || undated !== "strict") &&
      c.bounds.earliestStart <= to &&
      c.bounds.latestEnd >= from,
  );
}

/** The intention that the sentence of a `planned` relation should name; `requested` too where nothing but recommendations is recorded. */
export function intentionOf({ claims }: ClaimBundle): Modality | undefined {
  const meant = claims.find((c) => !c.opinion && c.modality !== "actual" && c.modality !== "hypothetical")?.modality;
  if (meant !== undefined) return meant;
  return claims.every((c) => c.modality === "requested") ? "requested" : undefined;
}
