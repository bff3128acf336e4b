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
import { OPEN_FUTURE, OPEN_PAST, spanText } from "../../model/day.ts";
import type { ActorId, ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
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
  readonly core: ClaimCore;
  /** Undefined until loaded. */
  readonly claim: Claim | undefined;
}

export interface DateCell {
  readonly text: string;
  readonly day: number;
}

export function actorRows(graph: EntenteGraph, visible: VisibleGraph, scope: Scope): ActorRow[] {
  const ids = scope === "shown" ? visible.actors : [...graph.actors.keys()];
  return ids.flatMap((id) => {
    const actor = graph.actors.get(id);
    if (actor === undefined) return [];
    const relations = graph.relationsOf.get(id) ?? [];
    const shown = relations.filter((edge) => visible.relations.has(edge.id)).length;
    return [{ key: id, item: id, actor, shown, all: relations.length, hiddenNeighbors: visible.hiddenNeighbors.get(id) }];
  });
}

export function relationRows(graph: EntenteGraph, visible: VisibleGraph, filters: Filters, scope: Scope): RelationRow[] {
  const edges = scope === "shown" ? [...visible.relations.keys()] : [...graph.relations.keys()];
  return edges.flatMap((id) => {
    const edge = graph.relations.get(id);
    if (edge === undefined) return [];
    if (!isKnownOn(edge, filters.knownOn)) return [];
    const { knownOn } = filters;
    const derived = (scope === "shown" ? visible.relations.get(id) : undefined) ?? statusOf(edge, { knownOn });
    const claims = evidenceClaims(edge, scope === "shown" ? settingsOf(filters) : { knownOn });
    const sources = [...new Set(claims.map((c) => graph.sources.get(c.source)?.title ?? c.source))];
    const sentence = relationSentence(graph, edge, derived);
    const isShown = visible.relations.has(id);
    return [
      { key: id, item: id, edge, derived, sentence, isShown, first: firstDateOf(claims), last: lastDateOf(claims), sources },
    ];
  });
}

/** Claims about the relations, and about the actors alone, in the order of the dataset; `details` are those loaded so far. */
export function claimRows(
  graph: EntenteGraph,
  visible: VisibleGraph,
  filters: Filters,
  scope: Scope,
  details: ReadonlyMap<ClaimId, Claim>,
): ClaimRow[] {
  const settings = scope === "shown" ? settingsOf(filters) : { knownOn: filters.knownOn };
  const actors: Iterable<ActorId> = scope === "shown" ? visible.actors : graph.actors.keys();
  const relations = scope === "shown" ? visible.relations.keys() : graph.relations.keys();
  const rowsOf = (item: ClaimRow["item"], claims: readonly ClaimCore[]): ClaimRow[] =>
    evidenceClaims({ claims }, settings).map((core) => ({ key: core.id, item, core, claim: details.get(core.id) }));
  const rows = [
    ...[...relations].flatMap((id) => rowsOf(id, graph.relations.get(id)?.claims ?? [])),
    ...[...actors].flatMap((id) => rowsOf(id, graph.attributesOf.get(id) ?? [])),
  ];
  const ordinal = ({ core }: ClaimRow): number => graph.claimOrdinals.get(core.id) ?? 0;
  return rows.sort((a, b) => ordinal(a) - ordinal(b));
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
