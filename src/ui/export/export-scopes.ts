// Answers: which parts of the graph can the reader take away now, and by which recipe is each asked for?
import type { Recipe } from "../../export/recipe.ts";
import { recipeOfView } from "../../export/recipe-of-view.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import type { Route } from "../../graph/paths/route.ts";
import { EVERYTHING } from "../../graph/query/filter.ts";
import { countText, titleOf } from "../../model/text.ts";
import { routeQueryOf } from "../../state/route-query.ts";
import { isAsked } from "../../state/route-question.ts";
import { chosenActorOf, settingsOf, type ViewState } from "../../state/view-state.ts";

export interface ExportScope {
  readonly id: string;
  readonly title: string;
  readonly recipe: () => Recipe;
}

/** What the view shows first, the whole dataset last. All under the sources and clocks of the view. */
export function exportScopesOf(graph: EntenteGraph, view: ViewState, route: Route | undefined): readonly ExportScope[] {
  const everything = { ...EVERYTHING, ...settingsOf(view.filters) };
  const scopes: ExportScope[] = [
    { id: "visible", title: "What the view shows", recipe: () => recipeOfView(graph, view, "visible") },
  ];
  if (view.selected.length > 0)
    scopes.push({
      id: "selection",
      title: `The selection (${view.selected.length})`,
      recipe: () => recipeOfView(graph, view, "selection"),
    });
  if (route !== undefined) {
    const selected = route.hops.flatMap((hop) => hop.relations.map(({ id }) => id));
    scopes.push({
      id: "route",
      title: `The route shown (${countText(route.hops.length, "hop")})`,
      recipe: () => recipeOfView(graph, { ...view, selected }, "selection"),
    });
  }
  if (isAsked(view.question))
    scopes.push({
      id: "routes",
      title: "All routes found",
      recipe: () => {
        const { filter = {}, ...query } = routeQueryOf(graph, view.question, view);
        return { scope: { kind: "path", query }, filter };
      },
    });
  const actor = chosenActorOf(view);
  if (actor !== undefined)
    for (const depth of [1, 2])
      scopes.push({
        id: `neighborhood-${depth}`,
        title: `${countText(depth, "hop")} around ${titleOf(graph.actors.get(actor)?.label ?? actor)}`,
        recipe: () => ({ scope: { kind: "neighborhood", seeds: [actor], depth, direction: "both" }, filter: everything }),
      });
  scopes.push({ id: "all", title: "The whole dataset", recipe: () => ({ scope: { kind: "all" }, filter: everything }) });
  return scopes;
}
