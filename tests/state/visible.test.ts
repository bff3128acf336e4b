import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { type EntenteGraph, statusOf } from "../../src/graph/graph.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { ACTOR_KINDS, RELATION_STATUSES } from "../../src/model/kinds.ts";
import { collapseOf } from "../../src/state/collapse.ts";
import {
  type Action,
  EMPTY_VIEW,
  type Filters,
  FOCUS_HOPS,
  NO_FILTERS,
  reduce,
  settingsOf,
  type ViewState,
} from "../../src/state/view-state.ts";
import { visibleGraphOf } from "../../src/state/visible.ts";
import { graphArb, sha256Hex, TYPES } from "../support/arbitraries.ts";
import { datasetOf } from "../support/small-data.ts";

const ALL_ON: Filters = { ...NO_FILTERS, statusesOff: new Set() };

function placing(ids: Iterable<ActorId>): ViewState {
  return { ...EMPTY_VIEW, filters: ALL_ON, placed: new Map([...ids].map((id, i) => [id, { x: i, y: 0 }])) };
}

const filter: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...ACTOR_KINDS).map((kind): Action => ({ type: "toggle-kind", kind })),
  fc.subarray(TYPES.map((t) => t.id as string)).map((types): Action => ({ type: "toggle-types", types, on: false })),
  fc.constantFrom(...RELATION_STATUSES).map((status): Action => ({ type: "toggle-status", status })),
  fc.constant<Action>({ type: "set-filters", filters: { minDegree: 2 }, step: "D" }),
  fc.constant<Action>({ type: "set-filters", filters: { valid: { from: 18_500, to: 19_500 } }, step: "V" }),
  fc.boolean().map((isOn): Action => ({ type: "set-fading", isOn })),
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
    expect(visible.hiddenBy).toEqual({ hand: 0, kindFilter: 0, degreeFilter: 0, focus: 0, relationFilter: 0 });
    expect(Object.fromEntries(visible.hiddenNeighbors)).toEqual({ "state/a": 0, "org/b": 1, "state/c": 0 });
  });

  it("counts for each filter what it hides, and keeps the totals", () => {
    const visible = visibleGraphOf(
      graph,
      reduce(reduce(view, { type: "toggle-status", status: "denied" }), { type: "toggle-kind", kind: "org" }),
    );
    expect(visible.actors).toEqual(["state/a", "state/c"]);
    expect(visible.hiddenBy).toEqual({ hand: 0, kindFilter: 1, degreeFilter: 0, focus: 0, relationFilter: 1 });
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
              !view.filters.statusesOff.has(statusOf(r, settingsOf(view.filters)).status),
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
            if (part !== "statuses" || view.filters.valid === undefined) expect(tally.total).toBe(all[part].get(key)?.visible);
          }
        expect([sum(few.kinds), sum(few.types), sum(few.statuses)]).toEqual([
          few.actors.length,
          few.relations.size,
          few.relations.size,
        ]);
        const { kindFilter, degreeFilter, focus } = few.hiddenBy;
        expect(few.actors.length + kindFilter + degreeFilter + focus).toBe(all.actors.length);
      }),
    );
  });

  it("fading hides nothing that is there, and what is faded is not shown", () => {
    fc.assert(
      fc.property(scene, ({ graph, view }) => {
        const [faded, plain] = [true, false].map((isFading) => visibleGraphOf(graph, { ...view, isFading }));
        if (faded === undefined || plain === undefined) throw new Error("two views");
        expect(faded.actors).toEqual(plain.actors);
        expect([...faded.relations]).toEqual([...plain.relations]);
        expect([...plain.faded.actors, ...plain.faded.relations.keys()]).toEqual([]);
        const all = visibleGraphOf(graph, unfiltered(view));
        expect([...faded.actors, ...faded.faded.actors].sort()).toEqual([...all.actors].sort());
        expect([...faded.relations.keys(), ...faded.faded.relations.keys()].sort()).toEqual([...all.relations.keys()].sort());
      }),
    );
  });

  it("a focus shows what a breadth-first search over the shown relations reaches, and more hops never show less", () => {
    fc.assert(
      fc.property(scene, fc.nat(), ({ graph, view }, pick) => {
        const whole = visibleGraphOf(graph, view);
        const actor = whole.actors[pick % Math.max(1, whole.actors.length)];
        fc.pre(actor !== undefined);
        let reached = new Set([actor]);
        for (const hops of FOCUS_HOPS) {
          const next = new Set(reached);
          for (const id of whole.relations.keys()) {
            const edge = graph.relations.get(id);
            if (edge === undefined) continue;
            if (reached.has(edge.from)) next.add(edge.to);
            if (reached.has(edge.to)) next.add(edge.from);
          }
          reached = next;
          const focused = visibleGraphOf(graph, { ...view, focus: { actor, hops } });
          expect([...focused.actors].sort()).toEqual([...reached].sort());
          expect(focused.hiddenBy.focus).toBe(whole.actors.length - reached.size);
        }
      }),
    );
  });

  it("collapsing takes away only neighbors that hang on this actor alone, never what is pinned or selected", () => {
    fc.assert(
      fc.property(scene, fc.nat(), fc.nat(), ({ graph, view: given }, pick, marks) => {
        const placed = [...given.placed.keys()];
        const view: ViewState = {
          ...given,
          pinned: new Set(placed.filter((_, i) => (marks >> i) & 1)),
          selected: placed.filter((_, i) => (marks >> (i + 9)) & 1),
        };
        const visible = visibleGraphOf(graph, view);
        const actor = visible.actors[pick % Math.max(1, visible.actors.length)];
        fc.pre(actor !== undefined);
        const gone = collapseOf(graph, view, visible, actor);
        const edges = [...visible.relations.keys()].flatMap((id) => graph.relations.get(id) ?? []);
        const expected = visible.actors.filter((id) => {
          const others = new Set(
            edges.flatMap((e) => (e.from === id ? [e.to] : e.to === id ? [e.from] : [])).filter((other) => other !== id),
          );
          return id !== actor && others.size === 1 && others.has(actor) && !view.pinned.has(id) && !view.selected.includes(id);
        });
        expect(gone).toEqual([...expected].sort());
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
