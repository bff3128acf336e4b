// Answers: what of the graph is on the canvas under this view, and how much is hidden by what?
import type { EntenteGraph, RelationEdge } from "../graph/graph.ts";
import { statusOf } from "../graph/graph.ts";
import type { ActorId, RelationId } from "../model/ids.ts";
import type { ActorKind, RelationStatus } from "../model/kinds.ts";
import type { DerivedStatus } from "../model/status.ts";
import type { ViewState } from "./view-state.ts";

export interface Tally {
  /** On the canvas now. */
  readonly visible: number;
  /** Among the placed actors and the relations between them, were no filter set. */
  readonly total: number;
}

export interface VisibleGraph {
  readonly actors: readonly ActorId[];
  readonly relations: ReadonlyMap<RelationId, DerivedStatus>;
  readonly kinds: ReadonlyMap<ActorKind, Tally>;
  readonly types: ReadonlyMap<string, Tally>;
  readonly statuses: ReadonlyMap<RelationStatus, Tally>;
  /** Why actors and relations that are placed are not shown. */
  readonly hiddenBy: {
    readonly hand: number;
    readonly kindFilter: number;
    readonly relationFilter: number;
  };
  /** Neighbors of each visible actor that are not on the canvas. */
  readonly hiddenNeighbors: ReadonlyMap<ActorId, number>;
}

export function visibleGraphOf(graph: EntenteGraph, view: ViewState): VisibleGraph {
  const { kindsOff, typesOff, statusesOff } = view.filters;
  const actors: ActorId[] = [];
  const shown = new Set<ActorId>();
  const kinds = new Map<ActorKind, { visible: number; total: number }>();
  let kindFilter = 0;
  for (const id of view.placed.keys()) {
    const node = graph.actors.get(id);
    if (node === undefined || view.hidden.has(id)) continue;
    const isOn = !kindsOff.has(node.kind);
    count(kinds, node.kind, isOn);
    if (isOn) {
      actors.push(id);
      shown.add(id);
    } else kindFilter += 1;
  }
  const relations = new Map<RelationId, DerivedStatus>();
  const types = new Map<string, { visible: number; total: number }>();
  const statuses = new Map<RelationStatus, { visible: number; total: number }>();
  let relationFilter = 0;
  for (const edge of graph.relations.values()) {
    if (!isPlaced(view, edge)) continue;
    const derived = statusOf(edge);
    const isOn = shown.has(edge.from) && shown.has(edge.to) && !typesOff.has(edge.type.id) && !statusesOff.has(derived.status);
    count(types, edge.type.id, isOn);
    count(statuses, derived.status, isOn);
    if (isOn) relations.set(edge.id, derived);
    else if (shown.has(edge.from) && shown.has(edge.to)) relationFilter += 1;
  }
  const hiddenNeighbors = new Map<ActorId, number>();
  for (const id of actors) hiddenNeighbors.set(id, neighborsNotIn(graph, id, shown));
  const hand = [...view.hidden].filter((id) => view.placed.has(id)).length;
  return { actors, relations, kinds, types, statuses, hiddenBy: { hand, kindFilter, relationFilter }, hiddenNeighbors };
}

function isPlaced(view: ViewState, edge: RelationEdge): boolean {
  return [edge.from, edge.to].every((id) => view.placed.has(id) && !view.hidden.has(id));
}

/** Actors an expansion of `id` could bring: the other ends of its relations, and both ends of those that name it in a slot. */
function neighborsNotIn(graph: EntenteGraph, id: ActorId, shown: ReadonlySet<ActorId>): number {
  const missing = new Set<ActorId>();
  for (const edge of graph.relationsOf.get(id) ?? [])
    for (const other of [edge.from, edge.to]) if (!shown.has(other)) missing.add(other);
  missing.delete(id);
  return missing.size;
}

function count<K>(tallies: Map<K, { visible: number; total: number }>, key: K, isOn: boolean): void {
  const tally = tallies.get(key) ?? { visible: 0, total: 0 };
  tally.total += 1;
  if (isOn) tally.visible += 1;
  tallies.set(key, tally);
}
