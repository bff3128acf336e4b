// Answers: what shapes do actors, sources, claims and relation types have once they have been parsed?
import type { ActorId, ClaimId, RelationId, RelationTypeId, SourceId } from "./ids.ts";
import type {
  ActorKind,
  ClaimStatus,
  Credibility,
  Direction,
  Extent,
  Modality,
  NameType,
  Polarity,
  Ranking,
  RelationStatus,
  Reliability,
  SAVED_QUERIES,
  SkipReason,
  SourceType,
  UnstatedReason,
  Voice,
} from "./kinds.ts";

export interface ActorName {
  readonly text: string;
  readonly type: NameType;
  readonly lang?: string | undefined;
  readonly script?: string | undefined;
  readonly strength?: "strong" | "weak" | undefined;
  readonly seenIn?: readonly string[] | undefined;
}

export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly label: Readonly<Record<string, string>>;
  readonly names: readonly ActorName[];
  readonly ids: Readonly<Record<string, string>>;
  readonly exists?: string | undefined;
  readonly country?: ActorId | undefined;
  readonly summary?: string | undefined;
  readonly tags: readonly string[];
  readonly mergedInto?: ActorId | undefined;
  /** Fields of the actor's kind (subtype, class, symbol, coords …), as text. */
  readonly extra: Readonly<Record<string, string | readonly string[]>>;
}

export interface Locator {
  readonly para: number | readonly [number, number];
  /** UTF-16 offsets [start, end) into the decoded text. */
  readonly chars: readonly [number, number];
  readonly anchor: string;
}

export interface Quantity {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit: string;
  readonly approx?: boolean | undefined;
  readonly cumulative?: boolean | undefined;
}

export interface Claim {
  readonly id: ClaimId;
  readonly source: SourceId;
  /** Exactly one of `rel` and `attr`. */
  readonly rel?: readonly [ActorId, RelationTypeId, ActorId] | undefined;
  readonly attr?: readonly [ActorId, string, string] | undefined;
  readonly slots: Readonly<Record<string, string>>;
  readonly status: ClaimStatus;
  readonly modality: Modality;
  readonly by: { readonly actor?: ActorId | undefined; readonly voice: Voice };
  /** Absent where the source was read in excerpts only. */
  readonly at?: Locator | undefined;
  readonly time?: string | undefined;
  readonly extent?: Extent | undefined;
  readonly quantity?: Quantity | undefined;
  readonly credibility: Credibility;
  readonly opinion: boolean;
  readonly paraphrase: string;
  readonly curatorNote?: string | undefined;
  readonly supersedes?: string | undefined;
  /** EDTF date of the retraction. */
  readonly retracted?: string | undefined;
}

export interface Skip {
  readonly at: Locator;
  readonly reason: SkipReason;
}

/** A sentence whose words for a date or a speaker are not recorded, and why. */
export interface Unstated {
  readonly at: Locator;
  readonly reason: UnstatedReason;
}

export interface SourceRecord {
  readonly id: SourceId;
  readonly type: SourceType;
  readonly publisher: ActorId | "unknown";
  readonly title: string;
  readonly author: readonly string[];
  readonly published: string;
  readonly publishedInferred?: string | undefined;
  readonly url?: string | undefined;
  readonly archive?: string | undefined;
  readonly lang: string;
  readonly reliability: Reliability;
  readonly reliabilityReason: string;
  readonly derivedFrom?: SourceId | undefined;
  readonly corrections: readonly { readonly date: string; readonly note: string }[];
  readonly retracted?: string | undefined;
  /** This or `paraCount` is there exactly when the whole text was at hand; each claim then has its place in it. */
  readonly bodySha256?: string | undefined;
  readonly paraCount?: number | undefined;
  readonly claims: readonly Claim[];
  readonly skipped: readonly Skip[];
  readonly unstated: readonly Unstated[];
}

export interface Slot {
  /** Actor slot: the kinds it takes. */
  readonly kinds?: readonly ActorKind[] | undefined;
  /** Closed slot: the words it takes. */
  readonly values?: readonly string[] | undefined;
  readonly text?: boolean | undefined;
  readonly required?: boolean | undefined;
}

export interface RelationType {
  readonly id: RelationTypeId;
  readonly label: string;
  readonly inverse: { readonly id: string; readonly label: string };
  /** `third`: "supplies"; `base`: "supply". Every hedge is made from these two. */
  readonly verb: { readonly third: string; readonly base: string };
  /** "{from} {verb}[ {item}] to {to}": a bracketed group vanishes when its slot is absent. */
  readonly phrase: string;
  readonly definition: string;
  readonly from: readonly ActorKind[];
  readonly to: readonly ActorKind[];
  readonly polarity: Polarity;
  readonly chainable: boolean;
  readonly symmetric: boolean;
  readonly acyclic: boolean;
  readonly functional: boolean;
  readonly keyBy: readonly string[];
  readonly slots: Readonly<Record<string, Slot>>;
  readonly quantity: boolean;
  readonly example: string;
  readonly counterExample: string;
}

export interface Unit {
  readonly id: string;
  readonly one: string;
  readonly many: string;
}

export interface Vocabulary {
  readonly types: ReadonlyMap<string, RelationType>;
  readonly subtypes: ReadonlyMap<string, readonly string[]>;
  readonly units: ReadonlyMap<string, Unit>;
}

/** A query as data. Which fields it needs depends on `query`; what is absent takes the query's default. */
export interface SavedQuery {
  readonly query: (typeof SAVED_QUERIES)[number];
  /** Whom neighbors, support, opposition and common ask about. */
  readonly of?: readonly ActorId[] | undefined;
  /** The two sides of paths and between. */
  readonly from?: readonly ActorId[] | undefined;
  readonly to?: readonly ActorId[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly layers?: readonly Polarity[] | undefined;
  readonly minStatus?: RelationStatus | undefined;
  readonly modalities?: readonly Modality[] | undefined;
  readonly opinions?: boolean | undefined;
  readonly denials?: boolean | undefined;
  readonly slots?: boolean | undefined;
  readonly direction?: Direction | undefined;
  readonly depth?: number | undefined;
  readonly maxHops?: number | undefined;
  readonly k?: number | undefined;
  readonly ranking?: Ranking | undefined;
}

/** A starter view: a title, the question it answers, the actors that open with it; and where it is a saved question, the query and what it must find. */
export interface Starter {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly actors: readonly ActorId[];
  readonly focus?: ActorId | undefined;
  readonly ask?: SavedQuery | undefined;
  readonly expect?:
    | {
        readonly actors?: readonly ActorId[] | undefined;
        readonly relations?: readonly (readonly [ActorId, RelationTypeId, ActorId])[] | undefined;
      }
    | undefined;
}

/** What the text of a step rests on: a relation, the status by which the text hedges it, and claims of it that the text draws on. */
export interface TourFact {
  readonly relation: readonly [ActorId, RelationTypeId, ActorId];
  /** As many keyed slots as it takes to tell the relation from others of this form. */
  readonly slots: Readonly<Record<string, string>>;
  readonly status: RelationStatus;
  readonly claims: readonly ClaimId[];
}

/** A view with words to it. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly actors: readonly ActorId[];
  /** Only relations of these types are shown; absent = all. */
  readonly types?: readonly string[] | undefined;
  /** Day of the clock "known on". */
  readonly knownOn?: string | undefined;
  readonly facts: readonly TourFact[];
}

export interface Tour {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly steps: readonly TourStep[];
}

export interface DatasetInfo {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
}

/** Everything `graph-data/` says, parsed and not yet checked as a whole. */
export interface Dataset {
  readonly info: DatasetInfo;
  readonly vocabulary: Vocabulary;
  readonly actors: readonly Actor[];
  readonly sources: readonly SourceRecord[];
  readonly starters: readonly Starter[];
  /** Absent = none. */
  readonly tours?: readonly Tour[] | undefined;
}

export type { RelationId };
