// Answers: which cell has the focus, which rows are selected by what, and how do both stay in step with the rest of the page?
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ItemId } from "../../state/view-state.ts";
import { targetsAround } from "../commands/command.ts";
import { commandsOf } from "../commands/commands.ts";
import { runCanvasKey, useCommandContext } from "../commands/use-commands.ts";
import { type CellPlace, cellAfter } from "./grid-keys.ts";
import { itemsBetween, type TableRow } from "./table-rows.ts";

interface Options {
  readonly rows: readonly TableRow[];
  readonly columns: number;
  readonly page: () => number;
  readonly onSort: (column: number) => void;
}

interface ActiveCell extends CellPlace {
  /** Of its row; the header has none. */
  readonly key: string | undefined;
}

/** Selecting goes through the page's one selection; only focus and the anchor of a range are the grid's own. */
export function useGrid(grid: RefObject<HTMLDivElement | null>, { rows, columns, page, onSort }: Options) {
  const context = useCommandContext();
  const { app, view } = context;
  const { selected } = view;
  const [active, setActive] = useState<ActiveCell>({ row: rows.length === 0 ? -1 : 0, column: 0, key: rows[0]?.key });
  const anchor = useRef<string | undefined>(undefined);
  const isFocusWanted = useRef(false);
  const seenSelection = useRef<readonly ItemId[] | undefined>(undefined);
  // A row that moves takes the focus along; the one in the place of a row that goes gets it.
  const row = useMemo(() => {
    if (active.row === -1 || rows[active.row]?.key === active.key) return active.row;
    const moved = rows.findIndex(({ key }) => key === active.key);
    return moved === -1 ? Math.min(active.row, rows.length - 1) : moved;
  }, [rows, active]);
  const place: CellPlace = { row, column: Math.min(active.column, columns - 1) };
  const goTo = ({ row, column }: CellPlace): void => setActive({ row, column, key: rows[row]?.key });

  // What is selected elsewhere comes into sight, once there is a row of it; sorting and filtering do not move to it again.
  useEffect(() => {
    const last = selected.at(-1);
    if (last === undefined || selected === seenSelection.current) return;
    const row = rows.findIndex(({ item }) => item === last);
    if (row === -1) return;
    seenSelection.current = selected;
    setActive({ row, column: 0, key: rows[row]?.key });
    requestAnimationFrame(() => cellAt(grid.current, { row, column: 0 })?.scrollIntoView({ block: "nearest" }));
  }, [grid, selected, rows]);
  // A cell that a key led to is focused once it is there; so is the cell whose row went away under the focus.
  useLayoutEffect(() => {
    if (!isFocusWanted.current) return;
    const cell = cellAt(grid.current, place);
    const isFocusElsewhere = document.activeElement !== document.body && grid.current?.contains(document.activeElement) === false;
    if (cell === undefined || isFocusElsewhere) return;
    const target = cell.querySelector<HTMLElement>("button") ?? cell;
    if (document.activeElement === target) return;
    target.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const select = (ids: readonly ItemId[]): void => {
    commandsOf(app).select(ids);
    seenSelection.current = app.store.getState().history.present.selected;
  };
  const pick = (row: number, { isAdding, isRange }: { isAdding: boolean; isRange: boolean }): void => {
    const picked = rows[row];
    if (picked === undefined) return;
    const from = rows.findIndex(({ key }) => key === anchor.current);
    if (isRange && from !== -1) {
      const range = itemsBetween(rows, from, row);
      select(isAdding ? [...new Set([...selected, ...range])] : range);
      return;
    }
    anchor.current = picked.key;
    if (!isAdding) select([picked.item]);
    else select(selected.includes(picked.item) ? selected.filter((id) => id !== picked.item) : [...selected, picked.item]);
  };

  /** The row's item, or the whole selection when the row is part of it. */
  const targetsAt = (row: number): readonly ItemId[] => {
    const item = rows[row]?.item;
    return item === undefined ? [] : targetsAround(view, [item]);
  };
  const openMenu = (row: number, at: { readonly x: number; readonly y: number }): void => {
    const { menu, setMenu } = app.overlays.getState();
    const targets = targetsAt(row);
    if (menu !== undefined || targets.length === 0) return;
    if (!targets.every((id) => selected.includes(id))) select(targets);
    setMenu({ targets, at });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    const isFar = event.ctrlKey || event.metaKey;
    const isOnButton = event.target instanceof HTMLButtonElement;
    const next = event.altKey ? undefined : cellAfter(place, { key, isFar }, { rows: rows.length, columns, page: page() });
    if (next !== undefined) {
      isFocusWanted.current = true;
      goTo(next);
      if (shiftKey && next.row >= 0 && next.row !== place.row) {
        anchor.current ??= rows[place.row]?.key;
        pick(next.row, { isAdding: false, isRange: true });
      }
    } else if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
      const box = cellAt(grid.current, place)?.getBoundingClientRect();
      openMenu(place.row, { x: (box?.left ?? 0) + 24, y: box?.bottom ?? 0 });
    } else if (isOnButton && (key === " " || key === "Enter")) return;
    else if (key === " " && place.row >= 0) pick(place.row, { isAdding: !shiftKey, isRange: shiftKey });
    else if (key === "Enter" && isFar && place.row >= 0) pick(place.row, { isAdding: true, isRange: false });
    else if (key === "Escape") select([]);
    else {
      // The row may go away under the key: the focus then goes to the row in its place.
      isFocusWanted.current = true;
      runCanvasKey(event, { ...context, targets: targetsAt(place.row) });
      return;
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const cell = placeOf(event.target);
    if (cell === undefined) return;
    isFocusWanted.current = true;
    if (cell.row === -1) onSort(cell.column);
    else if (!isInButton(event.target)) pick(cell.row, { isAdding: event.ctrlKey || event.metaKey, isRange: event.shiftKey });
  };
  const onContextMenu = (event: MouseEvent): void => {
    const cell = placeOf(event.target);
    if (cell === undefined || cell.row === -1) return;
    event.preventDefault();
    goTo(cell);
    openMenu(cell.row, { x: event.clientX, y: event.clientY });
  };
  const onFocus = (event: FocusEvent): void => {
    const cell = placeOf(event.target);
    if (cell !== undefined && (cell.row !== place.row || cell.column !== place.column)) goTo(cell);
  };
  /** Shift-click marks rows, not text. */
  const onMouseDown = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };
  /** The focus was taken elsewhere; a row that goes away with the focus makes no such event. */
  const onBlur = (event: FocusEvent): void => {
    if (grid.current?.contains(event.relatedTarget) !== true) isFocusWanted.current = false;
  };
  return { active: place, handlers: { onKeyDown, onClick, onContextMenu, onFocus, onMouseDown, onBlur } };
}

function cellAt(grid: HTMLElement | null, { row, column }: CellPlace): HTMLElement | undefined {
  return grid?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`) ?? undefined;
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = (cell?.dataset.cell ?? "").split(" ").map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function isInButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button") !== null;
}
