// Answers: how is one cell of a grid said, and where in it does the focus go?
// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out by CSS grid and placed one by one, which takes the meaning from table elements
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column, SortOrder, TableRow } from "./table-rows.ts";

interface CellProps<Row extends TableRow> {
  readonly column: Column<Row>;
  readonly row: number;
  readonly index: number;
  readonly isActive: boolean;
}

export function HeaderCell<Row extends TableRow>({
  column,
  row,
  index,
  sort,
  isActive,
}: CellProps<Row> & { readonly sort: SortOrder | undefined }) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const isSortable = column.value !== undefined;
  const tab = isActive ? 0 : -1;
  const Arrow = direction === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={classOf(column)}
      aria-colindex={index + 1}
      aria-sort={isSortable ? (direction ?? "none") : undefined}
      title={column.hint}
      data-cell={`${row} ${index}`}
      tabIndex={isSortable ? undefined : tab}
    >
      {isSortable ? (
        <button type="button" className="grid-sort" tabIndex={tab}>
          {column.title}
          {direction === undefined ? null : <Arrow size={13} aria-hidden="true" />}
        </button>
      ) : (
        <span className="sr-only">{column.title}</span>
      )}
    </div>
  );
}

export function Cell<Row extends TableRow>({ column, row, index, isActive, data }: CellProps<Row> & { readonly data: Row }) {
  const tab = isActive ? 0 : -1;
  const content = column.cell?.(data, tab) ?? null;
  const isAction = column.value === undefined;
  const text = column.text(data);
  return (
    <div
      role="gridcell"
      className={classOf(column)}
      aria-colindex={index + 1}
      title={isAction ? undefined : text}
      data-cell={`${row} ${index}`}
      tabIndex={isAction && content !== null ? undefined : tab}
    >
      {isAction ? content : <div className="grid-text">{content ?? text}</div>}
    </div>
  );
}

function classOf<Row extends TableRow>({ isNumeric, value }: Column<Row>): string {
  return `grid-cell${isNumeric === true ? " is-numeric" : ""}${value === undefined ? " is-action" : ""}`;
}
