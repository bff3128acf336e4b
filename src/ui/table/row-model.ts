// Answers: which actors, relations and claims are the rows of a table, of what is shown or of everything?
import {
  type ActorNode,
  type ClaimCore,
  type EntenteGraph,
  evidenceClaims,
  isKnownOn,
  type RelationEdge,
  statusOf,
} from "../../graph/graph.ts";
import { relationSentence } from "../../graph/phrases.ts";
import type { Steps } from "../../graph/query/work.ts";
import { OPEN_FUTURE, OPEN_PAST, spanText } from "../../model/day.ts";
import { type ClaimId, isActorId } from "../../model/ids.ts";
import type { DerivedStatus } from "../../model/status.ts";
import { type Filters, settingsOf } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import type { TableRow } from "./table-rows.ts";

/** `shown`: what is on the canvas under the filters. `dataset`: everything, no filter applied. */
export type Scope = "shown" | "dataset";

export interface ActorRow extends TableRow {
  readonly actor: ActorNode;
  /** Relations that it is an end of or named in. */
  readonly shown: number;
  readonly all: number;
  /** Undefined for an actor that is not shown. */
  readonly hiddenNeighbors: number | undefined;
}

export interface RelationRow extends TableRow {
  readonly edge: RelationEdge;
  readonly derived: DerivedStatus;
  readonly sentence: string;
  readonly isShown: boolean;
  readonly first: DateCell | undefined;
  readonly last: DateCell | undefined;
  readonly sources: readonly string[];
}

export interface ClaimRow extends TableRow {
  readonly key: ClaimId;
  /** Its place in the dataset. Of a large dataset, a row that held its claim would be many times as large. */
  readonly ordinal: number;
}

export interface DateCell {
  readonly text: string;
  readonly day: number;
}

export function* actorRows(graph: EntenteGraph, visible: VisibleGraph, scope: Scope): Steps<readonly ActorRow[]> {
  const rows: ActorRow[] = [];
  for (const id of scope === "shown" ? visible.actors : graph.actors.keys()) {
    yield;
    const actor = graph.actors.get(id);
    if (actor === undefined) continue;
    const relations = graph.relationsOf.get(id) ?? [];
    const shown = relations.filter((edge) => visible.relations.has(edge.id)).length;
    rows.push({ key: id, item: id, actor, shown, all: relations.length, hiddenNeighbors: visible.hiddenNeighbors.get(id) });
  }
  return rows;
}

export function* relationRows(
  graph: EntenteGraph,
  visible: VisibleGraph,
  filters: Filters,
  scope: Scope,
): Steps<readonly RelationRow[]> {
  const { knownOn } = filters;
  const settings = scope === "shown" ? settingsOf(filters) : { knownOn };
  const rows: RelationRow[] = [];
  for (const id of scope === "shown" ? visible.relations.keys() : graph.relations.keys()) {
    yield;
    const edge = graph.relations.get(id);
    if (edge === undefined || !isKnownOn(edge, knownOn)) continue;
    const derived = (scope === "shown" ? visible.relations.get(id) : undefined) ?? statusOf(edge, { knownOn });
    const claims = evidenceClaims(edge, settings);
    rows.push({
      key: id,
      item: id,
      edge,
      derived,
      sentence: relationSentence(graph, edge, derived),
      isShown: visible.relations.has(id),
      first: firstDateOf(claims),
      last: lastDateOf(claims),
      sources: [...new Set(claims.map((c) => graph.sources.get(c.source)?.title ?? c.source))],
    });
  }
  return rows;
}

/** Claims about the relations, and about the actors alone, in the order of the dataset. Cost O(claims of the dataset). */
export function* claimRows(
  graph: EntenteGraph,
  visible: VisibleGraph,
  filters: Filters,
  scope: Scope,
): Steps<readonly ClaimRow[]> {
  const settings = scope === "shown" ? settingsOf(filters) : { knownOn: filters.knownOn };
  const shown = new Set(visible.actors);
  const rows: ClaimRow[] = [];
  for (let i = 0; i < graph.claims.size; i++) {
    yield i / graph.claims.size;
    const placed = graph.claims.at(i);
    if (placed === undefined) continue;
    const { core, item } = placed;
    if (scope === "shown" && !(isActorId(item) ? shown.has(item) : visible.relations.has(item))) continue;
    if (evidenceClaims({ claims: [core] }, settings).length > 0) rows.push({ key: core.id, item, ordinal: i });
  }
  return rows;
}

/** The earliest begin that is recorded, at its precision. */
export function firstDateOf(claims: readonly ClaimCore[]): DateCell | undefined {
  const known = claims.filter((c) => c.dated && c.bounds.earliestStart > OPEN_PAST);
  const { bounds } = known.reduce<ClaimCore | undefined>((a, c) => (a === undefined || isBefore(c, a) ? c : a), undefined) ?? {};
  return bounds === undefined
    ? undefined
    : { day: bounds.earliestStart, text: spanText({ first: bounds.earliestStart, last: bounds.latestStart }) };
}

/** The latest end that is recorded, at its precision; "open" where one has none. */
export function lastDateOf(claims: readonly ClaimCore[]): DateCell | undefined {
  const known = claims.filter((c) => c.dated);
  const { bounds } = known.reduce<ClaimCore | undefined>((a, c) => (a === undefined || isAfter(c, a) ? c : a), undefined) ?? {};
  if (bounds === undefined) return undefined;
  const text = bounds.latestEnd >= OPEN_FUTURE ? "open" : spanText({ first: bounds.earliestEnd, last: bounds.latestEnd });
  return { day: bounds.latestEnd, text };
}

function isBefore({ bounds: a }: ClaimCore, { bounds: b }: ClaimCore): boolean {
  return a.earliestStart - b.earliestStart < 0 || (a.earliestStart === b.earliestStart && a.latestStart < b.latestStart);
}

function isAfter({ bounds: a }: ClaimCore, { bounds: b }: ClaimCore): boolean {
  return a.latestEnd - b.latestEnd > 0 || (a.latestEnd === b.latestEnd && a.earliestEnd > b.earliestEnd);
}
