import { describe, expect, it } from "vitest";
import { contradictionsOf } from "../../../src/graph/analysis/contradictions.ts";
import { impactOf, sourceLoads } from "../../../src/graph/analysis/impact.ts";
import { matrixOf } from "../../../src/graph/analysis/matrix.ts";
import { enemiesOfEnemies, supportOf } from "../../../src/graph/analysis/support.ts";
import { orderedClaimsOf } from "../../../src/graph/build.ts";
import { finished } from "../../../src/graph/query/work.ts";
import type { ActorId, ClaimId, SourceId } from "../../../src/model/ids.ts";
import type { Claim } from "../../../src/model/records.ts";
import { type Filters, NO_FILTERS, settingsOf } from "../../../src/state/view-state.ts";
import {
  claimsLeft,
  contradictionRows,
  contradictionText,
  correctionRows,
  disputeRows,
  flaggedRow,
  matchingText,
  withdrawnClaims,
  withdrawnRow,
} from "../../../src/ui/disputes/dispute-rows.ts";
import { lineText } from "../../../src/ui/parts/relation-line.ts";
import { assertedFilterOf, viewFilterOf } from "../../../src/ui/parts/view-filter.ts";
import { impactRows } from "../../../src/ui/sources/impact-rows.ts";
import { matchingSources, sourceGroups, sourceRows } from "../../../src/ui/sources/source-rows.ts";
import { cellView, matrixCount, matrixOptionsOf } from "../../../src/ui/support/matrix-cells.ts";
import { actorOptions, opponentRows, supportLayers } from "../../../src/ui/support/support-rows.ts";
import { paneDataset, paneGraph } from "../../support/pane-data.ts";

const graph = paneGraph();
const claims = orderedClaimsOf(paneDataset());
const [NO, EA, SO] = ["state/no", "state/ea", "state/so"] as unknown as readonly [ActorId, ActorId, ActorId];
const DAILY = "source/daily" as SourceId;
const day = (text: string): number => Date.parse(text) / 86_400_000;
const withFilters = (given: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...given });
const asserted = assertedFilterOf(graph, NO_FILTERS);

describe("rows of support", () => {
  it("stand in layers, with the relations of their own hop in hedged sentences, since when and by way of whom", () => {
    const layers = supportLayers(graph, supportOf(graph, SO, { depth: 2, filter: asserted }), asserted);
    expect(layers.map(({ hops, rows }) => [hops, rows.map((row) => row.name)])).toEqual([
      [1, ["Eastland"]],
      [2, ["Northland"]],
    ]);
    const [[east], [north]] = layers.map((layer) => layer.rows) as unknown as [[never], [never]];
    expect(east).toMatchObject({ status: "reported", origins: 3, since: "2023-10", via: [] });
    expect(north).toMatchObject({ status: "reported", since: "not recorded", via: ["Eastland"] });
    expect(layers[1]?.rows[0]?.lines.map(lineText)).toEqual([
      "Eastland is reportedly allied with Northland",
      "It is disputed that Northland supplies shells to Eastland",
    ]);
  });

  it("offer the actor with most such relations first", () => {
    expect(finished(actorOptions(graph, "supportive", asserted)).slice(0, 2)).toEqual([
      { id: EA, name: "Eastland", folded: "eastland", count: 3 },
      { id: NO, name: "Northland", folded: "northland", count: 2 },
    ]);
  });

  it("name opponents in common", () => {
    const { actors } = enemiesOfEnemies(graph, NO, asserted);
    expect(opponentRows(graph, actors)).toEqual([{ actor: "state/is", name: "Isleland", opponents: ["Westland"] }]);
  });
});

describe("cells of a matrix", () => {
  const cell = (kind: "support" | "violations", pair: readonly [string, string], filters = NO_FILTERS) => {
    const filter = assertedFilterOf(graph, filters);
    const matrix = matrixOf(graph, matrixOptionsOf(graph, kind, "states", [], filter));
    return { matrix, view: cellView(graph, matrix, kind, pair as never, filter) };
  };

  it("say status, relations and origins; an empty one that nothing is recorded", () => {
    expect(cell("support", [NO, EA]).view).toMatchObject({
      count: "2 · 1",
      name: "Northland to Eastland: reported at best; 2 relations, 1 independent origin",
    });
    expect(cell("support", [SO, EA]).view).toMatchObject({
      relations: [],
      count: "",
      name: "Southland to Eastland: not recorded",
    });
    expect(cell("support", [EA, EA]).view.name).toBe("Eastland: the same actor");
  });

  it("name the conduct of a violation, with its status, and follow the filters", () => {
    const { matrix, view } = cell("violations", [NO, "instrument/resolution"]);
    expect(view.name).toBe("Northland to Resolution 1: alleged; 1 relation, 1 independent origin; through the arms trade");
    expect(matrixCount(matrix, "violations")).toBe("1 row, 1 instrument, 1 pair recorded");
    expect(
      cell("violations", [NO, "instrument/resolution"], withFilters({ typesOff: new Set(["violates"]) })).matrix.rows,
    ).toEqual([]);
    expect(cell("support", [NO, EA], withFilters({ sourcesOff: new Set([DAILY]) })).view.relations).toEqual([]);
  });

  it("of the canvas hold only its actors", () => {
    const matrix = matrixOf(graph, matrixOptionsOf(graph, "support", "canvas", [EA, SO], asserted));
    expect([matrix.rows, matrix.columns]).toEqual([[EA], [SO]]);
  });
});

describe("rows of sources", () => {
  const rowsUnder = (filters: Filters) => {
    const filter = { ...viewFilterOf(graph, filters), denials: false };
    return sourceRows(graph, filters, sourceLoads(graph, filter), sourceLoads(graph, { ...filter, sourcesOff: undefined }));
  };

  it("say what rests on each, and on each alone; of one that is off, what it would carry", () => {
    const figures = (filters: Filters) =>
      rowsUnder(filters).map(({ source, isOn, claims: n, relations, alone }) => [
        source.id,
        isOn,
        n,
        relations.length,
        alone.length,
      ]);
    expect(figures(NO_FILTERS)).toEqual([
      ["source/daily", true, 6, 6, 5],
      ["source/herald", true, 2, 2, 0],
      ["source/late", true, 2, 2, 0],
    ]);
    expect(figures(withFilters({ sourcesOff: new Set(["source/herald" as SourceId]) }))).toEqual([
      ["source/daily", true, 6, 6, 5],
      ["source/herald", false, 2, 2, 0],
      ["source/late", true, 2, 2, 1],
    ]);
  });

  it("stand by publisher, and what was published later than known comes last and says so", () => {
    const titles = (filters: Filters) =>
      sourceGroups(rowsUnder(filters), "publisher", filters.knownOn).map(({ title, rows }) => [
        title,
        rows.map((r) => r.source.title),
      ]);
    expect(titles(NO_FILTERS).map(([title]) => title)).toEqual(["Daily", "Herald", "Publisher unknown"]);
    expect(titles(withFilters({ knownOn: day("2024-03-01") }))).toEqual([
      ["Daily", ["Ships and shells"]],
      ["Published later than 2024-03-01", ["Denials", "A later reckoning"]],
    ]);
  });

  it("are found by title, publisher, date and grade, and ordered as asked", () => {
    const rows = rowsUnder(NO_FILTERS);
    const found = (text: string) => matchingSources(rows, text).map(({ source }) => source.id);
    expect(found("hérald")).toEqual(["source/herald"]);
    expect(found("2025 reckoning")).toEqual(["source/late"]);
    expect(found("usually reliable not")).toEqual(["source/late"]);
    const [group] = sourceGroups(rows, "newest", undefined);
    expect(group?.rows.map(({ source }) => source.published)).toEqual(["2025-02-01", "2024-06-01", "2024-01-10"]);
  });

  it("preview what would change, before and after, of how many", () => {
    const filter = viewFilterOf(graph, NO_FILTERS);
    const off = new Set([DAILY]);
    const { groups, isolated, relations, actors } = impactRows(graph, impactOf(graph, [...off], { filter }), filter, off);
    expect([relations, actors]).toEqual([7, 6]);
    const said = Object.fromEntries(
      groups.map(({ kind, rows }) => [kind, rows.map((r) => [lineText(r.before), lineText(r.after)])]),
    );
    expect(said.vanished).toContainEqual([
      "Northland is alleged to violate Resolution 1",
      "Not recorded under the current settings: that Northland violates Resolution 1",
    ]);
    expect(said.changed).toEqual([
      ["It is disputed that Northland supplies shells to Eastland", "It is denied that Northland supplies shells to Eastland"],
    ]);
    expect(said.weakened).toEqual([
      ["Eastland reportedly supplies shells to Southland", "Eastland reportedly supplies shells to Southland"],
    ]);
    expect(groups.find(({ kind }) => kind === "weakened")?.rows[0]).toMatchObject({ originsBefore: 3, originsAfter: 2 });
    expect(isolated).toEqual(["Resolution 1"]);
  });
});

describe("rows of disputes", () => {
  const settings = settingsOf(NO_FILTERS);
  const early = settingsOf(withFilters({ knownOn: day("2024-03-01") }));

  it("hold claims for and against by date and origin; nothing published later than known", () => {
    const [row, ...others] = finished(disputeRows(graph, settings));
    expect(others).toEqual([]);
    expect(row?.line.derived.status).toBe("disputed");
    expect(row?.asserting).toMatchObject([{ published: "2024-01-10", origin: "The Daily", manner: "alleged" }]);
    expect(row?.denying).toMatchObject([{ published: "2024-06-01", origin: "Eastland", manner: "denied", source: "Denials" }]);
    expect(finished(disputeRows(graph, early))).toEqual([]);
  });

  it("hold every contradiction with its sides, as far as its claims are left in", () => {
    const all = contradictionsOf(graph, claims);
    const rows = finished(contradictionRows(graph, all, settings));
    expect(rows.map(({ kind, sides }) => [kind, sides.map(({ says, entries }) => [says, entries.length])])).toEqual([
      [
        "stance",
        [
          ["asserted", 1],
          ["denied", 1],
        ],
      ],
      [
        "quantity",
        [
          ["10 rounds", 1],
          ["500 rounds", 1],
        ],
      ],
    ]);
    expect(finished(contradictionRows(graph, all, early))).toEqual([]);
    const off = settingsOf(withFilters({ sourcesOff: new Set(["source/late" as SourceId]) }));
    expect(finished(contradictionRows(graph, all, off)).map(({ kind }) => kind)).toEqual(["stance"]);
    expect(finished(matchingText(rows, "figures 500 southland", contradictionText)).map(({ kind }) => kind)).toEqual([
      "quantity",
    ]);
  });

  it("hold curators' notes, corrections and withdrawals, the last two from their day on", () => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const noted = claims.flatMap(({ id, curatorNote }) => (curatorNote === undefined ? [] : [id]));
    const rows = (ids: readonly ClaimId[], rowOf: typeof flaggedRow) => ids.map((id) => rowOf(graph, byId.get(id) as Claim));
    expect(rows(finished(claimsLeft(graph, noted, settings)), flaggedRow)).toMatchObject([
      { note: "The record of the port says otherwise." },
    ]);
    const withdrawn = finished(withdrawnClaims(graph, settings));
    expect(rows(withdrawn, withdrawnRow)).toMatchObject([{ note: "Withdrawn, 2025-04-01." }]);
    expect(claims.filter(({ retracted }) => retracted !== undefined).map(({ id }) => id)).toEqual(withdrawn);
    expect(claims.filter((claim) => flaggedRow(graph, claim) !== undefined).map(({ id }) => id)).toEqual(noted);
    expect(correctionRows(graph, settings)).toMatchObject([{ date: "2025-03-01", note: "The figure was corrected." }]);
    const before = settingsOf(withFilters({ knownOn: day("2025-02-15") }));
    expect(finished(withdrawnClaims(graph, before))).toEqual([]);
    const off = settingsOf(withFilters({ sourcesOff: new Set(graph.sources.keys()) }));
    expect(finished(withdrawnClaims(graph, off))).toEqual([]);
    expect(finished(claimsLeft(graph, noted, off))).toEqual([]);
    expect(correctionRows(graph, before)).toEqual([]);
  });
});
