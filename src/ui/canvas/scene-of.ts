// Answers: how does the visible graph look as a scene?
import type { EntenteGraph, RelationEdge } from "../../graph/graph.ts";
import type { Route } from "../../graph/paths/route.ts";
import { type ActorId, isActorId, type RelationId } from "../../model/ids.ts";
import type { DerivedStatus } from "../../model/status.ts";
import { countText, titleOf } from "../../model/text.ts";
import type { ItemId, ViewState } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import type { Scene, SceneEdge, SceneNode } from "../../view/scene.ts";

/** More parallel relations between two actors than this are bundled, until one of them or an end is selected. */
const FANNED_AT_MOST = 3;

/**
 * One line a relation; but of many between the same two actors, those alike in direction, polarity and status are one line with their
 * count, so that no line says more than each of its relations. With a route, its actors are numbered, and all but it is set back.
 */
export function sceneOf(graph: EntenteGraph, view: ViewState, visible: VisibleGraph, route?: Route): Scene {
  const onRoute = new Set(route?.hops.flatMap((hop) => hop.relations.map(({ id }) => id)));
  const places = new Map(route?.actors.map((id, i) => [id, i + 1]));
  const shown = linesOf(graph, view, visible.relations, false, onRoute);
  const faded = linesOf(graph, view, visible.faded.relations, true, onRoute);
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

/** The relations that a line on the canvas stands for; an actor for itself. */
export function itemsAt(id: string): ItemId[] {
  return id.split("+") as ItemId[];
}

function linesOf(
  graph: EntenteGraph,
  view: ViewState,
  relations: ReadonlyMap<RelationId, DerivedStatus>,
  isFaded: boolean,
  onRoute: ReadonlySet<RelationId>,
): SceneEdge[] {
  const pairs = new Map<string, Array<readonly [RelationEdge, DerivedStatus]>>();
  for (const [id, derived] of relations) {
    const edge = graph.relations.get(id);
    if (edge === undefined) continue;
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const held = pairs.get(pair);
    if (held === undefined) pairs.set(pair, [[edge, derived]]);
    else held.push([edge, derived]);
  }
  const chosen = new Set<ItemId>(view.selected);
  const isChosen = ({ id, from, to }: RelationEdge): boolean =>
    chosen.has(id) || onRoute.has(id) || [from, to].some((end) => isActorId(end) && chosen.has(end));
  const drawn = [...pairs.values()].flatMap((lines) =>
    lines.length <= FANNED_AT_MOST || lines.some(([edge]) => isChosen(edge))
      ? lines.map(([edge, derived]) => lineOf([edge], derived, derived.origins, isFaded))
      : alike(lines).map((group) => {
          const [, derived] = group[0] as (typeof group)[number];
          const origins = Math.max(...group.map(([, d]) => d.origins));
          return lineOf(
            group.map(([edge]) => edge),
            derived,
            origins,
            isFaded,
          );
        }),
  );
  if (onRoute.size === 0) return drawn;
  return drawn.map((line) => {
    const isOnRoute = itemsAt(line.id).some((id) => onRoute.has(id as RelationId));
    return { ...line, isOnRoute, isFaded: line.isFaded === true || !isOnRoute };
  });
}

/** Groups of relations that may share a line, in the order of their first. */
function alike(
  lines: ReadonlyArray<readonly [RelationEdge, DerivedStatus]>,
): Array<Array<readonly [RelationEdge, DerivedStatus]>> {
  const groups = new Map<string, Array<readonly [RelationEdge, DerivedStatus]>>();
  for (const line of lines) {
    const [{ from, type }, { status }] = line;
    const key = `${type.symmetric ? "" : from} ${type.polarity} ${status}`;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [line]);
    else held.push(line);
  }
  return [...groups.values()];
}

function lineOf(edges: readonly RelationEdge[], derived: DerivedStatus, origins: number, isFaded: boolean): SceneEdge {
  const [first] = edges as readonly [RelationEdge];
  return {
    id: edges.map((edge) => edge.id).join("+"),
    source: first.from,
    target: first.to,
    label: edges.length === 1 ? first.type.label : countText(edges.length, "relation"),
    polarity: first.type.polarity,
    status: derived.status,
    origins,
    symmetric: first.type.symmetric,
    count: edges.length,
    isFaded,
  };
}
