// Answers: what of the path workbench is no part of the view: is it open, what was answered, which route do the panels show?
import { createStore, type StoreApi } from "zustand/vanilla";
import type { NoPathExplanation } from "../../graph/paths/explain-no-path.ts";
import type { PathsAnswer, PathsQuery } from "../../graph/paths/paths.ts";
import type { Route } from "../../graph/paths/route.ts";

export type RouteSide = "from" | "to";

/** What became of the question as it stands. */
export type RouteSearch =
  | { readonly state: "idle" }
  /** `share` of what a search may spend. */
  | { readonly state: "searching"; readonly share: number; readonly cancel: () => void }
  | { readonly state: "cancelled" }
  | { readonly state: "failed"; readonly message: string }
  | {
      readonly state: "answered";
      readonly query: PathsQuery;
      readonly answer: PathsAnswer;
      /** Where there is no route. */
      readonly explanation?: NoPathExplanation | undefined;
    };

export interface PathsState {
  readonly isOpen: boolean;
  /** The next actor selected on the canvas joins this side. */
  readonly picking?: RouteSide | undefined;
  readonly search: RouteSearch;
  /** The route of the view as the filters leave it; undefined while it is worked out, or when it does not hold under them. */
  readonly shown?: Route | undefined;
  /** The view has a route that does not hold under the filters. */
  readonly isGone: boolean;
  readonly set: (change: Partial<Omit<PathsState, "set">>) => void;
}

export function createPathsStore(isOpen: boolean): StoreApi<PathsState> {
  return createStore<PathsState>((set) => ({ isOpen, search: { state: "idle" }, isGone: false, set: (change) => set(change) }));
}
