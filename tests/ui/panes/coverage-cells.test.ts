import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../src/graph/analysis/coverage.ts";
import type { ActorId, SourceId } from "../../../src/model/ids.ts";
import { type Filters, NO_FILTERS } from "../../../src/state/view-state.ts";
import {
  cellAt,
  cellName,
  columnHeads,
  coverageCount,
  coverageOptionsOf,
  heatOf,
  TOTAL,
} from "../../../src/ui/coverage/coverage-cells.ts";
import { paneGraph } from "../../support/pane-data.ts";

const graph = paneGraph();
const [NO, EA] = ["state/no", "state/ea"] as unknown as readonly [ActorId, ActorId];
const day = (text: string): number => Date.parse(text) / 86_400_000;
const coverage = (by: "event" | "publication" | "source", filters: Partial<Filters> = {}) =>
  coverageOf(graph, coverageOptionsOf(by, "canvas", [NO, EA], 50, { ...NO_FILTERS, ...filters }));

describe("cells of the coverage", () => {
  it("say claims, sources and independent origins; an empty one that no claim is recorded, and what that does not mean", () => {
    const found = coverage("publication");
    const total = cellAt(found, EA, TOTAL);
    expect(cellName(graph, found, EA, TOTAL)).toBe(
      `Eastland, all columns: ${total?.claims.length} claims, ${total?.sources} sources, ${total?.origins} independent origins`,
    );
    const years = columnHeads(graph, found)
      .map(({ key }) => Number(key))
      .filter(Number.isFinite);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const empty = found.columns.find((key) => cellAt(found, NO, key) === undefined) ?? "1900";
    expect(cellName(graph, found, NO, empty)).toBe(`Northland, ${empty}: no claim recorded, which is not “nothing happened”`);
  });

  it("are headed by year, or by date and title of the source, after all of a row", () => {
    const heads = columnHeads(graph, coverage("source"));
    expect(heads[0]).toEqual({ key: TOTAL, name: "All, each once" });
    expect(heads.slice(1).every(({ key, name }) => name.endsWith(graph.sources.get(key as SourceId)?.title ?? "?"))).toBe(true);
    expect(columnHeads(graph, coverage("event")).map((head) => head.key)).toContain("undated");
  });

  it("follow sources off and known on, and no other filter", () => {
    const all = coverage("source");
    const off = coverage("source", { sourcesOff: new Set(["source/daily" as SourceId]) });
    expect(all.columns).toContain("source/daily");
    expect(off.columns).not.toContain("source/daily");
    expect(off.claims).toBeLessThan(all.claims);
    const early = coverage("source", { knownOn: day("2024-01-31") });
    expect(early.columns.every((id) => (graph.sources.get(id as SourceId)?.publishedDay ?? Infinity) <= day("2024-01-31"))).toBe(
      true,
    );
    expect(coverage("source", { typesOff: new Set(["supplies"]), minDegree: 9 })).toEqual(all);
  });

  it("say how many of how many actors stand there", () => {
    expect(coverageCount(coverage("event"), "event", "canvas")).toMatch(
      /^2 of 2 actors on the canvas; \d+ claims about them; \d+ columns?$/,
    );
    const best = coverageOf(graph, coverageOptionsOf("source", "best", [], 1, NO_FILTERS));
    expect(coverageCount(best, "source", "best")).toMatch(/^1 of [2-9] actors with a claim; /);
  });

  it("grow darker in four steps", () => {
    expect([1, 2, 3, 9, 10, 29, 30, 500].map(heatOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });
});
