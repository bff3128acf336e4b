// Answers: which rows has the tree of everything shown, given which of them are open?

import { foldedText } from "../../graph/folded-text.ts";
import type { EntenteGraph, RelationEdge } from "../../graph/graph.ts";
import { relationSentence } from "../../graph/phrases.ts";
import type { ActorId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import type { ItemId } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";

/** Many times faster than `localeCompare`. */
const ALPHABETICAL = new Intl.Collator("en");

/** Of an actor, of one type of its relations, or of a relation. */
export interface OutlineRow {
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly parent?: string | undefined;
  /** What commands act on: a type row stands for its relations. */
  readonly ids: readonly ItemId[];
  readonly title: string;
  /** Rows below it, were it open. */
  readonly size: number;
}

/** Actors by name, without regard to what is open. Rows that are as they were before are the same objects. */
export function actorRowsOf(
  graph: EntenteGraph,
  visible: VisibleGraph,
  before: readonly OutlineRow[] = [],
): readonly OutlineRow[] {
  const held = new Map(before.map((row) => [row.key, row]));
  const sizes = new Map<ActorId, Set<string>>();
  for (const id of visible.relations.keys()) {
    const edge = graph.relations.get(id);
    if (edge === undefined) continue;
    for (const end of [edge.from, edge.to]) sizes.set(end, (sizes.get(end) ?? new Set()).add(edge.type.id));
  }
  return visible.actors
    .map((id): OutlineRow => {
      const title = titleOf(graph.actors.get(id)?.label ?? id);
      const size = sizes.get(id)?.size ?? 0;
      const row = held.get(id);
      return row?.size === size ? row : { key: id, level: 1, ids: [id], title, size };
    })
    .sort((a, b) => ALPHABETICAL.compare(a.title, b.title));
}

/** What stands below an open actor: its types, and the relations of those that are open. */
export function rowsBelow(
  graph: EntenteGraph,
  visible: VisibleGraph,
  actor: OutlineRow,
  open: ReadonlySet<string>,
): readonly OutlineRow[] {
  const byType = new Map<string, RelationEdge[]>();
  for (const edge of graph.relationsOf.get(actor.key as ActorId) ?? []) {
    if (!visible.relations.has(edge.id) || (edge.from !== actor.key && edge.to !== actor.key)) continue;
    const held = byType.get(edge.type.id);
    if (held === undefined) byType.set(edge.type.id, [edge]);
    else held.push(edge);
  }
  return [...byType].flatMap(([type, edges]) => {
    const key = `${actor.key}|${type}`;
    const ids = edges.map((edge) => edge.id);
    const head: OutlineRow = { key, level: 2, parent: actor.key, ids, title: edges[0]?.type.label ?? type, size: ids.length };
    return [head, ...(open.has(key) ? edges.map((edge) => relationRow(graph, visible, edge, key)) : [])];
  });
}

function relationRow(graph: EntenteGraph, visible: VisibleGraph, edge: RelationEdge, parent: string): OutlineRow {
  const derived = visible.relations.get(edge.id);
  const title = derived === undefined ? edge.type.label : relationSentence(graph, edge, derived);
  return { key: `${parent}|${edge.id}`, level: 3, parent, ids: [edge.id], title, size: 0 };
}

/** The next row after `from`, going round, whose title begins with the letters. */
export function rowBeginning(rows: readonly OutlineRow[], from: number, letters: string): OutlineRow | undefined {
  const wanted = foldedText(letters);
  return [...rows.slice(from), ...rows.slice(0, from)].find(({ title }) => foldedText(title).startsWith(wanted));
}
