// Answers: how does the graph travel as files, and is a file that came back one of ours?

import type { ActorId, RelationId } from "../model/ids.ts";
import { kindOf } from "../model/ids.ts";
import { type Issue, issue, type Result } from "../model/issue.ts";
import { CLAIM_STATUSES, MODALITIES } from "../model/kinds.ts";
import type { Claim, DatasetInfo, RelationType, Tour, Unit } from "../model/records.ts";
import { adjacencyInSteps } from "./adjacency.ts";
import type { Contradiction } from "./analysis/contradictions.ts";
import type { ActorNode, ClaimBundle, EntenteGraph, RelationEdge, SourceNode, StarterView } from "./graph.ts";
import { type ClaimColumns, type PackedClaimsOptions, packedClaimsInSteps } from "./packed-claims.ts";
import { PackedRelation } from "./packed-relation.ts";
import { eachInSteps, finished, type Steps, untold } from "./query/work.ts";

const NOTHING: Readonly<Record<string, never>> = {};

export const SNAPSHOT_FORMAT = "entente-snapshot";
export const SNAPSHOT_VERSION = 1;
export const CLAIMS_FORMAT = "entente-claims";
export const FINDINGS_FORMAT = "entente-findings";
/** Claims per detail file. */
export const CLAIMS_PER_FILE = 256;

export interface SnapshotFile {
  /** Relative to the folder of `graph.json`; detail files carry their hash, so that an old cache never mixes with a new index. */
  readonly name: string;
  readonly text: string;
}

/** Columns hold one entry an item, in id order; -1 and "" stand for absent. Claims are in ordinal order. */
interface SnapshotIndex {
  readonly format: string;
  readonly version: number;
  readonly hash: string;
  readonly dataset: DatasetInfo;
  readonly vocabulary: { readonly types: readonly RelationType[]; readonly units: readonly Unit[] };
  readonly actors: {
    readonly id: readonly string[];
    readonly label: readonly string[];
    readonly subtype: readonly string[];
    readonly summary: readonly string[];
    readonly names: ReadonlyArray<readonly string[]>;
    /** Ordinal of the country's actor. */
    readonly country: readonly number[];
    readonly more: ReadonlyArray<readonly [ActorNode["ids"], ActorNode["extra"]] | 0>;
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly sources: readonly SourceNode[];
  readonly relations: {
    /** The 10 hex digits. */
    readonly id: readonly string[];
    readonly type: readonly number[];
    readonly from: readonly number[];
    readonly to: readonly number[];
    readonly slots: ReadonlyArray<Readonly<Record<string, string>> | 0>;
  };
  readonly claims: ClaimColumns;
  readonly starters: ReadonlyArray<
    Omit<StarterView, "positions"> & { readonly positions: ReadonlyArray<readonly [number, number]> }
  >;
  /** Absent in files of before there were tours, and where there are none. */
  readonly tours?: ReadonlyArray<Tour & { readonly places: ReadonlyArray<readonly [string, number, number]> }>;
  /** Without `findings` in files of before there were any, or with the name of a single one. */
  readonly claimFiles: EntenteGraph["claimFiles"];
}

/** What only the full claims tell, found once by the compiler, so that no page needs to load them all. In files small enough to hold nothing up. */
export interface Findings {
  readonly contradictions: readonly Contradiction[];
  /** Ordinals of the claims that carry a curator's note, ascending. */
  readonly noted: readonly number[];
}

/** The index alone, under the graph's own hash; `parseSnapshot` gives the graph back. */
export function snapshotIndexOf(graph: EntenteGraph): object {
  return indexOf(columnsOf(graph, graph.claimFiles), graph.hash);
}

const DEFAULT_OPTIONS: PackedClaimsOptions = { keepsClaims: true };

/** The graph of a parsed `graph.json`. Refuses another format or version, columns of unequal length, numbers out of range and claims out of order. */
export function parseSnapshot(json: unknown, options = DEFAULT_OPTIONS): Result<EntenteGraph> {
  return finished(snapshotInSteps(json, options));
}

/** The same as `parseSnapshot`, pausing now and then. */
export function* snapshotInSteps(json: unknown, options = DEFAULT_OPTIONS): Steps<Result<EntenteGraph>> {
  const index = json as SnapshotIndex | null;
  const refuse = (detail: string, remedy: string): Result<EntenteGraph> => ({
    ok: false,
    issues: [issue("field-invalid", "graph.json", [], { detail, remedy }) satisfies Issue],
  });
  if (index === null || typeof index !== "object" || index.format !== SNAPSHOT_FORMAT)
    return refuse("This is not an Entente snapshot.", "build the data again: `npm run data:build`");
  if (index.version !== SNAPSHOT_VERSION)
    return refuse(
      `Snapshot version ${index.version !== null && typeof index.version === "object" ? "unknown" : String(index.version)}, but this page reads version ${SNAPSHOT_VERSION}.`,
      "build the data and the page with the same version",
    );
  try {
    return { ok: true, value: yield* untold(graphOf(index, options)) };
  } catch (error) {
    return refuse(
      `The snapshot is damaged: ${error instanceof Error ? error.message : String(error)}.`,
      "build the data again: `npm run data:build`",
    );
  }
}

/** The claims of a detail file. @throws when the file is of another format. */
export function parseClaimsFile(json: unknown): readonly Claim[] {
  const file = json as { format?: unknown; version?: unknown; claims?: unknown } | null;
  if (file?.format !== CLAIMS_FORMAT || file.version !== SNAPSHOT_VERSION || !Array.isArray(file.claims))
    throw new Error("not a file of claim details");
  return file.claims as Claim[];
}

/** @throws when the file is of another format. */
export function parseFindings(json: unknown): Findings {
  const file = json as ({ format?: unknown; version?: unknown } & Partial<Findings>) | null;
  const { contradictions, noted } = file ?? {};
  if (
    file?.format !== FINDINGS_FORMAT ||
    file.version !== SNAPSHOT_VERSION ||
    !Array.isArray(contradictions) ||
    !Array.isArray(noted)
  )
    throw new Error("not a file of findings");
  return { contradictions, noted };
}

function indexOf(content: Omit<SnapshotIndex, "format" | "version" | "hash">, hash: string): SnapshotIndex {
  return { format: SNAPSHOT_FORMAT, version: SNAPSHOT_VERSION, hash, ...content };
}

function columnsOf(
  graph: EntenteGraph,
  claimFiles: EntenteGraph["claimFiles"],
): Omit<SnapshotIndex, "format" | "version" | "hash"> {
  const actors = [...graph.actors.values()];
  const relations = [...graph.relations.values()];
  const types = [...graph.types.values()];
  const sources = [...graph.sources.values()];
  const actorOrdinal = ordinals(actors.map((a) => a.id));
  const sourceOrdinal = ordinals(sources.map((s) => s.id));
  const typeOrdinal = ordinals(types.map((t) => t.id));
  const relationOrdinal = ordinals(relations.map((r) => r.id));
  const placed = Array.from({ length: graph.claims.size }, (_, i) => need(graph.claims.at(i), i));
  const claims = placed.map(({ core }) => core);
  return {
    dataset: graph.info,
    vocabulary: { types, units: [...graph.units.values()] },
    actors: {
      id: actors.map((a) => a.id),
      label: actors.map((a) => a.label),
      subtype: actors.map((a) => a.subtype ?? ""),
      summary: actors.map((a) => a.summary ?? ""),
      names: actors.map((a) => a.names),
      country: actors.map((a) => (a.country === undefined ? -1 : at(actorOrdinal, a.country))),
      more: actors.map((a) => (Object.keys(a.ids).length + Object.keys(a.extra).length === 0 ? 0 : [a.ids, a.extra])),
      x: actors.map((a) => a.x),
      y: actors.map((a) => a.y),
    },
    sources,
    relations: {
      id: relations.map((r) => r.id.slice(2)),
      type: relations.map((r) => at(typeOrdinal, r.type.id)),
      from: relations.map((r) => at(actorOrdinal, r.from)),
      to: relations.map((r) => at(actorOrdinal, r.to)),
      slots: relations.map((r) => (Object.keys(r.slots).length === 0 ? 0 : r.slots)),
    },
    claims: {
      source: claims.map((c) => at(sourceOrdinal, c.source)),
      local: claims.map((c) => Number(c.id.slice(c.id.indexOf("#c") + 2))),
      about: placed.map(({ item }) => relationOrdinal.get(item) ?? -1 - at(actorOrdinal, item)),
      status: claims.map((c) => CLAIM_STATUSES.indexOf(c.status)),
      modality: claims.map((c) => MODALITIES.indexOf(c.modality)),
      flags: claims.map((c) => (c.opinion ? 1 : 0) + (c.byParty ? 2 : 0) + (c.dated ? 4 : 0)),
      origin: claims.map((c) => actorOrdinal.get(c.origin) ?? -1 - at(sourceOrdinal, c.origin)),
      credibility: claims.map((c) => c.credibility),
      retractedDay: claims.map((c) => c.retractedDay ?? null),
      bounds: claims.flatMap(({ bounds: b }) => [b.earliestStart, b.latestStart, b.earliestEnd, b.latestEnd]),
      slotActors: claims.map((c) => (c.slotActors.length === 0 ? 0 : c.slotActors.map((id) => at(actorOrdinal, id)))),
    },
    starters: graph.starters.map(({ positions, ...s }) => ({
      ...s,
      positions: s.actors.map((id) => {
        const p = positions.get(id);
        return [p?.x ?? 0, p?.y ?? 0] as const;
      }),
    })),
    ...(graph.tours.length === 0
      ? {}
      : {
          tours: graph.tours.map(({ positions, ...t }) => ({
            ...t,
            places: [...positions].map(([id, p]) => [id, p.x, p.y] as const),
          })),
        }),
    claimFiles,
  };
}

function* graphOf(index: SnapshotIndex, options: PackedClaimsOptions): Steps<EntenteGraph> {
  for (const columns of [index.actors, index.relations]) needEqualLengths(columns);
  const actorIds = index.actors.id as readonly ActorId[];
  const types = index.vocabulary.types;
  const actors = yield* mapped(actorIds, (id, i): ActorNode => {
    const more = entry(index.actors.more, i);
    const country = entry(index.actors.country, i);
    return {
      id,
      kind: kindOf(id),
      label: entry(index.actors.label, i),
      subtype: entry(index.actors.subtype, i) || undefined,
      summary: entry(index.actors.summary, i) || undefined,
      names: entry(index.actors.names, i),
      country: country === -1 ? undefined : entry(actorIds, country),
      ids: more === 0 ? NOTHING : more[0],
      extra: more === 0 ? NOTHING : more[1],
      x: entry(index.actors.x, i),
      y: entry(index.actors.y, i),
    };
  });
  const relationIds = yield* mapped(index.relations.id, (hex) => `e_${hex}` as RelationId);
  yield;
  const claims = yield* packedClaimsInSteps(
    index.claims,
    { sources: index.sources, actors: actorIds, relations: relationIds },
    options,
  );
  const relations = yield* mapped(relationIds, (id, i): RelationEdge => {
    const slots = entry(index.relations.slots, i);
    return new PackedRelation(claims, i, {
      id,
      type: entry(types, entry(index.relations.type, i)),
      from: entry(actorIds, entry(index.relations.from, i)),
      to: entry(actorIds, entry(index.relations.to, i)),
      slots: slots === 0 ? NOTHING : slots,
    });
  });
  const byId = new Map<RelationId, RelationEdge>();
  yield* eachInSteps(relations, relations.length, (relation) => byId.set(relation.id, relation));
  const attributes = actorIds.flatMap((id, i) => {
    const about = -1 - i;
    return claims.countAbout(about) === 0 ? [] : [[id, claimBundle(() => claims.claimsAbout(about))] as const];
  });
  return {
    info: index.dataset,
    hash: index.hash,
    types: new Map(types.map((t) => [t.id, t])),
    units: new Map(index.vocabulary.units.map((u) => [u.id, u])),
    actors: new Map(actors.map((a) => [a.id, a])),
    sources: new Map(index.sources.map((s) => [s.id, s])),
    relations: byId,
    relationsOf: yield* adjacencyInSteps(relations),
    attributesOf: new Map(attributes),
    claims,
    starters: index.starters.map((s) => ({
      ...s,
      positions: new Map(s.actors.map((id, i) => [id, { x: entry(s.positions, i)[0], y: entry(s.positions, i)[1] }])),
    })),
    tours: (index.tours ?? []).map(({ places, ...t }) => ({
      ...t,
      positions: new Map(places.map(([id, x, y]) => [id as ActorId, { x, y }])),
    })),
    claimFiles: {
      ...index.claimFiles,
      findings: Array.isArray(index.claimFiles.findings) ? index.claimFiles.findings : undefined,
    },
  };
}

function* mapped<T, U>(items: readonly T[], of: (item: T, i: number) => U): Steps<U[]> {
  const found: U[] = [];
  yield* eachInSteps(items, items.length, (item) => found.push(of(item, found.length)));
  return found;
}

function claimBundle(read: () => ClaimBundle["claims"]): ClaimBundle {
  return {
    get claims() {
      return read();
    },
  };
}

function needEqualLengths(columns: object): void {
  const lengths = new Set(Object.values(columns).map((column: readonly unknown[]) => column.length));
  if (lengths.size !== 1) throw new Error("columns differ in length");
}

function entry<T>(column: readonly T[], i: number): T {
  return need(Number.isInteger(i) ? column[i] : undefined, i);
}

function need<T>(value: T | undefined, i: number): T {
  if (value === undefined) throw new Error(`no entry ${i}`);
  return value;
}

function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`unknown ${String(key)}`);
  return value;
}

function ordinals(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, i) => [id, i]));
}
