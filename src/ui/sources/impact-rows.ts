// Answers: what would change without a source, in hedged sentences before and after, and how much of how much?
import type { Impact } from "../../graph/analysis/impact.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { evidenceOf, type RelationFilter } from "../../graph/query/filter.ts";
import type { RelationId, SourceId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import { type RelationLine, relationLineOf } from "../parts/relation-line.ts";

export interface ChangeRow {
  readonly id: RelationId;
  /** How it is said now, or that it is not shown now. */
  readonly before: RelationLine;
  readonly after: RelationLine;
  readonly originsBefore: number;
  readonly originsAfter: number;
}

export interface ImpactGroup {
  readonly kind: "vanished" | "changed" | "weakened" | "appeared";
  readonly title: string;
  readonly rows: readonly ChangeRow[];
}

export interface ImpactRows {
  readonly groups: readonly ImpactGroup[];
  readonly isolated: readonly string[];
  /** Relations that count now, and actors that have one. */
  readonly relations: number;
  readonly actors: number;
}

export const IMPACT_WORDS: Readonly<Record<ImpactGroup["kind"], string>> = {
  vanished: "No longer shown",
  changed: "Said differently: another status",
  weakened: "Weaker: the same status on fewer origins",
  appeared: "Shown only without it",
};

/** Groups in the order of their weight; empty ones too, for "0 of Y" is an answer. `off`: the sources that would be off. Cost O(claims). */
export function impactRows(graph: EntenteGraph, impact: Impact, filter: RelationFilter, off: ReadonlySet<SourceId>): ImpactRows {
  const without: RelationFilter = { ...filter, sourcesOff: off };
  const rowsOf = (ids: readonly RelationId[]): ChangeRow[] =>
    ids.flatMap((id) => {
      const edge = graph.relations.get(id);
      if (edge === undefined) return [];
      const before = relationLineOf(graph, edge, filter);
      const after = relationLineOf(graph, edge, without);
      return [{ id, before, after, originsBefore: before.derived.origins, originsAfter: after.derived.origins }];
    });
  const idsOf: Readonly<Record<ImpactGroup["kind"], readonly RelationId[]>> = {
    vanished: impact.vanished,
    changed: impact.changed.map(({ relation }) => relation),
    weakened: impact.weakened.map(({ relation }) => relation),
    appeared: impact.appeared,
  };
  const kinds = ["vanished", "changed", "weakened", "appeared"] as const;
  const counted = [...graph.relations.values()].filter((edge) => evidenceOf(edge, filter) !== undefined);
  return {
    groups: kinds.map((kind) => ({ kind, title: IMPACT_WORDS[kind], rows: rowsOf(idsOf[kind]) })),
    isolated: impact.isolated.map((id) => titleOf(graph.actors.get(id)?.label ?? id)),
    relations: counted.length,
    actors: new Set(counted.flatMap(({ from, to }) => [from, to])).size,
  };
}
