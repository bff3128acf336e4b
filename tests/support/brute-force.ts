// Answers: what would the routes and verdicts be if one simply tried everything? Written apart from the code it checks.
import type { ClaimCore, EntenteGraph, RelationEdge } from "../../src/graph/graph.ts";
import type { PathsQuery } from "../../src/graph/paths/paths.ts";
import type { TimeRule, TimeVerdict } from "../../src/graph/paths/time-verdict.ts";
import { evidenceOf } from "../../src/graph/query/filter.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { strengthOf } from "../../src/model/status.ts";
import type { TimeBounds } from "../../src/model/time.ts";

export interface PlainRoute {
  readonly actors: readonly ActorId[];
  /** Hops, weakest strength, fewest origins, oldest of the latest publications. */
  readonly rank: readonly [number, number, number, number];
}

/** Every relation by which one may step from `a` to `b`. */
export function usable(graph: EntenteGraph, query: PathsQuery, a: ActorId, b: ActorId): RelationEdge[] {
  const { direction = "both", filter = {}, slots = false } = query;
  return [...graph.relations.values()].filter((edge) => {
    const evidence = evidenceOf(edge, filter);
    if (evidence === undefined || a === b) return false;
    const along = edge.from === a && edge.to === b;
    const against = edge.to === a && edge.from === b;
    if (along && (direction !== "in" || edge.type.symmetric)) return true;
    if (against && (direction !== "out" || edge.type.symmetric)) return true;
    if (!slots) return false;
    const named = new Set(evidence.claims.flatMap((c) => c.slotActors));
    const isEnd = (id: ActorId): boolean => id === edge.from || id === edge.to;
    return (named.has(a) && !isEnd(a) && isEnd(b)) || (named.has(b) && !isEnd(b) && isEnd(a));
  });
}

export function claimsOfHop(graph: EntenteGraph, query: PathsQuery, a: ActorId, b: ActorId): ClaimCore[] {
  return usable(graph, query, a, b).flatMap((edge) => evidenceOf(edge, query.filter ?? {})?.claims ?? []);
}

/** All simple routes, best first. */
export function everyRoute(graph: EntenteGraph, query: PathsQuery): PlainRoute[] {
  const { from, to, maxHops = 6, mustPass = [], avoid = [], ranking = "shortest" } = query;
  const ends = new Set([...from, ...to]);
  const found: PlainRoute[] = [];
  const walk = (trail: readonly ActorId[]): void => {
    const at = trail.at(-1) as ActorId;
    if (to.includes(at)) {
      if (mustPass.every((id) => trail.includes(id))) found.push({ actors: trail, rank: rankOf(graph, query, trail) });
      return;
    }
    if (trail.length > maxHops) return;
    for (const next of graph.actors.keys()) {
      if (trail.includes(next) || avoid.includes(next) || (ends.has(next) && !to.includes(next))) continue;
      if (usable(graph, query, at, next).length > 0) walk([...trail, next]);
    }
  };
  for (const id of from) if (!avoid.includes(id)) walk([id]);
  const order = ranking === "shortest" ? [0, 1, 2, 3] : [1, 0, 2, 3];
  return found.sort((a, b) => {
    for (const i of order) {
      const difference = i === 0 ? a.rank[0] - b.rank[0] : (b.rank[i] ?? 0) - (a.rank[i] ?? 0);
      if (difference !== 0) return difference;
    }
    for (let i = 0; i < Math.min(a.actors.length, b.actors.length); i++)
      if (a.actors[i] !== b.actors[i]) return (a.actors[i] ?? "") < (b.actors[i] ?? "") ? -1 : 1;
    return a.actors.length - b.actors.length;
  });
}

function rankOf(graph: EntenteGraph, query: PathsQuery, trail: readonly ActorId[]): PlainRoute["rank"] {
  const hops = trail.slice(1).map((b, i) => {
    const evidences = usable(graph, query, trail[i] as ActorId, b).map((edge) => evidenceOf(edge, query.filter ?? {}));
    return {
      strength: Math.max(...evidences.map((e) => strengthOf(e?.status.status ?? "hidden"))),
      origins: new Set(evidences.flatMap((e) => [...(e?.origins ?? [])])).size,
      recency: Math.max(...evidences.flatMap((e) => e?.claims.map((c) => c.publishedDay) ?? [])),
    };
  });
  return [
    hops.length,
    Math.min(...hops.map((h) => h.strength)),
    Math.min(...hops.map((h) => h.origins)),
    Math.min(...hops.map((h) => h.recency)),
  ];
}

/** Over all choices of one reading a hop and of every beginning and end within its bounds. */
export function everyTimeVerdict(hops: readonly (readonly TimeBounds[])[], rule: TimeRule): TimeVerdict {
  let isPossible = false;
  let isCertain = false;
  for (const readings of choices(hops)) {
    const intervals = readings.map((b) => spans(b));
    const outcomes = [...choices(intervals)].map((chosen) => consistent(chosen, rule));
    if (outcomes.some(Boolean)) isPossible = true;
    if (outcomes.length > 0 && outcomes.every(Boolean)) isCertain = true;
  }
  return isCertain ? "certain" : isPossible ? "possible" : "impossible";
}

function consistent(intervals: ReadonlyArray<readonly [number, number]>, rule: TimeRule): boolean {
  if (rule === "simultaneous") {
    const first = Math.max(...intervals.map(([begin]) => begin));
    return intervals.every(([, end]) => end >= first);
  }
  let at = Number.NEGATIVE_INFINITY;
  for (const [begin, end] of intervals) {
    at = Math.max(at, begin);
    if (at > end) return false;
  }
  return true;
}

function spans(b: TimeBounds): Array<readonly [number, number]> {
  const found: Array<readonly [number, number]> = [];
  for (let begin = b.earliestStart; begin <= b.latestStart; begin++)
    for (let end = Math.max(begin, b.earliestEnd); end <= b.latestEnd; end++) found.push([begin, end]);
  return found;
}

function* choices<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const item of first) for (const others of choices(rest)) yield [item, ...others];
}
