// Answers: which simple routes at all are there between two sets of actors, up to a number of hops?
import type { ActorId } from "../../model/ids.ts";
import type { Issue } from "../../model/issue.ts";
import type { EntenteGraph } from "../graph.ts";
import { hopDistances, hopGraphInSteps } from "../query/hop-graph.ts";
import { finished, isExhausted, type Steps, spend, startWork, untold } from "../query/work.ts";
import { DEFAULT_MAX_HOPS } from "./path-limits.ts";
import { endsOf, type PathsQuery, type WorkOptions } from "./paths.ts";

/** Without `k`, `ranking` and `time`: every route counts, none is ranked. */
export type SimplePathsQuery = Omit<PathsQuery, "k" | "ranking" | "time">;

export interface SimplePathsAnswer {
  /** Actors along each route, in the order of their ids along the way. */
  readonly routes: readonly (readonly ActorId[])[];
  /** False when the work budget ran out: there are, or may be, more. */
  readonly isComplete: boolean;
  readonly work: number;
  readonly issues: readonly Issue[];
}

export function allSimplePaths(graph: EntenteGraph, query: SimplePathsQuery, options: WorkOptions = {}): SimplePathsAnswer {
  return finished(simplePathsInSteps(graph, query, options));
}

/** Depth-first, never farther from the targets than the hops that are left. Cost O(routes · maxHops · degree) at least, bounded by the work budget. */
export function* simplePathsInSteps(
  graph: EntenteGraph,
  query: SimplePathsQuery,
  options: WorkOptions = {},
): Steps<SimplePathsAnswer> {
  const work = startWork(options.budget);
  const ends = endsOf(graph, query);
  if (ends.issues.length > 0) return { routes: [], isComplete: true, work: 0, issues: ends.issues };
  const { maxHops = DEFAULT_MAX_HOPS } = query;
  const hops = yield* untold(hopGraphInSteps(graph, query));
  const ordinals = (ids: readonly ActorId[]): Set<number> => new Set(ids.map((id) => hops.ordinalOf.get(id) ?? -1));
  const [sources, targets, needed, avoid] = [ends.from, ends.to, ends.mustPass, ends.avoid].map(ordinals) as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  const toTarget = hopDistances(hops, targets, { without: avoid });
  const routes: ActorId[][] = [];
  for (const source of [...sources].sort((a, b) => a - b)) {
    const trail = [source];
    const onTrail = new Set(trail);
    const next = [0];
    while (trail.length > 0) {
      const at = trail.at(-1) ?? -1;
      const tried = next.at(-1) ?? 0;
      const hop = targets.has(at) ? undefined : hops.hopsFrom[at]?.[tried];
      if (hop === undefined) {
        onTrail.delete(at);
        trail.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = tried + 1;
      if (spend(work, 1)) yield undefined;
      if (isExhausted(work)) return { routes, isComplete: false, work: work.spent, issues: [] };
      const left = toTarget[hop.to] ?? -1;
      if (left < 0 || trail.length + left > maxHops || onTrail.has(hop.to) || avoid.has(hop.to) || sources.has(hop.to)) continue;
      trail.push(hop.to);
      onTrail.add(hop.to);
      next.push(0);
      if (!targets.has(hop.to) || ![...needed].every((v) => onTrail.has(v))) continue;
      routes.push(trail.map((v) => hops.ids[v] as ActorId));
      spend(work, trail.length);
    }
  }
  return { routes, isComplete: true, work: work.spent, issues: [] };
}
