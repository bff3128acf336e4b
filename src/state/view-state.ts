// Answers: what is the user looking at? Everything on the canvas is a function of the snapshot and this value.
import type { ActorId, RelationId } from "../model/ids.ts";
import { type ActorKind, RELATION_STATUSES, type RelationStatus } from "../model/kinds.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Filters {
  readonly kindsOff: ReadonlySet<ActorKind>;
  readonly typesOff: ReadonlySet<string>;
  readonly statusesOff: ReadonlySet<RelationStatus>;
}

export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "actor"; readonly id: ActorId }
  | { readonly kind: "relation"; readonly id: RelationId };

export interface ViewState {
  /** Actors brought onto the canvas, with their positions, in the order they came. Filters hide some of them. */
  readonly placed: ReadonlyMap<ActorId, Point>;
  /** Actors hidden by hand; still placed. */
  readonly hidden: ReadonlySet<ActorId>;
  readonly filters: Filters;
  readonly selection: Selection;
  /** What the last step did, in words, for the undo button and the live region. */
  readonly step: string;
}

/** Statuses not shown until asked for: nothing is asserted by them. */
export const STATUSES_OFF_AT_START: readonly RelationStatus[] = RELATION_STATUSES.filter(
  (s) => s === "conjecture" || s === "retracted" || s === "hidden",
);

export type Action =
  | { readonly type: "open-starter"; readonly placed: ReadonlyMap<ActorId, Point>; readonly title: string }
  | { readonly type: "place"; readonly placed: ReadonlyMap<ActorId, Point>; readonly step: string; readonly select?: ActorId }
  | { readonly type: "hide"; readonly ids: readonly ActorId[] }
  | { readonly type: "show-hidden" }
  | { readonly type: "move"; readonly id: ActorId; readonly to: Point }
  | { readonly type: "select"; readonly selection: Selection }
  | { readonly type: "toggle-kind"; readonly kind: ActorKind }
  | { readonly type: "toggle-types"; readonly types: readonly string[]; readonly on: boolean }
  | { readonly type: "toggle-status"; readonly status: RelationStatus }
  | { readonly type: "clear-filters" };

export const EMPTY_VIEW: ViewState = {
  placed: new Map(),
  hidden: new Set(),
  filters: { kindsOff: new Set(), typesOff: new Set(), statusesOff: new Set(STATUSES_OFF_AT_START) },
  selection: { kind: "none" },
  step: "start",
};

/** Pure; returns the same object when nothing changes. */
export function reduce(state: ViewState, action: Action): ViewState {
  switch (action.type) {
    case "open-starter":
      return { ...EMPTY_VIEW, filters: state.filters, placed: action.placed, step: `Opened “${action.title}”` };
    case "place": {
      const fresh = [...action.placed].filter(([id]) => !state.placed.has(id));
      const unhidden = [...action.placed.keys()].filter((id) => state.hidden.has(id));
      const selection: Selection = action.select === undefined ? state.selection : { kind: "actor", id: action.select };
      if (fresh.length === 0 && unhidden.length === 0) return reduce(state, { type: "select", selection });
      return {
        ...state,
        placed: new Map([...state.placed, ...fresh]),
        hidden: new Set([...state.hidden].filter((id) => !unhidden.includes(id))),
        selection,
        step: action.step,
      };
    }
    case "hide": {
      const ids = action.ids.filter((id) => state.placed.has(id) && !state.hidden.has(id));
      if (ids.length === 0) return state;
      return {
        ...state,
        hidden: new Set([...state.hidden, ...ids]),
        selection: { kind: "none" },
        step: `Hid ${countText(ids.length)}`,
      };
    }
    case "show-hidden":
      if (state.hidden.size === 0) return state;
      return { ...state, hidden: new Set(), step: `Showed ${countText(state.hidden.size)} again` };
    case "move":
      if (!state.placed.has(action.id)) return state;
      return { ...state, placed: new Map(state.placed).set(action.id, action.to), step: "Moved an actor" };
    case "select":
      return sameSelection(state.selection, action.selection) ? state : { ...state, selection: action.selection };
    case "toggle-kind":
      return withFilters(state, { kindsOff: toggled(state.filters.kindsOff, action.kind) });
    case "toggle-types": {
      const typesOff = new Set(state.filters.typesOff);
      for (const type of action.types) action.on ? typesOff.delete(type) : typesOff.add(type);
      return withFilters(state, { typesOff });
    }
    case "toggle-status":
      return withFilters(state, { statusesOff: toggled(state.filters.statusesOff, action.status) });
    case "clear-filters":
      return withFilters(state, EMPTY_VIEW.filters);
  }
}

function withFilters(state: ViewState, filters: Partial<Filters>): ViewState {
  const next = { ...state.filters, ...filters };
  const isSame =
    sameSet(next.kindsOff, state.filters.kindsOff) &&
    sameSet(next.typesOff, state.filters.typesOff) &&
    sameSet(next.statusesOff, state.filters.statusesOff);
  return isSame ? state : { ...state, filters: next, step: "Changed the filters" };
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function sameSelection(a: Selection, b: Selection): boolean {
  return a.kind === b.kind && (a.kind === "none" || (b.kind !== "none" && a.id === b.id));
}

function countText(n: number): string {
  return n === 1 ? "one actor" : `${n} actors`;
}
