import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/graph/build.ts";
import type { EntenteGraph } from "../../../src/graph/graph.ts";
import { EVERYTHING, evidenceOf, filterSubgraph, type RelationFilter } from "../../../src/graph/query/filter.ts";
import { type Subgraph, unionOf, wholeGraph } from "../../../src/graph/query/subgraph.ts";
import type { SourceId } from "../../../src/model/ids.ts";
import { STATUS_ORDER, strengthOf } from "../../../src/model/status.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const ROWS: Parameters<typeof datasetOf>[0] = [
  ["state/a", "attacks", "state/b"],
  [
    "state/a",
    "attacks",
    "state/b",
    {},
    { status: "alleged", time: "2023-05", by: { actor: "state/c", voice: "document" } } as never,
  ],
  ["state/a", "supplies", "state/b", {}, { opinion: true }],
  ["state/b", "attacks", "state/c", {}, { modality: "planned" }],
  ["state/c", "attacks", "state/a", {}, { status: "denied" }],
  ["state/d", "member-of", "org/o", {}, { status: "alleged", time: "2020/2021" }],
];
const graph = buildGraph(datasetOf(ROWS), { sha256Hex });

function admitted(filter: RelationFilter): string[] {
  return [...graph.relations.values()]
    .filter((edge) => evidenceOf(edge, filter) !== undefined)
    .map((edge) => `${edge.from.slice(-1)} ${edge.type.id} ${edge.to.slice(-1)}`)
    .sort();
}

describe("a relation filter", () => {
  it("admits by itself only what is asserted as a fact by someone", () => {
    expect(admitted({})).toEqual(["a attacks b", "d member-of o"]);
  });

  it("admits plans, opinions and denials when asked", () => {
    expect(admitted({ modalities: new Set(["actual", "planned"]) })).toEqual(["a attacks b", "b attacks c", "d member-of o"]);
    expect(admitted({ opinions: true })).toEqual(["a attacks b", "a supplies b", "d member-of o"]);
    expect(admitted({ denials: true })).toEqual(["a attacks b", "c attacks a", "d member-of o"]);
    expect(admitted(EVERYTHING)).toHaveLength(5);
  });

  it("narrows by type, layer and least status", () => {
    expect(admitted({ types: new Set(["member-of"]) })).toEqual(["d member-of o"]);
    expect(admitted({ polarities: new Set(["hostile"]) })).toEqual(["a attacks b"]);
    expect(admitted({ minStatus: "reported" })).toEqual(["a attacks b"]);
    expect(admitted({ minStatus: "confirmed" })).toEqual([]);
  });

  it("takes the window of validity, with claims of no date until their publication, or leaves those out", () => {
    const from2022 = { from: 18_993 };
    expect(admitted({ valid: from2022 })).toEqual(["a attacks b"]);
    expect(admitted({ valid: { to: 18_993 }, undated: "strict" })).toEqual(["d member-of o"]);
    const edge = [...graph.relations.values()].find((e) => e.claims.length === 2);
    expect(edge && evidenceOf(edge, { undated: "strict" })?.status.status).toBe("alleged");
    expect(edge && evidenceOf(edge, {})?.status.status).toBe("reported");
  });

  it("knows nothing before it was published, and nothing without its sources", () => {
    expect(admitted({ knownOn: 19_000 })).toEqual([]);
    expect(admitted({ sourcesOff: new Set(["source/s" as SourceId]) })).toEqual([]);
  });

  it("counts the origins that assert, a speaker apart from the author", () => {
    const edge = [...graph.relations.values()].find((e) => e.claims.length === 2);
    expect(edge && [...(evidenceOf(edge, {})?.origins ?? [])].sort()).toEqual(["source/s", "state/c"]);
  });
});

describe("laws of filters", () => {
  const partOf = (g: EntenteGraph, picks: readonly boolean[]): Subgraph => ({
    actors: new Set(g.actors.keys()),
    relations: new Set([...g.relations.keys()].filter((_, i) => picks[i % picks.length])),
  });
  const picksArb = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });

  it("filtering commutes with union", () => {
    fc.assert(
      fc.property(graphArb(), picksArb, picksArb, filterArb, (g, a, b, filter) => {
        const [one, other] = [partOf(g, a), partOf(g, b)];
        const after = filterSubgraph(g, unionOf(one, other), filter);
        const before = unionOf(filterSubgraph(g, one, filter), filterSubgraph(g, other, filter));
        expect([...after.relations].sort()).toEqual([...before.relations].sort());
        expect([...after.actors].sort()).toEqual([...before.actors].sort());
      }),
    );
  });

  it("filtering twice is filtering once, and never widens", () => {
    fc.assert(
      fc.property(graphArb(), filterArb, (g, filter) => {
        const once = filterSubgraph(g, wholeGraph(g), filter);
        expect(filterSubgraph(g, once, filter)).toEqual(once);
        expect([...once.relations].every((id) => g.relations.has(id))).toBe(true);
      }),
    );
  });

  it("a higher least status never admits more", () => {
    fc.assert(
      fc.property(
        graphArb(),
        filterArb,
        fc.constantFrom(...STATUS_ORDER),
        fc.constantFrom(...STATUS_ORDER),
        (g, filter, a, b) => {
          const [low, high] = strengthOf(a) <= strengthOf(b) ? [a, b] : [b, a];
          for (const edge of g.relations.values())
            if (evidenceOf(edge, { ...filter, minStatus: high }) !== undefined)
              expect(evidenceOf(edge, { ...filter, minStatus: low })).toBeDefined();
        },
      ),
    );
  });

  it("turning a source off and on again changes nothing, and evidence never names a source that is off", () => {
    fc.assert(
      fc.property(graphArb(), filterArb, (g, filter) => {
        for (const edge of g.relations.values()) {
          const off = evidenceOf(edge, filter);
          expect(off?.claims.some((c) => filter.sourcesOff?.has(c.source)) ?? false).toBe(false);
          const on = { ...filter, sourcesOff: new Set<SourceId>() };
          expect(evidenceOf(edge, on)).toEqual(evidenceOf(edge, { ...filter, sourcesOff: undefined }));
        }
      }),
    );
  });

  it("origins are as many as the derived status counts, where it counts any", () => {
    fc.assert(
      fc.property(graphArb(), filterArb, (g, filter) => {
        for (const edge of g.relations.values()) {
          const evidence = evidenceOf(edge, filter);
          if (evidence === undefined || evidence.status.origins === 0) continue;
          expect(evidence.origins.size).toBe(evidence.status.origins);
        }
      }),
    );
  });
});
