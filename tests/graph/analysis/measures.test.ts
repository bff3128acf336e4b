import cytoscape from "cytoscape";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutsOf } from "../../../src/graph/analysis/cuts.ts";
import { measuresOf } from "../../../src/graph/analysis/measures.ts";
import { commonNeighbors, relationsBetween } from "../../../src/graph/analysis/ties.ts";
import { buildGraph } from "../../../src/graph/build.ts";
import type { EntenteGraph } from "../../../src/graph/graph.ts";
import { evidenceOf } from "../../../src/graph/query/filter.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const id = (text: string): ActorId => `state/${text}` as ActorId;
/** a and b doubly tied, b–c–d a chain, e apart; c is tied to itself. */
const graph = buildGraph(
  datasetOf([
    ["state/a", "attacks", "state/b"],
    ["state/b", "allied-with", "state/a"],
    ["state/b", "attacks", "state/c"],
    ["state/c", "supplies", "state/d", { item: "state/a" }],
    ["state/c", "attacks", "state/c"],
    ["state/e", "attacks", "state/a", {}, { opinion: true }],
  ]),
  { sha256Hex },
);

describe("measures of actors", () => {
  it("count relations, directions and neighbors, and how often an actor lies between others", () => {
    const measures = measuresOf(graph);
    expect(measures.get(id("a"))).toEqual({ relations: 2, out: 2, in: 1, neighbors: 1, betweenness: 0 });
    expect(measures.get(id("b"))).toMatchObject({ relations: 3, out: 2, in: 2, neighbors: 2 });
    expect(measures.get(id("c"))).toMatchObject({ relations: 3, out: 2, in: 2, neighbors: 2 });
    expect(measures.get(id("e"))).toEqual({ relations: 0, out: 0, in: 0, neighbors: 0, betweenness: 0 });
    const between = measures.get(id("b"))?.betweenness ?? 0;
    expect(between).toBeCloseTo(2 / 6);
  });

  it("find the actors and ties without which the graph falls apart; parallel relations are one tie", () => {
    const { actors, bridges } = cutsOf(graph);
    expect(actors).toEqual(["state/b", "state/c"]);
    expect(bridges.map((b) => [b.ends.join(" "), b.relations.length])).toEqual([
      ["state/a state/b", 2],
      ["state/b state/c", 1],
      ["state/c state/d", 1],
    ]);
  });

  it("agree with cytoscape on betweenness, degree and articulation", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), filterArb, (g, filter) => {
        const cy = simpleCytoscape(g, filter);
        const measures = measuresOf(g, filter);
        const n = g.actors.size;
        const { betweenness } = cy.elements().betweennessCentrality({});
        for (const [actor, m] of measures) {
          const node = cy.getElementById(actor);
          expect(m.neighbors).toBe(node.degree(false));
          const pairs = ((n - 1) * (n - 2)) / 2;
          expect(m.betweenness).toBeCloseTo(pairs === 0 ? 0 : betweenness(node) / 2 / pairs, 9);
        }
        const { cut } = cy.elements().hopcroftTarjanBiconnected() as unknown as { cut: cytoscape.NodeCollection };
        expect(cutsOf(g, filter).actors).toEqual(cut.map((node) => node.id()).sort());
        cy.destroy();
      }),
      { numRuns: 100 },
    );
  });

  it("bridges are the ties whose removal leaves more parts", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), filterArb, (g, filter) => {
        const cy = simpleCytoscape(g, filter);
        const parts = cy.elements().components().length;
        const expected = cy.edges().filter((edge) => {
          edge.remove();
          const isBridge = cy.elements().components().length > parts;
          edge.restore();
          return isBridge;
        });
        const keyed = expected.map((edge) => edge.id()).sort();
        expect(cutsOf(g, filter).bridges.map((b) => b.ends.join(" "))).toEqual(keyed);
        cy.destroy();
      }),
      { numRuns: 100 },
    );
  });
});

describe("what actors have in common", () => {
  it("is whom all of them have a relation with, with those relations", () => {
    const { neighbors } = commonNeighbors(graph, [id("a"), id("c")]);
    expect(neighbors.map((n) => [n.actor, n.ties.map((t) => [t.to, t.relations.length])])).toEqual([
      [
        "state/b",
        [
          ["state/a", 2],
          ["state/c", 1],
        ],
      ],
    ]);
    expect(commonNeighbors(graph, [id("a")]).issues.map((i) => i.code)).toEqual(["query-invalid"]);
    expect(commonNeighbors(graph, [id("a"), id("zz")])).toMatchObject({ neighbors: [], issues: [{ code: "actor-unknown" }] });
  });

  it("and what stands between two groups, are told by every relation the filter admits and no other", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), filterArb, fc.nat(), fc.nat(), (g, filter, x, y) => {
        const ids = [...g.actors.keys()];
        const [a, b] = [ids.filter((_, i) => (x >> i) & 1), ids.filter((_, i) => (y >> i) & 1)];
        const expected = [...g.relations.values()].filter(
          (e) =>
            e.from !== e.to &&
            ((a.includes(e.from) && b.includes(e.to)) || (b.includes(e.from) && a.includes(e.to))) &&
            evidenceOf(e, filter) !== undefined,
        );
        expect(relationsBetween(g, a, b, { filter }).relations).toEqual(expected.map((e) => e.id));
        for (const direction of ["in", "out"] as const) {
          const [tail, head] = direction === "out" ? [a, b] : [b, a];
          expect(relationsBetween(g, a, b, { direction, filter }).relations).toEqual(
            expected
              .filter(
                (e) =>
                  (tail.includes(e.from) && head.includes(e.to)) ||
                  (e.type.symmetric && tail.includes(e.to) && head.includes(e.from)),
              )
              .map((e) => e.id),
          );
        }
        const [p, q] = [ids[x % ids.length] as ActorId, ids[y % ids.length] as ActorId];
        fc.pre(p !== q);
        const tied = (one: ActorId, other: ActorId): boolean =>
          relationsBetween(g, [one], [other], { filter }).relations.length > 0;
        expect(commonNeighbors(g, [p, q], filter).neighbors.map((n) => n.actor)).toEqual(
          ids.filter((c) => c !== p && c !== q && tied(p, c) && tied(q, c)),
        );
      }),
    );
  });
});

function simpleCytoscape(g: EntenteGraph, filter: Parameters<typeof measuresOf>[1]): cytoscape.Core {
  const cy = cytoscape({ headless: true });
  for (const actor of g.actors.keys()) cy.add({ data: { id: actor } });
  for (const edge of g.relations.values()) {
    const key = [edge.from, edge.to].sort().join(" ");
    if (edge.from === edge.to || evidenceOf(edge, filter ?? {}) === undefined || cy.getElementById(key).nonempty()) continue;
    cy.add({ data: { id: key, source: edge.from, target: edge.to } });
  }
  return cy;
}
