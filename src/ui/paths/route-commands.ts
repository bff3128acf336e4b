// Answers: what do the workbench, keys and menus do with questions and routes?
import type { Route } from "../../graph/paths/route.ts";
import type { ActorId } from "../../model/ids.ts";
import { countText, titleOf } from "../../model/text.ts";
import { positionsFor } from "../../state/expansion.ts";
import { SPACING } from "../../state/placement.ts";
import { type ActorPart, isAsked, type RouteQuestion, withActors } from "../../state/route-question.ts";
import type { Point, ViewState } from "../../state/view-state.ts";
import { afterShown } from "../parts/after-shown.ts";
import type { AppContextValue } from "../shell/app-context.ts";

/** Between columns of a route that is laid out, and between routes, in layout units. */
const COLUMN = 230;
const ROW = 190;

const PART_WORDS: Readonly<Record<ActorPart, string>> = {
  from: "start of the route",
  to: "end of the route",
  mustPass: "must be passed",
  avoid: "is avoided",
};

const CHANGED: Readonly<Record<ActorPart, string>> = {
  from: "Changed the start of the routes",
  to: "Changed the end of the routes",
  mustPass: "Changed who must be passed",
  avoid: "Changed who is avoided",
};

export interface RouteCommands {
  readonly open: () => void;
  readonly close: () => void;
  readonly ask: (change: Partial<RouteQuestion>, step: string) => void;
  /** Adds the actor to this part, and takes it out of the others. */
  readonly name: (part: ActorPart, id: ActorId) => void;
  /** These and no others stand in this part, and in no other part. */
  readonly setPart: (part: ActorPart, ids: readonly ActorId[]) => void;
  readonly swap: () => void;
  /** Shows it on the canvas, framed; its actors that are not there come. */
  readonly show: (route: Route, place?: string) => void;
  readonly takeOff: () => void;
  /** The next of the routes found, or the one before. */
  readonly step: (by: 1 | -1) => void;
  /** Side by side below all that is there, one column a hop; the first of `routes` straight. */
  readonly layOut: (routes: readonly (readonly ActorId[])[]) => void;
}

export function routeCommandsOf(app: AppContextValue): RouteCommands {
  const { graph, store, paths, notify, canvas } = app;
  const view = (): ViewState => store.getState().history.present;
  const { dispatch } = store.getState();
  const nameOf = (id: ActorId): string => titleOf(graph.actors.get(id)?.label ?? id);
  const frameSoon = (ids: readonly ActorId[]): void => {
    afterShown(() => afterShown(() => canvas.current?.fit(ids)));
  };
  const commands: RouteCommands = {
    open() {
      paths.getState().set({ isOpen: true });
    },
    close() {
      paths.getState().set({ isOpen: false, picking: undefined });
    },
    ask(question, step) {
      dispatch({ type: "ask", question, step });
      paths.getState().set({ isOpen: true });
    },
    name(part, id) {
      const { question } = view();
      const ids = [...question[part].filter((held) => held !== id), id];
      commands.ask(withActors(question, part, ids), `${nameOf(id)}: ${PART_WORDS[part]}`);
      notify(`${nameOf(id)}: ${PART_WORDS[part]}.${isAsked(view().question) ? "" : " Name the other end too."}`);
    },
    setPart(part, ids) {
      commands.ask(withActors(view().question, part, ids), CHANGED[part]);
    },
    swap() {
      const { from, to } = view().question;
      commands.ask({ from: to, to: from }, "Swapped the ends of the routes");
    },
    show(route, place = "") {
      const step = `Showed a route of ${countText(route.hops.length, "hop")}`;
      dispatch({ type: "show-route", route: route.actors, placed: placesFor(view(), route.actors), step });
      paths.getState().set({ shown: route, isGone: false });
      const [from = "", ...through] = route.actors.map(nameOf);
      const to = through.pop() ?? "";
      const by = through.length === 0 ? ", directly" : ` through ${through.join(", then ")}`;
      notify(`${place === "" ? "Route" : `Route ${place}`}: ${from} to ${to}${by}. Weakest hop ${route.weakest}.`);
      frameSoon(route.actors);
    },
    takeOff() {
      dispatch({ type: "show-route", route: undefined, placed: new Map(), step: "Took the route off" });
    },
    step(by) {
      const { search } = paths.getState();
      if (search.state !== "answered" || search.answer.routes.length === 0) return;
      const { routes } = search.answer;
      const at = routes.findIndex((route) => route.actors.join(" ") === view().route?.join(" "));
      const next = at === -1 ? (by === 1 ? 0 : routes.length - 1) : (at + by + routes.length) % routes.length;
      const route = routes[next];
      if (route !== undefined) commands.show(route, `${next + 1} of ${routes.length}`);
    },
    layOut(routes) {
      const { placed } = view();
      const points = [...placed.values()];
      const left = Math.min(...points.map((p) => p.x));
      const top = Math.max(...points.map((p) => p.y)) + ROW;
      const at = new Map<ActorId, Point>();
      routes.forEach((route, row) => {
        route.forEach((id, column) => {
          if (!at.has(id)) at.set(id, { x: left + column * COLUMN, y: top + row * ROW });
        });
      });
      dispatch({ type: "arrange", placed: at, step: "Laid the route out in columns" });
      frameSoon([...at.keys()]);
    },
  };
  return commands;
}

/** Places of all actors of a route; those that are not on the canvas come in a row beside the one before them, away from the middle. */
function placesFor(view: ViewState, route: readonly ActorId[]): Map<ActorId, Point> {
  let held = view;
  const places = new Map<ActorId, Point>();
  const order = [...route];
  const first = order.findIndex((id) => held.placed.has(id));
  const sequence = first <= 0 ? order : [...order.slice(first), ...order.slice(0, first).reverse()];
  let before: ActorId | undefined;
  for (const id of sequence) {
    const anchor = id === order[first - 1] ? order[first] : before;
    const near = anchor === undefined ? undefined : held.placed.get(anchor);
    const at = held.placed.get(id) ?? (near === undefined ? positionsFor(held, undefined, [id]).get(id) : freeBeside(near, held));
    if (at !== undefined) {
      places.set(id, at);
      held = { ...held, placed: new Map(held.placed).set(id, at) };
    }
    before = id;
  }
  return places;
}

function freeBeside(near: Point, { placed }: ViewState): Point {
  const taken = [...placed.values()];
  const middle = taken.reduce((sum, p) => sum + p.x, 0) / taken.length;
  const side = near.x >= middle ? 1 : -1;
  for (let row = 0; ; row++)
    for (const down of row === 0 ? [0] : [row, -row]) {
      const at = { x: Math.round(near.x + side * COLUMN), y: Math.round(near.y + down * SPACING) };
      if (taken.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= SPACING)) return at;
    }
}
