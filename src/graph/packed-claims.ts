// Answers: how do very many claims lie in memory? As columns of numbers; a claim becomes an object when it is read.
import { type ActorId, type ClaimId, claimIdOf, type RelationId, type SourceId } from "../model/ids.ts";
import { CLAIM_STATUSES, CREDIBILITIES, MODALITIES } from "../model/kinds.ts";
import type { ClaimCore, Claims, SourceNode } from "./graph.ts";
import { checkedColumn, packedLists, placesByGroup } from "./number-columns.ts";
import type { Steps } from "./query/work.ts";

/** One entry a claim, in the order of the dataset. */
export interface ClaimColumns {
  readonly source: readonly number[];
  /** The number in `c12`. */
  readonly local: readonly number[];
  /** Ordinal of the relation; for an attribute, -1 - ordinal of the actor. */
  readonly about: readonly number[];
  readonly status: readonly number[];
  readonly modality: readonly number[];
  /** Bits: 1 opinion, 2 by a party, 4 dated. */
  readonly flags: readonly number[];
  /** Ordinal of an actor, or -1 - ordinal of a source. */
  readonly origin: readonly number[];
  readonly credibility: readonly number[];
  readonly retractedDay: ReadonlyArray<number | null>;
  /** Four UTC days a claim. */
  readonly bounds: readonly number[];
  readonly slotActors: ReadonlyArray<readonly number[] | 0>;
}

/** What the numbers in the columns stand for, each in id order. */
export interface NamedByClaims {
  readonly sources: readonly SourceNode[];
  readonly actors: readonly ActorId[];
  readonly relations: readonly RelationId[];
}

export interface PackedClaimsOptions {
  /** What has been read of a relation or an actor stays in memory as objects: for who asks all of them again and again. */
  readonly keepsClaims: boolean;
}

/** `about` as in the columns. */
export interface PackedClaims extends Claims {
  /** In order. Made anew at each call, unless they are kept. */
  claimsAbout(about: number): readonly ClaimCore[];
  countAbout(about: number): number;
  /** Actors in slots of any claim about it, each once, in id order. */
  slotActorsAbout(about: number): readonly ActorId[];
}

const INT32 = 2 ** 31 - 1;
const DAYS = [-INT32, INT32 - 1] as const;
const NEVER = INT32;
const NO_ACTORS: readonly ActorId[] = [];

/** Pauses now and then. @throws when columns differ in length, an entry stands for nothing, or claims are out of order. */
export function* packedClaimsInSteps(
  columns: ClaimColumns,
  { sources, actors, relations }: NamedByClaims,
  { keepsClaims }: PackedClaimsOptions,
): Steps<PackedClaims> {
  const size = columns.source.length;
  needLengths(columns, size);
  const [lastSource, lastActor, lastRelation] = [sources.length - 1, actors.length - 1, relations.length - 1];
  const ints = (column: readonly unknown[], least: number, most: number): Steps<Int32Array> =>
    checkedColumn(column, [least, most], new Int32Array(column.length));
  const bytes = (column: readonly unknown[], least: number, most: number): Steps<Uint8Array> =>
    checkedColumn(column, [least, most], new Uint8Array(column.length));
  const sourceOf = yield* ints(columns.source, 0, lastSource);
  const localOf = yield* checkedColumn(columns.local, [1, Number.MAX_SAFE_INTEGER], new Float64Array(size));
  const aboutOf = yield* ints(columns.about, -1 - lastActor, lastRelation);
  const statusOf = yield* bytes(columns.status, 0, CLAIM_STATUSES.length - 1);
  const modalityOf = yield* bytes(columns.modality, 0, MODALITIES.length - 1);
  const flagsOf = yield* bytes(columns.flags, 0, 7);
  const originOf = yield* ints(columns.origin, -1 - lastSource, lastActor);
  const credibilityOf = yield* bytes(columns.credibility, 1, CREDIBILITIES.length);
  const retractedOf = yield* ints(
    columns.retractedDay.map((day) => (day === null ? NEVER : day)),
    DAYS[0],
    NEVER,
  );
  const boundsOf = yield* ints(columns.bounds, ...DAYS);
  const slotActorsOf = yield* packedLists(columns.slotActors, [0, lastActor]);
  const groupOf = (about: number): number => (about < 0 ? lastRelation - about : about);
  const bundles = placesByGroup(aboutOf.map(groupOf), relations.length + actors.length);
  yield;
  const kept = new Map<number, readonly ClaimCore[]>();
  const sourceOrdinals = new Map<string, number>(sources.map((s, i) => [s.id, i]));

  const idAt = (i: number): ClaimId => claimIdOf(sources[sourceOf[i] as number]?.id as SourceId, `c${localOf[i]}`);
  const actorAt = (n: number): ActorId => actors[n] as ActorId;
  const slotActorsAt = (i: number): readonly ActorId[] =>
    slotActorsOf.lengthOf(i) === 0 ? NO_ACTORS : slotActorsOf.map(i, actorAt);

  function coreAt(i: number): ClaimCore {
    const { id, reliability, publishedDay } = sources[sourceOf[i] as number] as SourceNode;
    const origin = originOf[i] as number;
    const flags = flagsOf[i] as number;
    const retractedDay = retractedOf[i] as number;
    return {
      id: idAt(i),
      source: id,
      status: CLAIM_STATUSES[statusOf[i] as number] as ClaimCore["status"],
      modality: MODALITIES[modalityOf[i] as number] as ClaimCore["modality"],
      opinion: (flags & 1) !== 0,
      origin: origin >= 0 ? actorAt(origin) : (sources[-1 - origin]?.id as SourceId),
      byParty: (flags & 2) !== 0,
      reliability,
      credibility: credibilityOf[i] as ClaimCore["credibility"],
      publishedDay,
      retractedDay: retractedDay === NEVER ? undefined : retractedDay,
      bounds: {
        earliestStart: boundsOf[4 * i] as number,
        latestStart: boundsOf[4 * i + 1] as number,
        earliestEnd: boundsOf[4 * i + 2] as number,
        latestEnd: boundsOf[4 * i + 3] as number,
      },
      dated: (flags & 4) !== 0,
      slotActors: slotActorsAt(i),
    };
  }

  const compare = (i: number, source: number, local: number): number =>
    (sourceOf[i] as number) - source || (localOf[i] as number) - local;

  /** The first claim at or after this number of this source; `size` when none is. */
  function firstFrom(source: number, local: number): number {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(middle, source, local) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  for (let i = 1; i < size; i++)
    if (compare(i - 1, sourceOf[i] as number, localOf[i] as number) >= 0) throw new Error(`claim ${i} is out of order`);

  return {
    size,
    *ids() {
      for (let i = 0; i < size; i++) yield idAt(i);
    },
    ordinalOf(id) {
      const mark = id.indexOf("#c");
      const source = sourceOrdinals.get(id.slice(0, mark));
      const local = Number(id.slice(mark + 2));
      if (source === undefined || !Number.isSafeInteger(local)) return undefined;
      const ordinal = firstFrom(source, local);
      return ordinal < size && idAt(ordinal) === id ? ordinal : undefined;
    },
    at(ordinal) {
      const about = aboutOf[ordinal];
      if (about === undefined) return undefined;
      return { core: coreAt(ordinal), item: about < 0 ? actorAt(-1 - about) : (relations[about] as RelationId) };
    },
    rangeOf(source) {
      const own = sourceOrdinals.get(source);
      return own === undefined ? [0, 0] : [firstFrom(own, 0), firstFrom(own + 1, 0)];
    },
    claimsAbout(about) {
      const group = groupOf(about);
      const claims = kept.get(group) ?? bundles.map(group, coreAt);
      if (keepsClaims) kept.set(group, claims);
      return claims;
    },
    countAbout: (about) => bundles.lengthOf(groupOf(about)),
    slotActorsAbout(about) {
      const found = bundles.map(groupOf(about), slotActorsAt).flat();
      return found.length === 0 ? NO_ACTORS : [...new Set(found)].sort();
    },
  };
}

function needLengths({ bounds, ...columns }: ClaimColumns, size: number): void {
  const isShort = Object.values(columns).some((column: readonly unknown[]) => column.length !== size);
  if (isShort || bounds.length !== 4 * size) throw new Error("columns differ in length");
}
