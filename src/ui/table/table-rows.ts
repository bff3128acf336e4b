// Answers: which rows does a table show, in what order, and which lie between two of them?
import type { ReactNode } from "react";
import { foldedText } from "../../graph/folded-text.ts";
import { sorted } from "../../graph/query/sorted.ts";
import type { Steps } from "../../graph/query/work.ts";
import type { ItemId } from "../../state/view-state.ts";
import { holdsAll } from "../parts/text-filter.ts";

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

/** Stable: rows alike in the column keep their order, in both directions. */
export function* sortedRows<Row extends TableRow>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, direction }: SortOrder,
): Steps<readonly Row[]> {
  const valueIn = columns.find((c) => c.id === column)?.value;
  if (valueIn === undefined) return rows;
  const sign = direction === "ascending" ? 1 : -1;
  const ordered = (a: Keyed<Row>, b: Keyed<Row>): number => {
    if (a.value !== undefined && b.value !== undefined) return sign * compared(a.value, b.value) || a.place - b.place;
    return Number(a.value === undefined) - Number(b.value === undefined) || a.place - b.place;
  };
  const keyed: Keyed<Row>[] = [];
  for (const row of rows) {
    yield;
    keyed.push({ row, value: valueIn(row), place: keyed.length });
  }
  return (yield* sorted(keyed, ordered)).map(({ row }) => row);
}

interface Keyed<Row> {
  readonly row: Row;
  readonly value: string | number | undefined;
  readonly place: number;
}

/** Rows that hold every one of the words; `texts` keeps, folded, what a row says in these columns. */
export function* matchingRows<Row extends TableRow>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  words: readonly string[],
  texts: Map<Row, string>,
): Steps<readonly Row[]> {
  if (words.length === 0) return rows;
  const matching: Row[] = [];
  for (const row of rows) {
    yield;
    const text = texts.get(row) ?? foldedText(columns.map((column) => column.text(row)).join("\n"));
    texts.set(row, text);
    if (holdsAll(text, words)) matching.push(row);
  }
  return matching;
}

/** Items of the rows from one to another, both included, in the order of the rows; the last is that of `to`. */
export function itemsBetween(rows: readonly TableRow[], from: number, to: number): ItemId[] {
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.item);
  return [...new Set(from <= to ? between : between.reverse())];
}

function compared(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : COLLATOR.compare(String(a), String(b));
}
