// Answers: how do keys move through the tree, open its rows, select them and run commands on them?
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { type CommandContext, targetsAround } from "../commands/command.ts";
import { commandsOf } from "../commands/commands.ts";
import { runCanvasKey } from "../commands/use-commands.ts";
import { type OutlineRow, rowBeginning } from "./outline-rows.ts";

/** Letters typed within this time continue a word. */
const TYPING_MS = 700;

interface Tree {
  readonly tree: RefObject<HTMLElement | null>;
  /** In the order of the screen. */
  readonly rows: readonly OutlineRow[];
  readonly open: ReadonlySet<string>;
  readonly setOpenAt: (key: string, isOpen: boolean) => void;
  readonly context: CommandContext;
  readonly openMenu: (row: OutlineRow, at: { x: number; y: number }) => void;
}

export function useTreeKeys({ tree, rows, open, setOpenAt, context, openMenu }: Tree) {
  const [wantedKey, setFocusKey] = useState<string>();
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === wantedKey),
  );
  const row = rows[at];
  /** Kept so that focus finds its place again when its row goes. */
  const lastIndex = useRef(0);
  const isHeld = useRef(false);
  const typed = useRef({ letters: "", until: 0 });
  const elementOf = (key: string) => tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const goTo = (next: OutlineRow | undefined): void => {
    if (next === undefined) return;
    setFocusKey(next.key);
    elementOf(next.key)?.focus();
  };

  useEffect(() => {
    if (wantedKey === undefined || rows.some(({ key }) => key === wantedKey)) {
      lastIndex.current = at;
      return;
    }
    const heir = rows[Math.min(lastIndex.current, rows.length - 1)];
    setFocusKey(heir?.key);
    if (heir !== undefined && isHeld.current && document.activeElement === document.body)
      tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(heir.key)}"]`)?.focus();
  }, [rows, wantedKey, at, tree]);

  /** Where an arrow, Home or End leads. */
  const destination = (key: string): OutlineRow | undefined => {
    if (row === undefined) return undefined;
    if (key === "ArrowDown") return rows[at + 1];
    if (key === "ArrowUp") return rows[at - 1];
    if (key === "Home") return rows[0];
    if (key === "End") return rows.at(-1);
    if (key === "ArrowLeft" && !open.has(row.key)) return rows.find((other) => other.key === row.parent);
    if (key === "ArrowRight" && open.has(row.key)) return rows[at + 1];
    return undefined;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (row === undefined || event.altKey) return;
    const { key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey;
    const commands = commandsOf(context.app);
    if (key === "ContextMenu" || (key === "F10" && event.shiftKey)) {
      const box = elementOf(row.key)?.getBoundingClientRect();
      openMenu(row, { x: (box?.left ?? 0) + 24, y: (box?.top ?? 0) + 26 });
    } else if (
      isPlain &&
      (key === "ArrowRight" || key === "ArrowLeft") &&
      open.has(row.key) !== (key === "ArrowRight") &&
      row.size > 0
    )
      setOpenAt(row.key, key === "ArrowRight");
    else if (isPlain && /^(Arrow|Home$|End$)/.test(key)) {
      const next = destination(key);
      goTo(next);
      if (event.shiftKey && next !== undefined)
        commands.select([
          ...context.view.selected.filter((id) => ![...row.ids, ...next.ids].includes(id)),
          ...row.ids,
          ...next.ids,
        ]);
    } else if (isPlain && isLetter(key) && (event.shiftKey || event.timeStamp < typed.current.until)) {
      const isOn = event.timeStamp < typed.current.until;
      const letters = isOn ? typed.current.letters + key : key;
      typed.current = { letters, until: event.timeStamp + TYPING_MS };
      goTo(rowBeginning(rows, isOn ? at : at + 1, letters));
    } else {
      runCanvasKey(event, { ...context, targets: key === " " ? row.ids : targetsAround(context.view, row.ids) });
      return;
    }
    event.preventDefault();
  };
  return {
    /** The one row that Tab leads to. */
    focusKey: row?.key,
    setFocusKey,
    onKeyDown,
    onFocus: (event: FocusEvent): void => {
      isHeld.current = true;
      const key = (event.target as Element).closest<HTMLElement>("[data-key]")?.dataset.key;
      if (key !== undefined && key !== wantedKey) setFocusKey(key);
    },
    onBlur: (event: FocusEvent): void => {
      if (event.relatedTarget !== null) isHeld.current = event.currentTarget.contains(event.relatedTarget);
    },
  };
}

function isLetter(key: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(key);
}
