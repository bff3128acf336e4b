// Answers: how are many rows shown, walked through and selected, with only those in sight in the page?
// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out by CSS grid and placed one by one, which takes the meaning from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the cells of a row
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useShown } from "../parts/use-shown.ts";
import { useView } from "../shell/app-context.ts";
import { Cell, HeaderCell } from "./GridCell.tsx";
import type { Column, SortOrder, TableRow } from "./table-rows.ts";
import { useGrid } from "./use-grid.ts";

/** Two lines of text and their margins, in pixels. */
export const ROW_HEIGHT = 46;
const HEADER_HEIGHT = 38;
/** Rows kept out of sight on each side: few in the frame that brings other rows, the rest in one after it. */
const OVERSCAN = { first: 1, later: 8 };

interface Props<Row extends TableRow> {
  readonly label: string;
  /** The same array while they are the same. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly sort: SortOrder | undefined;
  readonly onSort: (column: Column<Row>) => void;
  /** Other rows, or another order, are on their way. */
  readonly isBusy: boolean;
}

export function Grid<Row extends TableRow>({ label, rows, columns, sort, onSort, isBusy }: Props<Row>) {
  const grid = useRef<HTMLDivElement>(null);
  const chosen = new Set(useView("selected").selected);
  const { active, handlers } = useGrid(grid, {
    rows,
    columns: columns.length,
    page: () => Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - HEADER_HEIGHT) / ROW_HEIGHT) - 1),
    onSort: (i) => columns[i]?.value !== undefined && onSort(columns[i]),
  });
  const overscan = useShown(rows) ? OVERSCAN.later : OVERSCAN.first;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan,
    // The row with the focus stays in the page however far it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(active.row >= 0 ? [active.row] : [])])].sort((a, b) => a - b),
  });
  const isAt = (row: number, column: number): boolean => active.row === row && active.column === column;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const tracks = columns.map((c) => (c.grows === true ? `minmax(${c.width}px, 1fr)` : `${c.width}px`)).join(" ");
  return (
    <div
      ref={grid}
      className="grid"
      role="grid"
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-busy={isBusy}
      data-testid="grid"
      {...handlers}
    >
      <div role="rowgroup" className="grid-head" style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: tracks }}>
          {columns.map((column, i) => (
            <HeaderCell key={column.id} column={column} row={-1} index={i} sort={sort} isActive={isAt(-1, i)} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ minWidth: width, height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={row.key}
              role="row"
              className="grid-row"
              aria-rowindex={index + 2}
              aria-selected={chosen.has(row.item)}
              data-item={row.item}
              style={{ gridTemplateColumns: tracks, height: ROW_HEIGHT, insetBlockStart: start }}
            >
              {columns.map((column, i) => (
                <Cell key={column.id} data={row} column={column} row={index} index={i} isActive={isAt(index, i)} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
