import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTRADICTION_KINDS, contradictionsOf, standingContradictions } from "../../../src/graph/analysis/contradictions.ts";
import { buildGraph, orderedClaimsOf } from "../../../src/graph/build.ts";
import { type EvidenceSettings, evidenceClaims } from "../../../src/graph/graph.ts";
import { claimIdOf, type SourceId } from "../../../src/model/ids.ts";
import type { Claim, Dataset } from "../../../src/model/records.ts";
import { datasetArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const standingOn = (data: Dataset, settings: EvidenceSettings = {}) => {
  const graph = buildGraph(data, { sha256Hex });
  return standingContradictions(graph, contradictionsOf(graph, orderedClaimsOf(data)), settings);
};
const claim = (more: Partial<Claim>): Partial<Claim> => more;
const found = (...rows: Parameters<typeof datasetOf>[0]) => {
  const data = datasetOf(rows);
  return standingOn(data).map((c) => [
    c.kind,
    ...c.sides.map((s) => `${s.says}: ${s.claims.map((id) => id.split("#")[1]).join(" ")}`),
  ]);
};
const A = ["state/a", "supplies", "state/b", {}] as const;
const soldiers = (min: number | undefined, max: number | undefined, approx = false) =>
  claim({ quantity: { min, max, unit: "soldiers", ...(approx ? { approx } : {}) } });

const DATES = ["2023-02-01", "2023-06-01", "2024-01-01", "2024-06-01"];
const seldom = <T>(...values: T[]) => fc.constantFrom<T | undefined>(undefined, undefined, ...values);
/** One relation and one property of which three sources say many things, some of them withdrawn later. */
const disputedArb: fc.Arbitrary<Dataset> = fc
  .array(
    fc.record({
      source: fc.constantFrom("source/x", "source/y", "source/z"),
      isAttribute: fc.constantFrom(false, false, false, true),
      status: fc.constantFrom("reported", "alleged", "alleged", "denied"),
      figure: fc.option(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 })), { nil: undefined }),
      time: fc.constantFrom(undefined, "2023/..", "2023-03/..", "2024/..", "2023-03-10"),
      retracted: seldom(...DATES.slice(1, 3)),
      opinion: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .chain((rows) => fc.tuple(fc.constant(rows), fc.array(fc.constantFrom(...DATES), { minLength: 3, maxLength: 3 })))
  .map(([rows, published]) => {
    const data = datasetOf(
      rows.map(({ isAttribute, figure, source: _, ...more }) => [
        ...A,
        {
          ...more,
          ...(figure === undefined || isAttribute
            ? {}
            : { quantity: { min: figure[0], max: figure[0] + figure[1], unit: "soldiers" } }),
          ...(isAttribute ? { rel: undefined, attr: ["state/a", "size", `${figure?.[0]}`] } : {}),
        } as Partial<Claim>,
      ]),
    );
    const [record] = data.sources as [Dataset["sources"][number]];
    return {
      ...data,
      sources: ["source/x", "source/y", "source/z"].map((text, n) => {
        const id = text as SourceId;
        const own = record.claims.filter((_, i) => rows[i]?.source === text);
        return {
          ...record,
          id,
          published: published[n] ?? "",
          claims: own.map((each) => ({ ...each, source: id, id: claimIdOf(id, each.id.split("#")[1] ?? "") })),
        };
      }),
    };
  });

describe("contradictions", () => {
  it("list who asserts and who denies the same", () => {
    expect(found([...A], [...A, claim({ status: "denied" })], [...A, claim({ status: "alleged" })])).toEqual([
      ["stance", "asserted: c1 c3", "denied: c2"],
    ]);
  });

  it("list figures of one unit that exclude another; a bound that fits all of them takes no side", () => {
    expect(found([...A, soldiers(100, 100)], [...A, soldiers(300, 400)], [...A, soldiers(350, undefined)])).toEqual([
      ["quantity", "100 soldiers: c1", "300–400 soldiers: c2", "at least 350 soldiers: c3"],
    ]);
    expect(found([...A, soldiers(50, undefined)], [...A, soldiers(100, 100)], [...A, soldiers(900, 900)])).toEqual([
      ["quantity", "100 soldiers: c2", "900 soldiers: c3"],
    ]);
    expect(found([...A, soldiers(50, undefined)], [...A, soldiers(60, undefined)])).toEqual([]);
    expect(found([...A, soldiers(100, 100, true)], [...A, soldiers(108, 108)])).toEqual([]);
    expect(found([...A, soldiers(100, 100)], [...A, claim({ quantity: { min: 5, max: 5, unit: "tanks" } })])).toEqual([]);
  });

  it("let a running total grow, but not shrink, and not have two values on one day", () => {
    const total = (n: number, time: string) => claim({ quantity: { min: n, max: n, unit: "soldiers", cumulative: true }, time });
    expect(found([...A, total(100, "../2023-01-10")], [...A, total(900, "../2023-03-10")])).toEqual([]);
    expect(found([...A, total(900, "../2023-01-10")], [...A, total(100, "../2023-03-10")])).toEqual([
      ["quantity", "100 soldiers: c2", "900 soldiers: c1"],
    ]);
    expect(found([...A, total(100, "../2023-01")], [...A, total(900, "../2023-01-10")])).toEqual([
      ["quantity", "100 soldiers: c1", "900 soldiers: c2"],
    ]);
  });

  it("compare figures of one time, not of times more than a month apart", () => {
    const dated = (n: number, time: string) => ({ ...soldiers(n, n), time });
    expect(found([...A, dated(100, "2023-01-10")], [...A, dated(900, "2023-03-10")])).toEqual([]);
    expect(found([...A, dated(100, "2023-01-10")], [...A, dated(900, "2023-02-05")])).toHaveLength(1);
    expect(found([...A, dated(100, "2023-01-10")], [...A, dated(900, "2022/2023")])).toHaveLength(1);
    expect(found([...A, dated(100, "2023-01-10")], [...A, soldiers(900, 900)])).toHaveLength(1);
  });

  it("keep what is planned apart from what happened", () => {
    expect(found([...A, soldiers(100, 100)], [...A, { ...soldiers(900, 900), modality: "planned" }])).toEqual([]);
  });

  it("list beginnings that exclude each other", () => {
    expect(found([...A, claim({ time: "2023/.." })], [...A, claim({ time: "2024/.." })])).toEqual([
      ["beginning", "from 2023/..: c1", "from 2024/..: c2"],
    ]);
    expect(found([...A, claim({ time: "2024/.." })], [...A, claim({ time: "2024-05/.." })])).toEqual([]);
    expect(found([...A, claim({ time: "2023" })], [...A, claim({ time: "2024" })])).toEqual([]);
    // What went on in a period may have begun before it.
    expect(found([...A, claim({ time: "2023/2024" })], [...A, claim({ time: "2025/.." })])).toEqual([]);
    expect(found([...A, claim({ time: "2023/.." })], [...A, claim({ time: "2024/..", status: "denied" })])).toEqual([
      ["stance", "asserted: c1", "denied: c2"],
    ]);
    expect(found([...A, claim({ time: "../2023" })], [...A, claim({ time: "2024/.." })])).toEqual([]);
  });

  it("list a claim that stands although another was withdrawn before it was published", () => {
    expect(found([...A, claim({ retracted: "2024-01-01" })], [...A])).toEqual([
      ["retraction", "withdrawn: c1", "asserted afterwards: c2"],
    ]);
    expect(found([...A, claim({ retracted: "2024-06-01" })], [...A])).toEqual([]);
  });

  it("list different values of one property, opinions apart from what is stated", () => {
    const attr = (value: string, more = {}) =>
      ["state/a", "supplies", "state/b", {}, { rel: undefined, attr: ["state/a", "size", value], ...more }] as never;
    expect(found(attr("large"), attr("small"), attr("huge", { opinion: true }))).toEqual([
      ["attribute", "large: c1", "small: c2"],
    ]);
  });

  it("say whether only opinions disagree, and whether in one source", () => {
    const data = datasetOf([
      [...A, claim({ opinion: true })],
      [...A, claim({ opinion: true, status: "denied" })],
    ]);
    expect(contradictionsOf(buildGraph(data, { sha256Hex }), orderedClaimsOf(data))).toMatchObject([
      { kind: "stance", isOfOpinions: true, isWithinOneSource: true },
    ]);
  });

  it("are gone with a figure that alone excluded the others, and were there before it was withdrawn", () => {
    const data = datasetOf([
      [...A, soldiers(100, 200)],
      [...A, soldiers(150, 250)],
      [...A, { ...soldiers(500, 500), retracted: "2024-08-01" }],
    ]);
    const day = Date.parse("2024-07-01") / 86_400_000;
    expect(standingOn(data)).toEqual([]);
    const [before, ...others] = standingOn(data, { knownOn: day });
    expect(others).toEqual([]);
    expect(before?.sides.map(({ says }) => says)).toEqual(["100–200 soldiers", "150–250 soldiers", "500 soldiers"]);
    expect(standingOn(data, { knownOn: day - 100 })).toEqual([]);
  });

  it("stand under sources and clocks as where only what these leave in had ever been recorded", () => {
    const settingsArb = fc.record({
      knownOn: fc.option(fc.constantFrom("2023-04-01", "2023-12-01", "2024-03-01"), { nil: undefined }),
      off: fc.constantFrom<string[]>([], [], ["source/x"], ["source/y"]),
      valid: seldom("2024-03-01"),
    });
    const found = new Map<string, number>();
    fc.assert(
      fc.property(disputedArb, settingsArb, (data, { knownOn, off, valid }) => {
        const graph = buildGraph(data, { sha256Hex });
        const dayOf = (text: string): number => Date.parse(text) / 86_400_000;
        const settings: EvidenceSettings = {
          knownOn: knownOn === undefined ? undefined : dayOf(knownOn),
          sourcesOff: new Set(off as SourceId[]),
          valid: valid === undefined ? undefined : { from: dayOf(valid) },
        };
        const bundles = [...graph.relations.values(), ...graph.attributesOf.values()];
        const left = new Map(bundles.flatMap((bundle) => evidenceClaims(bundle, settings)).map((core) => [core.id, core]));
        const isWithdrawn = (day = Number.POSITIVE_INFINITY): boolean => day <= (settings.knownOn ?? Number.MAX_SAFE_INTEGER);
        const restricted: Dataset = {
          ...data,
          sources: data.sources.map(({ retracted, ...source }) => ({
            ...source,
            claims: source.claims.flatMap(({ retracted: own, ...rest }) => {
              const core = left.get(rest.id);
              if (core === undefined) return [];
              return [isWithdrawn(core.retractedDay) ? { ...rest, retracted: own ?? retracted } : rest];
            }),
          })),
        };
        const under = standingOn(data, settings);
        for (const { kind } of under) found.set(kind, (found.get(kind) ?? 0) + 1);
        expect(under).toEqual(standingOn(restricted));
      }),
      { numRuns: 400 },
    );
    for (const kind of CONTRADICTION_KINDS) expect(found.get(kind) ?? 0, kind).toBeGreaterThan(10);
  });

  it("name claims that are there, on at least two sides, each on one, whatever the order of the data", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 4, maxActors: 3 }), (data) => {
        const graph = buildGraph(data, { sha256Hex });
        const all = contradictionsOf(graph, orderedClaimsOf(data));
        for (const { exclusions = [], sides } of all)
          expect(new Set(exclusions.flat()).size).toBe(
            exclusions.length === 0 ? 0 : new Set(sides.flatMap((s) => s.claims)).size,
          );
        for (const { sides } of standingContradictions(graph, all)) {
          const ids = sides.flatMap((s) => s.claims);
          expect(sides.length).toBeGreaterThan(1);
          expect(sides.every((s) => s.claims.length > 0)).toBe(true);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => graph.claims.ordinalOf(id) !== undefined)).toBe(true);
        }
        const shuffled = {
          ...data,
          sources: [...data.sources].reverse().map((s) => ({ ...s, claims: [...s.claims].reverse() })),
        };
        expect(contradictionsOf(buildGraph(shuffled, { sha256Hex }), orderedClaimsOf(shuffled))).toEqual(all);
      }),
    );
  });
});
