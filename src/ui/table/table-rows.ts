// Answers: which rows does a table show, in what order, and which lie between two of them?
import type { ReactNode } from "react";
import { foldedText } from "../../graph/folded-text.ts";
import type { ItemId } from "../../state/view-state.ts";

export interface TableRow {
  readonly key: string;
  /** What selecting the row selects; several rows may share it. */
  readonly item: ItemId;
}

export interface Column<Row extends TableRow> {
  readonly id: string;
  readonly title: string;
  /** What the heading means, where it is not plain. */
  readonly hint?: string;
  /** Pixels; the column that grows takes what is left. */
  readonly width: number;
  readonly grows?: boolean;
  readonly isNumeric?: boolean;
  /** What rows are ordered by; undefined goes last in either direction. An action column has none. */
  readonly value?: (row: Row) => string | number | undefined;
  /** What the cell says, for the text filter and for whoever cannot see all of it. */
  readonly text: (row: Row) => string;
  /** Default: the text. An action column gives a button with this tab index, or nothing. */
  readonly cell?: (row: Row, tabIndex: number) => ReactNode;
}

export interface SortOrder {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

/** Stable: rows alike in the column keep their order, in both directions. Cost O(n log n). */
export function sortedRows<Row extends TableRow>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, direction }: SortOrder,
): readonly Row[] {
  const valueIn = columns.find((c) => c.id === column)?.value;
  if (valueIn === undefined) return rows;
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueIn(row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
      return sign * compared(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** Everything a row says, folded, in the order of the rows. */
export function foldedRows<Row extends TableRow>(rows: readonly Row[], columns: readonly Column<Row>[]): readonly string[] {
  return rows.map((row) => foldedText(columns.map((column) => column.text(row)).join("\n")));
}

/** Rows that hold every word of the text; `folded` as `foldedRows` gives it. */
export function matchingRows<Row>(rows: readonly Row[], folded: readonly string[], text: string): readonly Row[] {
  const words = wordsOf(text);
  return words.length === 0 ? rows : rows.filter((_, i) => words.every((word) => folded[i]?.includes(word) === true));
}

export function wordsOf(text: string): string[] {
  return foldedText(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Items of the rows from one to another, both included, in the order of the rows; the last is that of `to`. */
export function itemsBetween(rows: readonly TableRow[], from: number, to: number): ItemId[] {
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.item);
  return [...new Set(from <= to ? between : between.reverse())];
}

function compared(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : COLLATOR.compare(String(a), String(b));
}
