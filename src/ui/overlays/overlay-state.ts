// Answers: what lies over the page now: a menu, the sheet of commands, the chooser, a description?
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ActorId } from "../../model/ids.ts";
import type { Direction } from "../../model/kinds.ts";
import type { ItemId } from "../../state/view-state.ts";

export interface OpenMenu {
  /** Empty when it was opened beside everything. */
  readonly targets: readonly ItemId[];
  /** In pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
}

export interface Expanding {
  readonly id: ActorId;
  readonly direction: Direction;
  readonly types?: ReadonlySet<string> | undefined;
}

export interface OverlayState {
  readonly menu?: OpenMenu | undefined;
  readonly isSheetOpen: boolean;
  readonly isExporting: boolean;
  readonly setExporting: (isExporting: boolean) => void;
  readonly expanding?: Expanding | undefined;
  readonly description?: readonly string[] | undefined;
  /** An arrangement under way. */
  readonly arranging?: { readonly title: string; readonly cancel: () => void } | undefined;
  /** An address that the browser did not let the page copy. */
  readonly refusedLink?: string | undefined;
  readonly setRefusedLink: (address: string | undefined) => void;
  readonly setArranging: (arranging: OverlayState["arranging"]) => void;
  readonly setMenu: (menu: OpenMenu | undefined) => void;
  readonly setSheet: (isOpen: boolean) => void;
  readonly choose: (expanding: Expanding | undefined) => void;
  /** Paragraphs, shown until closed. */
  readonly describe: (description: readonly string[] | undefined) => void;
}

export function createOverlayStore(): StoreApi<OverlayState> {
  return createStore<OverlayState>((set) => ({
    isSheetOpen: false,
    isExporting: false,
    setExporting: (isExporting) => set({ isExporting }),
    setRefusedLink: (refusedLink) => set({ refusedLink }),
    setArranging: (arranging) => set({ arranging }),
    setMenu: (menu) => set({ menu }),
    setSheet: (isSheetOpen) => set({ isSheetOpen }),
    choose: (expanding) => set({ expanding }),
    describe: (description) => set({ description }),
  }));
}
