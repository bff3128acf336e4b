// Answers: how do components see what lies over the page?
import { useStore } from "zustand";
import { useApp } from "../shell/app-context.ts";
import type { OverlayState } from "./overlay-state.ts";

export function useOverlays<T>(pick: (state: OverlayState) => T): T {
  return useStore(useApp().overlays, pick);
}
