import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enemiesOfEnemies, oppositionOf, supportOf } from "../../../src/graph/analysis/support.ts";
import { buildGraph } from "../../../src/graph/build.ts";
import { findPaths } from "../../../src/graph/paths/paths.ts";
import { evidenceOf } from "../../../src/graph/query/filter.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { strengthOf } from "../../../src/model/status.ts";
import { dayText } from "../../../src/model/time.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const id = (text: string): ActorId => `state/${text}` as ActorId;
const graph = buildGraph(
  datasetOf([
    ["state/a", "supplies", "state/b", { item: "materiel/i" }, { time: "2023-10/.." }],
    ["state/a", "supplies", "state/b", { item: "materiel/j" }, { status: "alleged", time: "2022" }],
    ["state/b", "supplies", "state/c", {}, { status: "alleged" }],
    ["state/d", "allied-with", "state/c"],
    ["state/e", "attacks", "state/c"],
    ["state/f", "attacks", "state/e"],
    ["state/c", "member-of", "state/g"],
    ["state/h", "supplies", "state/c", {}, { opinion: true }],
  ]),
  { sha256Hex },
);

describe("who supports whom", () => {
  it("names direct supporters with what through, since when and on how good a word", () => {
    const { supporters } = supportOf(graph, id("b"));
    expect(supporters.map((s) => s.actor)).toEqual(["state/a"]);
    const [a] = supporters;
    expect(a).toMatchObject({ hops: 1, chain: ["state/a", "state/b"], status: "reported", origins: 1 });
    expect(a?.through.map((r) => graph.relations.get(r)?.slots.item)).toEqual(["materiel/i", "materiel/j"]);
    expect([a?.since?.earliest, a?.since?.latest].map((d) => d && dayText(d))).toEqual(["2022-01-01", "2022-12-31"]);
  });

  it("takes since when from claims whose begin is recorded, however early others may have begun", () => {
    const begun = (...times: string[]) => {
      const rows = times.map((time) => ["state/a", "supplies", "state/b", {}, { time }] as const);
      const since = supportOf(buildGraph(datasetOf(rows), { sha256Hex }), id("b")).supporters[0]?.since;
      return since === undefined ? undefined : dayText(since.earliest);
    };
    expect(begun("../2023", "2024-10", "/2022")).toBe("2024-10-01");
    expect(begun("../2023")).toBeUndefined();
  });

  it("follows chains in reading direction, an alliance both ways, and grades them by the weakest hop", () => {
    const { supporters } = supportOf(graph, id("c"), { depth: 2 });
    expect(supporters.map((s) => [s.actor, s.hops, s.status, s.chain.join(" ")])).toEqual([
      ["state/d", 1, "reported", "state/d state/c"],
      ["state/b", 1, "alleged", "state/b state/c"],
      ["state/a", 2, "alleged", "state/a state/b state/c"],
    ]);
    expect(supportOf(graph, id("a"), { direction: "out", depth: 9 }).supporters.map((s) => s.chain.join(" "))).toEqual([
      "state/a state/b",
      "state/a state/b state/c",
      "state/a state/b state/c state/d",
    ]);
  });

  it("never rests on hostile or structural relations, nor on opinions unasked", () => {
    expect(supportOf(graph, id("c"), { depth: 9 }).supporters.map((s) => s.actor)).not.toContain("state/h");
    expect(supportOf(graph, id("c"), { filter: { opinions: true } }).supporters.map((s) => [s.actor, s.status])).toContainEqual([
      "state/h",
      "conjecture",
    ]);
    expect(supportOf(graph, id("g")).supporters).toEqual([]);
  });

  it("tells opposition in the same way, and shared opponents only as a pattern", () => {
    expect(oppositionOf(graph, id("c")).supporters.map((s) => s.actor)).toEqual(["state/e"]);
    expect(oppositionOf(graph, id("e"), { direction: "out" }).supporters.map((s) => s.actor)).toEqual(["state/c"]);
    expect(enemiesOfEnemies(graph, id("c")).actors).toEqual([{ actor: "state/f", opponents: ["state/e"] }]);
  });

  it("gives an issue for an unknown actor, and no one", () => {
    expect(supportOf(graph, id("zz"))).toMatchObject({ supporters: [], issues: [{ code: "actor-unknown", value: "state/zz" }] });
    expect(enemiesOfEnemies(graph, id("zz")).issues).toHaveLength(1);
  });

  it("finds exactly those whom a route of supportive, chainable relations in reading direction leads from, as short and as strong", () => {
    fc.assert(
      fc.property(
        graphArb({ maxActors: 6, minClaims: 4, slots: false }),
        fc.nat(),
        filterArb,
        fc.integer({ min: 1, max: 3 }),
        (g, n, f, depth) => {
          const ids = [...g.actors.keys()];
          const actor = ids[n % ids.length] as ActorId;
          const found = supportOf(g, actor, { depth, filter: f }).supporters;
          const filter = { ...f, polarities: new Set(["supportive"] as const), chainable: true };
          for (const other of ids) {
            if (other === actor) continue;
            const [route] = findPaths(g, { from: [other], to: [actor], direction: "out", filter, maxHops: depth, k: 1 }).routes;
            const supporter = found.find((s) => s.actor === other);
            expect(supporter?.hops).toBe(route?.hops.length);
            expect(supporter?.status).toBe(route?.weakest);
          }
          for (const s of found)
            for (const relation of s.through) {
              const edge = g.relations.get(relation);
              const evidence = edge && evidenceOf(edge, filter);
              expect(evidence && strengthOf(evidence.status.status)).toBeGreaterThan(0);
            }
        },
      ),
      { numRuns: 150 },
    );
  });
});
