// Answers: what is on the canvas, for those who read lists? Every command of the canvas works here.
import { type MouseEvent, useCallback, useMemo, useRef, useState } from "react";
import type { ItemId } from "../../state/view-state.ts";
import { targetsAround } from "../commands/command.ts";
import { commandsOf } from "../commands/commands.ts";
import { useCommandContext } from "../commands/use-commands.ts";
import { useSettledVisible } from "../shell/app-context.ts";
import { LANDMARKS } from "../shell/landmarks.ts";
import { OutlineActor } from "./OutlineActor.tsx";
import { actorRowsOf, type OutlineRow, rowsBelow } from "./outline-rows.ts";
import { useTreeKeys } from "./use-tree-keys.ts";
import "./outline.css";

const NO_ROWS: readonly OutlineRow[] = [];
const NOTHING: ReadonlySet<ItemId> = new Set();

export function Outline() {
  const context = useCommandContext();
  const { app, view } = context;
  const visible = useSettledVisible();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const tree = useRef<HTMLDivElement>(null);
  const before = useRef(NO_ROWS);
  const actors = useMemo(() => actorRowsOf(app.graph, visible, before.current), [app, visible]);
  before.current = actors;
  const below = useMemo(
    () => new Map(actors.filter(({ key }) => open.has(key)).map((row) => [row.key, rowsBelow(app.graph, visible, row, open)])),
    [app, visible, actors, open],
  );
  const rows = useMemo(() => actors.flatMap((row) => [row, ...(below.get(row.key) ?? NO_ROWS)]), [actors, below]);
  const selected = useMemo(() => new Set<ItemId>(view.selected), [view.selected]);
  const setOpenAt = useCallback((key: string, isOpen: boolean): void => {
    setOpen((held) => new Set(isOpen ? [...held, key] : [...held].filter((other) => other !== key)));
  }, []);
  const { focusKey, setFocusKey, onKeyDown, onFocus, onBlur } = useTreeKeys({ tree, rows, open, setOpenAt, context, openMenu });

  function openMenu(row: OutlineRow, at: { x: number; y: number }): void {
    const targets = targetsAround(view, row.ids);
    if (targets === row.ids) commandsOf(app).select(row.ids);
    app.overlays.getState().setMenu({ targets, at });
  }
  const rowAt = (event: MouseEvent): OutlineRow | undefined => {
    const key = (event.target as Element).closest<HTMLElement>("[data-key]")?.dataset.key;
    return rows.find((row) => row.key === key);
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowAt(event);
    if (row === undefined || event.defaultPrevented) return;
    const part = (event.target as Element).closest<HTMLElement>("[data-part]")?.dataset.part;
    setFocusKey(row.key);
    if (part === "twist") setOpenAt(row.key, !open.has(row.key));
    else if (part === "menu") openMenu(row, { x: event.clientX, y: event.clientY });
    else if (part === "expand") return;
    else if (event.ctrlKey || event.metaKey || event.shiftKey) commandsOf(app).toggleSelected(row.ids);
    else commandsOf(app).select(row.ids);
  };
  return (
    <section aria-labelledby="outline-title" data-testid="outline">
      <h2 id="outline-title" tabIndex={-1}>
        Everything shown, as a list
      </h2>
      {rows.length === 0 ? (
        <p className="muted">No actor is shown. Search for one, or reset the filters.</p>
      ) : (
        <div
          ref={tree}
          id={LANDMARKS.outline}
          className="outline"
          role="tree"
          aria-labelledby="outline-title"
          aria-multiselectable
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={onBlur}
          onClick={onClick}
          onContextMenu={(event) => {
            const row = rowAt(event);
            if (row === undefined) return;
            event.preventDefault();
            if (app.overlays.getState().menu === undefined) openMenu(row, { x: event.clientX, y: event.clientY });
          }}
        >
          {actors.map((row) => {
            const children = below.get(row.key);
            const isFocusIn = focusKey === row.key || focusKey?.startsWith(`${row.key}|`) === true;
            return (
              <OutlineActor
                key={row.key}
                row={row}
                rows={children ?? NO_ROWS}
                isOpen={children !== undefined}
                open={children === undefined ? undefined : open}
                more={visible.hiddenNeighbors.get(row.key as never) ?? 0}
                focusKey={isFocusIn ? focusKey : undefined}
                selected={children === undefined && !selected.has(row.key as never) ? NOTHING : selected}
              />
            );
          })}
        </div>
      )}
    </section>
  );
}
