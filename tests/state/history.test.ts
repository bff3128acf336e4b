import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActorId, RelationId, SourceId } from "../../src/model/ids.ts";
import { ACTOR_KINDS, RELATION_STATUSES } from "../../src/model/kinds.ts";
import { applyAction, type History, MAX_STEPS, redo, startHistory, travel, undo } from "../../src/state/history.ts";
import { createViewStore } from "../../src/state/store.ts";
import { type Action, EMPTY_VIEW, FOCUS_HOPS, reduce, type ViewState } from "../../src/state/view-state.ts";

const IDS = ["state/aa", "state/bb", "org/constructor", "org/proto", "person/x"] as ActorId[];
const id = fc.constantFrom(...IDS);
const point = fc.record({ x: fc.integer({ min: -999, max: 999 }), y: fc.integer({ min: -999, max: 999 }) });
const placed = fc.uniqueArray(fc.tuple(id, point), { selector: ([i]) => i, maxLength: 4 }).map((rows) => new Map(rows));
const item = fc.oneof(id, fc.constant("e_0123456789" as RelationId));
const select = fc.oneof(
  fc.array(item, { maxLength: 3 }).map((ids): Action => ({ type: "select", ids })),
  item.map((i): Action => ({ type: "toggle-selected", id: i })),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  placed.map((p): Action => ({ type: "open-starter", placed: p, title: "S" })),
  placed.map((p): Action => ({ type: "place", placed: p, step: "Placed" })),
  fc.array(id, { maxLength: 3 }).map((ids): Action => ({ type: "hide", ids })),
  fc.constant<Action>({ type: "show-hidden" }),
  fc.tuple(id, point).map(([i, to]): Action => ({ type: "move", id: i, to })),
  select,
  fc.constantFrom(...ACTOR_KINDS).map((kind): Action => ({ type: "toggle-kind", kind })),
  fc
    .tuple(fc.array(fc.constantFrom("supplies", "attacks")), fc.boolean())
    .map(([types, on]): Action => ({ type: "toggle-types", types, on })),
  fc.constantFrom(...RELATION_STATUSES).map((status): Action => ({ type: "toggle-status", status })),
  fc.constantFrom("source/a", "source/b").map((source): Action => ({ type: "toggle-source", source: source as SourceId })),
  fc.array(id, { maxLength: 3 }).map((ids): Action => ({ type: "remove", ids, step: "Collapsed" })),
  fc.tuple(fc.array(id, { maxLength: 3 }), fc.boolean()).map(([ids, isOn]): Action => ({ type: "pin", ids, isOn })),
  placed.map((p): Action => ({ type: "arrange", placed: p, step: "Laid out" })),
  fc.tuple(id, fc.constantFrom(...FOCUS_HOPS)).map(([actor, hops]): Action => ({ type: "focus", focus: { actor, hops } })),
  fc.constant<Action>({ type: "focus", focus: undefined }),
  fc.boolean().map((isOn): Action => ({ type: "set-fading", isOn })),
  fc.nat(3).map((minDegree): Action => ({ type: "set-filters", filters: { minDegree }, step: "Least relations" })),
  fc
    .option(fc.record({ from: fc.nat(9), to: fc.nat(9) }), { nil: undefined })
    .map((valid): Action => ({ type: "set-filters", filters: { valid }, step: "Time range" })),
  fc.constant<Action>({ type: "clear-filters" }),
);
const actions = fc.array(action, { maxLength: 60 });

const run = (list: readonly Action[], from: History = startHistory(EMPTY_VIEW)): History => list.reduce(applyAction, from);
const times = (n: number, step: (h: History) => History, from: History): History =>
  Array.from({ length: n }).reduce<History>(step, from);
const view = ({ selected: _, ...rest }: ViewState) => rest;

describe("undo and redo", () => {
  it("are inverse, however many steps are taken back", () => {
    fc.assert(
      fc.property(actions, fc.nat(80), (list, n) => {
        const history = run(list);
        const steps = Math.min(n, history.past.length);
        expect(times(steps, redo, times(steps, undo, history))).toEqual(history);
      }),
    );
  });

  it("go back to the very start and through every state on the way", () => {
    fc.assert(
      fc.property(actions, (list) => {
        const history = run(list);
        const states = [...history.past, history.present];
        for (let n = 0; n < states.length; n++) expect(times(n, undo, history).present).toBe(states[states.length - 1 - n]);
        expect(view(times(states.length, undo, history).present)).toEqual(view(EMPTY_VIEW));
      }),
      { numRuns: 50 },
    );
  });

  it("remember at least 100 steps and at most the limit", () => {
    const moves = (n: number): Action[] => [
      { type: "place", placed: new Map([[IDS[0] as ActorId, { x: 0, y: 0 }]]), step: "Placed" },
      ...Array.from({ length: n }, (_, i): Action => ({ type: "move", id: IDS[0] as ActorId, to: { x: i + 1, y: 0 } })),
    ];
    const hundred = run(moves(120));
    expect(times(100, undo, hundred).present.placed.get(IDS[0] as ActorId)).toEqual({ x: 20, y: 0 });
    expect(run(moves(MAX_STEPS + 50)).past).toHaveLength(MAX_STEPS);
  });

  it("over several steps at once are as many single ones, and stop at either end", () => {
    fc.assert(
      fc.property(actions, fc.integer({ min: -70, max: 70 }), fc.nat(20), (list, n, back) => {
        const history = times(back, undo, run(list));
        expect(travel(history, n)).toEqual(times(Math.abs(n), n < 0 ? undo : redo, history));
      }),
      { numRuns: 50 },
    );
  });

  it("at either end change nothing", () => {
    const history = startHistory(EMPTY_VIEW);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it("a new step after undo forgets what was undone", () => {
    const history = undo(run([{ type: "toggle-kind", kind: "state" }]));
    expect(applyAction(history, { type: "toggle-kind", kind: "org" }).future).toEqual([]);
  });
});

describe("a step", () => {
  it("is never a selection, and a selection keeps what can be redone", () => {
    fc.assert(
      fc.property(actions, fc.nat(5), select, (list, n, selection) => {
        const history = times(n, undo, run(list));
        const after = applyAction(history, selection);
        expect(after.past).toBe(history.past);
        expect(after.future).toBe(history.future);
        expect(view(after.present)).toEqual(view(history.present));
      }),
    );
  });

  it("is not made by an action that leaves the view as it was", () => {
    const nothing: Action[] = [
      { type: "clear-filters" },
      { type: "show-hidden" },
      { type: "hide", ids: [IDS[0] as ActorId] },
      { type: "place", placed: new Map(), step: "Placed" },
      { type: "toggle-types", types: ["supplies"], on: true },
      { type: "move", id: IDS[0] as ActorId, to: { x: 1, y: 1 } },
      { type: "pin", ids: IDS, isOn: true },
      { type: "arrange", placed: new Map([[IDS[0] as ActorId, { x: 1, y: 1 }]]), step: "Laid out" },
      { type: "focus", focus: { actor: IDS[0] as ActorId, hops: 1 } },
      { type: "remove", ids: IDS, step: "Collapsed" },
      { type: "set-fading", isOn: false },
      { type: "set-filters", filters: { minDegree: 0, valid: undefined }, step: "Filters" },
    ];
    expect(nothing.filter((a) => applyAction(startHistory(EMPTY_VIEW), a).past.length > 0).map((a) => a.type)).toEqual([]);
  });

  it("says in words what it did", () => {
    const step = (list: readonly Action[]) => run(list).present.step;
    const two = new Map(IDS.slice(0, 2).map((i) => [i, { x: 0, y: 0 }]));
    expect(step([{ type: "open-starter", placed: two, title: "Arms" }])).toBe("Opened “Arms”");
    expect(
      step([
        { type: "place", placed: two, step: "Placed two" },
        { type: "hide", ids: IDS },
      ]),
    ).toBe("Hid 2 actors");
    expect(
      step([{ type: "place", placed: two, step: "P" }, { type: "hide", ids: [IDS[1] as ActorId] }, { type: "show-hidden" }]),
    ).toBe("Showed one actor again");
  });
});

describe("the canvas", () => {
  const start = actions.map((list) => run(list).present);

  it("placing twice gives the same actors, at the same positions", () => {
    fc.assert(
      fc.property(start, placed, placed, (state, first, other) => {
        const once = reduce(state, { type: "place", placed: first, step: "P" });
        const elsewhere = new Map([...first.keys()].map((i) => [i, other.get(i) ?? { x: 5, y: 5 }]));
        const twice = reduce(once, { type: "place", placed: elsewhere, step: "Q" });
        expect([...twice.placed]).toEqual([...once.placed]);
        expect(twice.hidden).toEqual(once.hidden);
        expect(twice.step).toBe(once.step);
        for (const [i, at] of state.placed) expect(once.placed.get(i)).toEqual(at);
        for (const i of first.keys()) expect(once.hidden.has(i)).toBe(false);
      }),
    );
  });

  it("hiding deletes nothing, and showing brings all back", () => {
    fc.assert(
      fc.property(start, fc.array(id), (state, ids) => {
        const hidden = reduce(state, { type: "hide", ids });
        expect(hidden.placed).toBe(state.placed);
        for (const i of hidden.hidden) expect(state.placed.has(i)).toBe(true);
        const shown = reduce(hidden, { type: "show-hidden" });
        expect([...shown.placed]).toEqual([...state.placed]);
        expect(shown.hidden.size).toBe(0);
      }),
    );
  });

  it("a layout moves no pinned actor and brings none, and a drag pins", () => {
    fc.assert(
      fc.property(start, placed, (state, positions) => {
        const laid = reduce(state, { type: "arrange", placed: positions, step: "L" });
        expect([...laid.placed.keys()]).toEqual([...state.placed.keys()]);
        for (const i of state.pinned) expect(laid.placed.get(i)).toEqual(state.placed.get(i));
        for (const [i, to] of positions) if (state.placed.has(i) && !state.pinned.has(i)) expect(laid.placed.get(i)).toEqual(to);
      }),
    );
    fc.assert(
      fc.property(start, id, point, (state, i, to) => {
        const moved = reduce(state, { type: "move", id: i, to });
        if (moved !== state) expect([moved.placed.get(i), moved.pinned.has(i)]).toEqual([to, true]);
      }),
    );
  });

  it("what is removed is gone from everything that names it", () => {
    fc.assert(
      fc.property(start, fc.array(id), (state, ids) => {
        const after = reduce(state, { type: "remove", ids, step: "R" });
        for (const i of ids.filter((one) => state.placed.has(one)))
          expect([
            after.placed.has(i),
            after.hidden.has(i),
            after.pinned.has(i),
            after.selected.includes(i),
            after.focus?.actor === i,
          ]).toEqual([false, false, false, false, false]);
      }),
    );
  });

  it("no action changes the state it is given", () => {
    fc.assert(
      fc.property(start, action, (state, next) => {
        const before = structuredClone(state);
        reduce(state, next);
        expect(state).toEqual(before);
      }),
    );
  });
});

describe("the store", () => {
  it("dispatches, undoes and redoes without React or a page", () => {
    const store = createViewStore();
    store.getState().dispatch({ type: "toggle-kind", kind: "state" });
    expect(store.getState().history.present.filters.kindsOff).toEqual(new Set(["state"]));
    store.getState().undo();
    expect(store.getState().history.present).toEqual(EMPTY_VIEW);
    store.getState().redo();
    expect(store.getState().history.present.filters.kindsOff).toEqual(new Set(["state"]));
  });
});
