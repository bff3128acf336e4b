// Answers: what is open beside the view: a menu, the sheet of commands, the chooser, a description, the timeline?
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ActorId } from "../../model/ids.ts";
import type { Direction } from "../../model/kinds.ts";
import type { ItemId } from "../../state/view-state.ts";
import { rememberTimeline } from "../timeline/strip-memory.ts";

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
  readonly isTimelineOpen: boolean;
  readonly setTimelineOpen: (isOpen: boolean) => void;
  /** The reader asked to be taken to the timeline, and is not there yet. */
  readonly isTimelineAwaited: boolean;
  readonly awaitTimeline: (isAwaited: boolean) => void;
  readonly setArranging: (arranging: OverlayState["arranging"]) => void;
  readonly setMenu: (menu: OpenMenu | undefined) => void;
  readonly setSheet: (isOpen: boolean) => void;
  readonly choose: (expanding: Expanding | undefined) => void;
  /** Paragraphs, shown until closed. */
  readonly describe: (description: readonly string[] | undefined) => void;
}

export function createOverlayStore(start: Pick<OverlayState, "isTimelineOpen">): StoreApi<OverlayState> {
  return createStore<OverlayState>((set) => ({
    isSheetOpen: false,
    ...start,
    isTimelineAwaited: false,
    setTimelineOpen: (isTimelineOpen) => {
      rememberTimeline(isTimelineOpen);
      set({ isTimelineOpen });
    },
    awaitTimeline: (isTimelineAwaited) => set({ isTimelineAwaited }),
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
