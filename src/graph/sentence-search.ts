// Answers: which relations does this text mean?
import type { ActorId, RelationId } from "../model/ids.ts";
import { foldedText } from "./folded-text.ts";
import { type EntenteGraph, type RelationEdge, statusOf } from "./graph.ts";
import { relationSentence } from "./phrases.ts";

export interface RelationHits {
  /** Those with most claims first, then in id order. */
  readonly relations: readonly RelationId[];
  /** How many there are, were no limit set. */
  readonly total: number;
}

export interface SentenceSearch {
  /** Every word of the text begins a word of the sentence, of its type, or of a name of either end. Cost O(relations). */
  search(text: string, limit?: number): RelationHits;
}

/** Cost O(relations), once. */
export function createSentenceSearch(graph: EntenteGraph): SentenceSearch {
  const ranked = [...graph.relations.values()].sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
  const entries = ranked.map((edge) => [edge.id, wordsOf(textOf(graph, edge))] as const);
  return {
    search(text, limit = 12) {
      const wanted = wordsOf(text);
      if (wanted.length === 0) return { relations: [], total: 0 };
      const found = entries.filter(([, words]) => wanted.every((part) => words.some((word) => word.startsWith(part))));
      return { relations: found.slice(0, limit).map(([id]) => id), total: found.length };
    },
  };
}

function textOf(graph: EntenteGraph, edge: RelationEdge): string {
  const namesOf = (id: ActorId): string => graph.actors.get(id)?.names.join(" ") ?? "";
  return [relationSentence(graph, edge, statusOf(edge)), edge.type.label, namesOf(edge.from), namesOf(edge.to)].join(" ");
}

function wordsOf(text: string): string[] {
  return foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
