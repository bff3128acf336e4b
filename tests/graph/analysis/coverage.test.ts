import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COVERAGE_COLUMNS, coverageColumnsOf, coverageOf, UNDATED } from "../../../src/graph/analysis/coverage.ts";
import { buildGraph } from "../../../src/graph/build.ts";
import { type ClaimCore, type EntenteGraph, evidenceClaims } from "../../../src/graph/graph.ts";
import { EVERYTHING, type RelationFilter } from "../../../src/graph/query/filter.ts";
import type { ActorId } from "../../../src/model/ids.ts";
import { parseTime } from "../../../src/model/time.ts";
import { filterArb, graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

/** Both clocks and the sources of any filter, over everything recorded. */
const settingsArb: fc.Arbitrary<RelationFilter> = filterArb.map(({ sourcesOff, knownOn, valid, undated }) => ({
  ...EVERYTHING,
  sourcesOff,
  knownOn,
  valid,
  undated,
}));

/** Every claim about the actor that sources and clocks leave, found the slow way. */
function claimsAbout(g: EntenteGraph, actor: ActorId, { sourcesOff, knownOn, valid, undated }: RelationFilter): ClaimCore[] {
  const about = [...g.relations.values()].flatMap((e) =>
    e.claims.filter((c) => e.from === actor || e.to === actor || c.slotActors.includes(actor)),
  );
  return [...about, ...(g.attributesOf.get(actor)?.claims ?? [])].filter(
    (c) =>
      !(sourcesOff?.has(c.source) ?? false) &&
      (knownOn === undefined || c.publishedDay <= knownOn) &&
      !(c.retractedDay !== undefined && (knownOn === undefined || c.retractedDay <= knownOn)) &&
      evidenceClaims({ claims: [c] }, { valid, undated }).length === 1,
  );
}

describe("coverage", () => {
  it("counts in each row exactly the claims about its actor that sources and both clocks leave, each once", () => {
    let counted = 0;
    fc.assert(
      fc.property(graphArb({ minClaims: 4 }), settingsArb, fc.constantFrom(...COVERAGE_COLUMNS), (g, filter, by) => {
        const found = coverageOf(g, { by, filter });
        const expected = [...g.actors.keys()].filter((id) => claimsAbout(g, id, filter).length > 0);
        expect([...found.rows].sort()).toEqual(expected.sort());
        expect(found.of).toBe(expected.length);
        for (const id of found.rows) {
          const claims = claimsAbout(g, id, filter);
          const total = found.totals.get(id);
          expect(new Set(total?.claims)).toEqual(new Set(claims.map((c) => c.id)));
          expect(total?.claims).toHaveLength(claims.length);
          expect(total?.sources).toBe(new Set(claims.map((c) => c.source)).size);
          expect(total?.origins).toBe(new Set(claims.map((c) => c.origin)).size);
          counted += claims.length;
        }
      }),
    );
    expect(counted).toBeGreaterThan(100);
  });

  it("puts each claim into its columns, all of them listed; by publication or source the cells sum up to the total", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 4 }), settingsArb, fc.constantFrom(...COVERAGE_COLUMNS), (g, filter, by) => {
        const { rows, cells, columns, totals } = coverageOf(g, { by, filter });
        expect(new Set(columns).size).toBe(columns.length);
        for (const id of rows) {
          const row = cells.get(id) ?? new Map();
          const pairs = [...row].flatMap(([column, cell]) => cell.claims.map((c: string) => `${column} ${c}`));
          const claims = claimsAbout(g, id, filter);
          expect(pairs.sort()).toEqual(claims.flatMap((c) => coverageColumnsOf(c, by).map((k) => `${k} ${c.id}`)).sort());
          for (const column of row.keys()) expect(columns).toContain(column);
          if (by !== "event") expect(pairs).toHaveLength(totals.get(id)?.claims.length ?? 0);
        }
      }),
    );
  });

  it("of some actors holds their rows unchanged, those without a claim too; the best covered come first, out of how many", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 4 }), fc.nat(), fc.integer({ min: 1, max: 4 }), (g, pick, most) => {
        const actors = [...g.actors.keys()].filter((_, i) => (pick >> i) & 1);
        const whole = coverageOf(g);
        const part = coverageOf(g, { actors });
        expect([...part.rows].sort()).toEqual([...actors].sort());
        for (const id of actors)
          expect(part.totals.get(id)).toEqual(whole.totals.get(id) ?? { claims: [], sources: 0, origins: 0 });
        const best = coverageOf(g, { most });
        expect(best.rows).toEqual(whole.rows.slice(0, most));
        expect(best.of).toBe(whole.rows.length);
      }),
    );
  });

  it("leaves attributes out where a filter asks for types of relations", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 4 }), filterArb, (g, filter) => {
        const types = new Set(g.types.keys());
        const attributes = new Set([...g.attributesOf.values()].flatMap(({ claims }) => claims.map((c) => c.id)));
        const found = coverageOf(g, { filter: { ...filter, types } });
        for (const cell of found.totals.values()) expect(cell.claims.filter((id) => attributes.has(id))).toEqual([]);
      }),
    );
  });
});

describe("the years of a claim", () => {
  const [edge] = buildGraph(datasetOf([["state/a", "supplies", "state/b"]]), { sha256Hex }).relations.values();
  const years = (time: string | undefined, publishedDay = Date.parse("2024-12-18") / 86_400_000): readonly string[] => {
    const [claim] = edge?.claims ?? [];
    const bounds = time === undefined ? undefined : parseTime(time);
    if (claim === undefined || (time !== undefined && bounds === undefined)) throw new Error("no claim");
    return coverageColumnsOf({ ...claim, publishedDay, dated: bounds !== undefined, bounds: bounds ?? claim.bounds }, "event");
  };

  it("are those it may touch, without an end up to its publication", () => {
    expect(years("2024-10-28")).toEqual(["2024"]);
    expect(years("2023-12-31/2024-01-01")).toEqual(["2023", "2024"]);
    expect(years("2012/2014-03")).toEqual(["2012", "2013", "2014"]);
    expect(years("2022-05/..")).toEqual(["2022", "2023", "2024"]);
    expect(years("2025/..")).toEqual(["2025"]);
    expect(years("201X")).toHaveLength(10);
  });

  it("are none without a date, with an open beginning, or over a span that tells nothing of a year", () => {
    for (const time of [undefined, "../2017", "1948/2024", "19XX"]) expect(years(time)).toEqual([UNDATED]);
    expect(years("1995/2024")).toHaveLength(30);
  });
});
