// Answers: how does the visible graph look as a scene?
import type { EntenteGraph } from "../graph/graph.ts";
import { titleOf } from "../model/text.ts";
import type { ViewState } from "../state/view-state.ts";
import type { VisibleGraph } from "../state/visible.ts";
import type { Scene, SceneEdge, SceneNode } from "../view/scene.ts";

export function sceneOf(graph: EntenteGraph, view: ViewState, visible: VisibleGraph): Scene {
  const degrees = new Map<string, number>();
  const edges: SceneEdge[] = [];
  for (const [id, derived] of visible.relations) {
    const edge = graph.relations.get(id);
    if (edge === undefined) continue;
    for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    edges.push({
      id,
      source: edge.from,
      target: edge.to,
      label: edge.type.label,
      polarity: edge.type.polarity,
      status: derived.status,
      origins: derived.origins,
      symmetric: edge.type.symmetric,
    });
  }
  const nodes: SceneNode[] = visible.actors.flatMap((id) => {
    const actor = graph.actors.get(id);
    const position = view.placed.get(id);
    if (actor === undefined || position === undefined) return [];
    const { x, y } = position;
    return [
      {
        id,
        label: titleOf(actor.label),
        kind: actor.kind,
        x,
        y,
        degree: degrees.get(id) ?? 0,
        hiddenNeighbors: visible.hiddenNeighbors.get(id) ?? 0,
      },
    ];
  });
  return { nodes, edges, selected: view.selection.kind === "none" ? undefined : view.selection.id };
}
