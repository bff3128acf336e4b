import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contradictionsOf } from "../../../src/graph/analysis/contradictions.ts";
import { impactOf } from "../../../src/graph/analysis/impact.ts";
import { matrixOf } from "../../../src/graph/analysis/matrix.ts";
import { oppositionOf, supportOf } from "../../../src/graph/analysis/support.ts";
import { buildGraph, orderedClaimsOf } from "../../../src/graph/build.ts";
import { evidenceOf } from "../../../src/graph/query/filter.ts";
import { finished } from "../../../src/graph/query/work.ts";
import type { SourceId } from "../../../src/model/ids.ts";
import { MODALITIES, RELATION_STATUSES } from "../../../src/model/kinds.ts";
import { HEDGE_PHRASES, type SentencePart } from "../../../src/model/sentence.ts";
import { type Filters, NO_FILTERS, settingsOf } from "../../../src/state/view-state.ts";
import { contradictionRows, disputeRows, flaggedRow, withdrawnRow } from "../../../src/ui/disputes/dispute-rows.ts";
import type { RelationLine } from "../../../src/ui/parts/relation-line.ts";
import { assertedFilterOf, viewFilterOf } from "../../../src/ui/parts/view-filter.ts";
import { impactRows } from "../../../src/ui/sources/impact-rows.ts";
import { cellView, MATRIX_KINDS, matrixOptionsOf } from "../../../src/ui/support/matrix-cells.ts";
import { supportLayers } from "../../../src/ui/support/support-rows.ts";
import { AWKWARD_SLUGS, datasetArb, sha256Hex, TYPES } from "../../support/arbitraries.ts";

const filtersArb: fc.Arbitrary<Filters> = fc
  .record(
    {
      typesOff: fc.subarray(TYPES.map((t) => t.id as string)).map((ids) => new Set(ids)),
      statusesOff: fc.subarray([...RELATION_STATUSES]).map((ids) => new Set(ids)),
      sourcesOff: fc.subarray(AWKWARD_SLUGS.map((s) => `source/${s}` as SourceId)).map((ids) => new Set(ids)),
      knownOn: fc.integer({ min: 12_000, max: 21_000 }),
    },
    { requiredKeys: [] },
  )
  .map((given) => ({ ...NO_FILTERS, ...given }));

/** Allegations only, some opinions and plans among them: nothing in it is more than alleged. */
const allegedDataset = datasetArb({ minClaims: 3 }).map((data) => ({
  ...data,
  sources: data.sources.map((source) => ({
    ...source,
    claims: source.claims.map((claim, i) => ({
      ...claim,
      status: "alleged" as const,
      ...(i % 2 === 0 ? { curatorNote: "n" } : {}),
    })),
  })),
}));

const hasHedge = (parts: readonly SentencePart[]): boolean =>
  parts.some((part) => part.kind === "hedge" && (HEDGE_PHRASES.includes(part.text) || /^ \(.+\)$/.test(part.text)));

describe("the panes of support, sources and disputes", () => {
  it("never say what is only alleged without a hedge, whatever the filters", () => {
    let said = 0;
    let cells = 0;
    fc.assert(
      fc.property(allegedDataset, filtersArb, fc.boolean(), (data, filters, isAll) => {
        const graph = buildGraph(data, { sha256Hex });
        const claims = orderedClaimsOf(data);
        const settings = settingsOf(filters);
        const filter = (isAll ? viewFilterOf : assertedFilterOf)(graph, filters);
        const lines: RelationLine[] = [];
        for (const actor of graph.actors.keys())
          for (const ask of [supportOf, oppositionOf])
            for (const direction of ["in", "out"] as const)
              for (const { rows } of supportLayers(graph, ask(graph, actor, { direction, depth: 3, filter }), filter))
                for (const row of rows) {
                  expect(["confirmed", "reported"]).not.toContain(row.status);
                  lines.push(...row.lines);
                }
        for (const source of graph.sources.keys()) {
          const view = viewFilterOf(graph, filters);
          const off = new Set([...filters.sourcesOff, source]);
          const { groups } = impactRows(graph, impactOf(graph, [...off], { filter: view }), view, off);
          for (const { rows } of groups) for (const { before, after } of rows) lines.push(before, after);
        }
        lines.push(...finished(disputeRows(graph, settings)).map(({ line }) => line));
        const contradictions = finished(contradictionRows(graph, contradictionsOf(graph, claims), settings));
        for (const { line } of contradictions) if (line !== undefined) lines.push(line);
        for (const line of lines) {
          expect(["confirmed", "reported"]).not.toContain(line.derived.status);
          expect(hasHedge(line.parts), line.parts.map((p) => p.text).join("")).toBe(true);
        }
        const flagged = claims.flatMap((claim) => [flaggedRow, withdrawnRow].flatMap((rowOf) => rowOf(graph, claim) ?? []));
        for (const { parts } of flagged) expect(hasHedge(parts), parts.map((p) => p.text).join("")).toBe(true);
        for (const kind of MATRIX_KINDS) {
          const matrix = matrixOf(graph, matrixOptionsOf(graph, kind, "everyone", [], filter));
          for (const row of matrix.rows)
            for (const column of matrix.columns) {
              const { relations, status, name } = cellView(graph, matrix, kind, [row, column], filter);
              if (relations.length === 0) expect(name).toMatch(/: (?:not recorded|the same actor)$/);
              else {
                cells += 1;
                expect(["confirmed", "reported"]).not.toContain(status);
                expect(name).toContain(`: ${status}`);
              }
            }
        }
        said += lines.length + flagged.length;
      }),
      { numRuns: 120 },
    );
    // The law must have had something to judge.
    expect(said).toBeGreaterThan(500);
    expect(cells).toBeGreaterThan(50);
  });

  it("list under the filters nothing that the filters refuse, and with all that is not asserted at least as much", () => {
    fc.assert(
      fc.property(datasetArb({ minClaims: 4 }), filtersArb, (data, filters) => {
        const graph = buildGraph(data, { sha256Hex });
        const [asserted, view] = [assertedFilterOf(graph, filters), viewFilterOf(graph, filters)];
        for (const edge of graph.relations.values()) {
          const [narrow, wide] = [evidenceOf(edge, asserted), evidenceOf(edge, view)];
          for (const evidence of [narrow, wide]) {
            if (evidence === undefined) continue;
            expect(filters.statusesOff.has(evidence.status.status)).toBe(false);
            expect(filters.typesOff.has(edge.type.id)).toBe(false);
            for (const claim of evidence.claims) {
              expect(filters.sourcesOff.has(claim.source)).toBe(false);
              expect(claim.publishedDay).toBeLessThanOrEqual(filters.knownOn ?? Number.POSITIVE_INFINITY);
            }
          }
          if (narrow === undefined) continue;
          expect(wide).toBeDefined();
          expect(narrow.claims.every((c) => c.modality === "actual" && !c.opinion && c.status !== "denied")).toBe(true);
        }
        expect(view.modalities?.size).toBe(MODALITIES.length);
      }),
    );
  });
});
