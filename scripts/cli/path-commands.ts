// Answers: how are these actors connected, or why are they not, for people and as JSON?
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { explainNoPath, type NoPathExplanation } from "../../src/graph/paths/explain-no-path.ts";
import { DEFAULT_MAX_HOPS } from "../../src/graph/paths/path-limits.ts";
import { findPaths, type PathsQuery } from "../../src/graph/paths/paths.ts";
import type { Route } from "../../src/graph/paths/route.ts";
import { allSimplePaths } from "../../src/graph/paths/simple-paths.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { countText, titleOf } from "../../src/model/text.ts";
import { dayText } from "../../src/model/time.ts";
import type { Loaded } from "../compile.ts";
import { actorJson, labelOf, type Output, refusedFor, relationJson } from "./output.ts";
import { actorsOf, directionOf, filterOf, numberOf, type QueryValues, rankingOf, timeOf, UsageError } from "./query-options.ts";

export function paths({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  const query = pathsQueryOf(graph, words, values);
  const budget = numberOf(values.budget, "--budget");
  if (values.all === true) return everyPath(graph, query, budget);
  const found = findPaths(graph, query, { budget });
  if (found.issues.length > 0) return refusedFor(found.issues);
  const routes = found.routes.map((route) => routeJson(graph, route));
  const explanation = routes.length > 0 ? undefined : explainNoPath(graph, query, { budget });
  const json = {
    routes,
    ended: found.ended,
    work: found.work,
    ...(explanation === undefined ? {} : { explanation: explanationJson(explanation) }),
  };
  const ended = {
    all: `${countText(routes.length, "route")}: all there are under this query`,
    k: `${countText(routes.length, "route")}: as many as asked for; there may be more (--k)`,
    work: `${countText(routes.length, "route")}: the work budget ran out, others may be missing (--budget)`,
  }[found.ended];
  const lines = [
    ...routes.flatMap((route, i) => routeLines(route, i + 1)),
    ...(explanation === undefined ? [ended] : explanationLines(graph, explanation, query)),
  ];
  return { code: 0, json, text: lines.join("\n") };
}

function everyPath(graph: EntenteGraph, query: PathsQuery, budget: number | undefined): Output {
  const found = allSimplePaths(graph, query, { budget });
  if (found.issues.length > 0) return refusedFor(found.issues);
  const count = countText(found.routes.length, "route");
  const end = found.isComplete
    ? `${count}: all there are`
    : `${count}: stopped by the work budget, there are or may be more (--budget)`;
  const lines = found.routes.map((route) => route.map((id) => labelOf(graph, id)).join(" → "));
  return {
    code: 0,
    json: found,
    text: [...lines, `${end}, up to ${countText(query.maxHops ?? DEFAULT_MAX_HOPS, "hop")}`].join("\n"),
  };
}

export function pathsQueryOf(graph: EntenteGraph, words: readonly string[], values: QueryValues): PathsQuery {
  const [from, to] = sidesOf(graph, words, values);
  return {
    from,
    to,
    k: numberOf(values.k, "--k"),
    maxHops: numberOf(values["max-hops"], "--max-hops"),
    direction: directionOf(values),
    filter: filterOf(graph, values),
    slots: values.slots,
    mustPass: actorsOf(graph, values["must-pass"]),
    avoid: actorsOf(graph, values.avoid),
    ranking: rankingOf(values),
    time: timeOf(values),
  };
}

/** Two names, or any number of `--from` and `--to`. */
export function sidesOf(graph: EntenteGraph, words: readonly string[], values: QueryValues): [ActorId[], ActorId[]] {
  const [from, to] = [values.from, values.to];
  if (words.length === 2 && from === undefined && to === undefined)
    return [actorsOf(graph, words.slice(0, 1)), actorsOf(graph, words.slice(1))];
  if (words.length === 0 && from !== undefined && to !== undefined) return [actorsOf(graph, from), actorsOf(graph, to)];
  throw new UsageError('Name both ends: two names ("North Korea" Syria), or --from and --to, each as often as needed.');
}

export function routeJson(graph: EntenteGraph, route: Route) {
  return {
    actors: route.actors.map((id) => actorJson(graph, id)),
    weakest: route.weakest,
    weakestHops: route.weakestHops,
    origins: route.origins,
    oldestEvidence: dayText(route.recency),
    time: route.time,
    hops: route.hops.map((hop) => ({
      from: hop.from,
      to: hop.to,
      status: hop.status,
      origins: hop.origins,
      latestEvidence: dayText(hop.recency),
      isUndated: hop.isUndated,
      isDisputed: hop.isDisputed,
      relations: hop.relations.map((r) => ({ ...relationJson(graph, r.id, { status: r.status }), way: r.way, claims: r.claims })),
    })),
  };
}

function routeLines(route: ReturnType<typeof routeJson>, n: number): string[] {
  const undated = route.hops.filter((hop) => hop.isUndated).length;
  const flags = [
    countText(route.hops.length, "hop"),
    `weakest: ${route.weakest}`,
    `at least ${countText(route.origins, "origin")} a hop`,
    `in time: one after the other ${route.time.flow}, all at once ${route.time.simultaneous}${undated === 0 ? "" : ` (${countText(undated, "hop")} without a date)`}`,
    ...(route.hops.some((hop) => hop.isDisputed) ? ["disputed"] : []),
  ];
  return [
    `${n}. ${chainText(route)}`,
    `   ${flags.join("; ")}`,
    ...route.hops.flatMap((hop, i) =>
      hop.relations.map((r) => `   ${i + 1}  ${r.id}  ${r.sentence}  [${r.status}; ${countText(r.claims.length, "claim")}]`),
    ),
  ];
}

export function chainText(route: { readonly actors: readonly { readonly label: string }[] } | null | undefined): string {
  return route === null || route === undefined ? "none" : route.actors.map((a) => titleOf(a.label)).join(" → ");
}

function explanationJson({ relaxations, ...rest }: NoPathExplanation) {
  return {
    ...rest,
    relaxations: relaxations.map(({ constraint, routes, isAtLeast, hops }) => ({ constraint, routes, isAtLeast, hops })),
  };
}

/** What to add to, or take from, the command line. */
const RELAXED: Readonly<Record<string, string>> = {
  types: "without --type",
  polarities: "without --layer",
  minStatus: "without --min-status",
  sourcesOff: "with every source on",
  knownOn: "without --known-on",
  valid: "without --valid",
  undated: "with undated claims (without --undated strict)",
  modalities: "with plans, requests and hypotheses (--modality all)",
  opinions: "with judgements and predictions (--opinions)",
  denials: "with relations that are only denied (--denials)",
  direction: "in any direction (without --direction)",
  mustPass: "without --must-pass",
  avoid: "without --avoid",
  time: "whatever the dates (without --time)",
  maxHops: "with more hops (--max-hops)",
  slots: "through actors that relations only name (--slots)",
  chainable: "through relations that pass nothing on",
};

function explanationLines(graph: EntenteGraph, explanation: NoPathExplanation, query: PathsQuery): string[] {
  const { reason, relaxations, nearest, reached, unconstrainedHops } = explanation;
  const sides = [query.from, query.to].map((ids) => ids.map((id) => labelOf(graph, id)).join(", "));
  const head =
    reason === "disconnected"
      ? `No connection between ${sides[0]} and ${sides[1]} is recorded in this dataset, under any setting. That does not mean there is none.`
      : `No route from ${sides[0]} to ${sides[1]} under this query; without constraints they are ${countText(unconstrainedHops ?? 0, "hop")} apart.`;
  const relaxed = relaxations.map(
    (r) =>
      `  ${RELAXED[r.constraint]}: ${r.isAtLeast ? "at least " : ""}${countText(r.routes, "route")}, the shortest of ${countText(r.hops, "hop")}`,
  );
  const alone =
    reason === "excluded" && relaxed.length === 0
      ? ["  No single constraint is to blame: several set the routes aside together."]
      : relaxed;
  const near =
    reached === 0
      ? [`Nothing is reached from ${sides[0]} under this query.`]
      : [
          `Reached from ${sides[0]}: ${countText(reached, "actor")}. Nearest to ${sides[1]}:`,
          ...nearest.map(
            (n) =>
              `  ${titleOf(labelOf(graph, n.actor))}, ${countText(n.hops, "hop")} away${n.beyond === undefined ? "" : `, ${n.beyond} to go were nothing excluded`}`,
          ),
        ];
  return [head, ...alone, ...near];
}
