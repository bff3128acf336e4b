// Answers: what is known about what is selected?
import { CloseButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { countText } from "../model/text.ts";
import { ActorPanel } from "./ActorPanel.tsx";
import { useApp, useView } from "./app-context.ts";
import { commandsOf } from "./commands.ts";
import { RelationPanel } from "./RelationPanel.tsx";
import { SourcePanel } from "./SourcePanel.tsx";

export function Inspector({
  sourceId,
  onSource,
}: {
  readonly sourceId: string | undefined;
  readonly onSource: (id: string | undefined) => void;
}) {
  const app = useApp();
  const { selection } = useView();
  const panel = useRef<HTMLElement>(null);
  const actor = selection.kind === "actor" ? app.graph.actors.get(selection.id) : undefined;
  const edge = selection.kind === "relation" ? app.graph.relations.get(selection.id) : undefined;
  const source = sourceId === undefined ? undefined : app.graph.sources.get(sourceId as never);
  const shown = source?.id ?? actor?.id ?? edge?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject is read from its top
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [shown]);
  return (
    <aside
      ref={panel}
      className="inspector"
      aria-label="Inspector"
      data-testid="inspector"
      data-open={shown !== undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      {shown === undefined ? null : (
        <CloseButton
          className="inspector-close"
          aria-label="Close"
          onClick={() => (source === undefined ? commandsOf(app).select(undefined, "none") : onSource(undefined))}
        />
      )}
      {source !== undefined ? (
        <SourcePanel source={source} />
      ) : actor !== undefined ? (
        <ActorPanel actor={actor} />
      ) : edge !== undefined ? (
        <RelationPanel edge={edge} />
      ) : (
        <DatasetPanel onSource={onSource} />
      )}
    </aside>
  );
}

function DatasetPanel({ onSource }: { readonly onSource: (id: string) => void }) {
  const { graph } = useApp();
  return (
    <>
      <p className="eyebrow">Dataset</p>
      <h2 className="headline">{graph.info.title}</h2>
      <p>{graph.info.description}</p>
      <p>
        {countText(graph.claimOrdinals.size, "claim")} by named sources make {countText(graph.relations.size, "relation")} between{" "}
        {countText(graph.actors.size, "actor")}. Select a name or a line to read who says so.
      </p>
      <h3>{countText(graph.sources.size, "source")}</h3>
      <ul className="plain">
        {[...graph.sources.values()].map((source) => (
          <li key={source.id}>
            <button type="button" className="relation-button" onClick={() => onSource(source.id)}>
              <span>
                {source.title}{" "}
                <span className="muted">
                  · {source.published} · reliability {source.reliability}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="muted">
        Version {graph.info.version}, content {graph.hash.slice(0, 12)}, licence {graph.info.license}. What is not recorded here
        is not thereby denied.
      </p>
    </>
  );
}
