// Answers: who holds the history while the page is open? A store without React, DOM or Cytoscape.

import { createStore, type StoreApi } from "zustand/vanilla";
import type { ActorId } from "../model/ids.ts";
import { applyAction, type History, redo, startHistory, undo } from "./history.ts";
import { type Action, EMPTY_VIEW, type Point, reduce } from "./view-state.ts";

export interface ViewStore {
  readonly history: History;
  /** Starts afresh with these actors; not a step that can be undone. */
  readonly open: (starter: { readonly placed: ReadonlyMap<ActorId, Point>; readonly title: string }) => void;
  readonly dispatch: (action: Action) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function createViewStore(): StoreApi<ViewStore> {
  return createStore<ViewStore>((set) => ({
    history: startHistory(EMPTY_VIEW),
    open: (starter) => set({ history: startHistory(reduce(EMPTY_VIEW, { type: "open-starter", ...starter })) }),
    dispatch: (action) => set((s) => ({ history: applyAction(s.history, action) })),
    undo: () => set((s) => ({ history: undo(s.history) })),
    redo: () => set((s) => ({ history: redo(s.history) })),
  }));
}
