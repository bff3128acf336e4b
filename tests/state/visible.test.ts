import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { type EntenteGraph, statusOf } from "../../src/graph/graph.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { ACTOR_KINDS, RELATION_STATUSES } from "../../src/model/kinds.ts";
import { type Action, EMPTY_VIEW, reduce, type ViewState } from "../../src/state/view-state.ts";
import { visibleGraphOf } from "../../src/state/visible.ts";
import { graphArb, sha256Hex, TYPES } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

const ALL_ON = { kindsOff: new Set<never>(), typesOff: new Set<never>(), statusesOff: new Set<never>() };

function placing(ids: Iterable<ActorId>): ViewState {
  return { ...EMPTY_VIEW, filters: ALL_ON, placed: new Map([...ids].map((id, i) => [id, { x: i, y: 0 }])) };
}

const filter: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...ACTOR_KINDS).map((kind): Action => ({ type: "toggle-kind", kind })),
  fc.subarray(TYPES.map((t) => t.id as string)).map((types): Action => ({ type: "toggle-types", types, on: false })),
  fc.constantFrom(...RELATION_STATUSES).map((status): Action => ({ type: "toggle-status", status })),
);
const scene = graphArb().chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    view: fc
      .tuple(
        fc.subarray([...graph.actors.keys()]),
        fc.subarray([...graph.actors.keys()]),
        fc.uniqueArray(filter, { maxLength: 4, selector: (a) => JSON.stringify(a) }),
      )
      .map(([ids, hidden, filters]) => [{ type: "hide", ids: hidden } as Action, ...filters].reduce(reduce, placing(ids))),
  }),
);
const unfiltered = (view: ViewState): ViewState => ({ ...view, filters: ALL_ON });

describe("the visible graph", () => {
  const graph = buildGraph(
    datasetOf([
      ["state/a", "supplies", "org/b", { item: "materiel/i" }],
      ["state/a", "attacks", "state/c"],
      ["state/c", "attacks", "state/a", {}, { status: "denied" }],
      ["org/b", "member-of", "org/d"],
    ]),
    { sha256Hex },
  );
  const view = placing(["state/a", "org/b", "state/c"] as ActorId[]);
  const typesOf = (state: ViewState) =>
    [...visibleGraphOf(graph, state).relations.keys()].map((id) => graph.relations.get(id)?.type.id).sort();

  it("is what was placed and the relations between it", () => {
    const visible = visibleGraphOf(graph, view);
    expect(visible.actors).toEqual(["state/a", "org/b", "state/c"]);
    expect(typesOf(view)).toEqual(["attacks", "attacks", "supplies"]);
    expect(visible.hiddenBy).toEqual({ hand: 0, kindFilter: 0, relationFilter: 0 });
    expect(Object.fromEntries(visible.hiddenNeighbors)).toEqual({ "state/a": 0, "org/b": 1, "state/c": 0 });
  });

  it("counts for each filter what it hides, and keeps the totals", () => {
    const visible = visibleGraphOf(
      graph,
      reduce(reduce(view, { type: "toggle-status", status: "denied" }), { type: "toggle-kind", kind: "org" }),
    );
    expect(visible.actors).toEqual(["state/a", "state/c"]);
    expect(visible.hiddenBy).toEqual({ hand: 0, kindFilter: 1, relationFilter: 1 });
    expect(visible.kinds.get("org")).toEqual({ visible: 0, total: 1 });
    expect(visible.types.get("attacks")).toEqual({ visible: 1, total: 2 });
    expect(visible.statuses.get("denied")).toEqual({ visible: 0, total: 1 });
  });

  it("leaves out what is hidden by hand, with its relations", () => {
    const hidden = reduce(view, { type: "hide", ids: ["state/a" as ActorId] });
    expect(visibleGraphOf(graph, hidden)).toMatchObject({ actors: ["org/b", "state/c"], hiddenBy: { hand: 1 } });
    expect(typesOf(hidden)).toEqual([]);
  });

  it("ignores placed ids that the graph does not hold", () => {
    expect(visibleGraphOf(graph, placing(["state/zz", "state/constructor"] as ActorId[])).actors).toEqual([]);
  });
});

describe("laws of the visible graph", () => {
  it("a filter never widens it", () => {
    fc.assert(
      fc.property(scene, ({ graph, view }) => {
        const [few, all] = [visibleGraphOf(graph, view), visibleGraphOf(graph, unfiltered(view))];
        expect(all.actors).toEqual(expect.arrayContaining([...few.actors]));
        expect([...all.relations.keys()]).toEqual(expect.arrayContaining([...few.relations.keys()]));
        for (const id of few.actors) expect(view.placed.has(id) && !view.hidden.has(id)).toBe(true);
      }),
    );
  });

  it("holds exactly the relations that pass every filter and have both ends in it", () => {
    fc.assert(
      fc.property(scene, ({ graph, view }) => {
        const visible = visibleGraphOf(graph, view);
        const shown = new Set(visible.actors);
        const expected = [...graph.relations.values()]
          .filter(
            (r) =>
              shown.has(r.from) &&
              shown.has(r.to) &&
              !view.filters.typesOff.has(r.type.id) &&
              !view.filters.statusesOff.has(statusOf(r).status),
          )
          .map((r) => r.id);
        expect([...visible.relations.keys()]).toEqual(expected);
      }),
    );
  });

  it("no tally shows more than its total, totals ignore filters, and the sums agree", () => {
    fc.assert(
      fc.property(scene, ({ graph, view }) => {
        const [few, all] = [visibleGraphOf(graph, view), visibleGraphOf(graph, unfiltered(view))];
        const sum = (m: ReadonlyMap<unknown, { visible: number }>) => [...m.values()].reduce((n, t) => n + t.visible, 0);
        for (const part of ["kinds", "types", "statuses"] as const)
          for (const [key, tally] of few[part] as ReadonlyMap<never, { visible: number; total: number }>) {
            expect(tally.visible).toBeLessThanOrEqual(tally.total);
            expect(tally.total).toBe(all[part].get(key)?.visible);
          }
        expect([sum(few.kinds), sum(few.types), sum(few.statuses)]).toEqual([
          few.actors.length,
          few.relations.size,
          few.relations.size,
        ]);
        expect(few.actors.length + few.hiddenBy.kindFilter).toBe(all.actors.length);
      }),
    );
  });

  it("shows everything when everything is placed and nothing is filtered", () => {
    const everything = (graph: EntenteGraph) => visibleGraphOf(graph, placing(graph.actors.keys()));
    fc.assert(
      fc.property(graphArb(), (graph) => {
        expect(everything(graph).actors).toHaveLength(graph.actors.size);
        expect(everything(graph).relations.size).toBe(graph.relations.size);
        expect([...everything(graph).hiddenNeighbors.values()].every((n) => n === 0)).toBe(true);
      }),
    );
  });
});
