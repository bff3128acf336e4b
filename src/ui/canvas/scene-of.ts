// Answers: how does the visible graph look as a scene?
import type { EntenteGraph, RelationEdge } from "../../graph/graph.ts";
import type { Route } from "../../graph/paths/route.ts";
import { type ActorId, isActorId, type RelationId } from "../../model/ids.ts";
import type { DerivedStatus } from "../../model/status.ts";
import { titleOf } from "../../model/text.ts";
import type { ItemId, ViewState } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import type { Scene, SceneEdge, SceneNode } from "../../view/scene/scene.ts";
import { sceneLinesOf } from "../../view/scene/scene-lines.ts";

/**
 * One line a relation; but of many between the same two actors, those alike in direction, polarity and status are one line with their
 * count, so that no line says more than each of its relations. With a route, its actors are numbered, and all but it is set back.
 */
export function sceneOf(graph: EntenteGraph, view: ViewState, visible: VisibleGraph, route?: Route): Scene {
  const onRoute = new Set(route?.hops.flatMap((hop) => hop.relations.map(({ id }) => id)));
  const places = new Map(route?.actors.map((id, i) => [id, i + 1]));
  const chosen = new Set<ItemId>(view.selected);
  const isChosen = ({ id, from, to }: RelationEdge): boolean =>
    chosen.has(id) || onRoute.has(id) || [from, to].some((end) => isActorId(end) && chosen.has(end));
  const linesOf = (relations: ReadonlyMap<RelationId, DerivedStatus>, isFaded: boolean): SceneEdge[] => {
    const lines = sceneLinesOf(standingsOf(graph, relations), { isChosen, isFaded });
    if (onRoute.size === 0) return lines;
    return lines.map((line) => {
      const isOnRoute = itemsAt(line.id).some((id) => onRoute.has(id as RelationId));
      return { ...line, isOnRoute, isFaded: isFaded || !isOnRoute };
    });
  };
  const shown = linesOf(visible.relations, false);
  const faded = linesOf(visible.faded.relations, true);
  const degrees = new Map<string, number>();
  for (const id of visible.relations.keys()) {
    const edge = graph.relations.get(id);
    if (edge !== undefined) for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const nodeOf = (id: ActorId, isFaded: boolean): SceneNode[] => {
    const actor = graph.actors.get(id);
    const position = view.placed.get(id);
    if (actor === undefined || position === undefined) return [];
    return [
      {
        id,
        label: titleOf(actor.label),
        kind: actor.kind,
        x: position.x,
        y: position.y,
        degree: degrees.get(id) ?? 0,
        hiddenNeighbors: visible.hiddenNeighbors.get(id) ?? 0,
        isPinned: view.pinned.has(id),
        isFaded: isFaded || (route !== undefined && !places.has(id)),
        hopNumber: places.get(id),
      },
    ];
  };
  const nodes = [...visible.actors.flatMap((id) => nodeOf(id, false)), ...visible.faded.actors.flatMap((id) => nodeOf(id, true))];
  return { nodes, edges: [...shown, ...faded], selectedIds: new Set(view.selected.map(String)) };
}

function* standingsOf(graph: EntenteGraph, relations: ReadonlyMap<RelationId, DerivedStatus>) {
  for (const [id, derived] of relations) {
    const edge = graph.relations.get(id);
    if (edge !== undefined) yield [edge, derived] as const;
  }
}

/** The relations that a line on the canvas stands for; an actor for itself. */
export function itemsAt(id: string): ItemId[] {
  return id.split("+") as ItemId[];
}
