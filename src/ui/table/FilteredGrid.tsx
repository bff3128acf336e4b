// Answers: which of a table's rows hold the text, how many of how many are they, and in what order do they stand?
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { capitalized } from "../../model/text.ts";
import { Grid } from "./Grid.tsx";
import type { Scope } from "./row-model.ts";
import { type Column, foldedRows, matchingRows, type SortOrder, sortedRows, type TableRow, wordsOf } from "./table-rows.ts";

/** What every table is told from outside. */
export interface TableProps {
  readonly scope: Scope;
  readonly text: string;
  readonly sort: SortOrder | undefined;
  readonly onSort: (sort: SortOrder) => void;
}

interface Props<Row extends TableRow> extends TableProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
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
  noun,
  total,
  children,
}: Props<Row>) {
  const wanted = useDeferredValue(text);
  const isFiltered = wordsOf(wanted).length > 0;
  const folded = useMemo(() => (isFiltered ? foldedRows(rows, columns) : []), [isFiltered, rows, columns]);
  const matching = useMemo(() => matchingRows(rows, folded, wanted), [rows, folded, wanted]);
  const sorted = useMemo(() => (sort === undefined ? matching : sortedRows(matching, columns, sort)), [matching, columns, sort]);
  const held = scope === "shown" ? `${rows.length} of ${total} ${noun}s shown` : `all ${total} ${noun}s of the dataset`;
  const found = `${matching.length} of ${rows.length} hold “${wanted.trim()}” · `;
  const count = `${isFiltered ? found : ""}${held}`;
  const turn = ({ id }: Column<Row>): void => {
    const isAscending = sort?.column === id && sort.direction === "ascending";
    onSort({ column: id, direction: isAscending ? "descending" : "ascending" });
  };
  return (
    <>
      <p className="table-count" role="status" data-testid="table-count">
        {capitalized(count)}
      </p>
      {children}
      {sorted.length === 0 ? (
        <p className="table-empty">
          {rows.length === 0
            ? `No ${noun} is shown. Search for an actor, reset the filters, or look at the whole dataset.`
            : `No ${noun} here holds “${wanted.trim()}”.`}
        </p>
      ) : null}
      <Grid label={`${noun}s: ${held}`} rows={sorted} columns={columns} sort={sort} onSort={turn} />
    </>
  );
}
