// Answers: what do the buttons of a row do beyond the commands that every part of the page has?
import type { RelationEdge } from "../../graph/graph.ts";
import { titleOf } from "../../model/text.ts";
import { anchorFor, positionsFor } from "../../state/expansion.ts";
import type { ItemId } from "../../state/view-state.ts";
import { visibleGraphOf } from "../../state/visible.ts";
import { commandsOf } from "../commands/commands.ts";
import type { AppContextValue } from "../shell/app-context.ts";

/** Selects the item and goes on to the panel that tells on what it stands. */
export function showEvidence(app: AppContextValue, item: ItemId): void {
  commandsOf(app).select([item]);
  document.querySelector<HTMLElement>(".inspector")?.focus({ preventScroll: true });
}

/** Brings both ends of a relation onto the canvas in one step; says so when the filters still keep the relation away. */
export function addEnds(app: AppContextValue, { id, from, to }: RelationEdge): void {
  const { graph, store, notify } = app;
  const view = store.getState().history.present;
  const ends = [...new Set([from, to])];
  const anchor = ends.find((end) => view.placed.has(end)) ?? anchorFor(graph, view, from);
  const names = ends.map((end) => titleOf(graph.actors.get(end)?.label ?? end)).join(" and ");
  store.getState().dispatch({ type: "place", placed: positionsFor(view, anchor, ends), step: `Added ${names}` });
  commandsOf(app).select([id]);
  const isShown = visibleGraphOf(graph, store.getState().history.present).relations.has(id);
  notify(isShown ? `Added ${names}.` : `${names} are on the canvas, but the filters keep this relation away.`);
}
