// Answers: who holds the history while the page is open? A store without React, DOM or Cytoscape.

import { createStore, type StoreApi } from "zustand/vanilla";
import { applyAction, type History, redo, startHistory, travel, undo } from "./history.ts";
import { type Action, EMPTY_VIEW, type ViewState } from "./view-state.ts";

export interface ViewStore {
  readonly history: History;
  /** Starts afresh with this view; not a step that can be undone. */
  readonly open: (view: ViewState) => void;
  readonly dispatch: (action: Action) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Over several steps at once, back when negative. */
  readonly travel: (steps: number) => void;
}

export function createViewStore(): StoreApi<ViewStore> {
  return createStore<ViewStore>((set) => ({
    history: startHistory(EMPTY_VIEW),
    open: (view) => set({ history: startHistory(view) }),
    dispatch: (action) => set((s) => ({ history: applyAction(s.history, action) })),
    undo: () => set((s) => ({ history: undo(s.history) })),
    redo: () => set((s) => ({ history: redo(s.history) })),
    travel: (steps) => set((s) => ({ history: travel(s.history, steps) })),
  }));
}
