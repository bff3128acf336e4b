// Answers: how does a view outlive the page? As a link to copy, and as the last session this browser offers to restore.
import { createStore, type StoreApi } from "zustand/vanilla";
import type { EntenteGraph } from "../../graph/graph.ts";
import { type Extent, isLink, writeLink } from "../../state/link.ts";
import type { ViewStore } from "../../state/store.ts";
import type { ViewState } from "../../state/view-state.ts";
import { type Opening, openLink } from "./opening.ts";
import type { SavedSessions } from "./saved-sessions.ts";

/** From one write to the next, so that a row of changes is not written one by one; the first is written at once. */
const SAVE_PAUSE_MS = 1000;

export interface Offer {
  readonly view: ViewState;
  readonly extent: Extent | undefined;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** What the saved session names that is no longer as it was. */
  readonly notes: readonly string[];
}

export interface SessionState {
  /** What the reader must be told of a link or a restored session, until dismissed. */
  readonly notes: readonly string[];
  /** The last session, until it is restored or dismissed. */
  readonly offer: Offer | undefined;
  /** The browser does not keep this session; said once. */
  readonly isUnsaved: boolean;
  /** What the view that came last from outside had in sight; undefined: all of it is to be framed. */
  readonly extent: Extent | undefined;
  /** How many views came from outside since the start: the canvas frames each. */
  readonly openings: number;
}

export interface Session {
  readonly state: StoreApi<SessionState>;
  /** Started without a link, in a browser that keeps no session of this dataset. */
  readonly isFirstVisit: Promise<boolean>;
  /** From now on links and the kept session say what is in sight too. */
  readonly followExtent: (extentNow: () => Extent | undefined) => void;
  /** Puts the link to the present view into the address bar and gives the whole address. */
  readonly address: () => string;
  /** As one step that can be undone. */
  readonly restore: () => void;
  readonly dismissOffer: () => void;
  readonly dismissNotes: () => void;
  readonly dismissUnsaved: () => void;
  /** The present view as a file's text: its address, dataset and time. */
  readonly file: () => string;
  readonly destroy: () => void;
}

export interface SessionOptions {
  readonly graph: EntenteGraph;
  readonly store: StoreApi<ViewStore>;
  readonly saved: SavedSessions;
  /** The link the page was started with, if any. */
  readonly opening?: Opening | undefined;
}

export function createSession({ graph, store, saved, opening }: SessionOptions): Session {
  const viewNow = (): ViewState => store.getState().history.present;
  let extentNow: () => Extent | undefined = () => undefined;
  const linkTo = (view: ViewState, extent?: Extent): string => writeLink(view, { id: graph.info.id, hash: graph.hash }, extent);
  const linkNow = (): string => linkTo(viewNow(), extentNow());
  const addressNow = (): string => new URL(linkNow(), location.href).href;
  const atStart = linkNow();
  const isRefused = opening !== undefined && opening.view === undefined;
  const state = createStore<SessionState>(() => ({
    notes: [...(opening?.notes ?? []), ...(isRefused ? ["The start view is shown instead."] : [])],
    offer: undefined,
    isUnsaved: false,
    extent: opening?.extent,
    openings: 0,
  }));
  let written = viewNow();
  let hasFailed = false;
  let timer: number | undefined;
  let savedAt = Number.NEGATIVE_INFINITY;

  function open({ view, extent, notes }: Pick<Offer, "view" | "extent" | "notes">): void {
    store.getState().dispatch({ type: "open", view });
    state.setState(({ openings }) => ({ notes, extent, openings: openings + 1 }));
  }

  async function save(): Promise<void> {
    window.clearTimeout(timer);
    timer = undefined;
    const view = viewNow();
    if (view === written) return;
    savedAt = performance.now();
    try {
      await saved.keep(graph.info.id, { link: linkNow(), savedAt: Date.now() });
      written = view;
      state.setState({ isUnsaved: false });
    } catch {
      if (!hasFailed) state.setState({ isUnsaved: true });
      hasFailed = true;
    }
  }

  /** A page that is left may never run again. */
  function saveNow(): void {
    if (timer !== undefined) void save();
  }

  function onHashChange(): void {
    if (!isLink(location.hash)) return;
    const { view, extent, notes } = openLink(location.hash, graph);
    if (view === undefined) state.setState({ notes: [...notes, "The view stays as it was."] });
    else open({ view, extent, notes });
  }

  /** A failure here is told when there is something to lose: with the first change that cannot be kept. */
  async function findOffer(): Promise<boolean> {
    const last = await saved.find(graph.info.id).catch(() => undefined);
    if (last === undefined) return false;
    const { view, extent, notes } = openLink(last.link, graph, "the last session");
    if (view === undefined) state.setState((s) => ({ notes: [...s.notes, ...notes] }));
    else if (view.placed.size > 0 && linkTo({ ...view, selected: [] }) !== atStart)
      state.setState({ offer: { view: { ...view, step: "Restored the last session" }, extent, savedAt: last.savedAt, notes } });
    return true;
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.history.present === before.history.present) return;
    timer ??= window.setTimeout(save, savedAt + SAVE_PAUSE_MS - performance.now());
  });
  const onVisibility = (): void => {
    if (document.visibilityState === "hidden") saveNow();
  };
  addEventListener("hashchange", onHashChange);
  addEventListener("pagehide", saveNow);
  document.addEventListener("visibilitychange", onVisibility);
  // The address may have changed while the page's code was on its way.
  if (location.hash !== opening?.link) onHashChange();
  const hasKept = opening?.view === undefined ? findOffer() : Promise.resolve(true);

  return {
    state,
    isFirstVisit: hasKept.then((isKept) => !isKept && opening === undefined),
    followExtent(given) {
      extentNow = given;
    },
    address() {
      history.replaceState(history.state, "", linkNow());
      return location.href;
    },
    restore() {
      const { offer } = state.getState();
      if (offer === undefined) return;
      state.setState({ offer: undefined });
      open(offer);
    },
    dismissOffer: () => state.setState({ offer: undefined }),
    dismissNotes: () => state.setState({ notes: [] }),
    dismissUnsaved: () => state.setState({ isUnsaved: false }),
    file() {
      const { id, version } = graph.info;
      const content = {
        format: "entente-view",
        version: 1,
        link: addressNow(),
        dataset: { id, version, hash: graph.hash },
        savedAt: new Date().toISOString(),
      };
      return `${JSON.stringify(content, undefined, 2)}\n`;
    },
    destroy() {
      window.clearTimeout(timer);
      unsubscribe();
      removeEventListener("hashchange", onHashChange);
      removeEventListener("pagehide", saveNow);
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}
