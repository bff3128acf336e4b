// Answers: what can be done about routes: name their ends, find them, step through them, lay one out?

import type { ActorPart } from "../../state/route-question.ts";
import { isAsked } from "../../state/route-question.ts";
import { routeCommandsOf } from "../paths/route-commands.ts";
import { focusOn } from "../shell/landmarks.ts";
import { actorsIn, type Command, type CommandContext } from "./command.ts";

function naming(id: string, title: string, part: ActorPart, key?: string): Command {
  return {
    id,
    title,
    group: "Routes",
    ...(key === undefined ? {} : { keys: [key] }),
    scope: "canvas",
    target: "actor",
    run: (context) => {
      const actor = actorsIn(context).at(-1);
      if (actor !== undefined) routeCommandsOf(context.app).name(part, actor);
    },
  };
}

const hasRoutes = ({ app }: CommandContext): boolean => {
  const { search } = app.paths.getState();
  return search.state === "answered" && search.answer.routes.length > 0;
};

export const PATH_COMMANDS: readonly Command[] = [
  naming("route-from", "Path from here", "from", "A"),
  naming("route-to", "Path to here", "to", "B"),
  naming("route-through", "Paths must pass this", "mustPass"),
  naming("route-around", "Paths avoid this", "avoid"),
  {
    id: "find-routes",
    title: "Find routes between actors",
    titleFor: ({ view }) => (isAsked(view.question) ? "Routes found" : "Find routes"),
    group: "Routes",
    keys: ["G"],
    scope: "canvas",
    target: "none",
    button: "above the canvas",
    run: ({ app }) => {
      routeCommandsOf(app).open();
      requestAnimationFrame(() => requestAnimationFrame(() => focusOn("routes")));
    },
  },
  {
    id: "next-route",
    title: "Show the next route",
    group: "Routes",
    keys: ["J"],
    scope: "canvas",
    target: "none",
    when: hasRoutes,
    run: ({ app }) => routeCommandsOf(app).step(1),
  },
  {
    id: "previous-route",
    title: "Show the previous route",
    group: "Routes",
    keys: ["K"],
    scope: "canvas",
    target: "none",
    when: hasRoutes,
    run: ({ app }) => routeCommandsOf(app).step(-1),
  },
  {
    id: "lay-out-route",
    title: "Lay the route out in columns",
    group: "Routes",
    scope: "canvas",
    target: "none",
    when: ({ view }) => view.route !== undefined,
    run: ({ app, view }) => routeCommandsOf(app).layOut(view.route === undefined ? [] : [view.route]),
  },
  {
    id: "take-route-off",
    title: "Take the route off",
    group: "Routes",
    scope: "canvas",
    target: "none",
    when: ({ view }) => view.route !== undefined,
    run: ({ app }) => routeCommandsOf(app).takeOff(),
  },
];
