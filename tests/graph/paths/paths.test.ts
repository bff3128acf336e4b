import fc from "fast-check";
import { bidirectional } from "graphology-shortest-path/unweighted.js";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import type { EntenteGraph } from "../../../src/graph/graph.ts";
import { graphologyOf } from "../../../src/graph/graphology.ts";
import { MAX_HOPS } from "../../../src/graph/paths/path-limits.ts";
import { findPaths, type PathsQuery } from "../../../src/graph/paths/paths.ts";
import type { Route } from "../../../src/graph/paths/route.ts";
import { allSimplePaths } from "../../../src/graph/paths/simple-paths.ts";
import { EVERYTHING, evidenceOf } from "../../../src/graph/query/filter.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { DIRECTIONS, RANKINGS } from "../../../src/model/kinds.ts";
import type { Claim } from "../../../src/model/records.ts";
import { strengthOf } from "../../../src/model/status.ts";
import { datasetArb, filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { claimsOfHop, everyRoute, everyTimeVerdict, usable } from "../../support/brute-force.ts";
import { datasetOf } from "../../support/small-data.ts";

const id = (text: string): ActorId => `state/${text}` as ActorId;
const graphOf = (...rows: Parameters<typeof datasetOf>[0]): EntenteGraph => buildGraph(datasetOf(rows), { sha256Hex });
const claim = (more: Partial<Claim>): Partial<Claim> => more;
const chain = (route: Route | undefined): string | undefined => route?.actors.map((a) => a.split("/")[1]).join(" ");

/** a–b–d confirmed all the way but longer; a–d alleged; a–c–d reported. */
const graph = graphOf(
  ["state/a", "attacks", "state/d", {}, claim({ status: "alleged" })],
  ["state/a", "attacks", "state/c"],
  ["state/d", "attacks", "state/c"],
  ["state/a", "supplies", "state/b", {}, claim({ status: "confirmed", by: { actor: id("a"), voice: "party" } })],
  ["state/b", "supplies", "state/e", {}, claim({ status: "confirmed", by: { actor: id("b"), voice: "party" } })],
  ["state/e", "supplies", "state/d", {}, claim({ status: "confirmed", by: { actor: id("e"), voice: "party" } })],
  ["state/a", "allied-with", "state/c", {}, claim({ status: "denied" })],
);
const ask = (more: Partial<PathsQuery> = {}) => findPaths(graph, { from: [id("a")], to: [id("d")], ...more });

describe("routes between two actors", () => {
  it("come shortest first, or best evidenced first", () => {
    expect(ask().routes.map(chain)).toEqual(["a d", "a c d", "a b e d"]);
    expect(ask({ ranking: "best-evidenced" }).routes.map(chain)).toEqual(["a b e d", "a c d", "a d"]);
    expect(ask().ended).toBe("all");
  });

  it("name their weakest hops, the fewest origins, and all the claims of each hop", () => {
    const [, reported] = ask({ direction: "both" }).routes;
    expect(reported).toMatchObject({ weakest: "reported", weakestHops: [0, 1], origins: 1 });
    expect(reported?.hops[1]?.relations.map((r) => r.way)).toEqual(["backward"]);
    expect(reported?.hops.flatMap((h) => h.relations.flatMap((r) => r.claims))).toEqual(["source/s#c2", "source/s#c3"]);
  });

  it("end as soon as there are as many as asked for, and say so", () => {
    const two = ask({ k: 2 });
    expect([two.routes.length, two.ended]).toEqual([2, "k"]);
    expect(ask({ k: 3 }).ended).toBe("all");
  });

  it("keep to the reading direction, the hop limit, the actors to pass and to avoid", () => {
    expect(ask({ direction: "out" }).routes.map(chain)).toEqual(["a d", "a b e d"]);
    expect(ask({ direction: "in" }).routes).toEqual([]);
    expect(ask({ maxHops: 2 }).routes.map(chain)).toEqual(["a d", "a c d"]);
    expect(ask({ mustPass: [id("e"), id("b")] }).routes.map(chain)).toEqual(["a b e d"]);
    expect(ask({ avoid: [id("b"), id("c")] }).routes.map(chain)).toEqual(["a d"]);
  });

  it("go from any of several actors to any of several, through none of them", () => {
    const several = findPaths(graph, { from: [id("a"), id("b")], to: [id("d"), id("e")] });
    expect(several.routes.map(chain)).toEqual(["b e", "a d", "a c d"]);
  });

  it("leave out what the time rule excludes", () => {
    const dated = graphOf(
      ["state/a", "attacks", "state/b", {}, claim({ time: "2024" })],
      ["state/b", "attacks", "state/d", {}, claim({ time: "2023" })],
      ["state/a", "attacks", "state/c", {}, claim({ time: "2023" })],
      ["state/c", "attacks", "state/d", {}, claim({ time: "2023-05" })],
    );
    const query: PathsQuery = { from: [id("a")], to: [id("d")] };
    expect(findPaths(dated, query).routes.map((r) => [chain(r), r.time.flow])).toEqual([
      ["a b d", "impossible"],
      ["a c d", "possible"],
    ]);
    expect(findPaths(dated, { ...query, time: { rule: "flow", atLeast: "possible" } }).routes.map(chain)).toEqual(["a c d"]);
    expect(findPaths(dated, { ...query, time: { rule: "flow", atLeast: "certain" } }).routes).toEqual([]);
  });

  it("flag hops without a date and hops that someone denies", () => {
    const doubtful = graphOf(
      ["state/a", "attacks", "state/b"],
      ["state/a", "attacks", "state/b", {}, claim({ status: "denied", by: { actor: id("x"), voice: "official-named" } })],
    );
    const [route] = findPaths(doubtful, { from: [id("a")], to: [id("b")] }).routes;
    expect(route?.hops[0]).toMatchObject({ isUndated: true, isDisputed: true, status: "disputed" });
  });

  it("cross slots only when asked", () => {
    const supply = graphOf(["state/a", "supplies", "state/b", { item: "materiel/i" }]);
    const query: PathsQuery = { from: ["materiel/i" as ActorId], to: [id("b")] };
    expect(findPaths(supply, query).routes).toEqual([]);
    const [route] = findPaths(supply, { ...query, slots: true }).routes;
    expect(route?.hops.map((h) => h.relations[0]?.way)).toEqual(["slot"]);
  });

  it("of a faulty query are none, with an issue for each fault", () => {
    const codes = (query: PathsQuery) => findPaths(graph, query).issues.map((i) => [i.code, i.path.join("."), i.value]);
    expect(codes({ from: [id("a")], to: [id("a")] })).toEqual([["query-invalid", "to", "state/a"]]);
    expect(codes({ from: [id("zz")], to: [id("constructor")], avoid: [id("qq")] })).toEqual([
      ["actor-unknown", "from.0", "state/zz"],
      ["actor-unknown", "to.0", "state/constructor"],
      ["actor-unknown", "avoid.0", "state/qq"],
    ]);
    expect(codes({ from: [], to: [id("a")] })).toEqual([["query-invalid", "from", ""]]);
    expect(codes({ from: [id("a")], to: [id("b")], avoid: [id("a")] })).toEqual([["query-invalid", "avoid", "state/a"]]);
    expect(codes({ from: [id("a")], to: [id("b")], avoid: [id("c")], mustPass: [id("c")] })).toEqual([
      ["query-invalid", "avoid", "state/c"],
    ]);
    expect(codes({ from: [id("a")], to: [id("b")], maxHops: MAX_HOPS + 1 })).toEqual([["query-invalid", "maxHops", "31"]]);
    expect(codes({ from: [id("a"), id("b")], to: [id("d")], mustPass: [id("a")] })).toEqual([
      ["query-invalid", "mustPass", "state/a"],
    ]);
    expect(findPaths(graph, { from: [id("zz"), id("a")], to: [id("d")] }).routes).toEqual([]);
  });
});

const queryArb = fc.record(
  {
    from: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
    to: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
    k: fc.integer({ min: 1, max: 6 }),
    maxHops: fc.integer({ min: 1, max: 5 }),
    direction: fc.constantFrom(...DIRECTIONS),
    filter: filterArb,
    slots: fc.boolean(),
    mustPass: fc.array(fc.nat(), { maxLength: 2 }),
    avoid: fc.array(fc.nat(), { maxLength: 1 }),
    ranking: fc.constantFrom(...RANKINGS),
  },
  { requiredKeys: ["from", "to"] },
);

/** The query with its numbers turned into actors of the graph; undefined where it is faulty, which other tests are about. */
function queryOn(g: EntenteGraph, picked: { readonly [K in keyof PathsQuery]?: unknown }): PathsQuery | undefined {
  const ids = [...g.actors.keys()];
  const pick = (numbers: unknown): ActorId[] => [
    ...new Set(((numbers ?? []) as number[]).map((n) => ids[n % ids.length] as ActorId)),
  ];
  const query = {
    ...picked,
    from: pick(picked.from),
    to: pick(picked.to),
    mustPass: pick(picked.mustPass),
    avoid: pick(picked.avoid),
  };
  return findPaths(g, { ...(query as PathsQuery), k: 1 }).issues.length === 0 ? (query as PathsQuery) : undefined;
}

const dense = { maxActors: 6, minClaims: 5 };

describe("laws of routes", () => {
  it("the first k are the first k of trying everything, in the same order", () => {
    fc.assert(
      fc.property(graphArb(dense), queryArb, (g, picked) => {
        const query = queryOn(g, picked);
        fc.pre(query !== undefined);
        const expected = everyRoute(g, query);
        const found = findPaths(g, query);
        expect(found.routes.map((r) => r.actors)).toEqual(expected.slice(0, query.k ?? 10).map((r) => r.actors));
        expect(found.routes.map((r) => [r.hops.length, strengthOf(r.weakest), r.origins, r.recency])).toEqual(
          expected.slice(0, query.k ?? 10).map((r) => r.rank),
        );
        expect(found.ended).toBe(expected.length > (query.k ?? 10) ? "k" : "all");
      }),
      { numRuns: 400 },
    );
  });

  it("all simple routes are those of trying everything", () => {
    fc.assert(
      fc.property(graphArb(dense), queryArb, (g, picked) => {
        const query = queryOn(g, picked);
        fc.pre(query !== undefined);
        const found = allSimplePaths(g, query);
        expect(found.isComplete).toBe(true);
        expect(found.routes.map((r) => r.join(" ")).sort()).toEqual(
          everyRoute(g, query)
            .map((r) => r.actors.join(" "))
            .sort(),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("a route is simple, each hop has all the relations that join its ends and no other, and every claim is one the filter admits", () => {
    fc.assert(
      fc.property(graphArb(dense), queryArb, (g, picked) => {
        const query = queryOn(g, picked);
        fc.pre(query !== undefined);
        for (const route of findPaths(g, query).routes) {
          expect(new Set(route.actors).size).toBe(route.actors.length);
          for (const hop of route.hops) {
            const expected = usable(g, query, hop.from, hop.to);
            expect(new Set(hop.relations.map((r) => r.id))).toEqual(new Set(expected.map((e) => e.id)));
            for (const relation of hop.relations) {
              const edge = g.relations.get(relation.id);
              expect(edge && evidenceOf(edge, query.filter ?? {})?.claims.map((c) => c.id)).toEqual(relation.claims);
            }
          }
        }
      }),
    );
  });

  it("the time verdicts are those of trying every date of every claim", () => {
    fc.assert(
      fc.property(graphArb({ maxActors: 4, minClaims: 2 }), queryArb, (g, picked) => {
        const query = queryOn(g, picked);
        fc.pre(query !== undefined);
        for (const route of findPaths(g, { ...query, maxHops: 2 }).routes) {
          const readings = route.hops.map((hop) =>
            claimsOfHop(g, query, hop.from, hop.to).map(({ bounds: b }) => ({
              earliestStart: ranked(b.earliestStart, g),
              latestStart: ranked(b.latestStart, g),
              earliestEnd: ranked(b.earliestEnd, g),
              latestEnd: ranked(b.latestEnd, g),
            })),
          );
          fc.pre(readings.every((r) => r.length <= 3));
          expect(route.time.flow).toBe(everyTimeVerdict(readings, "flow"));
          expect(route.time.simultaneous).toBe(everyTimeVerdict(readings, "simultaneous"));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a better grade on a hop lowers no route with that hop below one without it", () => {
    fc.assert(
      fc.property(datasetArb(dense), queryArb, fc.nat(), (data, picked, n) => {
        const g = buildGraph(data, { sha256Hex });
        const query = queryOn(g, { ...picked, k: 50, filter: { ...(picked.filter as object), minStatus: undefined } });
        fc.pre(query !== undefined);
        const claims = data.sources.flatMap((s) => s.claims).filter((c) => c.status === "alleged" && c.rel !== undefined);
        const raised = claims[n % Math.max(1, claims.length)];
        fc.pre(raised !== undefined);
        const better = buildGraph(
          {
            ...data,
            sources: data.sources.map((s) => ({
              ...s,
              claims: s.claims.map((c) => (c.id === raised.id ? { ...c, status: "reported" as const } : c)),
            })),
          },
          { sha256Hex },
        );
        const onIt = (route: Route): boolean => route.hops.some((h) => h.relations.some((r) => r.claims.includes(raised.id)));
        const before = findPaths(g, query).routes;
        fc.pre(before.length < 50);
        const after = new Map(findPaths(better, query).routes.map((r, i) => [r.actors.join(" "), i]));
        const placeOf = (route: Route): number => after.get(route.actors.join(" ")) ?? Number.NaN;
        for (const [i, route] of before.entries())
          if (onIt(route))
            for (const other of before.slice(i + 1)) if (!onIt(other)) expect(placeOf(route)).toBeLessThan(placeOf(other));
      }),
      { numRuns: 200 },
    );
  });

  it("the shortest is as short as graphology's, in either direction", () => {
    fc.assert(
      fc.property(graphArb({ ...dense, slots: false }), fc.nat(), fc.nat(), (g, a, b) => {
        const ids = [...g.actors.keys()];
        const [from, to] = [ids[a % ids.length] as ActorId, ids[b % ids.length] as ActorId];
        fc.pre(from !== to);
        const multigraph = graphologyOf(g);
        for (const edge of g.relations.values()) {
          if (evidenceOf(edge, EVERYTHING) === undefined) multigraph.dropEdge(edge.id);
          else if (edge.type.symmetric) multigraph.addEdge(edge.to, edge.from, multigraph.getEdgeAttributes(edge.id));
        }
        const theirs = bidirectional(multigraph, from, to);
        const ours = findPaths(g, { from: [from], to: [to], direction: "out", filter: EVERYTHING, k: 1 }).routes[0];
        expect(ours?.hops.length).toBe(theirs === null ? undefined : theirs.length - 1);
      }),
      { numRuns: 150 },
    );
  });

  it("do not depend on the order of sources and claims", () => {
    fc.assert(
      fc.property(datasetArb(dense), queryArb, (data, picked) => {
        const g = buildGraph(data, { sha256Hex });
        const query = queryOn(g, picked);
        fc.pre(query !== undefined);
        const shuffled = {
          ...data,
          actors: [...data.actors].reverse(),
          sources: [...data.sources].reverse().map((s) => ({ ...s, claims: [...s.claims].reverse() })),
        };
        expect(findPaths(buildGraph(shuffled, { sha256Hex }), query)).toEqual(findPaths(g, query));
      }),
    );
  });
});

/** The rank of a day among all days of the graph's bounds: order is all that verdicts look at, and few days can be tried out. */
function ranked(day: number, g: EntenteGraph): number {
  const days = new Set<number>();
  for (const edge of g.relations.values()) for (const c of edge.claims) for (const d of Object.values(c.bounds)) days.add(d);
  return [...days].sort((a, b) => a - b).indexOf(day);
}
