// Answers: what would weaken, change, vanish or stand alone without this source, before it is left out?
import { Button } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { SourceNode } from "../../graph/graph.ts";
import { countText } from "../../model/text.ts";
import { commandsOf } from "../commands/commands.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { PagedList } from "../parts/PagedList.tsx";
import { statusText } from "../parts/relation-line.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { viewFilterOf } from "../parts/view-filter.ts";
import { useApp, useIsSelected, useView } from "../shell/app-context.ts";
import { type ChangeRow, type ImpactGroup, impactRows } from "./impact-rows.ts";

interface Props {
  readonly id: string;
  readonly source: SourceNode;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** Changes of a kind listed at first. */
const LISTED = 4;

export function ImpactPreview({ id, source, onApply, onCancel }: Props) {
  const { graph, engine } = useApp();
  const { filters } = useView("filters");
  const filter = useMemo(() => viewFilterOf(graph, filters), [graph, filters]);
  const off = useMemo(() => new Set([...filters.sourcesOff, source.id]), [filters.sourcesOff, source.id]);
  const ask = useCallback(
    async (signal: AbortSignal, onProgress: (share: number) => void) =>
      impactRows(graph, await engine.impact([...off], { filter }, { signal, onProgress }), filter, off),
    [engine, graph, filter, off],
  );
  const answer = useAnswer(ask);
  const { value } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section id={id} className="impact" aria-label={`Without “${source.title}”`} data-testid="impact">
      <div className="impact-head">
        <h2 ref={heading} tabIndex={-1}>
          Without <bdi>“{source.title}”</bdi>
        </h2>
        <Button size="compact-sm" onClick={onApply} className="bar-primary" data-testid="impact-apply">
          Leave it out
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Keep it
        </Button>
      </div>
      <AnswerState answer={answer} what="The preview" doing="Working out what would change" />
      {value === undefined ? null : (
        <>
          <p role="status" data-testid="impact-count">
            Of {countText(value.relations, "relation")} that count now:{" "}
            {value.groups
              .filter(({ kind, rows }) => kind !== "appeared" || rows.length > 0)
              .map(({ kind, rows }) => `${rows.length} ${SHORT[kind]}`)
              .join(", ")}
            . {value.isolated.length} of {countText(value.actors, "actor")} left without any.
          </p>
          {value.groups.map((group) => (
            <Changes key={group.kind} group={group} of={value.relations} />
          ))}
          {value.isolated.length === 0 ? null : (
            <details>
              <summary>
                Left without any relation that counts: {value.isolated.length} of {countText(value.actors, "actor")}
              </summary>
              <p className="impact-isolated">
                <bdi>{value.isolated.join(" · ")}</bdi>
              </p>
            </details>
          )}
        </>
      )}
    </section>
  );
}

const SHORT: Readonly<Record<ImpactGroup["kind"], string>> = {
  vanished: "no longer shown",
  changed: "said differently",
  weakened: "weaker",
  appeared: "newly shown",
};

function Changes({ group: { title, rows, kind }, of }: { readonly group: ImpactGroup; readonly of: number }) {
  if (rows.length === 0) return null;
  return (
    <details open={kind === "vanished" || kind === "changed"}>
      <summary>
        {title}: {rows.length}
        {kind === "appeared" ? "" : ` of ${countText(of, "relation")}`}
      </summary>
      <PagedList items={rows} page={LISTED} noun="change" label={title} keyOf={(row) => row.id}>
        {(row) => <Change row={row} />}
      </PagedList>
    </details>
  );
}

function Change({ row: { id, before, after, originsBefore, originsAfter } }: { readonly row: ChangeRow }) {
  const app = useApp();
  const isSelected = useIsSelected(id);
  return (
    <button
      type="button"
      className="relation-button impact-change"
      data-testid="impact-change"
      aria-pressed={isSelected}
      onClick={() => commandsOf(app).select([id])}
    >
      {[
        { word: "now", line: before, origins: originsBefore },
        { word: "then", line: after, origins: originsAfter },
      ].map(({ word, line, origins }) => (
        <span key={word} className="impact-side">
          <span className="impact-word">{word}</span>
          <LineSample status={line.derived.status} polarity={line.polarity} />
          <span>
            <Sentence parts={line.parts} />{" "}
            <span className="muted">
              ·{" "}
              {origins === 0 && line.derived.status === "hidden"
                ? "no claim left"
                : `${statusText(line.derived)}, ${countText(origins, "origin")}`}
            </span>
          </span>
        </span>
      ))}
    </button>
  );
}
