import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractOf } from "../../src/export/extract.ts";
import { graphOfExtract } from "../../src/export/extract-graph.ts";
import { relationLabel } from "../../src/export/fields.ts";
import { parseCyjs } from "../../src/export/formats/cyjs.ts";
import { parseJsonExport } from "../../src/export/formats/json.ts";
import { recipeWords, type Scope } from "../../src/export/recipe.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { EVERYTHING, evidenceOf, type RelationFilter } from "../../src/graph/query/filter.ts";
import { neighborhood } from "../../src/graph/query/neighborhood.ts";
import type { ActorId, SourceId } from "../../src/model/ids.ts";
import { HEDGE_PHRASES } from "../../src/model/sentence.ts";
import { datasetArb, filterArb } from "../support/arbitraries.ts";
import { ALL, extracted, type Fixture, fixtureOf } from "../support/hostile.ts";
import { formatNamed, textOfExport } from "../support/read-exports.ts";
import { datasetOf } from "../support/small-data.ts";

const JSON_FORMAT = formatNamed("json");
const CYJS_FORMAT = formatNamed("cyjs");

function reopened(text: string, parse = parseJsonExport): Fixture {
  const found = parse(JSON.parse(text), "x.json");
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

/** What a graph says, without its hash. */
function saidBy({ graph, claims }: Fixture) {
  return {
    actors: [...graph.actors.values()],
    relations: [...graph.relations.values()].map((edge) => ({
      ...edge,
      claims: edge.claims,
      type: edge.type.id,
      evidence: evidenceOf(edge, EVERYTHING),
    })),
    attributes: [...graph.attributesOf].map(([id, { claims: held }]) => [id, held]),
    sources: [...graph.sources.values()],
    claims,
  };
}

const scopeArb = (graph: EntenteGraph): fc.Arbitrary<Scope> => {
  const actor = fc.constantFrom(...graph.actors.keys());
  return fc.oneof(
    fc.constant({ kind: "all" } as const),
    fc
      .record({ seeds: fc.tuple(actor), depth: fc.integer({ min: 1, max: 3 }), direction: fc.constantFrom("in", "out", "both") })
      .map((s) => ({ kind: "neighborhood", ...s }) as Scope),
    fc
      .record({ from: fc.tuple(actor), to: fc.tuple(actor), slots: fc.boolean() })
      .map((query) => ({ kind: "path", query }) as Scope),
  );
};

/** Filters that leave something: everything, everything under one clock or without some sources, and now and then any filter at all. */
const mildFilterArb = (graph: EntenteGraph): fc.Arbitrary<RelationFilter> =>
  fc.oneof(
    fc.constant({}),
    fc
      .record(
        {
          knownOn: fc.integer({ min: 14_000, max: 21_000 }),
          sourcesOff: fc.subarray([...graph.sources.keys()]).map((ids) => new Set(ids)),
          valid: fc.record({ from: fc.integer({ min: 11_000, max: 16_000 }) }),
          undated: fc.constantFrom("lenient", "strict"),
        },
        { requiredKeys: [] },
      )
      .map((filter) => ({ ...EVERYTHING, ...filter })),
    filterArb,
  );

const askedArb = datasetArb({ minClaims: 6, maxActors: 6 }).chain((data) => {
  const fixture = fixtureOf(data);
  return fc.tuple(fc.constant(fixture), scopeArb(fixture.graph), mildFilterArb(fixture.graph));
});

describe("an extract", () => {
  it("has both ends of each relation, its claims in full, and the status that the filter gives it", () => {
    let relations = 0;
    fc.assert(
      fc.property(askedArb, ([fixture, scope, filter]) => {
        const found = extractOf(fixture.graph, { scope, filter }, fixture.claims);
        if (!found.ok) return;
        const extract = found.value;
        const inside = new Set(extract.actors.map((a) => a.id));
        for (const r of extract.relations) {
          relations += 1;
          expect(inside.has(r.edge.from) && inside.has(r.edge.to)).toBe(true);
          const whole = fixture.graph.relations.get(r.edge.id);
          const evidence = whole === undefined ? undefined : evidenceOf(whole, filter);
          expect(r.status).toEqual(evidence?.status);
          expect(r.claims.map((c) => c.id)).toEqual(evidence?.claims.map((c) => c.id));
          expect(r.edge.claims.every((c) => extract.claims.has(c.id))).toBe(true);
          expect(r.edge.claims.every((c) => filter.sourcesOff?.has(c.source) !== true)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    expect(relations).toBeGreaterThan(30);
  });

  it("never lets a relation that is not confirmed read as a fact", () => {
    fc.assert(
      fc.property(askedArb, ([fixture, scope, filter]) => {
        const found = extractOf(fixture.graph, { scope, filter }, fixture.claims);
        if (!found.ok) return;
        for (const relation of found.value.relations)
          if (relation.status.status !== "confirmed")
            expect(HEDGE_PHRASES.some((hedge) => relationLabel(found.value, relation).includes(hedge))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("of a neighborhood is that neighborhood", () => {
    fc.assert(
      fc.property(datasetArb(), filterArb, fc.integer({ min: 1, max: 3 }), (data, filter, depth) => {
        const fixture = fixtureOf(data);
        const [seed] = fixture.graph.actors.keys();
        const seeds = [seed as ActorId];
        const extract = extracted(fixture, { scope: { kind: "neighborhood", seeds, depth, direction: "both" }, filter });
        const asked = neighborhood(fixture.graph, seeds, { depth, filter });
        expect(extract.relations.map((r) => r.edge.id)).toEqual(asked.relations);
        expect(extract.actors.map((a) => a.id)).toEqual([...asked.distances.keys()].sort());
      }),
    );
  });

  it("leaves out actors without relations when asked to, and keeps what a slot names", () => {
    const fixture = fixtureOf(
      datasetOf([["state/aa", "supplies", "state/bb", { item: "materiel/drone" }]], { "state/cc": {}, "materiel/drone": {} }),
    );
    const ids = (connected: boolean) => extracted(fixture, { ...ALL, connected }).actors.map((a) => a.id);
    expect(ids(false)).toEqual(["materiel/drone", "state/aa", "state/bb", "state/cc"]);
    expect(ids(true)).toEqual(["materiel/drone", "state/aa", "state/bb"]);
  });

  it("refuses an unknown actor, and a recipe that reaches nothing", () => {
    const fixture = fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]], { "state/cc": {} }));
    const ask = (scope: Scope) => extractOf(fixture.graph, { scope, filter: {} }, fixture.claims);
    const unknown = ask({ kind: "neighborhood", seeds: ["state/ab" as ActorId], depth: 1, direction: "both" });
    expect(unknown).toMatchObject({ ok: false, issues: [{ code: "actor-unknown", value: "state/ab" }] });
    const apart = ask({ kind: "path", query: { from: ["state/aa" as ActorId], to: ["state/cc" as ActorId] } });
    expect(apart).toMatchObject({ ok: false, issues: [{ code: "query-invalid" }] });
  });

  it("as known on a day holds neither later claims nor later withdrawals", () => {
    const data = datasetOf([["state/aa", "attacks", "state/bb", {}, { retracted: "2025-02-01" }]]);
    const early = { scope: { kind: "all" }, filter: { knownOn: 20_000 } } as const;
    const extract = extracted(fixtureOf(data), early);
    expect(extract.relations[0]?.status.status).toBe("reported");
    expect(textOfExport(extract, JSON_FORMAT)).not.toContain("2025-02-01");
    const late = extracted(fixtureOf(data), { scope: { kind: "all" }, filter: { knownOn: 20_200 } });
    expect(late.relations).toEqual([]);
    const before = extracted(fixtureOf(data), { scope: { kind: "all" }, filter: { knownOn: 19_000 } });
    expect([before.relations.length, before.claims.size, before.sources.length]).toEqual([0, 0, 0]);
  });
});

describe("a file that opens again", () => {
  it("says the same of every actor, relation, claim and source, under any recipe, from both formats", () => {
    let relations = 0;
    fc.assert(
      fc.property(askedArb, ([fixture, scope, filter]) => {
        const found = extractOf(fixture.graph, { scope, filter }, fixture.claims);
        if (!found.ok) return;
        const want = saidBy({ graph: graphOfExtract(found.value), claims: [...found.value.claims.values()] });
        relations += want.relations.length;
        expect(saidBy(reopened(textOfExport(found.value, JSON_FORMAT)))).toEqual(want);
        expect(saidBy(reopened(textOfExport(found.value, CYJS_FORMAT), parseCyjs))).toEqual(want);
      }),
      { numRuns: 60 },
    );
    expect(relations).toBeGreaterThan(30);
  });

  it("gives the statuses of the extract when asked the same again, its clocks and sources being in it", () => {
    fc.assert(
      fc.property(askedArb, ([fixture, scope, filter]) => {
        const found = extractOf(fixture.graph, { scope, filter }, fixture.claims);
        if (!found.ok) return;
        const { sourcesOff: _, knownOn: __, valid: ___, undated: ____, ...rest } = filter;
        const { graph } = reopened(textOfExport(found.value, JSON_FORMAT));
        for (const r of found.value.relations) {
          const edge = graph.relations.get(r.edge.id);
          expect(edge === undefined ? undefined : evidenceOf(edge, rest)?.status).toEqual(r.status);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the whole dataset, hash and all, when nothing was left out", () => {
    const fixture = fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]]));
    const whole = { ...fixture, graph: { ...fixture.graph, hash: "ab".repeat(32) } };
    expect(reopened(textOfExport(extracted(whole), JSON_FORMAT)).graph.hash).toBe("ab".repeat(32));
    const part = { scope: { kind: "all" }, filter: { sourcesOff: new Set(["source/s" as SourceId]) } } as const;
    expect(reopened(textOfExport(extracted(whole, part), JSON_FORMAT)).graph.hash).not.toBe("ab".repeat(32));
  });

  it("keeps what was moved and taken out in Cytoscape", () => {
    const fixture = fixtureOf(
      datasetOf([
        ["state/aa", "attacks", "state/bb"],
        ["state/bb", "attacks", "state/cc"],
      ]),
    );
    const network = JSON.parse(textOfExport(extracted(fixture), CYJS_FORMAT));
    network.elements.nodes = network.elements.nodes.filter((n: { data: { id: string } }) => n.data.id !== "state/cc");
    network.elements.nodes[0].position = { x: 7, y: -3 };
    const { graph } = reopened(JSON.stringify(network), parseCyjs);
    expect([...graph.actors.keys()]).toEqual(["state/aa", "state/bb"]);
    expect([...graph.relations.values()].map((e) => e.to)).toEqual(["state/bb"]);
    expect(graph.actors.get("state/aa" as ActorId)).toMatchObject({ x: 7, y: -3 });
    network.elements.nodes.push({ data: { id: "state/zz" } });
    expect(parseCyjs(network, "x.cyjs")).toMatchObject({ ok: false, issues: [{ message: expect.stringContaining("state/zz") }] });
  });

  it.each([
    ["{}", /no file that/],
    ['{"format":"entente-export","version":2}', /another version/],
    ['{"format":"entente-export","version":1,"snapshot":{},"claims":[],"stamp":{}}', /not an Entente snapshot/],
  ])("is refused when it is %s", (text, message) => {
    const found = parseJsonExport(JSON.parse(text), "x.json");
    expect(found).toMatchObject({ ok: false, issues: [{ file: "x.json", message: expect.stringMatching(message) }] });
  });

  it("is refused when claims are missing, and when a network is not ours", () => {
    const json = JSON.parse(textOfExport(extracted(fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]]))), JSON_FORMAT));
    expect(parseJsonExport({ ...json, claims: [] }, "x.json")).toMatchObject({ ok: false });
    expect(parseCyjs({ elements: { nodes: [] } }, "x.cyjs")).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("not come from Entente") }],
    });
  });
});

describe("a recipe", () => {
  it("is asked for by the same words however its sets were filled", () => {
    const filter = (types: readonly string[]): RelationFilter => ({ types: new Set(types) });
    const words = (types: readonly string[]) => recipeWords({ scope: { kind: "all" }, filter: filter(types) });
    expect(words(["supplies", "attacks"])).toEqual(["--type", "attacks,supplies"]);
    expect(words(["attacks", "supplies"])).toEqual(words(["supplies", "attacks"]));
  });
});
