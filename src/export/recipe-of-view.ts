// Answers: how is what a view of the page shows, or has selected, asked for as a recipe?
import type { EntenteGraph } from "../graph/graph.ts";
import { EVERYTHING } from "../graph/query/filter.ts";
import type { ActorId, RelationId } from "../model/ids.ts";
import { countText } from "../model/text.ts";
import { writeLink } from "../state/link.ts";
import { STATUSES_OFF_AT_START, settingsOf, type ViewState } from "../state/view-state.ts";
import { visibleGraphOf } from "../state/visible.ts";
import type { Recipe, ViewScope } from "./recipe.ts";

/** Of a selection: the selected actors that are shown with the relations between them, and the selected relations with their ends. */
export function recipeOfView(graph: EntenteGraph, view: ViewState, only: ViewScope["only"]): Recipe {
  const shown = visibleGraphOf(graph, view);
  const chosen = new Set<string>(view.selected);
  const isIn = (id: RelationId): boolean => {
    const edge = graph.relations.get(id);
    return only === "visible" || chosen.has(id) || (edge !== undefined && chosen.has(edge.from) && chosen.has(edge.to));
  };
  const relations = new Set([...shown.relations.keys()].filter(isIn));
  const ends = new Set([...relations].flatMap((id) => [graph.relations.get(id)?.from, graph.relations.get(id)?.to]));
  const actors = shown.actors.filter((id) => only === "visible" || chosen.has(id) || ends.has(id));
  return {
    scope: {
      kind: "view",
      only,
      link: writeLink(view, { id: graph.info.id, hash: graph.hash }),
      positions: new Map(actors.flatMap((id) => placeOf(view, id))),
      relations,
      leftOut: leftOutBy(view, shown.hiddenBy),
    },
    filter: { ...EVERYTHING, ...settingsOf(view.filters) },
  };
}

function placeOf(view: ViewState, id: ActorId): Array<readonly [ActorId, { readonly x: number; readonly y: number }]> {
  const at = view.placed.get(id);
  return at === undefined ? [] : [[id, { x: Math.round(at.x), y: Math.round(at.y) }]];
}

/** Filters of the view, and how much they hide. */
function leftOutBy(view: ViewState, hiddenBy: ReturnType<typeof visibleGraphOf>["hiddenBy"]): string[] {
  const { kindsOff, typesOff, statusesOff, minDegree } = view.filters;
  const texts: string[] = [];
  const off = (what: string, words: Iterable<string>): void => {
    const list = [...words].sort();
    if (list.length > 0) texts.push(`${what} off: ${list.join(", ")}`);
  };
  off("kinds", kindsOff);
  off("relation types", typesOff);
  off("statuses", statusesOff);
  if ([...STATUSES_OFF_AT_START].some((status) => !statusesOff.has(status))) texts.push("with what is not asserted as a fact");
  if (minDegree > 0) texts.push(`only actors with at least ${countText(minDegree, "relation")}`);
  if (view.focus !== undefined) texts.push(`only within ${countText(view.focus.hops, "hop")} of ${view.focus.actor}`);
  if (hiddenBy.hand > 0) texts.push(`${countText(hiddenBy.hand, "actor")} hidden by hand`);
  if (hiddenBy.kindFilter + hiddenBy.degreeFilter + hiddenBy.focus > 0)
    texts.push(`${countText(hiddenBy.kindFilter + hiddenBy.degreeFilter + hiddenBy.focus, "actor")} hidden by filters`);
  if (hiddenBy.relationFilter > 0) texts.push(`${countText(hiddenBy.relationFilter, "relation")} hidden by filters`);
  return texts;
}
