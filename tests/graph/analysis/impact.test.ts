import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impactOf, sourceLoads } from "../../../src/graph/analysis/impact.ts";
import { buildGraph } from "../../../src/graph/build.ts";
import type { EntenteGraph } from "../../../src/graph/graph.ts";
import { findPaths } from "../../../src/graph/paths/paths.ts";
import { evidenceOf, type RelationFilter } from "../../../src/graph/query/filter.ts";
import type { ActorId, SourceId } from "../../../src/model/ids.ts";
import type { Dataset, SourceRecord } from "../../../src/model/records.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const id = (text: string): ActorId => `state/${text}` as ActorId;
const S = "source/s" as SourceId;
const T = "source/t" as SourceId;

/** Two sources: `s` alone says a–b and b–c; both say c–d, `t` only as an allegation, and `t` alone says a–d. */
function twoSources(): EntenteGraph {
  const one = datasetOf([
    ["state/a", "attacks", "state/b"],
    ["state/b", "attacks", "state/c"],
    ["state/c", "attacks", "state/d"],
    ["state/c", "member-of", "state/d"],
  ]);
  const other = datasetOf([
    ["state/c", "attacks", "state/d", {}, { status: "alleged" }],
    ["state/c", "member-of", "state/d"],
    ["state/a", "attacks", "state/d"],
  ]);
  const second = other.sources[0] as SourceRecord;
  const renamed: SourceRecord = {
    ...second,
    id: T,
    claims: second.claims.map((c) => ({ ...c, source: T, id: c.id.replace("source/s", "source/t") as never })),
  };
  const data: Dataset = { ...one, sources: [...one.sources, renamed] };
  return buildGraph(data, { sha256Hex });
}

describe("what falls without a source", () => {
  const graph = twoSources();
  const triple = (r: string) => {
    const edge = graph.relations.get(r as never);
    return `${edge?.from.slice(-1)} ${edge?.type.id} ${edge?.to.slice(-1)}`;
  };

  it("is told apart: vanished, changed, weakened, and whether a route still holds", () => {
    const impact = impactOf(graph, [S], { path: { from: [id("a")], to: [id("c")], maxHops: 3 } });
    expect(impact.vanished.map(triple).sort()).toEqual(["a attacks b", "b attacks c"]);
    expect(impact.changed.map((c) => [triple(c.relation), c.before.status, c.after.status])).toEqual([
      ["c attacks d", "reported", "alleged"],
    ]);
    expect(impact.weakened.map((c) => [triple(c.relation), c.before.origins, c.after.origins])).toEqual([
      ["c member-of d", 2, 1],
    ]);
    expect(impact.isolated).toEqual(["state/b"]);
    expect(impact.route?.before?.actors).toEqual(["state/a", "state/b", "state/c"]);
    expect(impact.route?.after?.actors).toEqual(["state/a", "state/d", "state/c"]);
    expect(impactOf(graph, [S, T], { path: { from: [id("a")], to: [id("c")] } }).route?.after).toBeUndefined();
  });

  it("gives an issue for an unknown source and takes nothing off for it", () => {
    const impact = impactOf(graph, ["source/zz" as SourceId]);
    expect(impact.issues.map((i) => [i.code, i.value])).toEqual([["source-unknown", "source/zz"]]);
    expect([impact.vanished, impact.changed, impact.weakened]).toEqual([[], [], []]);
  });

  it("is carried by sources: their relations, those on them alone, and the bridges among these", () => {
    const loads = sourceLoads(graph);
    expect(loads.map((l) => [l.source, l.claims, l.relations.length, l.alone.length])).toEqual([
      [S, 4, 4, 2],
      [T, 3, 3, 1],
    ]);
    expect(loads[0]?.bridges).toEqual([]);
    const line = buildGraph(datasetOf([["state/a", "attacks", "state/b"]]), { sha256Hex });
    expect(sourceLoads(line)[0]?.bridges).toEqual([["state/a", "state/b"]]);
  });
});

describe("laws of impact", () => {
  it("it is the difference between the graph with the source and without", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), filterArb, fc.nat(), (g, filter, n) => {
        const ids = [...g.sources.keys()];
        const off = ids[n % ids.length] as SourceId;
        const without: RelationFilter = { ...filter, sourcesOff: new Set([...(filter.sourcesOff ?? []), off]) };
        const passing = (f: RelationFilter) =>
          new Map(
            [...g.relations.values()].flatMap((e) => (evidenceOf(e, f) === undefined ? [] : [[e.id, evidenceOf(e, f)] as const])),
          );
        const [before, after] = [passing(filter), passing(without)];
        const impact = impactOf(g, [off], { filter });
        expect(impact.vanished).toEqual([...before.keys()].filter((r) => !after.has(r)));
        expect(impact.appeared).toEqual([...after.keys()].filter((r) => !before.has(r)));
        const told = new Set([...impact.vanished, ...impact.appeared, ...impact.changed.map((c) => c.relation)]);
        for (const [r, evidence] of after) if (!told.has(r)) expect(evidence?.status.status).toBe(before.get(r)?.status.status);
        for (const { relation, after: now } of [...impact.changed, ...impact.weakened])
          expect(now).toEqual(after.get(relation)?.status);
        for (const r of [...impact.vanished, ...impact.changed.map((c) => c.relation)])
          expect(g.relations.get(r)?.claims.some((c) => c.source === off)).toBe(true);
      }),
    );
  });

  it("the route with the source off is the one a query without it finds", () => {
    fc.assert(
      fc.property(graphArb({ maxActors: 5, minClaims: 3 }), fc.nat(), (g, n) => {
        const ids = [...g.sources.keys()];
        const off = ids[n % ids.length] as SourceId;
        const [a, b] = [...g.actors.keys()] as [ActorId, ActorId];
        const path = { from: [a], to: [b] };
        const { route } = impactOf(g, [off], { path });
        expect(route?.before).toEqual(findPaths(g, { ...path, k: 1 }).routes[0]);
        expect(route?.after).toEqual(findPaths(g, { ...path, k: 1, filter: { sourcesOff: new Set([off]) } }).routes[0]);
      }),
      { numRuns: 60 },
    );
  });

  it("what rests on a source alone is what vanishes without it", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), (g) => {
        for (const { source, alone } of sourceLoads(g)) expect(alone).toEqual(impactOf(g, [source]).vanished);
      }),
      { numRuns: 60 },
    );
  });
});
