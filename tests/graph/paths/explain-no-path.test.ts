import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import { CONSTRAINTS, COUNTED_ROUTES, explainNoPath, withoutConstraint } from "../../../src/graph/paths/explain-no-path.ts";
import { findPaths, type PathsQuery } from "../../../src/graph/paths/paths.ts";
import type { ActorId, SourceId } from "../../../src/model/ids.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const id = (text: string): ActorId => `state/${text}` as ActorId;
const graph = buildGraph(
  datasetOf([
    ["state/a", "attacks", "state/b", {}, { status: "alleged" }],
    ["state/b", "attacks", "state/c", {}, { status: "alleged" }],
    ["state/c", "member-of", "state/d", {}, { opinion: true }],
    ["state/e", "attacks", "state/d"],
    ["state/x", "attacks", "state/y"],
  ]),
  { sha256Hex },
);
const explain = (query: Partial<PathsQuery>) => explainNoPath(graph, { from: [id("a")], to: [id("c")], ...query });

describe("why there is no route", () => {
  it("is that nothing is recorded, where nothing is", () => {
    expect(explain({ to: [id("y")] })).toMatchObject({ reason: "disconnected", relaxations: [], reached: 2 });
  });

  it("is the one constraint that sets it aside, with what dropping it would give", () => {
    const { reason, relaxations, unconstrainedHops } = explain({ filter: { minStatus: "reported" } });
    expect([reason, unconstrainedHops]).toEqual(["excluded", 2]);
    expect(relaxations).toMatchObject([
      { constraint: "minStatus", routes: 1, isAtLeast: false, hops: 2 },
      { constraint: "modalities", routes: 1 },
      { constraint: "opinions", routes: 1 },
    ]);
    expect(findPaths(graph, relaxations[0]?.query as PathsQuery).routes).toHaveLength(1);
  });

  it("is found among direction, hop limit, avoided actors, sources, opinions and slots", () => {
    const blamed = (query: Partial<PathsQuery>) => explain(query).relaxations.map((r) => r.constraint);
    expect(blamed({ direction: "in" })).toEqual(["direction"]);
    expect(blamed({ maxHops: 1 })).toEqual(["maxHops"]);
    expect(blamed({ avoid: [id("b")] })).toEqual(["avoid"]);
    expect(blamed({ filter: { sourcesOff: new Set(["source/s" as SourceId]) } })).toEqual(["sourcesOff"]);
    expect(blamed({ to: [id("d")] })).toEqual(["opinions"]);
    expect(blamed({ mustPass: [id("e")] })).toEqual(["mustPass"]);
    expect(blamed({ filter: { types: new Set(["member-of"]) } })).toEqual(["types"]);
    expect(blamed({ filter: { knownOn: 10_000 } })).toEqual(["knownOn"]);
  });

  it("is several constraints together, where none alone is to blame", () => {
    const { reason, relaxations } = explain({ to: [id("d")], direction: "in" });
    expect([reason, relaxations]).toEqual(["excluded", []]);
  });

  it("names the actors reached, those nearest to the other side first", () => {
    const { nearest, reached } = explain({ to: [id("d")] });
    expect(reached).toBe(2);
    expect(nearest).toEqual([
      { actor: "state/c", hops: 2, beyond: 1 },
      { actor: "state/b", hops: 1, beyond: 2 },
    ]);
  });

  it("never names the end itself as near, though it is reached and only refused for another reason", () => {
    const { reason, nearest } = explain({ mustPass: [id("y")] });
    expect(reason).toBe("excluded");
    expect(nearest.map((n) => n.actor)).not.toContain("state/c");
    expect(nearest.length).toBeGreaterThan(0);
  });

  it("is not asked where there is a route, nor of a faulty query", () => {
    expect(explain({}).reason).toBe("found");
    expect(explain({ to: [id("zz")] }).issues.map((i) => i.code)).toEqual(["actor-unknown"]);
  });

  it("each relaxation finds what it says, each other constraint alone finds nothing", () => {
    const queryArb = fc.record({
      filter: filterArb,
      maxHops: fc.integer({ min: 1, max: 3 }),
      direction: fc.constantFrom("in", "out"),
    });
    fc.assert(
      fc.property(graphArb({ maxActors: 5, minClaims: 2 }), queryArb, (g, part) => {
        const [a, b] = [...g.actors.keys()] as [ActorId, ActorId];
        const query: PathsQuery = { from: [a], to: [b], ...(part as Partial<PathsQuery>) };
        const { reason, relaxations } = explainNoPath(g, query);
        if (reason === "found") {
          expect(findPaths(g, query).routes.length).toBeGreaterThan(0);
          return;
        }
        for (const constraint of CONSTRAINTS) {
          const relaxed = withoutConstraint(query, constraint);
          const routes = relaxed === undefined ? [] : findPaths(g, { ...relaxed, k: COUNTED_ROUTES }).routes;
          const said = relaxations.find((r) => r.constraint === constraint);
          expect(said?.routes ?? 0).toBe(routes.length);
          expect(said?.hops).toBe(routes[0]?.hops.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
