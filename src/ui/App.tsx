// Answers: how do the parts of the page stand together, wide and narrow?
import { SegmentedControl } from "@mantine/core";
import { useHotkeys, useMediaQuery } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import type { StoreApi } from "zustand";
import type { QueryEngine } from "../engine/query-engine.ts";
import type { EntenteGraph } from "../graph/graph.ts";
import type { ActorId } from "../model/ids.ts";
import type { ViewStore } from "../state/store.ts";
import type { GraphView } from "../view/graph-view.ts";
import { AppContext, type AppContextValue } from "./app-context.ts";
import { CanvasTools } from "./CanvasTools.tsx";
import { commandsOf } from "./commands.ts";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { ExpandChooser } from "./ExpandChooser.tsx";
import { Explore } from "./Explore.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { GraphCanvas } from "./GraphCanvas.tsx";
import { Inspector } from "./Inspector.tsx";
import { Legend } from "./Legend.tsx";
import { LineKey } from "./LineKey.tsx";
import { Outline } from "./Outline.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { TopBar } from "./TopBar.tsx";

const NOTICE_MS = 6000;
type Pane = "list" | "graph" | "filters";

interface AppProps {
  readonly graph: EntenteGraph;
  readonly engine: QueryEngine;
  readonly store: StoreApi<ViewStore>;
}

export function App({ graph, engine, store }: AppProps) {
  const canvas = useRef<GraphView | undefined>(undefined);
  const [notice, setNotice] = useState("");
  const [choosing, setChoosing] = useState<string>();
  const [sourceId, setSourceId] = useState<string>();
  const [pane, setPane] = useState<Pane>("list");
  const isNarrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const app = useMemo<AppContextValue>(
    () => ({ graph, engine, store, canvas, notify: setNotice, choose: setChoosing }),
    [graph, engine, store],
  );
  useHotkeys([
    ["mod+Z", () => commandsOf(app).undo()],
    ["mod+shift+Z", () => commandsOf(app).redo()],
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each notice has its own time
  useEffect(() => {
    const timer = window.setTimeout(() => setNotice(""), NOTICE_MS);
    return () => window.clearTimeout(timer);
  }, [notice]);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.history.present.selection !== before.history.present.selection) setSourceId(undefined);
      }),
    [store],
  );
  const shows = (wanted: Pane): boolean => !isNarrow || pane === wanted;
  return (
    <AppContext value={app}>
      <a className="skip" href="#outline-title">
        Skip to the list of everything shown
      </a>
      <TopBar onSource={setSourceId} />
      {isNarrow ? (
        <SegmentedControl
          className="pane-switch"
          aria-label="What to show"
          value={pane}
          onChange={(value) => setPane(value as Pane)}
          data={[
            { value: "list", label: "List" },
            { value: "graph", label: "Graph" },
            { value: "filters", label: "Filters" },
          ]}
        />
      ) : null}
      <main className="main">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <nav className="left" aria-label="Questions, filters and list" hidden={isNarrow && pane === "graph"} tabIndex={0}>
          {shows("list") ? <Explore /> : null}
          {shows("filters") ? <Legend /> : null}
          {shows("list") ? <Outline /> : null}
        </nav>
        <section className="center" aria-label="Graph" hidden={isNarrow && pane !== "graph"}>
          <FilterChips />
          <div className="stage">
            <GraphCanvas />
            <EmptyCanvas />
            <CanvasTools />
            <LineKey />
          </div>
        </section>
        <Inspector sourceId={sourceId} onSource={setSourceId} />
      </main>
      <StatusLine />
      <div className="notice" role="status" aria-live="polite" data-testid="notice">
        {notice}
      </div>
      {choosing === undefined ? null : <ExpandChooser id={choosing as ActorId} onClose={() => setChoosing(undefined)} />}
    </AppContext>
  );
}
