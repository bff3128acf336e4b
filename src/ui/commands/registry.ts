// Answers: which commands are there, and which of them does a key, a menu, a button or the search box offer here?
import { isActorId } from "../../model/ids.ts";
import { TOUR_COMMANDS } from "../tours/tour-commands.ts";
import { ACTOR_COMMANDS } from "./actor-commands.ts";
import {
  type ButtonPlace,
  type Choice,
  COMMAND_GROUPS,
  type Command,
  type CommandContext,
  type CommandGroup,
  hasTarget,
  isAvailable,
  nameOf,
  titleIn,
} from "./command.ts";
import { isStroke, type Stroke } from "./keys.ts";
import { LAYOUT_COMMANDS } from "./layout-commands.ts";
import { PATH_COMMANDS } from "./path-commands.ts";
import { RELATION_COMMANDS } from "./relation-commands.ts";
import { TAB_COMMANDS } from "./tab-commands.ts";
import { VIEW_COMMANDS } from "./view-commands.ts";

/** Every command there is. Menus, buttons, keys, the search box and the sheet read this table and nothing else. */
export const COMMANDS: readonly Command[] = [
  ...VIEW_COMMANDS,
  ...ACTOR_COMMANDS,
  ...RELATION_COMMANDS,
  ...PATH_COMMANDS,
  ...LAYOUT_COMMANDS,
  ...TAB_COMMANDS,
  ...TOUR_COMMANDS,
];

const BY_ID = new Map(COMMANDS.map((command) => [command.id, command]));

/** @throws when there is none: ids are written in code only. */
export function commandOf(id: string): Command {
  const command = BY_ID.get(id);
  if (command === undefined) throw new Error(`there is no command “${id}”`);
  return command;
}

export type Grouped = ReadonlyArray<readonly [CommandGroup, readonly Command[]]>;

/** All, for the sheet of commands. */
export function sheetOf(commands: readonly Command[]): Grouped {
  return COMMAND_GROUPS.map((group) => [group, commands.filter((c) => c.group === group)] as const).filter(
    ([, held]) => held.length > 0,
  );
}

/** What a context menu may hold: on something, what acts on it; beside everything, what acts on the view. */
export function menuOf(commands: readonly Command[], on: "actor" | "relation" | "nothing"): Grouped {
  return sheetOf(
    commands.filter(({ target, scope }) =>
      on === "nothing" ? target === "none" && scope === "canvas" : target === on || target === "any",
    ),
  );
}

export function buttonsOf(commands: readonly Command[], place: ButtonPlace): readonly Command[] {
  return commands.filter((command) => command.button === place);
}

/** The command of a key, whether or not it can run now. */
export function commandForKey(stroke: Stroke, scope: Command["scope"]): Command | undefined {
  return COMMANDS.find((command) => command.scope === scope && command.keys?.some((key) => isStroke(key, stroke)));
}

/** Runs it, or says why not. */
export function runCommand(command: Command, context: CommandContext, choice?: string): void {
  if (isAvailable(command, context)) command.run(context, choice);
  else if (hasTarget(command, context)) context.app.notify(`Nothing to do here: ${titleIn(command, context)}.`);
  else context.app.notify(`Select ${command.target === "relation" ? "a relation" : "an actor"} first: ${command.title}.`);
}

/** A command, or one of its choices, as the search box offers it. */
export interface Offer {
  readonly command: Command;
  readonly title: string;
  readonly choice?: Choice;
}

/** What can run now, in the order of the table, each choice for itself, with the name of what it would act on. */
export function offersIn(context: CommandContext): readonly Offer[] {
  const name = targetName(context);
  return COMMANDS.filter((command) => isAvailable(command, context)).flatMap((command): Offer[] => {
    const title = titleIn(command, context);
    const of = command.target === "none" ? "" : ` · ${name}`;
    if (command.choices === undefined) return [{ command, title: `${title}${of}` }];
    return command.choices(context).map((choice) => ({ command, title: `${title}: ${choice.title}${of}`, choice }));
  });
}

/** What commands would act on, in a few words. */
export function targetName(context: CommandContext): string {
  const [only, ...others] = context.targets;
  if (only === undefined) return "the view";
  if (others.length > 0) return `${context.targets.length} selected`;
  return isActorId(only) ? nameOf(context, only) : (context.app.graph.relations.get(only)?.type.label ?? "relation");
}
