// Answers: which of a table's rows hold the text, how many of how many are they, and in what order do they stand?
import { Loader } from "@mantine/core";
import { type ReactNode, useCallback, useDeferredValue, useMemo } from "react";
import { capitalized } from "../../model/text.ts";
import { wordsOf } from "../parts/text-filter.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { Grid } from "./Grid.tsx";
import type { Scope } from "./row-model.ts";
import { type Column, matchingRows, type SortOrder, sortedRows, type TableRow } from "./table-rows.ts";

/** What every table is told from outside. */
export interface TableProps {
  readonly scope: Scope;
  readonly text: string;
  readonly sort: SortOrder | undefined;
  readonly onSort: (sort: SortOrder) => void;
}

interface Props<Row extends TableRow> extends TableProps {
  /** Undefined until they have come. */
  readonly rows: readonly Row[] | undefined;
  readonly columns: readonly Column<Row>[];
  /** What rows are filtered and sorted by, if not by what the columns say now. */
  readonly keyedBy?: readonly Column<Row>[];
  /** One row, in a word. */
  readonly noun: string;
  /** Rows the whole dataset would give. */
  readonly total: number;
  /** Said between the counts and the rows. */
  readonly children?: ReactNode;
}

export function FilteredGrid<Row extends TableRow>({
  scope,
  text,
  sort,
  onSort,
  rows,
  columns,
  keyedBy = columns,
  noun,
  total,
  children,
}: Props<Row>) {
  const wanted = useDeferredValue(text);
  // Not a WeakMap: with many rows, one makes collecting garbage take longer than a map does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row says something else in other columns
  const texts = useMemo(() => new Map<Row, string>(), [rows, keyedBy]);
  const ask = useCallback(
    async (signal: AbortSignal) => {
      if (rows === undefined) return undefined;
      const matching = await inSlices(matchingRows(rows, keyedBy, wordsOf(wanted), texts), signal);
      const sorted = sort === undefined ? matching : await inSlices(sortedRows(matching, keyedBy, sort), signal);
      return { sorted, text: wanted.trim(), of: rows.length };
    },
    [rows, keyedBy, wanted, texts, sort],
  );
  const { value: list, isCurrent } = useAnswer(ask);
  const turn = ({ id }: Column<Row>): void => {
    const isAscending = sort?.column === id && sort.direction === "ascending";
    onSort({ column: id, direction: isAscending ? "descending" : "ascending" });
  };
  if (list === undefined) return <Loader size="sm" role="status" m="md" aria-label={`Listing the ${noun}s`} />;
  const part = `${list.of} of ${total} ${noun}s`;
  const all = list.of === total ? `all ${total} ${noun}s of the dataset` : `${part} of the dataset, as known then`;
  const held = scope === "shown" ? `${part} shown` : all;
  const found = `${list.sorted.length} of ${list.of} hold “${list.text}” · `;
  return (
    <>
      <p className="table-count" role="status" data-testid="table-count">
        {capitalized(`${list.text === "" ? "" : found}${held}`)}
      </p>
      {children}
      {list.sorted.length === 0 ? (
        <p className="table-empty">
          {list.of === 0
            ? `No ${noun} is shown. Search for an actor, reset the filters, or look at the whole dataset.`
            : `No ${noun} here holds “${list.text}”.`}
        </p>
      ) : null}
      <Grid label={`${noun}s: ${held}`} rows={list.sorted} columns={columns} sort={sort} onSort={turn} isBusy={!isCurrent} />
    </>
  );
}
