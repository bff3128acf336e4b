// Answers: which actors would join the canvas around this one, through what, and what do the filters hold back?
import { type EntenteGraph, type RelationEdge, statusOf } from "../graph/graph.ts";
import { type ActorId, kindOf } from "../model/ids.ts";
import type { Direction } from "../model/kinds.ts";
import { fanOut } from "./placement.ts";
import { type Filters, type Point, settingsOf, type ViewState } from "./view-state.ts";

export interface Expansion {
  /** Actors that are not on the canvas yet, in id order. */
  readonly fresh: readonly ActorId[];
  /** The same by relation type; one actor may stand under several. */
  readonly byType: ReadonlyMap<string, readonly ActorId[]>;
  /** Neighbors that only the filters keep away. */
  readonly filteredOut: number;
}

/**
 * One hop around an actor under the current filters: the other ends of its relations, and both ends of relations that name it in a slot.
 * `out` follows relations with their reading direction, `in` against it; symmetric ones count as both. Cost O(relations of the actor).
 */
export function expansionOf(graph: EntenteGraph, view: ViewState, id: ActorId, direction: Direction = "both"): Expansion {
  const fresh = new Set<ActorId>();
  const refused = new Set<ActorId>();
  const byType = new Map<string, Set<ActorId>>();
  for (const edge of graph.relationsOf.get(id) ?? []) {
    if (!leads(edge, id, direction)) continue;
    for (const other of [edge.from, edge.to]) {
      if (other === id || (view.placed.has(other) && !view.hidden.has(other))) continue;
      if (!isAllowed(edge, view.filters) || view.filters.kindsOff.has(kindOf(other))) {
        refused.add(other);
        continue;
      }
      fresh.add(other);
      byType.set(edge.type.id, (byType.get(edge.type.id) ?? new Set()).add(other));
    }
  }
  return {
    fresh: [...fresh].sort(),
    byType: new Map([...byType].map(([type, ids]) => [type, [...ids].sort()])),
    filteredOut: [...refused].filter((other) => !fresh.has(other)).length,
  };
}

/** Where newcomers go: around their parent, or, without one on the canvas, beside what is there. Nothing placed moves. */
export function positionsFor(view: ViewState, parent: ActorId | undefined, ids: readonly ActorId[]): Map<ActorId, Point> {
  const occupied = [...view.placed.values()];
  const kept = ids.filter((id) => view.placed.has(id));
  const at = parent === undefined ? undefined : view.placed.get(parent);
  const fresh = fanOut(
    at ?? besides(occupied),
    ids.filter((id) => !view.placed.has(id)),
    occupied,
  );
  return new Map([...kept.map((id) => [id, view.placed.get(id) ?? { x: 0, y: 0 }] as const), ...fresh]);
}

/** A placed neighbor to stand next to: the one with most ties to the newcomer. */
export function anchorFor(graph: EntenteGraph, view: ViewState, id: ActorId): ActorId | undefined {
  const ties = new Map<ActorId, number>();
  for (const edge of graph.relationsOf.get(id) ?? [])
    for (const other of [edge.from, edge.to])
      if (other !== id && view.placed.has(other) && !view.hidden.has(other)) ties.set(other, (ties.get(other) ?? 0) + 1);
  return [...ties].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function leads({ type, from, to }: RelationEdge, id: ActorId, direction: Direction): boolean {
  if (direction === "both") return true;
  return type.symmetric ? from === id || to === id : (direction === "out" ? from : to) === id;
}

function isAllowed(edge: RelationEdge, filters: Filters): boolean {
  const { typesOff, statusesOff } = filters;
  return !typesOff.has(edge.type.id) && !statusesOff.has(statusOf(edge, settingsOf(filters)).status);
}

function besides(occupied: readonly Point[]): Point {
  if (occupied.length === 0) return { x: 0, y: 0 };
  return { x: Math.max(...occupied.map((p) => p.x)) + 60, y: occupied.reduce((sum, p) => sum + p.y, 0) / occupied.length };
}
