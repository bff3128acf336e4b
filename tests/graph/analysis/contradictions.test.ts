import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contradictionsOf } from "../../../src/graph/analysis/contradictions.ts";
import { buildGraph, orderedClaimsOf } from "../../../src/graph/build.ts";
import type { Claim } from "../../../src/model/records.ts";
import { datasetArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const claim = (more: Partial<Claim>): Partial<Claim> => more;
const found = (...rows: Parameters<typeof datasetOf>[0]) => {
  const data = datasetOf(rows);
  return contradictionsOf(buildGraph(data, { sha256Hex }), orderedClaimsOf(data)).map((c) => [
    c.kind,
    ...c.sides.map((s) => `${s.says}: ${s.claims.map((id) => id.split("#")[1]).join(" ")}`),
  ]);
};
const A = ["state/a", "supplies", "state/b", {}] as const;
const soldiers = (min: number | undefined, max: number | undefined, approx = false) =>
  claim({ quantity: { min, max, unit: "soldiers", ...(approx ? { approx } : {}) } });

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

  it("name claims that are there, on at least two sides, each on one, whatever the order of the data", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 4, maxActors: 3 }), (data) => {
        const graph = buildGraph(data, { sha256Hex });
        const claims = orderedClaimsOf(data);
        const all = contradictionsOf(graph, claims);
        for (const { sides } of all) {
          const ids = sides.flatMap((s) => s.claims);
          expect(sides.length).toBeGreaterThan(1);
          expect(sides.every((s) => s.claims.length > 0)).toBe(true);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => graph.claimOrdinals.has(id))).toBe(true);
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
