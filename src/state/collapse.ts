// Answers: which actors hang on this one alone, so that collapsing it takes them away?
import type { EntenteGraph } from "../graph/graph.ts";
import type { ActorId } from "../model/ids.ts";
import type { ViewState } from "./view-state.ts";
import type { VisibleGraph } from "./visible.ts";

/**
 * Shown neighbors whose every shown relation is to `id`, in id order; what is pinned or selected, or an end of a selected relation, or in
 * `kept` (on a path), stays. Cost O(shown relations).
 */
export function collapseOf(
  graph: EntenteGraph,
  view: ViewState,
  visible: VisibleGraph,
  id: ActorId,
  kept: ReadonlySet<ActorId> = new Set(),
): ActorId[] {
  const staying = new Set<string>([id, ...view.pinned, ...view.selected, ...kept]);
  const others = new Map<ActorId, Set<ActorId>>();
  const meets = (a: ActorId, b: ActorId): void => {
    others.set(a, (others.get(a) ?? new Set()).add(b));
  };
  for (const relation of visible.relations.keys()) {
    const edge = graph.relations.get(relation);
    if (edge === undefined) continue;
    if (edge.from !== edge.to) {
      meets(edge.from, edge.to);
      meets(edge.to, edge.from);
    }
    if (view.selected.includes(relation)) for (const end of [edge.from, edge.to]) staying.add(end);
  }
  return [...(others.get(id) ?? [])].filter((other) => !staying.has(other) && others.get(other)?.size === 1).sort();
}
