import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { finished } from "../../src/graph/query/work.ts";
import { parseDaySpan } from "../../src/model/day.ts";
import type { ActorId, SourceId } from "../../src/model/ids.ts";
import { EMPTY_VIEW, NO_FILTERS, type ViewState } from "../../src/state/view-state.ts";
import { visibleGraphOf } from "../../src/state/visible.ts";
import { actorRows, claimRows, relationRows } from "../../src/ui/table/row-model.ts";
import { sha256Hex } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

const graph = buildGraph(
  datasetOf([
    ["state/a", "attacks", "state/b", {}, { time: "2016-08" }],
    ["state/a", "attacks", "state/b", {}, { time: "2018/2019-03", extent: "throughout" }],
    ["state/a", "attacks", "state/b"],
    ["state/b", "attacks", "state/a", {}, { time: "2020/.." }],
    ["state/a", "attacks", "state/c", {}, { time: "../2015" }],
  ]),
  { sha256Hex },
);
const viewOf = (filters: Partial<ViewState["filters"]> = {}): ViewState => ({
  ...EMPTY_VIEW,
  placed: new Map((["state/a", "state/b"] as ActorId[]).map((id) => [id, { x: 0, y: 0 }])),
  filters: { ...NO_FILTERS, ...filters },
});
const relations = (view: ViewState, scope: "shown" | "dataset") =>
  [...finished(relationRows(graph, visibleGraphOf(graph, view), view.filters, scope))].sort((a, b) =>
    a.sentence < b.sentence ? -1 : 1,
  );

describe("the rows", () => {
  it("of actors count what is shown, what is recorded and what is hidden", () => {
    const visible = visibleGraphOf(graph, viewOf());
    const tell = (scope: "shown" | "dataset") =>
      finished(actorRows(graph, visible, scope)).map(({ item, shown, all, hiddenNeighbors }) => [
        item,
        shown,
        all,
        hiddenNeighbors,
      ]);
    expect(tell("shown")).toEqual([
      ["state/a", 2, 3, 1],
      ["state/b", 2, 2, 0],
    ]);
    expect(tell("dataset")[2]).toEqual(["state/c", 0, 1, undefined]);
  });

  it("of relations give the first and last date as precise as recorded, and open ends as open", () => {
    const dates = relations(viewOf(), "dataset").map(({ edge, first, last }) => [edge.from, edge.to, first?.text, last?.text]);
    expect(dates).toEqual([
      ["state/a", "state/b", "2016-08", "2019-03"],
      ["state/a", "state/c", undefined, "2015"],
      ["state/b", "state/a", "2020", "open"],
    ]);
  });

  it("follow the filters when only what is shown is asked for, and not over the whole dataset", () => {
    const view = viewOf({ valid: { from: parseDaySpan("2017")?.first, to: parseDaySpan("2019")?.last } });
    const [shown, ...none] = relations(view, "shown");
    expect(none).toEqual([]);
    expect([shown?.derived.claims, shown?.first?.text, shown?.isShown]).toEqual([2, "2018", true]);
    const all = relations(view, "dataset");
    expect(all.map(({ derived, isShown }) => [derived.claims, isShown])).toEqual([
      [3, true],
      [1, false],
      [1, false],
    ]);
    const visible = visibleGraphOf(graph, view);
    expect(finished(claimRows(graph, visible, view.filters, "shown")).map(({ key }) => key)).toEqual([
      "source/s#c2",
      "source/s#c3",
    ]);
    expect(finished(claimRows(graph, visible, view.filters, "dataset"))).toHaveLength(5);
    const off = viewOf({ sourcesOff: new Set(["source/s" as SourceId]) });
    expect(finished(claimRows(graph, visibleGraphOf(graph, off), off.filters, "shown"))).toEqual([]);
  });
});
