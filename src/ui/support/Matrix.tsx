// Answers: who does what to whom among many, at one glance, and on what does each cell rest?
import { Button, SegmentedControl } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import type { ActorId } from "../../model/ids.ts";
import type { Polarity } from "../../model/kinds.ts";
import { commandsOf } from "../commands/commands.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { PagedList } from "../parts/PagedList.tsx";
import { RelationButton } from "../parts/RelationButton.tsx";
import { relationLinesOf } from "../parts/relation-line.ts";
import { LineSample } from "../parts/Swatch.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useKept } from "../parts/use-kept.ts";
import { assertedFilterOf, viewFilterOf } from "../parts/view-filter.ts";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import { type GridCellView, MatrixGrid } from "./MatrixGrid.tsx";
import {
  cellView,
  MATRIX_VERBS,
  type MatrixCellView,
  type MatrixKind,
  type MatrixScope,
  matrixCount,
  matrixOptionsOf,
  POLARITY_OF,
} from "./matrix-cells.ts";
import { nameOf } from "./support-rows.ts";

const SCOPE_WORDS: Readonly<Record<MatrixScope, string>> = { states: "States", canvas: "On the canvas", everyone: "All actors" };

/** Pixels. Violations name a conduct in each cell. */
const SIZES = {
  narrow: { head: 112, width: 96, height: 50 },
  wide: { head: 112, width: 176, height: 98 },
} as const;

export function Matrix({ kind, isAll }: { readonly kind: MatrixKind; readonly isAll: boolean }) {
  const app = useApp();
  const { graph, engine } = app;
  const { filters, selected } = useView("filters", "selected");
  const visible = useVisible();
  const [scope, setScope] = useKept<MatrixScope>("matrix scope", "states");
  const [pair, setPair] = useKept<ChosenPair | undefined>("matrix pair", undefined);
  const filter = useMemo(() => (isAll ? viewFilterOf : assertedFilterOf)(graph, filters), [graph, filters, isAll]);
  const actors = scope === "canvas" ? visible.actors : NO_ACTORS;
  const ask = useCallback(
    async (signal: AbortSignal, onProgress: (share: number) => void) => {
      const about = matrixOptionsOf(graph, kind, scope, actors, filter);
      return { matrix: await engine.matrix(about, { signal, onProgress }), kind, filter };
    },
    [engine, graph, kind, scope, actors, filter],
  );
  const answer = useAnswer(ask);
  const { value, isCurrent } = answer;
  const names = useMemo(() => {
    const of = (ids: readonly ActorId[] = []) => ids.map((id) => ({ key: id, name: nameOf(graph, id) }));
    return { rows: of(value?.matrix.rows), columns: of(value?.matrix.columns) };
  }, [graph, value]);
  const state = <AnswerState answer={answer} what="The matrix" doing="Working out the matrix" />;
  if (value === undefined) return state;
  const { matrix } = value;
  const at = (row: number, column: number): readonly [ActorId, ActorId] => [
    matrix.rows[row] as ActorId,
    matrix.columns[column] as ActorId,
  ];
  const choose = (row: number, column: number): void => {
    const [from, to] = at(row, column);
    if (row >= 0 && column >= 0) {
      setPair({ kind, from, to });
      commandsOf(app).select(matrix.cells.get(from)?.get(to)?.relations ?? []);
      return;
    }
    const actor = row >= 0 ? from : to;
    if (actor !== undefined) commandsOf(app).select([actor]);
  };
  const isChosen = (row: number, column: number): boolean => {
    const [from, to] = at(row, column);
    const relations = matrix.cells.get(from)?.get(to)?.relations ?? [];
    return relations.length > 0 && relations.length === selected.length && relations.every((id) => selected.includes(id));
  };
  const verb = MATRIX_VERBS[value.kind];
  return (
    <div className="matrix-pane" aria-busy={!isCurrent}>
      <div className="pane-tools">
        <SegmentedControl
          size="xs"
          aria-label="Matrix of whom"
          value={scope}
          onChange={(next) => setScope(next as MatrixScope)}
          data={(Object.keys(SCOPE_WORDS) as MatrixScope[]).map((key) => ({ value: key, label: SCOPE_WORDS[key] }))}
        />
        <p className="pane-count" role="status" data-testid="matrix-count">
          {matrixCount(matrix, value.kind)}. Cell: relations · origins, status of the strongest. Empty: not recorded, never “no”.
        </p>
      </div>
      {state}
      {matrix.rows.length === 0 ? (
        <p className="pane-empty">
          Among {scope === "states" ? "states" : scope === "canvas" ? "the actors on the canvas" : "all actors"}, no one is
          recorded as {verb} another under the current filters. That does not mean no one does.
        </p>
      ) : (
        <MatrixGrid
          label={`Rows are ${verb} columns: ${matrixCount(matrix, value.kind)}`}
          corner={`Row ${verb.replace("said to ", "is said to ")} column`}
          rows={names.rows}
          columns={names.columns}
          size={value.kind === "violations" ? SIZES.wide : SIZES.narrow}
          cellAt={(row, column) =>
            gridCell(cellView(graph, matrix, value.kind, at(row, column), value.filter), POLARITY_OF[value.kind])
          }
          isChosen={isChosen}
          onChoose={choose}
        />
      )}
      {pair?.kind === value.kind ? <Pair pair={pair} matrix={value} /> : null}
    </div>
  );
}

function gridCell({ status, count, conduct, name }: MatrixCellView, polarity: Polarity): GridCellView {
  if (status === undefined) return { name, content: undefined };
  return {
    name,
    content: (
      <>
        <span className="matrix-figures">
          <LineSample status={status} polarity={polarity} /> {count}
        </span>
        <span className="matrix-words">
          {status}
          {conduct === "" ? "" : `: ${conduct}`}
        </span>
      </>
    ),
  };
}

const NO_ACTORS: readonly ActorId[] = [];

interface ChosenPair {
  readonly kind: MatrixKind;
  readonly from: ActorId;
  readonly to: ActorId;
}

/** What a chosen cell rests on, in sentences. */
function Pair({
  pair: { from, to },
  matrix: { matrix, kind, filter },
}: {
  readonly pair: ChosenPair;
  readonly matrix: {
    readonly matrix: Awaited<ReturnType<ReturnType<typeof useApp>["engine"]["matrix"]>>;
    readonly kind: MatrixKind;
    readonly filter: ReturnType<typeof assertedFilterOf>;
  };
}) {
  const app = useApp();
  const { graph } = app;
  const lines = relationLinesOf(graph, matrix.cells.get(from)?.get(to)?.relations ?? [], filter);
  const [first] = lines;
  const title = `${nameOf(graph, from)} → ${nameOf(graph, to)}`;
  /** Both ends in, and the cell's relations still selected. */
  const bring = (): void => {
    if (first === undefined) return;
    commandsOf(app).openRelation(first.id);
    commandsOf(app).select(lines.map(({ id }) => id));
    app.notify(`${nameOf(graph, from)} and ${nameOf(graph, to)} are on the canvas.`);
  };
  return (
    <section className="matrix-pair" aria-label={title} data-testid="matrix-pair">
      <h2>
        <bdi>{title}</bdi>
        {first === undefined ? null : (
          <Button size="compact-xs" variant="default" leftSection={<IconEye size={14} aria-hidden="true" />} onClick={bring}>
            Show both on the canvas
          </Button>
        )}
      </h2>
      {first === undefined ? (
        <p className="muted">
          {from === to
            ? "A row and a column of the same actor."
            : `Not recorded under the current filters: that the first is ${MATRIX_VERBS[kind]} the second. That is not “no”.`}
        </p>
      ) : (
        <PagedList items={lines} page={12} noun="relation" keyOf={({ id }) => id}>
          {(line) => <RelationButton line={line} />}
        </PagedList>
      )}
    </section>
  );
}
