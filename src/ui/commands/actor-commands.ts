// Answers: what can be done with actors: expand, collapse, focus, hide, pin, select around?
import type { ActorId } from "../../model/ids.ts";
import type { Direction } from "../../model/kinds.ts";
import { countText } from "../../model/text.ts";
import { expansionOf } from "../../state/expansion.ts";
import { FOCUS_HOPS } from "../../state/view-state.ts";
import { actorsIn, type Command, type CommandContext, isShown } from "./command.ts";
import { commandsOf } from "./commands.ts";

const HOP_WORDS = { 1: "one hop", 2: "two hops", 3: "three hops", 4: "four hops" } as const;

function lastOf(context: CommandContext): ActorId {
  const id = actorsIn(context).at(-1);
  if (id === undefined) throw new Error("a command for an actor ran without one");
  return id;
}

/** "Hide", "Hide 3 actors". */
function many(context: CommandContext, verb: string): string {
  const { length } = actorsIn(context);
  return length === 1 ? verb : `${verb} ${countText(length, "actor")}`;
}

function expansion(id: string, title: string, direction: Direction, key?: string): Command {
  return {
    id,
    title,
    titleFor: (context) => {
      const { fresh } = expansionOf(context.app.graph, context.view, lastOf(context), direction);
      return `${title} (+${fresh.length})`;
    },
    group: "Expand",
    ...(key === undefined ? {} : { keys: [key] }),
    scope: "canvas",
    target: "actor",
    run: (context) => {
      const id = lastOf(context);
      // A row of the whole dataset may not be on the canvas yet.
      if (!isShown(context, id)) commandsOf(context.app).add(id);
      commandsOf(context.app).expand(id, { direction });
    },
  };
}

export const ACTOR_COMMANDS: readonly Command[] = [
  {
    id: "add",
    title: "Show on the canvas",
    group: "Expand",
    scope: "canvas",
    target: "actor",
    when: (context) => !isShown(context, lastOf(context)),
    run: (context) => commandsOf(context.app).add(lastOf(context)),
  },
  expansion("expand", "Expand", "both", "E"),
  expansion("expand-out", "Expand along outgoing relations", "out"),
  expansion("expand-in", "Expand along incoming relations", "in"),
  {
    id: "expand-by-type",
    title: "Expand by relation type",
    group: "Expand",
    scope: "canvas",
    target: "actor",
    choices: (context) => {
      const { types } = context.app.graph;
      return [...expansionOf(context.app.graph, context.view, lastOf(context)).byType]
        .map(([type, ids]) => ({ value: type, label: types.get(type)?.label ?? type, count: ids.length }))
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
        .map(({ value, label, count }) => ({ value, title: `${label} (+${count})` }));
    },
    run: (context, type) => commandsOf(context.app).expand(lastOf(context), type === undefined ? {} : { types: new Set([type]) }),
  },
  {
    id: "collapse",
    title: "Collapse: take off what hangs on it alone",
    titleFor: () => "Collapse",
    group: "Expand",
    keys: ["C"],
    scope: "canvas",
    target: "actor",
    when: (context) => isShown(context, lastOf(context)),
    run: (context) => commandsOf(context.app).collapse(lastOf(context), context.visible),
  },
  ...FOCUS_HOPS.map(
    (hops): Command => ({
      id: `focus-${hops}`,
      title: `Focus: only what is within ${HOP_WORDS[hops]}`,
      group: "Focus",
      keys: [String(hops)],
      scope: "canvas",
      target: "actor",
      when: (context) => isShown(context, lastOf(context)),
      run: (context) => commandsOf(context.app).focus({ actor: lastOf(context), hops }),
    }),
  ),
  {
    id: "hide",
    title: "Hide",
    titleFor: (context) => many(context, "Hide"),
    group: "Hide and pin",
    keys: ["H", "Delete"],
    scope: "canvas",
    target: "actor",
    when: (context) => actorsIn(context).some((id) => isShown(context, id)),
    run: (context) => commandsOf(context.app).hide(actorsIn(context)),
  },
  {
    id: "pin",
    title: "Pin or unpin: a pinned actor is moved by no layout and taken by no collapse",
    titleFor: (context) => many(context, actorsIn(context).every((id) => context.view.pinned.has(id)) ? "Unpin" : "Pin"),
    group: "Hide and pin",
    keys: ["P"],
    scope: "canvas",
    target: "actor",
    when: (context) => actorsIn(context).some((id) => isShown(context, id)),
    run: (context) => commandsOf(context.app).togglePinned(actorsIn(context)),
  },
  {
    id: "select-neighbors",
    title: "Select its neighbors too",
    group: "Select",
    scope: "canvas",
    target: "actor",
    when: (context) => actorsIn(context).some((id) => isShown(context, id)),
    run: (context) => {
      const { app, visible } = context;
      const around = new Set(actorsIn(context));
      for (const id of visible.relations.keys()) {
        const edge = app.graph.relations.get(id);
        if (edge === undefined) continue;
        if (context.targets.includes(edge.from)) around.add(edge.to);
        if (context.targets.includes(edge.to)) around.add(edge.from);
      }
      commandsOf(app).select([...around]);
      app.notify(`${countText(around.size, "actor")} selected.`);
    },
  },
];
