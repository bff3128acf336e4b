// Answers: what is known about what is selected?
import { CloseButton } from "@mantine/core";
import { lazy, memo, Suspense, useDeferredValue, useEffect, useRef } from "react";
import type { SourceNode } from "../../graph/graph.ts";
import { isActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import type { ViewState } from "../../state/view-state.ts";
import { commandsOf } from "../commands/commands.ts";
import { PagedList } from "../parts/PagedList.tsx";
import { routeCommandsOf } from "../paths/route-commands.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { LANDMARKS } from "../shell/landmarks.ts";
import { isSelectionOfStep } from "../tours/tour-commands.ts";
import { ActorPanel } from "./ActorPanel.tsx";
import { loadDossier } from "./load-dossier.ts";
import { RelationPanel } from "./RelationPanel.tsx";
import { SeveralPanel } from "./SeveralPanel.tsx";
import { SourcePanel } from "./SourcePanel.tsx";

/** The tab of sources has them all. */
const SOURCES_AT_FIRST = 10;

const DossierPanel = lazy(() => loadDossier().then((m) => ({ default: m.DossierPanel })));

interface Props {
  readonly sourceId: string | undefined;
  readonly onSource: (id: string | undefined) => void;
}

type Subject = Pick<ViewState, "selected" | "route" | "tour">;

/** What is in it is drawn after what was done to make it so, in steps that hold nothing up. */
export function Inspector({ sourceId, onSource }: Props) {
  const { graph } = useApp();
  const panel = useRef<HTMLElement>(null);
  const now = useView("selected", "route", "tour");
  const view = useDeferredValue(now);
  const { selected, route, tour } = view;
  const source = graph.sources.get(sourceId as never);
  const shown = source?.id ?? (selected.length > 0 ? selected.join(" ") : route?.join(" "));
  /** What a step of a tour selects by itself must not cover its words on a narrow screen. */
  const isOfTour = tour !== undefined && source === undefined && isSelectionOfStep(graph, tour, selected);
  const read = useRef(shown);
  useEffect(() => {
    if (read.current === shown) return;
    read.current = shown;
    // A new subject is read from its top.
    panel.current?.scrollTo({ top: 0 });
  }, [shown]);
  return (
    <aside
      ref={panel}
      id={LANDMARKS.inspector}
      className="inspector"
      aria-label="Inspector"
      aria-busy={view !== now}
      data-testid="inspector"
      data-open={shown !== undefined && !isOfTour}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <Panel view={view} source={source} onSource={onSource} />
    </aside>
  );
}

interface PanelProps extends Pick<Props, "onSource"> {
  readonly view: Subject;
  readonly source: SourceNode | undefined;
}

const Panel = memo(function Panel({ view: { selected, route }, source, onSource }: PanelProps) {
  const app = useApp();
  const [only] = selected.length === 1 ? selected : [];
  const actor = only !== undefined && isActorId(only) ? app.graph.actors.get(only) : undefined;
  const edge = only !== undefined && !isActorId(only) ? app.graph.relations.get(only) : undefined;
  const isDossier = source === undefined && selected.length === 0 && route !== undefined;
  const close = (): void => {
    if (source !== undefined) onSource(undefined);
    else if (isDossier) routeCommandsOf(app).takeOff();
    else commandsOf(app).select([]);
  };
  return (
    <>
      {source === undefined && selected.length === 0 && !isDossier ? null : (
        <CloseButton className="inspector-close" aria-label={isDossier ? "Close: take the route off" : "Close"} onClick={close} />
      )}
      {source !== undefined ? (
        <SourcePanel source={source} />
      ) : actor !== undefined ? (
        <ActorPanel actor={actor} />
      ) : edge !== undefined ? (
        <RelationPanel edge={edge} />
      ) : selected.length > 1 ? (
        <SeveralPanel selected={selected} />
      ) : isDossier ? (
        <Suspense fallback={<p className="muted">Loading the dossier …</p>}>
          <DossierPanel />
        </Suspense>
      ) : (
        <DatasetPanel onSource={onSource} />
      )}
    </>
  );
});

function DatasetPanel({ onSource }: { readonly onSource: (id: string) => void }) {
  const { graph } = useApp();
  return (
    <>
      <p className="eyebrow">Dataset</p>
      <h2 className="headline">{graph.info.title}</h2>
      <p>{graph.info.description}</p>
      <p>
        {countText(graph.claims.size, "claim")} by named sources make {countText(graph.relations.size, "relation")} between{" "}
        {countText(graph.actors.size, "actor")}. Select a name or a line to read who says so.
      </p>
      <h3>{countText(graph.sources.size, "source")}</h3>
      <PagedList items={[...graph.sources.values()]} page={SOURCES_AT_FIRST} noun="source" keyOf={({ id }) => id}>
        {(source) => (
          <button type="button" className="relation-button" onClick={() => onSource(source.id)}>
            <span>
              {source.title}{" "}
              <span className="muted">
                · {source.published} · reliability {source.reliability}
              </span>
            </span>
          </button>
        )}
      </PagedList>
      <p className="muted">
        Version {graph.info.version}, content {graph.hash.slice(0, 12)}, licence {graph.info.license}. What is not recorded here
        is not thereby denied.
      </p>
    </>
  );
}
