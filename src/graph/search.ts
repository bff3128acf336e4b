// Answers: which actors, relations and sources does this text mean?
import MiniSearch from "minisearch";
import type { ActorKind } from "../model/kinds.ts";
import { titleOf } from "../model/text.ts";
import type { EntenteGraph } from "./graph.ts";

export interface SearchHit {
  readonly kind: "actor" | "source";
  readonly id: string;
  readonly label: string;
  readonly actorKind?: ActorKind | undefined;
  /** The alias that matched, when it is not the label. */
  readonly matched?: string | undefined;
}

export interface SearchIndex {
  /** Best match first; prefix and fuzzy matching, case and diacritics ignored. */
  search(text: string, limit?: number): readonly SearchHit[];
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly names: string;
  readonly slug: string;
}

export function createSearchIndex(graph: EntenteGraph): SearchIndex {
  const index = new MiniSearch<Entry>({
    fields: ["label", "names", "slug"],
    tokenize: (text) =>
      foldedText(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ""),
    processTerm: (term) => term,
    searchOptions: {
      boost: { label: 4, names: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : 0),
      combineWith: "AND",
    },
  });
  const entries: Entry[] = [];
  for (const actor of graph.actors.values())
    entries.push({ id: actor.id, label: actor.label, names: actor.names.join(" \n "), slug: actor.id });
  for (const source of graph.sources.values())
    entries.push({ id: source.id, label: source.title, names: source.authors.join(" \n "), slug: source.id });
  index.addAll(entries);
  return {
    search(text, limit = 12) {
      const wanted = foldedText(text.trim());
      if (wanted === "") return [];
      const ids = index.search(text).map((result) => String(result.id));
      const exact = (id: string): boolean => namesOf(graph, id).some((name) => foldedText(name) === wanted);
      const ranked = [...ids.filter(exact), ...ids.filter((id) => !exact(id))];
      return ranked.slice(0, limit).map((id) => hitOf(graph, id, wanted));
    },
  };
}

/** Lower case, without diacritics or width variants. */
export function foldedText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function namesOf(graph: EntenteGraph, id: string): readonly string[] {
  const actor = graph.actors.get(id as never);
  if (actor !== undefined) return [actor.label, titleOf(actor.label), ...actor.names, actor.id];
  return [graph.sources.get(id as never)?.title ?? "", id];
}

function hitOf(graph: EntenteGraph, id: string, wanted: string): SearchHit {
  const actor = graph.actors.get(id as never);
  if (actor === undefined) return { kind: "source", id, label: graph.sources.get(id as never)?.title ?? id };
  const words = wanted.split(/\s+/);
  const holdsAll = (name: string): boolean => words.every((word) => foldedText(name).includes(word));
  const matched = holdsAll(actor.label) ? undefined : actor.names.find(holdsAll);
  return { kind: "actor", id, label: actor.label, actorKind: actor.kind, matched };
}
