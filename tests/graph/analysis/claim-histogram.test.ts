import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimHistogramOf, type TimeAxis, timeAxisOf } from "../../../src/graph/analysis/claim-histogram.ts";
import { buildGraph } from "../../../src/graph/build.ts";
import { type EntenteGraph, evidenceClaims } from "../../../src/graph/graph.ts";
import { finished } from "../../../src/graph/query/work.ts";
import { dayText, parseDaySpan } from "../../../src/model/day.ts";
import type { SourceId } from "../../../src/model/ids.ts";
import { visibleClaims } from "../../../src/model/status.ts";
import { graphArb, sha256Hex } from "../../support/arbitraries.ts";
import { datasetOf } from "../../support/small-data.ts";

const day = (text: string): number => parseDaySpan(text)?.first ?? Number.NaN;
/** One relation from `state/a` to a state of its own for each time. */
function graphAt(times: ReadonlyArray<string | undefined>): EntenteGraph {
  const rows = times.map((time, i) => ["state/a", "attacks", `state/b${i}`, {}, time === undefined ? {} : { time }] as const);
  return buildGraph(datasetOf(rows), { sha256Hex });
}
const axisOf = (graph: EntenteGraph): TimeAxis | undefined => finished(timeAxisOf(graph));
const axisOver = (first: number, last: number): TimeAxis => ({ first, last, bulkStart: first });
function histogramAt(times: ReadonlyArray<string | undefined>, span: readonly [string, string], bins = 100) {
  const graph = graphAt(times);
  return claimHistogramOf(graph, graph.relations.keys(), { bins, axis: axisOver(day(span[0]), day(span[1])) });
}
const rowsOf = ({ bins }: ReturnType<typeof histogramAt>) =>
  bins.map((bin) => `${dayText(bin.first)} ${dayText(bin.last)} ${bin.certain} ${bin.possible}`);

/** Times as curators write them: days, months, years, intervals, open ends, both kinds of extent. */
const timeArb: fc.Arbitrary<string> = (() => {
  const date = fc
    .tuple(
      fc.integer({ min: 2015, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(4, 7, 10),
    )
    .map(([y, m, d, length]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`.slice(0, length));
  return fc.oneof(
    date,
    fc.tuple(date, date).map(([a, b]) => (a <= b ? `${a}/${b}` : `${b}/${a}`)),
    date.map((a) => `${a}/..`),
    date.map((a) => `../${a}`),
  );
})();
const datedGraphArb = fc
  .array(
    fc.record({
      time: fc.option(timeArb, { nil: undefined, freq: 4 }),
      extent: fc.constantFrom(undefined, "within" as const, "throughout" as const),
      to: fc.constantFrom("state/b", "state/c", "state/d"),
    }),
    { maxLength: 12 },
  )
  .map((claims) =>
    buildGraph(
      datasetOf(
        claims.map(({ to, time, extent }) => ["state/a", "attacks", to, {}, time === undefined ? {} : { time, extent }] as const),
      ),
      { sha256Hex },
    ),
  );
const claimsOf = (graph: EntenteGraph) => [...graph.relations.values()].flatMap((edge) => visibleClaims(edge.claims));

describe("the histogram of claims", () => {
  it("counts a date of year precision as certain in its year and no more than possible in each of its quarters", () => {
    const years = histogramAt(["2023"], ["2022-06", "2024-02"], 3);
    expect(years.unit).toBe("year");
    expect(rowsOf(years)).toEqual(["2022-01-01 2022-12-31 0 0", "2023-01-01 2023-12-31 1 0", "2024-01-01 2024-12-31 0 0"]);
    const quarters = histogramAt(["2023"], ["2022-12-31", "2024-01-01"], 6);
    expect(quarters.unit).toBe("quarter");
    expect(quarters.bins.map((b) => [b.certain, b.possible])).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  it("counts what lasts as certain between its ends, and possible where an end may lie", () => {
    expect(rowsOf(histogramAt(["2023/2024-02"], ["2023-11", "2024-03"]))).toEqual([
      "2023-11-01 2023-11-30 0 1",
      "2023-12-01 2023-12-31 1 0",
      "2024-01-01 2024-01-31 1 0",
      "2024-02-01 2024-02-29 1 0",
      "2024-03-01 2024-03-31 0 0",
    ]);
    const within = buildGraph(
      datasetOf([["state/a", "attacks", "state/b", {}, { time: "2023-11-30/2024-01-01", extent: "within" }]]),
      { sha256Hex },
    );
    const months = claimHistogramOf(within, within.relations.keys(), {
      bins: 9,
      axis: axisOver(day("2023-10"), day("2024-02")),
    });
    expect(months.bins.map((b) => b.possible)).toEqual([0, 1, 1, 1, 0]);
    expect(histogramAt(["2023-12/.."], ["2023-11", "2024-03"]).bins.map((b) => b.certain)).toEqual([0, 1, 1, 1, 1]);
    expect(histogramAt(["../2023-12"], ["2023-11", "2024-01"]).bins.map((b) => b.certain)).toEqual([1, 1, 0]);
  });

  it("takes the shortest unit that keeps to the number of bins", () => {
    const unitAt = (from: string, to: string, bins: number) => histogramAt(["2000"], [from, to], bins).unit;
    expect(unitAt("2020-01", "2020-12", 12)).toBe("month");
    expect(unitAt("2020-01", "2021-01", 12)).toBe("quarter");
    expect(unitAt("2020-01", "2029-12", 12)).toBe("year");
    expect(unitAt("2020", "2032-12", 12)).toBe("decade");
    expect(unitAt("1600", "2032", 12)).toBe("century");
    expect(unitAt("0100", "9000", 12)).toBe("century");
  });

  it("has no bins without a dated claim, and says how many have none", () => {
    const graph = graphAt([undefined, undefined]);
    expect(claimHistogramOf(graph, graph.relations.keys(), { bins: 10, axis: axisOf(graph) })).toEqual({
      unit: "year",
      bins: [],
      dated: 0,
      undated: 2,
    });
    expect(axisOf(graph)).toBeUndefined();
    expect(claimHistogramOf(graph, [], { bins: 10, axis: axisOver(0, 40) })).toMatchObject({ dated: 0, undated: 0 });
  });

  it("reaches from the first date to the last, publications too", () => {
    const span = axisOf(graphAt(["2019-03", "../2020", undefined]));
    expect([dayText(span?.first ?? 0), dayText(span?.last ?? 0)]).toEqual(["2019-03-01", "2024-05-10"]);
  });

  it("leaves out withdrawn claims and those of sources that are switched off", () => {
    const graph = buildGraph(
      datasetOf([
        ["state/a", "attacks", "state/b", {}, { time: "2020", retracted: "2021" }],
        ["state/a", "attacks", "state/b", {}, { time: "2020" }],
      ]),
      { sha256Hex },
    );
    expect(claimHistogramOf(graph, graph.relations.keys(), { bins: 9, axis: axisOf(graph) }).dated).toBe(1);
    const evidence = { sourcesOff: new Set(["source/s" as SourceId]) };
    expect(claimHistogramOf(graph, graph.relations.keys(), { bins: 9, axis: axisOf(graph), evidence }).dated).toBe(0);
  });

  it("counts in each bin exactly the dated claims that the filter of its days leaves", () => {
    fc.assert(
      fc.property(datedGraphArb, fc.integer({ min: 1, max: 150 }), (graph, most) => {
        const { bins } = claimHistogramOf(graph, graph.relations.keys(), { bins: most, axis: axisOf(graph) });
        for (const { first, last, certain, possible } of bins) {
          const left = [...graph.relations.values()].flatMap((e) =>
            evidenceClaims(e, { valid: { from: first, to: last }, undated: "strict" }),
          );
          expect(certain + possible).toBe(visibleClaims(left).length);
        }
      }),
    );
  });

  it("calls certain what holds in the bin for every begin and end that the date allows", () => {
    fc.assert(
      fc.property(datedGraphArb, (graph) => {
        const { bins } = claimHistogramOf(graph, graph.relations.keys(), { bins: 20, axis: axisOf(graph) });
        for (const { first, last, certain } of bins) {
          const sure = claimsOf(graph).filter(({ dated, bounds: b }) => {
            const readings = [b.earliestStart, b.latestStart].flatMap((begin) =>
              [b.earliestEnd, b.latestEnd, begin]
                .filter((end) => end >= begin && end >= b.earliestEnd)
                .map((end) => [begin, end] as const),
            );
            return dated && readings.every(([begin, end]) => begin <= last && end >= first) && b.earliestEnd >= first;
          });
          expect(certain).toBe(sure.length);
        }
      }),
    );
  });

  it("has bins without gap or overlap that hold the whole span, and every claim with or without a date once", () => {
    fc.assert(
      fc.property(fc.oneof(graphArb(), datedGraphArb), fc.integer({ min: 1, max: 150 }), (graph, most) => {
        const { bins, dated, undated, unit } = claimHistogramOf(graph, graph.relations.keys(), {
          bins: most,
          axis: axisOf(graph),
        });
        expect(dated + undated).toBe(claimsOf(graph).length);
        bins.forEach((bin, i) => {
          expect(bin.last).toBeGreaterThanOrEqual(bin.first);
          if (i > 0) expect(bin.first).toBe((bins[i - 1]?.last ?? 0) + 1);
        });
        const span = axisOf(graph);
        if (span === undefined) expect(bins).toEqual([]);
        else {
          expect(bins[0]?.first).toBeLessThanOrEqual(span.first);
          expect(bins.at(-1)?.last).toBeGreaterThanOrEqual(span.last);
          if (unit !== "century") expect(bins.length).toBeLessThanOrEqual(most);
          const touched = bins.reduce((sum, b) => sum + b.certain + b.possible, 0);
          expect(touched).toBeGreaterThanOrEqual(dated);
        }
      }),
    );
  });
});

describe("the axis of the whole graph", () => {
  it("holds the few claims about the distant past in its first bin, and all of them still", () => {
    const data = datasetOf(
      Array.from({ length: 40 }, (_, i) => [
        "state/a",
        "attacks",
        `org/b${i}`,
        {},
        { time: i === 0 ? "1945-10-24" : `2024-${String((i % 12) + 1).padStart(2, "0")}-03` },
      ]) as never,
    );
    const old = buildGraph(data, { sha256Hex });
    const { unit, bins, dated } = claimHistogramOf(old, old.relations.keys(), { bins: 40, axis: axisOf(old) });
    expect(dated).toBe(40);
    expect(unit).toBe("month");
    expect(bins[0]?.first).toBe(axisOf(old)?.first);
    expect(bins[0]?.certain).toBeGreaterThanOrEqual(1);
    expect(bins.reduce((sum, bin) => sum + bin.certain, 0)).toBe(40);
  });
});
