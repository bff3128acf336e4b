// Answers: how does one source stand in the list, and how is it switched?
// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out by CSS grid, which takes the meaning from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: what can be done in a cell has the focus
import { useId, useRef } from "react";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useDispatch } from "../shell/app-context.ts";
import { ImpactPreview } from "./ImpactPreview.tsx";
import { othersThan, type SourceRow } from "./source-rows.ts";

interface Props {
  readonly row: SourceRow;
  /** Its publisher stands above it. */
  readonly isGrouped: boolean;
  readonly isPreviewed: boolean;
  /** Asks for the preview of this source, or closes it. */
  readonly onPreview: (isWanted: boolean) => void;
  readonly onSource: (id: string) => void;
}

export function SourceLine({ row, isGrouped, isPreviewed, onPreview, onSource }: Props) {
  const app = useApp();
  const dispatch = useDispatch();
  const id = useId();
  const toggle = useRef<HTMLInputElement>(null);
  const { source, publisher, grade, isOn, isLater, claims, relations, alone, bridges } = row;
  const { title } = source;
  const turn = (): void => {
    dispatch({ type: "toggle-source", source: source.id });
    app.notify(isOn ? `“${title}” is left out. Undo brings it back.` : `“${title}” counts again.`);
  };
  /** The focus goes back to where the preview was asked for. */
  const close = (): void => {
    onPreview(false);
    toggle.current?.focus();
  };
  const wouldBe = isOn ? "" : " were all sources counted";
  return (
    <>
      <div role="row" className="source-line" data-source={source.id} data-off={!isOn || isLater} data-testid="source-row">
        <div role="cell" className="source-counts">
          <input
            ref={toggle}
            type="checkbox"
            role="switch"
            checked={isOn}
            aria-checked={isOn}
            aria-label={`Counts: ${title}`}
            title={isOn ? "It counts. Switching it off shows first what would change" : "It does not count"}
            aria-expanded={isPreviewed}
            aria-controls={isPreviewed ? id : undefined}
            onChange={() => (isOn ? onPreview(!isPreviewed) : turn())}
          />
        </div>
        <div role="cell" className="source-title">
          <button type="button" className="link" onClick={() => onSource(source.id)}>
            <bdi>{title}</bdi>
          </button>
          <span className="muted">
            {isGrouped ? "" : `${publisher} · `}
            {source.type} · {source.published}
            {source.publishedInferred === undefined ? "" : " (date inferred)"}
            {source.retracted === undefined ? "" : ` · withdrawn ${source.retracted}`}
            {source.corrections === undefined ? "" : " · corrected"}
            {isLater ? " · published later: not known then, does not count" : isOn ? "" : " · left out"}
          </span>
        </div>
        <div role="cell" className="source-grade" title={source.reliabilityReason}>
          <span className="grade">{source.reliability}</span> {grade.slice(3)}
        </div>
        <Figure n={claims} what="claims" title={`Claims of it that count${wouldBe}`} />
        <Figure n={relations.length} what="relations" title={`Relations with such a claim${wouldBe}`} />
        <Figure
          n={alone.length}
          what="on it alone"
          title={`Relations resting on it alone${wouldBe}; ${bridges} pairs of actors are joined by nothing else`}
        />
        <div role="cell" className="source-solo">
          <button
            type="button"
            className="only"
            aria-label={`Count only ${title}`}
            onClick={() => commandsOf(app).filter({ sourcesOff: othersThan(app.graph, source.id) }, `Counted only “${title}”`)}
          >
            only
          </button>
        </div>
      </div>
      {isPreviewed && isOn ? (
        <div role="row" className="source-preview">
          <div role="cell">
            <ImpactPreview
              id={id}
              source={source}
              onApply={() => {
                turn();
                close();
              }}
              onCancel={close}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}

function Figure({ n, what, title }: { readonly n: number; readonly what: string; readonly title: string }) {
  return (
    <div role="cell" className="source-figure" title={title}>
      {n} <span className="source-what">{what}</span>
    </div>
  );
}
