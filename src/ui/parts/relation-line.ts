// Answers: how is a relation said in a list, under which status, on how much?
import { type EntenteGraph, type EvidenceSettings, type RelationEdge, statusOf } from "../../graph/graph.ts";
import { relationParts } from "../../graph/phrases.ts";
import type { RelationId } from "../../model/ids.ts";
import type { Polarity } from "../../model/kinds.ts";
import type { SentencePart } from "../../model/sentence.ts";
import type { DerivedStatus } from "../../model/status.ts";

export interface RelationLine {
  readonly id: RelationId;
  readonly polarity: Polarity;
  readonly derived: DerivedStatus;
  /** Hedged as `derived` asks. */
  readonly parts: readonly SentencePart[];
}

export function relationLineOf(graph: EntenteGraph, edge: RelationEdge, settings: EvidenceSettings): RelationLine {
  const derived = statusOf(edge, settings);
  return { id: edge.id, polarity: edge.type.polarity, derived, parts: relationParts(graph, edge, derived) };
}

/** In the order of the ids; unknown ones are left out. */
export function relationLinesOf(graph: EntenteGraph, ids: readonly RelationId[], settings: EvidenceSettings): RelationLine[] {
  return ids.flatMap((id) => {
    const edge = graph.relations.get(id);
    return edge === undefined ? [] : [relationLineOf(graph, edge, settings)];
  });
}

export function lineText({ parts }: Pick<RelationLine, "parts">): string {
  return parts.map(({ text }) => text).join("");
}

/** "alleged", "confirmed (contested)". */
export function statusText({ status, contested }: DerivedStatus): string {
  return `${status}${contested ? " (contested)" : ""}`;
}
