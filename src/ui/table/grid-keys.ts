// Answers: to which cell does a key lead? Row -1 is the heading.
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows a page key moves. */
  readonly page: number;
}

/** Undefined for a key that moves nothing. Source: ARIA Authoring Practices, grid pattern. */
export function cellAfter(
  { row, column }: CellPlace,
  { key, isFar }: { readonly key: string /** With Ctrl or Cmd. */; readonly isFar: boolean },
  { rows, columns, page }: GridSize,
): CellPlace | undefined {
  const at = (toRow: number, toColumn: number): CellPlace => ({
    row: Math.max(-1, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  });
  switch (key) {
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowLeft":
      return at(row, column - 1);
    case "PageDown":
      return at(Math.max(0, row) + page, column);
    case "PageUp":
      return at(row === -1 ? -1 : Math.max(0, row - page), column);
    case "Home":
      return isFar ? at(0, 0) : at(row, 0);
    case "End":
      return isFar ? at(rows - 1, columns - 1) : at(row, columns - 1);
    default:
      return undefined;
  }
}
