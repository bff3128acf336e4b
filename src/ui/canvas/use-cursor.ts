// Answers: where on the canvas do the arrow keys stand, and where do they go?
import { type KeyboardEvent, useRef } from "react";
import type { ActorId } from "../../model/ids.ts";
import { chosenActorOf, type ItemId } from "../../state/view-state.ts";
import type { CommandContext } from "../commands/command.ts";
import { commandsOf } from "../commands/commands.ts";

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Cursor {
  /** Follows an arrow key to the nearest actor: selects it, with Shift adds it. False for any other key. */
  readonly move: (event: KeyboardEvent) => boolean;
  /** The actor it stands on, selected or not; else what was selected last. */
  readonly items: () => readonly ItemId[];
}

export function useCursor({ app, view, visible }: CommandContext): Cursor {
  const held = useRef<ActorId>(undefined);
  const isShown = held.current !== undefined && visible.actors.includes(held.current);
  const chosen = chosenActorOf(view);
  const at = isShown && (chosen === undefined || !view.selected.includes(held.current as ActorId)) ? held.current : chosen;
  return {
    move(event) {
      const arrow = ARROWS[event.key];
      const canvas = app.canvas.current;
      if (arrow === undefined || canvas === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
      const next = (at === undefined ? visible.actors[0] : canvas.nearest(at, ...arrow)) as ActorId | undefined;
      if (next === undefined) return true;
      held.current = next;
      commandsOf(app).select(event.shiftKey ? [...view.selected.filter((id) => id !== next), next] : [next]);
      canvas.reveal([next]);
      return true;
    },
    items() {
      const last = view.selected.at(-1);
      if (at !== undefined) {
        held.current = at;
        return [at];
      }
      return last === undefined ? [] : [last];
    },
  };
}
