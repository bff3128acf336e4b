// Answers: why is there no route: nothing recorded between the actors, or something set aside by a constraint, and by which?
import type { ActorId } from "../../model/ids.ts";
import { MODALITIES } from "../../model/kinds.ts";
import type { EntenteGraph } from "../graph.ts";
import { EVERYTHING, type RelationFilter } from "../query/filter.ts";
import { hopDistances, hopGraphInSteps } from "../query/hop-graph.ts";
import { finished, type Steps, untold } from "../query/work.ts";
import { DEFAULT_MAX_HOPS, MAX_HOPS } from "./path-limits.ts";
import { endsOf, type PathsAnswer, type PathsQuery, pathsInSteps, type WorkOptions } from "./paths.ts";

export const CONSTRAINTS = [
  "types",
  "polarities",
  "chainable",
  "minStatus",
  "statuses",
  "sourcesOff",
  "knownOn",
  "valid",
  "undated",
  "modalities",
  "opinions",
  "denials",
  "direction",
  "mustPass",
  "avoid",
  "within",
  "time",
  "maxHops",
  "slots",
] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** Routes counted for a relaxation at most; a count that reaches it is "at least". */
export const COUNTED_ROUTES = 50;
const NEAREST = 5;

export interface Relaxation {
  readonly constraint: Constraint;
  /** The query without it. */
  readonly query: PathsQuery;
  /** Routes it then finds, counted up to `COUNTED_ROUTES`. */
  readonly routes: number;
  readonly isAtLeast: boolean;
  /** Hops of the shortest of them. */
  readonly hops: number;
}

export interface NearActor {
  readonly actor: ActorId;
  /** Hops from `from` under the query. */
  readonly hops: number;
  /** Hops from it to `to` were nothing excluded; absent where not even that leads on. */
  readonly beyond?: number | undefined;
}

export interface NoPathExplanation {
  /**
   * `disconnected`: nothing recorded, whatever its status, joins the two sides; `excluded`: something does, but constraints set it aside;
   * `found`: there is a route after all.
   */
  readonly reason: "disconnected" | "excluded" | "found";
  /** Constraints whose removal alone gives a route, in the order of `CONSTRAINTS`. */
  readonly relaxations: readonly Relaxation[];
  /** Hops between the sides with every constraint dropped and slots crossed; absent when disconnected. */
  readonly unconstrainedHops?: number | undefined;
  /** Actors the query does reach from `from`, nearest to `to` first, up to five. */
  readonly nearest: readonly NearActor[];
  /** How many actors it reaches in all, the ends apart. */
  readonly reached: number;
  readonly issues: PathsAnswer["issues"];
}

export function explainNoPath(graph: EntenteGraph, query: PathsQuery, options: WorkOptions = {}): NoPathExplanation {
  return finished(explanationInSteps(graph, query, options));
}

/** Asks again once for each constraint that is set. Cost: that of `pathsInSteps` times the constraints set, each with a budget of its own. */
export function* explanationInSteps(
  graph: EntenteGraph,
  query: PathsQuery,
  { budget }: WorkOptions = {},
): Steps<NoPathExplanation> {
  const ends = endsOf(graph, query);
  const nothing = { relaxations: [], nearest: [], reached: 0 };
  if (ends.issues.length > 0) return { reason: "excluded", ...nothing, issues: ends.issues };
  const asked = yield* untold(hopGraphInSteps(graph, query));
  const first = yield* pathsInSteps(graph, { ...query, k: 1 }, { budget });
  if (first.routes.length > 0) return { reason: "found", ...nothing, issues: [] };
  const whole = yield* untold(hopGraphInSteps(graph, { filter: EVERYTHING, slots: true }));
  const ordinalsOf = (ids: readonly ActorId[]): number[] => ids.map((id) => whole.ordinalOf.get(id) ?? -1);
  const beyond = hopDistances(whole, ordinalsOf(ends.to));
  const apart = ordinalsOf(ends.from)
    .map((v) => beyond[v] ?? -1)
    .filter((hops) => hops >= 0);
  const within = hopDistances(asked, ordinalsOf(ends.from), { forward: true, without: new Set(ordinalsOf(ends.avoid)) });
  const reached = asked.ids
    .map((actor, v) => ({ actor, hops: within[v] ?? -1, beyond: beyond[v] === -1 ? undefined : beyond[v] }))
    .filter((near) => near.hops > 0 && near.beyond !== 0 && near.hops <= (query.maxHops ?? DEFAULT_MAX_HOPS));
  const nearest = [...reached].sort(
    (a, b) => (a.beyond ?? Infinity) - (b.beyond ?? Infinity) || a.hops - b.hops || (a.actor < b.actor ? -1 : 1),
  );
  const relaxations: Relaxation[] = [];
  // Asked even where nothing joins them today: on an earlier date a claim may stand that has been withdrawn since.
  for (const constraint of CONSTRAINTS) {
    const relaxed = withoutConstraint(query, constraint);
    if (relaxed === undefined) continue;
    const counted: PathsQuery = { ...relaxed, k: COUNTED_ROUTES, ranking: "shortest" };
    const { routes, ended } = yield* pathsInSteps(graph, counted, { budget });
    const shortest = routes[0];
    if (shortest === undefined) continue;
    relaxations.push({
      constraint,
      query: relaxed,
      routes: routes.length,
      isAtLeast: ended !== "all",
      hops: shortest.hops.length,
    });
  }
  return {
    reason: apart.length === 0 && relaxations.length === 0 ? "disconnected" : "excluded",
    relaxations,
    unconstrainedHops: apart.length === 0 ? undefined : Math.min(...apart),
    nearest: nearest.slice(0, NEAREST),
    reached: reached.length,
    issues: [],
  };
}

/** The query with one constraint dropped; undefined when it is not set, so that dropping it would change nothing. */
export function withoutConstraint(query: PathsQuery, constraint: Constraint): PathsQuery | undefined {
  const filter: RelationFilter = query.filter ?? {};
  const withFilter = (change: Partial<RelationFilter>): PathsQuery => ({ ...query, filter: { ...filter, ...change } });
  switch (constraint) {
    case "modalities":
      return MODALITIES.every((m) => filter.modalities?.has(m) === true)
        ? undefined
        : withFilter({ modalities: new Set(MODALITIES), minStatus: undefined });
    case "opinions":
      return filter.opinions === true
        ? undefined
        : withFilter({ opinions: true, modalities: new Set(MODALITIES), minStatus: undefined });
    case "denials":
      return filter.denials === true ? undefined : withFilter({ denials: true });
    case "undated":
      return filter.undated === "strict" ? withFilter({ undated: undefined }) : undefined;
    case "chainable":
      return filter.chainable === true ? withFilter({ chainable: undefined }) : undefined;
    case "sourcesOff":
      return (filter.sourcesOff?.size ?? 0) > 0 ? withFilter({ sourcesOff: undefined }) : undefined;
    case "types":
    case "polarities":
    case "minStatus":
    case "statuses":
    case "knownOn":
    case "valid":
      return filter[constraint] === undefined ? undefined : withFilter({ [constraint]: undefined });
    case "direction":
      return query.direction === "in" || query.direction === "out" ? { ...query, direction: undefined } : undefined;
    case "mustPass":
    case "avoid":
      return (query[constraint]?.length ?? 0) === 0 ? undefined : { ...query, [constraint]: undefined };
    case "within":
      return query.within === undefined ? undefined : { ...query, within: undefined };
    case "time":
      return query.time === undefined ? undefined : { ...query, time: undefined };
    case "maxHops":
      return (query.maxHops ?? DEFAULT_MAX_HOPS) < MAX_HOPS ? { ...query, maxHops: MAX_HOPS } : undefined;
    case "slots":
      return query.slots === true ? undefined : { ...query, slots: true };
  }
}
