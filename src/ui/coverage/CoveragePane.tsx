// Answers: where is the record thick or thin, by actor and year or source, and which claims are in a cell?
import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useRef, useState } from "react";
import type { CoverageColumns } from "../../graph/analysis/coverage.ts";
import type { ActorId } from "../../model/ids.ts";
import { commandsOf } from "../commands/commands.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useKept } from "../parts/use-kept.ts";
import { usePaneFocus } from "../parts/use-pane-focus.ts";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import { MatrixGrid } from "../support/MatrixGrid.tsx";
import { CoverageClaims } from "./CoverageClaims.tsx";
import {
  actorName,
  BEST,
  COLUMN_WORDS,
  type CoverageScope,
  cellAt,
  cellName,
  columnHeads,
  coverageCount,
  coverageOptionsOf,
  heatOf,
} from "./coverage-cells.ts";
import "../parts/pane.css";
import "../support/support.css";
import "./coverage.css";

const SIZES = {
  year: { head: 168, width: 76, height: 44 },
  source: { head: 168, width: 148, height: 44 },
} as const;

export function CoveragePane() {
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  const app = useApp();
  const { graph, engine } = app;
  const { filters } = useView("filters");
  const visible = useVisible();
  const [by, setBy] = useKept<CoverageColumns>("coverage columns", "event");
  const [scope, setScope] = useKept<CoverageScope>("coverage scope", "canvas");
  const [most, setMost] = useState(BEST);
  const [place, setPlace] = useState<{ readonly actor: ActorId; readonly column: string }>();
  const ask = useCallback(
    async (signal: AbortSignal, onProgress: (share: number) => void) => {
      const about = coverageOptionsOf(by, scope, visible.actors, most, filters);
      return { coverage: await engine.coverage(about, { signal, onProgress }), by, scope };
    },
    [engine, by, scope, visible.actors, most, filters],
  );
  const answer = useAnswer(ask);
  const { value, isCurrent } = answer;
  const rows = useMemo(() => (value?.coverage.rows ?? []).map((id) => ({ key: id, name: actorName(graph, id) })), [graph, value]);
  const columns = useMemo(() => (value === undefined ? [] : columnHeads(graph, value.coverage)), [graph, value]);
  const chosen = value === undefined ? undefined : cellAt(value.coverage, place?.actor, place?.column);
  const choose = (row: number, column: number): void => {
    const actor = rows[row]?.key as ActorId | undefined;
    const key = columns[column]?.key;
    if (actor === undefined) return;
    if (key === undefined) commandsOf(app).select([actor]);
    else setPlace({ actor, column: key });
  };
  return (
    <section ref={pane} tabIndex={-1} className="pane" aria-label="Coverage" data-testid="coverage-pane">
      <div className="pane-tools">
        <SegmentedControl
          size="xs"
          aria-label="Columns"
          value={by}
          onChange={(next) => setBy(next as CoverageColumns)}
          data={(Object.keys(COLUMN_WORDS) as CoverageColumns[]).map((key) => ({ value: key, label: COLUMN_WORDS[key] }))}
        />
        <SegmentedControl
          size="xs"
          aria-label="Rows"
          value={scope}
          onChange={(next) => setScope(next as CoverageScope)}
          data={[
            { value: "canvas", label: "On the canvas" },
            { value: "best", label: "Best covered" },
          ]}
        />
        {value === undefined ? null : (
          <p className="pane-count" role="status" data-testid="coverage-count">
            {coverageCount(value.coverage, value.by, value.scope)}. Cell: claims · independent origins. Sources off and both
            clocks count, other filters do not. {value.by === "event" ? "A claim about several years stands in each. " : ""}Empty:
            not recorded, never “nothing happened”.
          </p>
        )}
        {value !== undefined && value.coverage.rows.length < value.coverage.of ? (
          <button type="button" className="link" onClick={() => setMost(most + BEST)}>
            Show {Math.min(BEST, value.coverage.of - value.coverage.rows.length)} more
          </button>
        ) : null}
      </div>
      <AnswerState answer={answer} what="The coverage" doing="Working out the coverage" />
      {value === undefined ? null : rows.length === 0 ? (
        <p className="pane-empty">
          {value.scope === "canvas"
            ? "No actor is on the canvas. Choose “Best covered” for those with most claims."
            : "No claim counts with these sources and clocks. That does not mean nothing happened."}
        </p>
      ) : (
        <div className="matrix-pane" aria-busy={!isCurrent}>
          <MatrixGrid
            label={`Claims by actor and ${COLUMN_WORDS[value.by].toLowerCase()}: ${coverageCount(value.coverage, value.by, value.scope)}`}
            corner="Claims about"
            rows={rows}
            columns={columns}
            size={value.by === "source" ? SIZES.source : SIZES.year}
            cellAt={(row, column) => {
              const actor = rows[row]?.key as ActorId;
              const key = columns[column]?.key ?? "";
              const cell = cellAt(value.coverage, actor, key);
              return {
                name: cellName(graph, value.coverage, actor, key),
                content:
                  cell === undefined ? undefined : (
                    <>
                      <b>{cell.claims.length}</b> · {cell.origins}
                    </>
                  ),
                className: cell === undefined ? "" : `coverage-${heatOf(cell.claims.length)}`,
              };
            }}
            isChosen={(row, column) => rows[row]?.key === place?.actor && columns[column]?.key === place?.column}
            onChoose={choose}
          />
          {place === undefined ? null : (
            <CoverageClaims
              title={cellName(graph, value.coverage, place.actor, place.column)}
              actor={place.actor}
              claims={chosen?.claims ?? []}
            />
          )}
        </div>
      )}
    </section>
  );
}
