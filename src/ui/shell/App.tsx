// Answers: how do the parts of the page stand together, wide and narrow?
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type StoreApi, useStore } from "zustand";
import type { QueryEngine } from "../../engine/query-engine.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { isAsked } from "../../state/route-question.ts";
import type { ViewStore } from "../../state/store.ts";
import type { GraphView } from "../../view/canvas/graph-view.ts";
import { GraphCanvas } from "../canvas/GraphCanvas.tsx";
import { FilterChips } from "../left/FilterChips.tsx";
import { createOverlayStore } from "../overlays/overlay-state.ts";
import { afterShown } from "../parts/after-shown.ts";
import { createPathsStore } from "../paths/paths-state.ts";
import type { Session } from "../session/session.ts";
import { isTimelineOpen } from "../timeline/strip-memory.ts";
import { AppContext, type AppContextValue, type Tab } from "./app-context.ts";
import { createNotices, Notice } from "./Notice.tsx";
import { isBesideMiddle, type Pane } from "./pane.ts";
import { StatusLine } from "./StatusLine.tsx";
import { VisibleGraph } from "./VisibleGraph.tsx";

// Only the canvas is needed for the first paint; the rest follows in files of its own.
const panels = () => import("./panels.ts");
const CanvasTools = lazy(() => panels().then((m) => ({ default: m.CanvasTools })));
const CenterCommands = lazy(() => panels().then((m) => ({ default: m.CenterCommands })));
const EmptyCanvas = lazy(() => panels().then((m) => ({ default: m.EmptyCanvas })));
const Explore = lazy(() => panels().then((m) => ({ default: m.Explore })));
const Inspector = lazy(() => panels().then((m) => ({ default: m.Inspector })));
const Legend = lazy(() => panels().then((m) => ({ default: m.Legend })));
const LineKey = lazy(() => panels().then((m) => ({ default: m.LineKey })));
const Outline = lazy(() => panels().then((m) => ({ default: m.Outline })));
const Overlays = lazy(() => panels().then((m) => ({ default: m.Overlays })));
const PaneSwitch = lazy(() => panels().then((m) => ({ default: m.PaneSwitch })));
const SessionBars = lazy(() => panels().then((m) => ({ default: m.SessionBars })));
const TabSwitch = lazy(() => panels().then((m) => ({ default: m.TabSwitch })));
const TablePane = lazy(() => import("../table/TablePane.tsx").then((m) => ({ default: m.TablePane })));
const PathsDrawer = lazy(() => panels().then((m) => ({ default: m.PathsDrawer })));
const SupportPane = lazy(() => import("../support/SupportPane.tsx").then((m) => ({ default: m.SupportPane })));
const SourcesPane = lazy(() => import("../sources/SourcesPane.tsx").then((m) => ({ default: m.SourcesPane })));
const CoveragePane = lazy(() => import("../coverage/CoveragePane.tsx").then((m) => ({ default: m.CoveragePane })));
const TourBar = lazy(() => import("../tours/TourBar.tsx").then((m) => ({ default: m.TourBar })));
const DisputesPane = lazy(() => import("../disputes/DisputesPane.tsx").then((m) => ({ default: m.DisputesPane })));
const TimelineBar = lazy(() => panels().then((m) => ({ default: m.TimelineBar })));
const Steps = lazy(() => panels().then((m) => ({ default: m.Steps })));
const TopBar = lazy(() => panels().then((m) => ({ default: m.TopBar })));

/** What stands around the canvas, in the order in which it is mounted. */
const PARTS = ["bars", "list", "tools", "timeline", "inspector"] as const;

/** The canvas is painted first. The parts follow one by one, so that none of them holds the page up for long. */
function useMounted() {
  const [count, setCount] = useState(0);
  const mountNext = useCallback(() => startTransition(() => setCount((now) => now + 1)), []);
  useEffect(() => (count === 0 || count === PARTS.length ? undefined : afterShown(mountNext)), [count, mountNext]);
  return { has: (part: (typeof PARTS)[number]): boolean => PARTS.indexOf(part) < count, start: mountNext };
}

export interface AppProps {
  readonly graph: EntenteGraph;
  readonly engine: QueryEngine;
  readonly store: StoreApi<ViewStore>;
  readonly session: Session;
}

export function App({ graph, engine, store, session }: AppProps) {
  const canvas = useRef<GraphView | undefined>(undefined);
  const [notices] = useState(createNotices);
  const [sourceId, setSourceId] = useState<string>();
  const [pane, setPane] = useState<Pane>("list");
  const [tab, setTab] = useState<Tab>("graph");
  const mounted = useMounted();
  const isNarrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const showTab = useCallback((wanted: Tab): void => {
    setTab(wanted);
    setPane(wanted);
  }, []);
  const showMiddle = useCallback((): void => setPane((now) => (isBesideMiddle(now) ? "graph" : now)), []);
  const app = useMemo<AppContextValue>(
    () => ({
      graph,
      engine,
      store,
      session,
      canvas,
      notify: (text) => notices.setState({ text }),
      overlays: createOverlayStore({ isTimelineOpen: isTimelineOpen() }),
      paths: createPathsStore(isAsked(store.getState().history.present.question)),
      showTab,
      showMiddle,
    }),
    [graph, engine, store, session, notices, showTab, showMiddle],
  );
  const tour = useStore(store, ({ history: { present } }) => present.tour);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.history.present.selected !== before.history.present.selected) setSourceId(undefined);
      }),
    [store],
  );
  const shows = (wanted: Pane): boolean => !isNarrow || pane === wanted;
  const isInMiddle = !isNarrow || !isBesideMiddle(pane);
  const middle = isNarrow ? pane : tab;
  const isTable = middle === "table";
  /** Loaded when first asked for; from then on it keeps its settings. */
  const wasTable = useRef(false);
  wasTable.current ||= isTable;
  return (
    <AppContext value={app}>
      <VisibleGraph>
        {mounted.has("bars") && shows("list") ? (
          <nav aria-label="Skip">
            <a className="skip" href="#outline-title">
              Skip to the list of everything shown
            </a>
          </nav>
        ) : null}
        <Suspense fallback={<header className="top-bar" />}>
          {mounted.has("bars") ? <TopBar onSource={setSourceId} /> : <header className="top-bar" />}
          {mounted.has("bars") ? <SessionBars /> : null}
          {mounted.has("bars") && isNarrow ? <PaneSwitch pane={pane} onPane={setPane} /> : null}
        </Suspense>
        <main className="main">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <nav className="left" aria-label="Questions, filters and list" hidden={isNarrow && isInMiddle} tabIndex={0}>
            <Suspense fallback={null}>
              {mounted.has("list") && shows("list") ? <Explore /> : null}
              {mounted.has("list") && shows("filters") ? <Legend /> : null}
              {mounted.has("list") && shows("list") ? <Outline /> : null}
            </Suspense>
          </nav>
          <section className="center" aria-label="Graph and table" hidden={!isInMiddle}>
            <div className="center-bar">
              <Suspense fallback={null}>
                {mounted.has("bars") && !isNarrow ? <TabSwitch tab={tab} onTab={setTab} /> : null}
                {mounted.has("bars") ? <CenterCommands /> : null}
                {mounted.has("bars") ? <Steps /> : null}
              </Suspense>
              <FilterChips />
            </div>
            <Suspense fallback={null}>
              {mounted.has("tools") && isInMiddle && tour !== undefined && (middle === "graph" || isTable) ? <TourBar /> : null}
            </Suspense>
            <div className="stage">
              <div className="graph-layer" data-covered={isInMiddle && middle !== "graph"}>
                <GraphCanvas onPainted={mounted.start} />
                {mounted.has("tools") ? (
                  <Suspense fallback={null}>
                    <EmptyCanvas />
                    <CanvasTools />
                    <LineKey />
                  </Suspense>
                ) : null}
              </div>
              <Suspense fallback={<p className="table-loading">Loading …</p>}>
                {wasTable.current ? <TablePane isShown={isTable} /> : null}
                {middle === "support" ? <SupportPane /> : null}
                {middle === "sources" ? <SourcesPane onSource={setSourceId} /> : null}
                {middle === "coverage" ? <CoveragePane /> : null}
                {middle === "disputes" ? <DisputesPane /> : null}
              </Suspense>
            </div>
            <Suspense fallback={null}>{mounted.has("tools") && isInMiddle ? <PathsDrawer /> : null}</Suspense>
            <div className="strip">
              <Suspense fallback={null}>{mounted.has("timeline") && isInMiddle ? <TimelineBar /> : null}</Suspense>
            </div>
          </section>
          <Suspense fallback={<aside className="inspector" aria-label="Inspector" />}>
            {mounted.has("inspector") ? (
              <Inspector sourceId={sourceId} onSource={setSourceId} />
            ) : (
              <aside className="inspector" aria-label="Inspector" />
            )}
          </Suspense>
        </main>
        <StatusLine />
        <Notice notices={notices} />
        <Suspense fallback={null}>{mounted.has("inspector") ? <Overlays /> : null}</Suspense>
      </VisibleGraph>
    </AppContext>
  );
}
