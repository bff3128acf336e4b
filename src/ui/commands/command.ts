// Answers: what is a command, and what does it know when it runs?
import { type ActorId, isActorId, type RelationId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import type { ItemId, ViewState } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import type { AppContextValue } from "../shell/app-context.ts";

export const COMMAND_GROUPS = [
  "Find",
  "Select",
  "Expand",
  "Focus",
  "Hide and pin",
  "Routes",
  "Evidence",
  "Filter",
  "Canvas",
  "History",
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where a button of its own stands, beyond menus. */
export const BUTTON_PLACES = ["top bar", "above the canvas", "canvas tools"] as const;
export type ButtonPlace = (typeof BUTTON_PLACES)[number];

export interface CommandContext {
  readonly app: AppContextValue;
  readonly view: ViewState;
  readonly visible: VisibleGraph;
  /** What it acts on; a command that takes one takes the last. */
  readonly targets: readonly ItemId[];
}

/** One of several ways to run a command: a relation type, a source. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

export interface Command {
  readonly id: string;
  /** As the sheet of commands lists it. */
  readonly title: string;
  /** As a menu or button says it for these targets. */
  readonly titleFor?: (context: CommandContext) => string;
  readonly group: CommandGroup;
  /** `Mod` is Ctrl, on a Mac Cmd; letters are meant without Shift. */
  readonly keys?: readonly string[];
  /** `canvas`: its keys work while the graph or the list of everything shown has focus. */
  readonly scope: "anywhere" | "canvas";
  readonly target: "none" | "actor" | "relation" | "any";
  readonly button?: ButtonPlace;
  /** Whether it would do something now, its targets apart. */
  readonly when?: (context: CommandContext) => boolean;
  /** When there, it runs with one of these. */
  readonly choices?: (context: CommandContext) => readonly Choice[];
  readonly run: (context: CommandContext, choice?: string) => void;
}

export function actorsIn({ targets }: CommandContext): readonly ActorId[] {
  return targets.filter(isActorId);
}

export function relationsIn({ targets }: CommandContext): readonly RelationId[] {
  return targets.filter((id): id is RelationId => !isActorId(id));
}

export function hasTarget(command: Command, context: CommandContext): boolean {
  switch (command.target) {
    case "none":
      return true;
    case "actor":
      return actorsIn(context).length > 0;
    case "relation":
      return relationsIn(context).length > 0;
    case "any":
      return context.targets.length > 0;
  }
}

export function isAvailable(command: Command, context: CommandContext): boolean {
  return (
    hasTarget(command, context) &&
    (command.when?.(context) ?? true) &&
    (command.choices === undefined || command.choices(context).length > 0)
  );
}

export function titleIn(command: Command, context: CommandContext): string {
  return hasTarget(command, context) ? (command.titleFor?.(context) ?? command.title) : command.title;
}

export function nameOf({ app }: CommandContext, id: ActorId): string {
  return titleOf(app.graph.actors.get(id)?.label ?? id);
}

export function isShown({ view }: CommandContext, id: ActorId): boolean {
  return view.placed.has(id) && !view.hidden.has(id);
}

/** What a menu or a key acts on when it is meant for these: the whole selection when they are part of it. */
export function targetsAround({ selected }: ViewState, ids: readonly ItemId[]): readonly ItemId[] {
  if (ids.length === 0 || ids.some((id) => !selected.includes(id))) return ids;
  return [...selected.filter((id) => !ids.includes(id)), ...ids];
}
