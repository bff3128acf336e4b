// Answers: how do components reach the dataset, the engine and the view?
import { createContext, use } from "react";
import { type StoreApi, useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { QueryEngine } from "../../engine/query-engine.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import type { ViewStore } from "../../state/store.ts";
import type { Action, ItemId, ViewState } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import type { GraphView } from "../../view/canvas/graph-view.ts";
import type { OverlayState } from "../overlays/overlay-state.ts";
import type { PathsState } from "../paths/paths-state.ts";
import type { Session } from "../session/session.ts";

/** What the middle of the page shows. */
export const TABS = ["graph", "table", "support", "sources", "coverage", "disputes"] as const;
export type Tab = (typeof TABS)[number];

export interface AppContextValue {
  readonly graph: EntenteGraph;
  readonly engine: QueryEngine;
  readonly store: StoreApi<ViewStore>;
  readonly session: Session;
  /** The canvas, once it is mounted. */
  readonly canvas: { current: GraphView | undefined };
  /** Says something to the eye and to the screen reader. */
  readonly notify: (message: string) => void;
  /** Shows the graph or the table; neither forgets what it showed. */
  readonly showTab: (tab: Tab) => void;
  /** On a narrow screen goes from the list or the filters to the graph; elsewhere nothing changes. */
  readonly showMiddle: () => void;
  /** The path workbench, as far as it is no part of the view. */
  readonly paths: StoreApi<PathsState>;
  /** Menus, sheets and dialogs over the page. */
  readonly overlays: StoreApi<OverlayState>;
}

export const AppContext = createContext<AppContextValue | undefined>(undefined);

export function useApp(): AppContextValue {
  const value = use(AppContext);
  if (value === undefined) throw new Error("no AppContext above");
  return value;
}

/** The view, or the named parts of it: then a change of other parts draws nothing anew. */
export function useView(): ViewState;
export function useView<Part extends keyof ViewState>(...parts: readonly Part[]): Pick<ViewState, Part>;
export function useView(...parts: readonly (keyof ViewState)[]): Partial<ViewState> {
  const { store } = useApp();
  return useStore(
    store,
    useShallow(({ history: { present } }) =>
      parts.length === 0 ? present : Object.fromEntries(parts.map((part) => [part, present[part]])),
    ),
  );
}

export function useIsSelected(id: ItemId): boolean {
  return useStore(useApp().store, (s) => s.history.present.selected.includes(id));
}

export function useDispatch(): (action: Action) => void {
  return useApp().store.getState().dispatch;
}

/** Computed once for all components, by `VisibleGraph`. */
export const VisibleContext = createContext<VisibleGraph | undefined>(undefined);
export const SettledContext = createContext<VisibleGraph | undefined>(undefined);

export function useVisible(): VisibleGraph {
  return needed(use(VisibleContext));
}

/** For long lists, which are drawn after the change that led to them and in steps: for a moment that of the view before it. */
export function useSettledVisible(): VisibleGraph {
  return needed(use(SettledContext));
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("no VisibleGraph above");
  return value;
}
