// Answers: by which routes are these actors connected, best first, each hop with all its evidence?
import type { ActorId } from "../../model/ids.ts";
import { type Issue, issue } from "../../model/issue.ts";
import type { Direction, Ranking } from "../../model/kinds.ts";
import type { EntenteGraph } from "../graph.ts";
import { knownActors } from "../query/actors.ts";
import type { RelationFilter } from "../query/filter.ts";
import { type HopGraph, hopGraphInSteps } from "../query/hop-graph.ts";
import { finished, isExhausted, type Steps, startWork, untold, type Work } from "../query/work.ts";
import { DEFAULT_MAX_HOPS, MAX_HOPS } from "./path-limits.ts";
import { type Route, routeOf } from "./route.ts";
import { createRouteSearch, type FoundRoute, MAX_MUST_PASS } from "./route-search.ts";
import { TIME_VERDICTS, type TimeRule, type TimeVerdict } from "./time-verdict.ts";

export const DEFAULT_ROUTES = 10;

export interface PathsQuery {
  /** A route begins at one of these and ends at one of `to`; none of them stands within it. */
  readonly from: readonly ActorId[];
  readonly to: readonly ActorId[];
  /** Routes at most; default 10. */
  readonly k?: number | undefined;
  /** Default 6, at most 30. */
  readonly maxHops?: number | undefined;
  /** Of reading, from `from` to `to`; default both: any. */
  readonly direction?: Direction | undefined;
  readonly filter?: RelationFilter | undefined;
  /** Also through actors that a relation only names in a slot. Default false. */
  readonly slots?: boolean | undefined;
  /** All of these, in any order; at most 6. */
  readonly mustPass?: readonly ActorId[] | undefined;
  /** Only through these; its ends and those it must pass need not be among them. Default all. */
  readonly within?: ReadonlySet<ActorId> | undefined;
  /** None of these. */
  readonly avoid?: readonly ActorId[] | undefined;
  /** Default shortest. */
  readonly ranking?: Ranking | undefined;
  /** Only routes whose verdict under the rule is at least this. Every route carries both verdicts anyway. */
  readonly time?: { readonly rule: TimeRule; readonly atLeast: TimeVerdict } | undefined;
}

export interface PathsAnswer {
  /** Best first. */
  readonly routes: readonly Route[];
  /** `all`: no other route meets the query; `k`: as many as asked for, there may be more; `work`: the budget ran out, better ones may be missing. */
  readonly ended: "all" | "k" | "work";
  /** Units of work spent. */
  readonly work: number;
  /** Unknown actors and other faults of the query; with any, there are no routes. */
  readonly issues: readonly Issue[];
}

export interface WorkOptions {
  /** Units of work; default `DEFAULT_WORK`. */
  readonly budget?: number | undefined;
}

export function findPaths(graph: EntenteGraph, query: PathsQuery, options: WorkOptions = {}): PathsAnswer {
  return finished(pathsInSteps(graph, query, options));
}

/** Cost: see `createRouteSearch`, once for `shortest`, once a status for `best-evidenced`; building the hop graph O(V + E). */
export function* pathsInSteps(graph: EntenteGraph, query: PathsQuery, options: WorkOptions = {}): Steps<PathsAnswer> {
  const { k = DEFAULT_ROUTES, filter = {}, time } = query;
  const work = startWork(options.budget);
  const ends = endsOf(graph, query);
  if (ends.issues.length > 0) return { routes: [], ended: "all", work: 0, issues: ends.issues };
  const hops = yield* untold(hopGraphInSteps(graph, query));
  const routes: Route[] = [];
  for (const found of rankedRoutes(hops, query, ends, work)) {
    if (found === undefined) {
      yield undefined;
      continue;
    }
    if (routes.length === k) return { routes, ended: "k", work: work.spent, issues: [] };
    const route = routeOf(hops, found.actors, filter);
    if (time === undefined || TIME_VERDICTS.indexOf(route.time[time.rule]) >= TIME_VERDICTS.indexOf(time.atLeast))
      routes.push(route);
  }
  const ended = !isExhausted(work) ? "all" : routes.length === k ? "k" : "work";
  return { routes, ended, work: work.spent, issues: [] };
}

/** The route along these actors as the query sees it; undefined when it is none of the query's routes. Cost O(V + E), less when asked again. */
export function* routeInSteps(graph: EntenteGraph, query: PathsQuery, actors: readonly ActorId[]): Steps<Route | undefined> {
  const { from, to, mustPass, avoid, issues } = endsOf(graph, query);
  const { maxHops = DEFAULT_MAX_HOPS, filter = {}, time } = query;
  const [first, last, inner] = [actors[0], actors.at(-1), actors.slice(1, -1)];
  if (issues.length > 0 || first === undefined || last === undefined || actors.length < 2) return undefined;
  if (!from.includes(first) || !to.includes(last) || actors.length - 1 > maxHops) return undefined;
  if (new Set(actors).size < actors.length || inner.some((id) => from.includes(id) || to.includes(id))) return undefined;
  const avoided = new Set(avoid);
  if (!mustPass.every((id) => inner.includes(id)) || actors.some((id) => avoided.has(id))) return undefined;
  const hops = yield* hopGraphInSteps(graph, query);
  const ordinals = actors.map((id) => hops.ordinalOf.get(id) ?? -1);
  if (!ordinals.every((at, i) => i === 0 || hops.hopsFrom[ordinals[i - 1] ?? -1]?.some((hop) => hop.to === at))) return undefined;
  const route = routeOf(hops, ordinals, filter);
  const isInTime = time === undefined || TIME_VERDICTS.indexOf(route.time[time.rule]) >= TIME_VERDICTS.indexOf(time.atLeast);
  return isInTime ? route : undefined;
}

interface Ends {
  readonly from: readonly ActorId[];
  readonly to: readonly ActorId[];
  readonly mustPass: readonly ActorId[];
  /** What lies outside `within` is among them. */
  readonly avoid: readonly ActorId[];
  readonly issues: readonly Issue[];
}

function* rankedRoutes(hops: HopGraph, query: PathsQuery, ends: Ends, work: Work): Generator<FoundRoute | undefined, void> {
  const { maxHops = DEFAULT_MAX_HOPS, ranking = "shortest" } = query;
  const ordinals = (ids: readonly ActorId[]): number[] => ids.map((id) => hops.ordinalOf.get(id) ?? -1);
  const spec = {
    hops,
    sources: new Set(ordinals(ends.from)),
    targets: new Set(ordinals(ends.to)),
    mustPass: ordinals(ends.mustPass),
    avoid: new Set(ordinals(ends.avoid)),
    maxHops,
  };
  const levels = ranking === "shortest" ? [Number.NEGATIVE_INFINITY] : strengthsOf(hops);
  for (const minStrength of levels) {
    const search = createRouteSearch({ ...spec, minStrength });
    for (let count = 1; count <= maxHops; count++) {
      for (const found of search.routesOfLength(count, work))
        if (found === undefined || ranking === "shortest" || found.bottleneck[0] === minStrength) yield found;
      if (isExhausted(work)) return;
    }
  }
}

/** Strengths that hops have, strongest first. */
function strengthsOf({ hopsFrom }: HopGraph): number[] {
  const strengths = new Set<number>();
  for (const hops of hopsFrom) for (const hop of hops) strengths.add(hop.strength);
  return [...strengths].sort((a, b) => b - a);
}

/** The actors of a query, checked; an actor to pass that is the only one of its side drops out. */
export function endsOf(graph: EntenteGraph, query: PathsQuery): Ends {
  const from = knownActors(graph, query.from, "from");
  const to = knownActors(graph, query.to, "to");
  const mustPass = knownActors(graph, query.mustPass ?? [], "mustPass");
  const avoid = knownActors(graph, query.avoid ?? [], "avoid");
  const issues = [from, to, mustPass, avoid].flatMap((a) => a.issues);
  const fault = (path: string, value: string, detail: string, remedy: string): void => {
    issues.push(issue("query-invalid", "query", [path], { value, detail, remedy }));
  };
  for (const [name, side] of [
    ["from", query.from],
    ["to", query.to],
  ] as const)
    if (side.length === 0) fault(name, "", "No actor is named on this side.", "name at least one");
  for (const id of from.known)
    if (to.known.includes(id)) fault("to", id, "The same actor stands on both sides.", "take it out of one of them");
  for (const id of mustPass.known)
    if (avoid.known.includes(id)) fault("avoid", id, "The same actor must be passed and avoided.", "take it out of one of them");
  for (const id of [...from.known, ...to.known])
    if (avoid.known.includes(id)) fault("avoid", id, "An end of the route cannot be avoided.", "take it out of `avoid`");
  for (const id of mustPass.known)
    if ([from.known, to.known].some((side) => side.length > 1 && side.includes(id)))
      fault("mustPass", id, "It is one of several ends.", "name it as the only end of its side");
  if (mustPass.known.length > MAX_MUST_PASS)
    fault("mustPass", String(mustPass.known.length), "Too many actors to pass.", `at most ${MAX_MUST_PASS}`);
  const { k = DEFAULT_ROUTES, maxHops = DEFAULT_MAX_HOPS } = query;
  if (!Number.isInteger(k) || k < 1) fault("k", String(k), "Not a number of routes.", "a whole number from 1");
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MAX_HOPS)
    fault("maxHops", String(maxHops), "Not a number of hops.", `a whole number from 1 to ${MAX_HOPS}`);
  return {
    from: from.known,
    to: to.known,
    mustPass: mustPass.known.filter((id) => !from.known.includes(id) && !to.known.includes(id)),
    avoid: query.within === undefined ? avoid.known : [...avoid.known, ...outsideOf(graph, query, query.within)],
    issues,
  };
}

function outsideOf(graph: EntenteGraph, { from, to, mustPass = [] }: PathsQuery, within: ReadonlySet<ActorId>): ActorId[] {
  const named = new Set([...from, ...to, ...mustPass]);
  return [...graph.actors.keys()].filter((id) => !within.has(id) && !named.has(id));
}
