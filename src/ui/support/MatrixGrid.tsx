// Answers: how is a matrix of any size shown and walked through, with only what is in sight in the page?
// biome-ignore-all lint/a11y/useSemanticElements: cells are placed one by one, which takes the meaning from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the cells of a row
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useShown } from "../parts/use-shown.ts";
import { type CellPlace, cellAfter } from "../table/grid-keys.ts";

const HEADER_HEIGHT = 56;
/** Rows and columns kept out of sight on each side: few in the frame that brings other rows, the rest in one after it. */
const OVERSCAN = { first: { down: 1, across: 1 }, later: { down: 6, across: 4 } };

export interface MatrixName {
  readonly key: string;
  readonly name: string;
}

export interface GridCellView {
  /** The whole cell in words. */
  readonly name: string;
  /** For the eye alone; undefined = nothing is recorded. */
  readonly content: ReactNode | undefined;
  readonly className?: string;
}

interface Props {
  readonly label: string;
  /** What the row does to the column, for the corner. */
  readonly corner: string;
  /** The same array while they are the same. */
  readonly rows: readonly MatrixName[];
  readonly columns: readonly MatrixName[];
  readonly size: { readonly head: number; readonly width: number; readonly height: number };
  readonly cellAt: (row: number, column: number) => GridCellView;
  readonly isChosen: (row: number, column: number) => boolean;
  /** A cell, or the name of a row (column -1) or of a column (row -1). */
  readonly onChoose: (row: number, column: number) => void;
}

export function MatrixGrid({ label, corner, rows, columns, size, cellAt, isChosen, onChoose }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 1 });
  const isFocusWanted = useRef(false);
  /** Row -1 and column 0 hold the names. */
  const active = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns.length) };
  const withActive = (at: number) => (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), ...(at >= 0 ? [at] : [])])].sort((a, b) => a - b);
  const overscan = useShown(rows) ? OVERSCAN.later : OVERSCAN.first;
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => size.height,
    overscan: overscan.down,
    rangeExtractor: withActive(active.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => grid.current,
    estimateSize: () => size.width,
    overscan: overscan.across,
    rangeExtractor: withActive(active.column - 1),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are read anew when they change
  useLayoutEffect(() => {
    down.measure();
    across.measure();
  }, [size.width, size.height]);
  useLayoutEffect(() => {
    if (!isFocusWanted.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`);
    if (cell === null || cell === undefined || document.activeElement === cell) return;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const page = Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - HEADER_HEIGHT) / size.height) - 1);
    const next = event.altKey
      ? undefined
      : cellAfter(
          active,
          { key, isFar: event.ctrlKey || event.metaKey },
          { rows: rows.length, columns: columns.length + 1, page },
        );
    if (next !== undefined) {
      isFocusWanted.current = true;
      setPlace(next);
    } else if (key === "Enter" || key === " ") onChoose(active.row, active.column - 1);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const at = placeOf(event.target);
    if (at === undefined) return;
    isFocusWanted.current = true;
    setPlace(at);
    onChoose(at.row, at.column - 1);
  };
  const onFocus = (event: FocusEvent): void => {
    const at = placeOf(event.target);
    if (at !== undefined && (at.row !== active.row || at.column !== active.column)) setPlace(at);
  };
  const onBlur = (event: FocusEvent): void => {
    if (grid.current?.contains(event.relatedTarget) !== true) isFocusWanted.current = false;
  };
  const tabAt = (row: number, column: number): 0 | -1 => (active.row === row && active.column === column ? 0 : -1);
  const width = size.head + across.getTotalSize();
  const lines = down.getVirtualItems();
  const slots = across.getVirtualItems();
  return (
    <div
      ref={grid}
      className="matrix"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      data-testid="matrix"
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <div role="rowgroup" className="matrix-head" style={{ width, height: HEADER_HEIGHT }}>
        <div role="row" aria-rowindex={1} className="matrix-row" style={{ height: HEADER_HEIGHT }}>
          <div
            role="columnheader"
            className="matrix-name matrix-corner"
            style={{ width: size.head }}
            aria-colindex={1}
            data-cell="-1 0"
            tabIndex={tabAt(-1, 0)}
          >
            {corner}
          </div>
          {slots.map(({ index, start }) => (
            <div
              key={columns[index]?.key}
              role="columnheader"
              className="matrix-name matrix-column"
              style={{ left: size.head + start, width: size.width }}
              aria-colindex={index + 2}
              title={columns[index]?.name}
              data-cell={`-1 ${index + 1}`}
              tabIndex={tabAt(-1, index + 1)}
            >
              <bdi>{columns[index]?.name}</bdi>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="matrix-body" style={{ width, height: down.getTotalSize() }}>
        {lines.map(({ index: row, start }) => (
          <div
            key={rows[row]?.key}
            role="row"
            aria-rowindex={row + 2}
            className="matrix-row"
            style={{ height: size.height, insetBlockStart: start }}
          >
            <div
              role="rowheader"
              className="matrix-name matrix-side"
              style={{ width: size.head }}
              aria-colindex={1}
              title={rows[row]?.name}
              data-cell={`${row} 0`}
              tabIndex={tabAt(row, 0)}
            >
              <bdi>{rows[row]?.name}</bdi>
            </div>
            {slots.map(({ index, start: left }) => {
              const { name, content, className = "" } = cellAt(row, index);
              return (
                <div
                  key={columns[index]?.key}
                  role="gridcell"
                  className={`matrix-cell ${content === undefined ? "is-empty" : className}`}
                  style={{ left: size.head + left, width: size.width }}
                  aria-colindex={index + 2}
                  aria-selected={isChosen(row, index)}
                  title={name}
                  data-cell={`${row} ${index + 1}`}
                  tabIndex={tabAt(row, index + 1)}
                >
                  <span className="sr-only">{name}</span>
                  <span aria-hidden="true" className={content === undefined ? undefined : "matrix-said"}>
                    {content ?? (rows[row]?.key === columns[index]?.key ? "—" : "·")}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = (cell?.dataset.cell ?? "").split(" ").map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}
