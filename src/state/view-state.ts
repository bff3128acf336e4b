// Answers: what is the user looking at? Everything on the canvas is a function of the snapshot and this value.
import type { EvidenceSettings } from "../graph/graph.ts";
import { type ActorId, isActorId, type RelationId, type SourceId } from "../model/ids.ts";
import { type ActorKind, RELATION_STATUSES, type RelationStatus } from "../model/kinds.ts";
import { isSameQuestion, NO_QUESTION, type RouteQuestion } from "./route-question.ts";
import { isSameList, isSameSet } from "./same.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** UTC days, ends included; an absent end is open. */
export interface DayRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface Filters {
  readonly kindsOff: ReadonlySet<ActorKind>;
  readonly typesOff: ReadonlySet<string>;
  readonly statusesOff: ReadonlySet<RelationStatus>;
  /** Sources whose claims do not count. */
  readonly sourcesOff: ReadonlySet<SourceId>;
  /** Least number of shown relations an actor must have; 0 = any. */
  readonly minDegree: number;
  /** Only claims that may have held at some point in it; claims without a date are taken as "up to publication". */
  readonly valid?: DayRange | undefined;
  /** UTC day: only claims published by then, and withdrawn by then or not as it was known; undefined = everything known. */
  readonly knownOn?: number | undefined;
}

/** Anything that can be selected. */
export type ItemId = ActorId | RelationId;

export const FOCUS_HOPS = [1, 2, 3, 4] as const;

/** Only what is within so many shown hops of an actor. */
export interface Focus {
  readonly actor: ActorId;
  readonly hops: (typeof FOCUS_HOPS)[number];
}

export interface TourPlace {
  readonly id: string;
  readonly step: number;
}

export interface ViewState {
  /** Actors brought onto the canvas, with their positions, in the order they came. Filters hide some of them. */
  readonly placed: ReadonlyMap<ActorId, Point>;
  /** Actors hidden by hand; still placed. */
  readonly hidden: ReadonlySet<ActorId>;
  /** Actors that no layout moves and no collapse removes. */
  readonly pinned: ReadonlySet<ActorId>;
  readonly filters: Filters;
  /** What filters refuse is faded instead of hidden. */
  readonly isFading: boolean;
  readonly focus?: Focus | undefined;
  /** What the path workbench asks. */
  readonly question: RouteQuestion;
  /** The actors along the route that is shown, from the first to the last: one of those the question finds, or was. */
  readonly route?: readonly ActorId[] | undefined;
  /** The step of a tour that this view is, or was before the reader changed it; steps count from 0. */
  readonly tour?: TourPlace | undefined;
  /** In the order of selecting; the last one is the one keys and panels act on. */
  readonly selected: readonly ItemId[];
  /** What the last step did, in words, for the breadcrumb, the undo button and the live region. */
  readonly step: string;
}

/** Statuses not shown until asked for: nothing is asserted by them. */
export const STATUSES_OFF_AT_START: readonly RelationStatus[] = RELATION_STATUSES.filter(
  (s) => s === "conjecture" || s === "retracted" || s === "hidden",
);

export type Action =
  | { readonly type: "open"; readonly view: ViewState }
  | { readonly type: "open-starter"; readonly placed: ReadonlyMap<ActorId, Point>; readonly title: string }
  /** A view of its own: nothing of the one before stays, filters neither. */
  | {
      readonly type: "open-tour-step";
      readonly tour: TourPlace;
      readonly placed: ReadonlyMap<ActorId, Point>;
      readonly filters: Partial<Filters>;
      readonly selected: readonly ItemId[];
      readonly step: string;
    }
  | { readonly type: "leave-tour" }
  | { readonly type: "place"; readonly placed: ReadonlyMap<ActorId, Point>; readonly step: string; readonly select?: ActorId }
  | { readonly type: "remove"; readonly ids: readonly ActorId[]; readonly step: string }
  | { readonly type: "hide"; readonly ids: readonly ActorId[] }
  | { readonly type: "show-hidden" }
  /** Drags an actor to a place and pins it there. */
  | { readonly type: "move"; readonly id: ActorId; readonly to: Point }
  | { readonly type: "pin"; readonly ids: readonly ActorId[]; readonly isOn: boolean }
  /** New positions for placed actors; pinned ones stay. */
  | { readonly type: "arrange"; readonly placed: ReadonlyMap<ActorId, Point>; readonly step: string }
  | { readonly type: "focus"; readonly focus: Focus | undefined }
  | { readonly type: "select"; readonly ids: readonly ItemId[] }
  | { readonly type: "toggle-selected"; readonly id: ItemId }
  | { readonly type: "toggle-kind"; readonly kind: ActorKind }
  | { readonly type: "toggle-types"; readonly types: readonly string[]; readonly on: boolean }
  | { readonly type: "toggle-status"; readonly status: RelationStatus }
  | { readonly type: "toggle-source"; readonly source: SourceId }
  /** Any part of the filters at once; `step` says what was done. */
  | { readonly type: "set-filters"; readonly filters: Partial<Filters>; readonly step: string }
  /** A change of the question takes the route off the canvas, unless it is given anew. */
  | { readonly type: "ask"; readonly question: Partial<RouteQuestion>; readonly step: string }
  /** Shows a route with its actors at these places; undefined takes it off. */
  | {
      readonly type: "show-route";
      readonly route: readonly ActorId[] | undefined;
      readonly placed: ReadonlyMap<ActorId, Point>;
      readonly step: string;
    }
  | { readonly type: "set-fading"; readonly isOn: boolean }
  | { readonly type: "clear-filters" };

export const NO_FILTERS: Filters = {
  kindsOff: new Set(),
  typesOff: new Set(),
  statusesOff: new Set(STATUSES_OFF_AT_START),
  sourcesOff: new Set(),
  minDegree: 0,
};

export const EMPTY_VIEW: ViewState = {
  placed: new Map(),
  hidden: new Set(),
  pinned: new Set(),
  filters: NO_FILTERS,
  isFading: false,
  question: NO_QUESTION,
  selected: [],
  step: "Start",
};

/** What the filters leave of the evidence, for status derivation. */
export function settingsOf({ sourcesOff, valid, knownOn }: Filters): EvidenceSettings {
  return { sourcesOff, valid, knownOn };
}

/** The actor that keys and panels act on: the last one selected. */
export function chosenActorOf({ selected }: Pick<ViewState, "selected">): ActorId | undefined {
  return selected.findLast(isActorId);
}

/** Pure; returns the same object when nothing changes. */
export function reduce(state: ViewState, action: Action): ViewState {
  switch (action.type) {
    case "open":
      return action.view;
    case "open-starter":
      return {
        ...EMPTY_VIEW,
        filters: state.filters,
        isFading: state.isFading,
        placed: action.placed,
        step: `Opened “${action.title}”`,
      };
    case "open-tour-step": {
      const { tour, placed, filters, selected, step } = action;
      return { ...EMPTY_VIEW, filters: { ...NO_FILTERS, ...filters }, isFading: state.isFading, placed, tour, selected, step };
    }
    case "leave-tour":
      return state.tour === undefined ? state : { ...state, tour: undefined, step: "Left the tour" };
    case "place": {
      const fresh = [...action.placed].filter(([id]) => !state.placed.has(id));
      const unhidden = [...action.placed.keys()].filter((id) => state.hidden.has(id));
      const selected = action.select === undefined ? state.selected : [action.select];
      if (fresh.length === 0 && unhidden.length === 0) return reduce(state, { type: "select", ids: selected });
      return {
        ...state,
        placed: new Map([...state.placed, ...fresh]),
        hidden: without(state.hidden, unhidden),
        selected,
        step: action.step,
      };
    }
    case "remove": {
      const ids = action.ids.filter((id) => state.placed.has(id));
      if (ids.length === 0) return state;
      return {
        ...state,
        placed: new Map([...state.placed].filter(([id]) => !ids.includes(id))),
        hidden: without(state.hidden, ids),
        pinned: without(state.pinned, ids),
        focus: withoutFocusOn(state.focus, ids),
        selected: state.selected.filter((id) => !ids.includes(id as ActorId)),
        step: action.step,
      };
    }
    case "hide": {
      const ids = action.ids.filter((id) => state.placed.has(id) && !state.hidden.has(id));
      if (ids.length === 0) return state;
      return {
        ...state,
        hidden: new Set([...state.hidden, ...ids]),
        focus: withoutFocusOn(state.focus, ids),
        selected: [],
        step: `Hid ${countText(ids.length)}`,
      };
    }
    case "show-hidden":
      if (state.hidden.size === 0) return state;
      return { ...state, hidden: new Set(), step: `Showed ${countText(state.hidden.size)} again` };
    case "move": {
      const at = state.placed.get(action.id);
      if (at === undefined || (at.x === action.to.x && at.y === action.to.y)) return state;
      return {
        ...state,
        placed: new Map(state.placed).set(action.id, action.to),
        pinned: new Set([...state.pinned, action.id]),
        step: "Moved and pinned an actor",
      };
    }
    case "pin": {
      const ids = action.ids.filter((id) => state.placed.has(id) && state.pinned.has(id) !== action.isOn);
      if (ids.length === 0) return state;
      const pinned = action.isOn ? new Set([...state.pinned, ...ids]) : without(state.pinned, ids);
      return { ...state, pinned, step: `${action.isOn ? "Pinned" : "Unpinned"} ${countText(ids.length)}` };
    }
    case "arrange": {
      const moved = [...action.placed].filter(([id, to]) => {
        const at = state.placed.get(id);
        return at !== undefined && !state.pinned.has(id) && (at.x !== to.x || at.y !== to.y);
      });
      if (moved.length === 0) return state;
      const places = new Map(moved);
      return {
        ...state,
        placed: new Map([...state.placed].map(([id, at]) => [id, places.get(id) ?? at])),
        step: action.step,
      };
    }
    case "focus": {
      const { focus } = action;
      if (focus?.actor === state.focus?.actor && focus?.hops === state.focus?.hops) return state;
      if (focus !== undefined && !state.placed.has(focus.actor)) return state;
      const step = focus === undefined ? "Left the focus" : `Focused on ${focus.hops === 1 ? "one hop" : `${focus.hops} hops`}`;
      return { ...state, focus, step };
    }
    case "select":
      return isSameList(state.selected, action.ids) ? state : { ...state, selected: [...new Set(action.ids)] };
    case "toggle-selected": {
      const rest = state.selected.filter((id) => id !== action.id);
      return { ...state, selected: rest.length < state.selected.length ? rest : [...rest, action.id] };
    }
    case "toggle-kind":
      return withFilters(
        state,
        { kindsOff: toggled(state.filters.kindsOff, action.kind) },
        `${switchWord(state.filters.kindsOff.has(action.kind))} actors of kind ${action.kind}`,
      );
    case "toggle-types": {
      const typesOff = new Set(state.filters.typesOff);
      for (const type of action.types) action.on ? typesOff.delete(type) : typesOff.add(type);
      const [only, ...others] = action.types;
      const what = others.length === 0 ? `“${only}”` : `${action.types.length} types`;
      return withFilters(state, { typesOff }, `${switchWord(action.on)} relations of ${what}`);
    }
    case "toggle-status":
      return withFilters(
        state,
        { statusesOff: toggled(state.filters.statusesOff, action.status) },
        `${switchWord(state.filters.statusesOff.has(action.status))} status ${action.status}`,
      );
    case "toggle-source":
      return withFilters(
        state,
        { sourcesOff: toggled(state.filters.sourcesOff, action.source) },
        `${switchWord(state.filters.sourcesOff.has(action.source))} a source`,
      );
    case "set-filters":
      return withFilters(state, action.filters, action.step);
    case "ask": {
      const question = { ...state.question, ...action.question };
      if (isSameQuestion(question, state.question)) return state;
      return { ...state, question, route: undefined, step: action.step };
    }
    case "show-route": {
      const { route } = action;
      if (route === undefined) return state.route === undefined ? state : { ...state, route: undefined, step: action.step };
      const placed = reduce(state, { type: "place", placed: action.placed, step: action.step });
      if (placed === state && isSameList(route, state.route ?? [])) return { ...state, selected: [] };
      return { ...placed, route, focus: undefined, selected: [], step: action.step };
    }
    case "set-fading":
      if (state.isFading === action.isOn) return state;
      return { ...state, isFading: action.isOn, step: action.isOn ? "Faded what filters refuse" : "Hid what filters refuse" };
    case "clear-filters":
      return withFilters(state, { ...NO_FILTERS, valid: undefined, knownOn: undefined }, "Cleared the filters");
  }
}

function switchWord(isOn: boolean): string {
  return isOn ? "Let in" : "Left out";
}

function withFilters(state: ViewState, change: Partial<Filters>, step: string): ViewState {
  const next = { ...state.filters, ...change };
  return isSameFilters(next, state.filters) ? state : { ...state, filters: next, step };
}

export function isSameFilters(a: Filters, b: Filters): boolean {
  return (
    isSameSet(a.kindsOff, b.kindsOff) &&
    isSameSet(a.typesOff, b.typesOff) &&
    isSameSet(a.statusesOff, b.statusesOff) &&
    isSameSet(a.sourcesOff, b.sourcesOff) &&
    a.minDegree === b.minDegree &&
    a.valid?.from === b.valid?.from &&
    a.valid?.to === b.valid?.to &&
    a.knownOn === b.knownOn
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function without<T>(set: ReadonlySet<T>, items: readonly T[]): ReadonlySet<T> {
  return new Set([...set].filter((item) => !items.includes(item)));
}

/** A focus on what is taken away would leave nothing to see. */
function withoutFocusOn(focus: Focus | undefined, ids: readonly ActorId[]): Focus | undefined {
  return focus !== undefined && ids.includes(focus.actor) ? undefined : focus;
}

function countText(n: number): string {
  return n === 1 ? "one actor" : `${n} actors`;
}
