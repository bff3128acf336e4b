import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import type { EntenteGraph } from "../../../src/graph/graph.ts";
import { graphologyOf } from "../../../src/graph/graphology.ts";
import { EVERYTHING, evidenceOf } from "../../../src/graph/query/filter.ts";
import { neighborhood } from "../../../src/graph/query/neighborhood.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { DIRECTIONS, type Direction } from "../../../src/model/kinds.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const id = (text: string): ActorId => text as ActorId;

/** a → b → c, c ↔ d, e → a; a supplies b with i. */
const graph = buildGraph(
  datasetOf([
    ["state/a", "supplies", "state/b", { item: "materiel/i" }],
    ["state/b", "attacks", "state/c"],
    ["state/c", "allied-with", "state/d"],
    ["state/e", "attacks", "state/a"],
  ]),
  { sha256Hex },
);

function reached(seed: string, depth: number, direction?: Direction): Record<string, number> {
  return Object.fromEntries(neighborhood(graph, [id(seed)], { depth, direction }).distances);
}

describe("a neighborhood", () => {
  it("holds who is within so many hops, nearest first, then by id", () => {
    const { distances } = neighborhood(graph, [id("state/a")], { depth: 3 });
    expect([...distances]).toEqual([
      ["state/a", 0],
      ["materiel/i", 1],
      ["state/b", 1],
      ["state/e", 1],
      ["state/c", 2],
      ["state/d", 3],
    ]);
  });

  it("holds only the seed at depth 0", () => {
    expect(reached("state/a", 0)).toEqual({ "state/a": 0 });
  });

  it("follows the reading direction when asked to", () => {
    expect(reached("state/b", 2, "out")).toEqual({ "state/b": 0, "materiel/i": 1, "state/c": 1, "state/a": 2, "state/d": 2 });
    expect(reached("state/c", 1, "in")).toEqual({ "state/c": 0, "state/b": 1, "state/d": 1 });
  });

  it("crosses a symmetric relation both ways in every direction", () => {
    for (const direction of DIRECTIONS) {
      expect(reached("state/c", 1, direction)["state/d"]).toBe(1);
      expect(reached("state/d", 1, direction)["state/c"]).toBe(1);
    }
  });

  it("of an actor named in a slot finds both ends of the relation", () => {
    expect(reached("materiel/i", 1, "in")).toEqual({ "materiel/i": 0, "state/a": 1, "state/b": 1 });
  });

  it("never lists a relation one of whose ends was not reached", () => {
    const { distances, relations } = neighborhood(graph, [id("state/a")], { depth: 1, direction: "in" });
    expect([...distances.keys()]).toEqual(["state/a", "materiel/i", "state/e"]);
    expect(relations.map((r) => graph.relations.get(r)?.to)).toEqual(["state/a"]);
  });

  it("reports unknown seeds and does not widen", () => {
    const unknown = neighborhood(graph, [id("state/zz"), id("state/constructor")], { depth: 9 });
    expect(unknown).toMatchObject({ distances: new Map(), relations: [], hidden: new Map(), filteredOut: 0 });
    expect(unknown.issues.map((i) => [i.code, i.value, i.path])).toEqual([
      ["actor-unknown", "state/zz", ["seeds", 0]],
      ["actor-unknown", "state/constructor", ["seeds", 1]],
    ]);
    expect(neighborhood(graph, [id("state/zz"), id("state/d")], { depth: 0 }).issues.map((i) => i.value)).toEqual(["state/zz"]);
    expect(neighborhood(graph, [], { depth: 9 }).distances.size).toBe(0);
  });

  it("never uses a relation that the filter refuses", () => {
    const filter = { types: new Set(["supplies", "allied-with"]) };
    const result = neighborhood(graph, [id("state/a")], { depth: 9, filter });
    expect([...result.distances.keys()]).toEqual(["state/a", "materiel/i", "state/b"]);
    expect(result.relations).toHaveLength(1);
    expect(neighborhood(graph, [id("state/a"), id("state/e")], { depth: 0, filter }).filteredOut).toBe(1);
  });

  it("counts the neighbors beyond it, by actor and relation type", () => {
    const { hidden } = neighborhood(graph, [id("state/b")], { depth: 1 });
    expect(hidden).toEqual(
      new Map([
        ["state/a", new Map([["attacks", 1]])],
        ["state/c", new Map([["allied-with", 1]])],
      ]),
    );
    expect(neighborhood(graph, [id("state/a")], { depth: 0 }).hidden.get(id("state/a"))).toEqual(
      new Map([
        ["supplies", 2],
        ["attacks", 1],
      ]),
    );
  });
});

describe("laws of neighborhoods", () => {
  const direction = fc.constantFrom(...DIRECTIONS);
  const seeds = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });
  const seedsIn = (g: EntenteGraph, picks: readonly number[]): ActorId[] => {
    const ids = [...g.actors.keys()];
    return picks.map((n) => ids[n % ids.length] as ActorId);
  };

  it("every relation in it has both ends in it, and every accepted relation between its actors is in it", () => {
    fc.assert(
      fc.property(graphArb(), seeds, fc.nat(4), direction, filterArb, (g, picks, depth, way, filter) => {
        const { distances, relations, filteredOut } = neighborhood(g, seedsIn(g, picks), { depth, direction: way, filter });
        const inside = [...g.relations.values()].filter((r) => distances.has(r.from) && distances.has(r.to));
        const accepted = inside.filter((r) => evidenceOf(r, filter) !== undefined).map((r) => r.id);
        expect(relations).toEqual(accepted);
        expect(filteredOut).toBe(inside.length - accepted.length);
      }),
    );
  });

  it("a greater depth only adds, and leaves distances as they were", () => {
    fc.assert(
      fc.property(graphArb(), seeds, fc.nat(4), direction, (g, picks, depth, way) => {
        const near = neighborhood(g, seedsIn(g, picks), { depth, direction: way });
        const far = neighborhood(g, seedsIn(g, picks), { depth: depth + 1, direction: way });
        expect([...far.distances].filter(([, hops]) => hops <= depth)).toEqual([...near.distances]);
        expect(far.relations).toEqual(expect.arrayContaining([...near.relations]));
        expect([...near.distances.values()].every((hops) => hops <= depth)).toBe(true);
      }),
    );
  });

  it("both directions reach at least what one does", () => {
    fc.assert(
      fc.property(graphArb(), seeds, fc.nat(3), direction, (g, picks, depth, way) => {
        const one = neighborhood(g, seedsIn(g, picks), { depth, direction: way });
        const both = neighborhood(g, seedsIn(g, picks), { depth, direction: "both" });
        for (const [actor, hops] of one.distances) expect(both.distances.get(actor)).toBeLessThanOrEqual(hops);
      }),
    );
  });

  it("agrees with a breadth-first search on the graphology multigraph when no slot names an actor", () => {
    fc.assert(
      fc.property(graphArb({ slots: false }), seeds, fc.nat(5), direction, (g, picks, depth, way) => {
        const multigraph = graphologyOf(g);
        for (const edge of g.relations.values()) if (evidenceOf(edge, EVERYTHING) === undefined) multigraph.dropEdge(edge.id);
        const expected = new Map<string, number>();
        let frontier = new Set<string>(seedsIn(g, picks));
        for (let hop = 0; hop <= depth && frontier.size > 0; hop++) {
          for (const node of frontier) expected.set(node, hop);
          const next = new Set<string>();
          for (const node of frontier) {
            multigraph.forEachOutEdge(node, (_, { symmetric }, __, to) => void (way !== "in" || symmetric ? next.add(to) : 0));
            multigraph.forEachInEdge(node, (_, { symmetric }, from) => void (way !== "out" || symmetric ? next.add(from) : 0));
          }
          frontier = new Set([...next].filter((node) => !expected.has(node)));
        }
        const { distances } = neighborhood(g, seedsIn(g, picks), { depth, direction: way, filter: EVERYTHING });
        expect(new Map([...distances].sort())).toEqual(new Map([...expected].sort()));
      }),
      { numRuns: 200 },
    );
  });

  it("the graphology multigraph has every actor and every relation, parallel ones too", () => {
    fc.assert(
      fc.property(graphArb(), (g) => {
        const multigraph = graphologyOf(g);
        expect(multigraph.nodes()).toEqual([...g.actors.keys()]);
        expect(multigraph.edges()).toEqual([...g.relations.keys()]);
      }),
      { numRuns: 50 },
    );
  });
});
