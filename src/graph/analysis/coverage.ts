// Answers: where is the record thick or thin: how many claims about each actor, year by year or source by source?
import { monthOf, OPEN_FUTURE, OPEN_PAST } from "../../model/day.ts";
import type { ActorId, ClaimId } from "../../model/ids.ts";
import { visibleClaims } from "../../model/status.ts";
import { type ClaimBundle, type ClaimCore, type EntenteGraph, evidenceClaims, type RelationEdge } from "../graph.ts";
import { EVERYTHING, evidenceOf, type RelationFilter } from "../query/filter.ts";
import { asPart, eachInSteps, finished, type Steps } from "../query/work.ts";

/** Columns: years that claims are about, years in which they were published, or the sources they stand in. */
export const COVERAGE_COLUMNS = ["event", "publication", "source"] as const;
export type CoverageColumns = (typeof COVERAGE_COLUMNS)[number];

/** The column of claims that tell no year: without a date, with an open beginning, or with dates further apart than `WIDEST` years. */
export const UNDATED = "undated";
export const WIDEST = 30;
/** Years without a claim between others are columns too, unless that makes more than this. */
const MOST_YEARS = 200;

export interface CoverageCell {
  /** In claim order of the graph's relations, each once. */
  readonly claims: readonly ClaimId[];
  readonly sources: number;
  /** Independent origins. */
  readonly origins: number;
}

export interface Coverage {
  /** Most claims first, then by id. Actors asked for by name stay without a claim too. */
  readonly rows: readonly ActorId[];
  /** Actors that could be rows: those asked for, or all with a claim. `rows` is shorter only through `most`. */
  readonly of: number;
  /** Years as text in order, then `UNDATED` when a claim needs it; or ids of sources, most claims first. */
  readonly columns: readonly string[];
  /** By row, then column; absent = not recorded, which is not "nothing happened". */
  readonly cells: ReadonlyMap<ActorId, ReadonlyMap<string, CoverageCell>>;
  /** Of each row: all its claims, each once. A claim about several years is in the cell of each. */
  readonly totals: ReadonlyMap<ActorId, CoverageCell>;
  /** Claims about any of the rows, each once. */
  readonly claims: number;
}

export interface CoverageOptions {
  readonly by?: CoverageColumns | undefined;
  /** Rows; default all actors with a claim. Unknown ones are left out. */
  readonly actors?: readonly ActorId[] | undefined;
  /** Only so many rows, those with most claims. */
  readonly most?: number | undefined;
  /** Default everything recorded. Claims about an actor alone count unless it asks for types, layers or statuses. */
  readonly filter?: RelationFilter | undefined;
}

/** The same as `coverageInSteps`, without a pause. */
export function coverageOf(graph: EntenteGraph, options: CoverageOptions = {}): Coverage {
  return finished(coverageInSteps(graph, options));
}

/**
 * A claim is about both ends of its relation and the actors in its slots, or about the one actor it gives an attribute; not about who says it.
 * In event time it stands in every year it may touch, one without an end up to its publication. Cost O(claims · years).
 */
export function* coverageInSteps(graph: EntenteGraph, options: CoverageOptions = {}): Steps<Coverage> {
  const { by = "event", actors, most, filter = EVERYTHING } = options;
  const wanted = actors === undefined ? undefined : new Set(actors.filter((id) => graph.actors.has(id)));
  const claimsOf = new Map<ActorId, Map<ClaimId, ClaimCore>>([...(wanted ?? [])].map((id) => [id, new Map()]));
  const note = (about: ActorId, claim: ClaimCore): void => {
    if (wanted !== undefined && !wanted.has(about)) return;
    const held = claimsOf.get(about);
    if (held === undefined) claimsOf.set(about, new Map([[claim.id, claim]]));
    else held.set(claim.id, claim);
  };
  const takeRelation = (edge: RelationEdge): void => {
    for (const claim of evidenceOf(edge, filter)?.claims ?? [])
      for (const about of [edge.from, edge.to, ...claim.slotActors]) note(about, claim);
  };
  const takeAttributes = ([id, bundle]: [ActorId, ClaimBundle]): void => {
    for (const claim of attributeClaims(bundle, filter)) note(id, claim);
  };
  yield* asPart(eachInSteps(graph.relations.values(), graph.relations.size, takeRelation), 0, 0.8);
  yield* asPart(eachInSteps(graph.attributesOf, graph.attributesOf.size, takeAttributes), 0.8, 0.9);
  const ranked = [...claimsOf].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  const chosen = most === undefined ? ranked : ranked.slice(0, most);
  const sizes = new Map<string, number>();
  const cells = new Map<ActorId, Map<string, CoverageCell>>();
  const totals = new Map<ActorId, CoverageCell>();
  const tally = ([id, claims]: [ActorId, ReadonlyMap<ClaimId, ClaimCore>]): void => {
    const all = [...claims.values()];
    const columns = tallied(all, by);
    for (const [column, held] of columns) sizes.set(column, (sizes.get(column) ?? 0) + held.length);
    cells.set(id, new Map([...columns].map(([column, held]) => [column, cellOf(held)])));
    totals.set(id, cellOf(all));
  };
  yield* asPart(eachInSteps(chosen, chosen.length, tally), 0.9, 1);
  return {
    rows: chosen.map(([id]) => id),
    of: ranked.length,
    columns: by === "source" ? sourceColumns(sizes) : yearColumns([...sizes.keys()]),
    cells,
    totals,
    claims: new Set(chosen.flatMap(([, claims]) => [...claims.keys()])).size,
  };
}

/** The columns a claim stands in, at least one. */
export function coverageColumnsOf(claim: ClaimCore, by: CoverageColumns): readonly string[] {
  if (by === "source") return [claim.source];
  if (by === "publication") return [claim.publishedDay >= OPEN_FUTURE ? UNDATED : String(yearOf(claim.publishedDay))];
  const { earliestStart, latestEnd } = claim.bounds;
  if (!claim.dated || earliestStart <= OPEN_PAST) return [UNDATED];
  const first = yearOf(earliestStart);
  const last = Math.max(first, yearOf(latestEnd >= OPEN_FUTURE ? Math.min(claim.publishedDay, OPEN_FUTURE - 1) : latestEnd));
  if (last - first >= WIDEST) return [UNDATED];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

function attributeClaims(bundle: ClaimBundle, filter: RelationFilter): readonly ClaimCore[] {
  const { types, polarities, statuses, minStatus, chainable, modalities = new Set(["actual"]), opinions, denials } = filter;
  if ([types, polarities, statuses, minStatus].some((part) => part !== undefined) || chainable === true) return [];
  return visibleClaims(evidenceClaims(bundle, filter), filter.knownOn).filter(
    (c) => modalities.has(c.modality) && (opinions === true || !c.opinion) && (denials === true || c.status !== "denied"),
  );
}

function tallied(claims: readonly ClaimCore[], by: CoverageColumns): ReadonlyMap<string, readonly ClaimCore[]> {
  const columns = new Map<string, ClaimCore[]>();
  for (const claim of claims)
    for (const column of coverageColumnsOf(claim, by)) {
      const held = columns.get(column);
      if (held === undefined) columns.set(column, [claim]);
      else held.push(claim);
    }
  return columns;
}

function cellOf(claims: readonly ClaimCore[]): CoverageCell {
  return {
    claims: claims.map((c) => c.id),
    sources: new Set(claims.map((c) => c.source)).size,
    origins: new Set(claims.map((c) => c.origin)).size,
  };
}

function sourceColumns(sizes: ReadonlyMap<string, number>): string[] {
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
}

function yearColumns(keys: readonly string[]): string[] {
  const years = keys.filter((key) => key !== UNDATED).map(Number);
  years.sort((a, b) => a - b);
  const [first = 0, last = -1] = [years[0], years.at(-1)];
  const isGapless = last - first < MOST_YEARS;
  const columns = isGapless ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : years;
  return [...columns.map(String), ...(keys.includes(UNDATED) ? [UNDATED] : [])];
}

function yearOf(day: number): number {
  return Math.floor(monthOf(day) / 12);
}
