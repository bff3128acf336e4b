// Answers: what of the graph is on the canvas under this view, and how much is hidden by what?
import type { EntenteGraph, RelationEdge } from "../graph/graph.ts";
import { isKnownOn, statusOf } from "../graph/graph.ts";
import type { ActorId, RelationId, SourceId } from "../model/ids.ts";
import type { ActorKind, RelationStatus } from "../model/kinds.ts";
import type { DerivedStatus } from "../model/status.ts";
import { type Focus, settingsOf, type ViewState } from "./view-state.ts";

export interface Tally {
  /** On the canvas now. */
  readonly visible: number;
  /** Among the placed actors and the relations between them, were no filter set. */
  readonly total: number;
}

export interface VisibleGraph {
  readonly actors: readonly ActorId[];
  readonly relations: ReadonlyMap<RelationId, DerivedStatus>;
  /** What filters refuse but the view fades instead of hiding; nothing when it hides. Faded items are no part of `actors` and `relations`. */
  readonly faded: { readonly actors: readonly ActorId[]; readonly relations: ReadonlyMap<RelationId, DerivedStatus> };
  readonly kinds: ReadonlyMap<ActorKind, Tally>;
  readonly types: ReadonlyMap<string, Tally>;
  readonly statuses: ReadonlyMap<RelationStatus, Tally>;
  /** Relations that rest on a claim of the source. */
  readonly sources: ReadonlyMap<SourceId, Tally>;
  /** Why actors and relations that are placed are not shown. */
  readonly hiddenBy: {
    readonly hand: number;
    readonly kindFilter: number;
    /** Actors with too few shown relations. */
    readonly degreeFilter: number;
    /** Actors too far from the focus. */
    readonly focus: number;
    /** Relations between shown actors. */
    readonly relationFilter: number;
  };
  /** Neighbors of each visible actor that are not on the canvas. */
  readonly hiddenNeighbors: ReadonlyMap<ActorId, number>;
}

interface Count {
  visible: number;
  total: number;
}

/** Cost O(relations of the graph) each time the view changes. */
export function visibleGraphOf(graph: EntenteGraph, view: ViewState): VisibleGraph {
  const { kindsOff, typesOff, statusesOff, minDegree } = view.filters;
  const settings = settingsOf(view.filters);
  const candidates = [...view.placed.keys()].filter((id) => graph.actors.has(id) && !view.hidden.has(id));
  const shown = new Set(candidates.filter((id) => !kindsOff.has(graph.actors.get(id)?.kind ?? "state")));
  const kindFilter = candidates.length - shown.size;

  const inPlace: Array<readonly [RelationEdge, DerivedStatus]> = [];
  const isIn = new Set(candidates);
  for (const id of candidates)
    for (const edge of graph.relationsOf.get(id) ?? [])
      if (edge.from === id && isIn.has(edge.to)) inPlace.push([edge, statusOf(edge, settings)]);
  inPlace.sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  const admitted = inPlace.filter(([edge, { status }]) => !typesOff.has(edge.type.id) && !statusesOff.has(status));

  const degreeFilter = minDegree > 0 ? dropBelow(minDegree, shown, admitted) : 0;
  const focus = view.focus === undefined ? 0 : dropBeyond(view.focus, shown, admitted);

  const relations = new Map<RelationId, DerivedStatus>();
  for (const [edge, derived] of admitted) if (shown.has(edge.from) && shown.has(edge.to)) relations.set(edge.id, derived);

  const kinds = new Map<ActorKind, Count>();
  for (const id of candidates) count(kinds, graph.actors.get(id)?.kind ?? "state", shown.has(id));
  const types = new Map<string, Count>();
  const statuses = new Map<RelationStatus, Count>();
  const sources = new Map<SourceId, Count>();
  let relationFilter = 0;
  for (const [edge, derived] of inPlace) {
    const isOn = relations.has(edge.id);
    count(types, edge.type.id, isOn);
    count(statuses, derived.status, isOn);
    for (const source of new Set(edge.claims.map((c) => c.source))) count(sources, source, isOn);
    if (!isOn && shown.has(edge.from) && shown.has(edge.to)) relationFilter += 1;
  }
  const hiddenNeighbors = new Map([...shown].map((id) => [id, neighborsNotIn(graph, id, shown, settings.knownOn)]));
  const hand = [...view.hidden].filter((id) => view.placed.has(id)).length;
  const faded = {
    actors: view.isFading ? candidates.filter((id) => !shown.has(id)) : [],
    relations: new Map(
      view.isFading ? inPlace.flatMap(([edge, derived]) => (relations.has(edge.id) ? [] : [[edge.id, derived] as const])) : [],
    ),
  };
  return {
    actors: candidates.filter((id) => shown.has(id)),
    relations,
    faded,
    kinds,
    types,
    statuses,
    sources,
    hiddenBy: { hand, kindFilter, degreeFilter, focus, relationFilter },
    hiddenNeighbors,
  };
}

/** Takes actors with fewer relations than `least` out of `shown`, once: not again those whose neighbors went. How many went. */
function dropBelow(least: number, shown: Set<ActorId>, edges: ReadonlyArray<readonly [RelationEdge, DerivedStatus]>): number {
  const degrees = new Map<ActorId, number>();
  for (const [{ from, to }] of edges)
    if (shown.has(from) && shown.has(to)) for (const end of new Set([from, to])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const few = [...shown].filter((id) => (degrees.get(id) ?? 0) < least);
  for (const id of few) shown.delete(id);
  return few.length;
}

/** Takes actors farther than the focus reaches out of `shown`. How many went. */
function dropBeyond(
  { actor, hops }: Focus,
  shown: Set<ActorId>,
  edges: ReadonlyArray<readonly [RelationEdge, DerivedStatus]>,
): number {
  const neighbors = new Map<ActorId, ActorId[]>();
  const join = (a: ActorId, b: ActorId): void => {
    const held = neighbors.get(a);
    if (held === undefined) neighbors.set(a, [b]);
    else held.push(b);
  };
  for (const [{ from, to }] of edges)
    if (shown.has(from) && shown.has(to)) {
      join(from, to);
      join(to, from);
    }
  const near = new Set(shown.has(actor) ? [actor] : []);
  let frontier = [...near];
  for (let hop = 0; hop < hops; hop++) {
    frontier = [...new Set(frontier.flatMap((id) => neighbors.get(id) ?? []))].filter((id) => !near.has(id));
    for (const id of frontier) near.add(id);
  }
  const far = [...shown].filter((id) => !near.has(id));
  for (const id of far) shown.delete(id);
  return far.length;
}

/** Actors an expansion of `id` could bring: the other ends of its relations, and both ends of those that name it in a slot. */
function neighborsNotIn(graph: EntenteGraph, id: ActorId, shown: ReadonlySet<ActorId>, knownOn: number | undefined): number {
  const missing = new Set<ActorId>();
  for (const edge of graph.relationsOf.get(id) ?? [])
    if (isKnownOn(edge, knownOn)) for (const other of [edge.from, edge.to]) if (!shown.has(other)) missing.add(other);
  missing.delete(id);
  return missing.size;
}

function count<K>(tallies: Map<K, Count>, key: K, isOn: boolean): void {
  const tally = tallies.get(key) ?? { visible: 0, total: 0 };
  tally.total += 1;
  if (isOn) tally.visible += 1;
  tallies.set(key, tally);
}
