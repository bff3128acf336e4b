import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import { claimsOfRoute, dossierOf } from "../../../src/graph/paths/dossier.ts";
import { findPaths } from "../../../src/graph/paths/paths.ts";
import { EVERYTHING } from "../../../src/graph/query/filter.ts";
import type { ClaimId } from "../../../src/model/ids.ts";
import type { Claim } from "../../../src/model/records.ts";
import { datasetArb, filterArb, sha256Hex } from "../../support/arbitraries.ts";

describe("a dossier", () => {
  it("has the hops of its route, every claim of every relation, and knows which of them count", () => {
    let routesSeen = 0;
    fc.assert(
      fc.property(datasetArb({ minClaims: 6 }), fc.oneof(fc.constant(EVERYTHING), filterArb), fc.nat(), (data, filter, x) => {
        const graph = buildGraph(data, { sha256Hex });
        const edges = [...graph.relations.values()].filter((e) => e.from !== e.to);
        const { from, to } = edges[x % Math.max(1, edges.length)] ?? {};
        fc.pre(from !== undefined && to !== undefined && from !== to);
        const all = new Map<ClaimId, Claim>(data.sources.flatMap((s) => s.claims.map((c) => [c.id, c] as const)));
        for (const route of findPaths(graph, { from: [from], to: [to], k: 5, filter }).routes) {
          routesSeen += 1;
          const needed = claimsOfRoute(graph, route);
          const dossier = dossierOf(graph, route, new Map(needed.map((id) => [id, all.get(id) as Claim])));
          expect(dossier.hops.map((h) => [h.number, h.from, h.to])).toEqual(route.hops.map((h, i) => [i + 1, h.from, h.to]));
          for (const [i, hop] of dossier.hops.entries()) {
            expect(hop.relations.map((r) => r.id)).toEqual(route.hops[i]?.relations.map((r) => r.id));
            for (const [j, relation] of hop.relations.entries()) {
              const edge = graph.relations.get(relation.id);
              expect(relation.claims.map((c) => c.claim.id).sort()).toEqual(edge?.claims.map((c) => c.id).sort());
              const counting = relation.claims.filter((c) => c.counts).map((c) => c.claim.id);
              expect(counting).toEqual(route.hops[i]?.relations[j]?.claims);
              const isHedged = relation.sentence.some((part) => part.kind === "hedge");
              if (relation.status.status !== "confirmed") expect(isHedged).toBe(true);
            }
          }
          expect(dossier.origins).toBeGreaterThanOrEqual(route.origins);
        }
      }),
    );
    expect(routesSeen).toBeGreaterThan(50);
  });

  it("is not made without the claims it speaks of", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 8 }), (data) => {
        const graph = buildGraph(data, { sha256Hex });
        const edge = [...graph.relations.values()].find((e) => e.from !== e.to);
        fc.pre(edge !== undefined);
        const [route] = findPaths(graph, { from: [edge.from], to: [edge.to], filter: { opinions: true, denials: true } }).routes;
        fc.pre(route !== undefined);
        expect(() => dossierOf(graph, route, new Map())).toThrow(/no claim/);
      }),
    );
  });
});
