// Answers: which actors, relations and sources does this text mean?
import MiniSearch from "minisearch";
import type { ActorKind } from "../model/kinds.ts";
import { editsBetween } from "../model/nearest.ts";
import { titleOf } from "../model/text.ts";
import { foldedText } from "./folded-text.ts";
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
  /**
   * Best match first; prefix and fuzzy matching, case and diacritics ignored. What bears the text as a whole name comes before all others,
   * then what bears it with a typing mistake, fewest first.
   */
  search(text: string, limit?: number): readonly SearchHit[];
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly names: string;
  readonly slug: string;
}

/** One mistake in so many letters still leaves a name what it is. */
const LETTERS_PER_MISTAKE = 4;

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
      const most = Math.floor(wanted.length / LETTERS_PER_MISTAKE);
      const edits = new Map(
        ids.map((id) => [id, Math.min(...namesOf(graph, id).map((name) => editsBetween(foldedText(name), wanted, most)))]),
      );
      const editsOf = (id: string): number => edits.get(id) ?? Number.POSITIVE_INFINITY;
      const whole = ids.filter((id) => Number.isFinite(editsOf(id))).sort((a, b) => editsOf(a) - editsOf(b));
      const ranked = [...whole, ...ids.filter((id) => !Number.isFinite(editsOf(id)))];
      return ranked.slice(0, limit).map((id) => hitOf(graph, id, wanted));
    },
  };
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
