// Answers: how does an arrangement of the canvas come about without holding up the page? As one undoable step, or not at all.
import type { EntenteGraph } from "../../graph/graph.ts";
import { type ActorId, kindOf } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { OPEN_PAST } from "../../model/time.ts";
import type { ViewState } from "../../state/view-state.ts";
import type { VisibleGraph } from "../../state/visible.ts";
import { createLayoutEngine, type LayoutEngine } from "../../view/layout/create-layout-engine.ts";
import type { LayoutChoice, LayoutRequest } from "../../view/layout/layout-request.ts";
import { afterShown } from "../parts/after-shown.ts";
import type { AppContextValue } from "../shell/app-context.ts";

export const ARRANGEMENTS = ["relax", "stress", "concentric", "grid", "timeline"] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export const ARRANGEMENT_WORDS: Readonly<Record<Arrangement, string>> = {
  relax: "relax, from where actors stand",
  stress: "anew, by distance",
  concentric: "in rings around the selected actor",
  grid: "in blocks, by kind",
  timeline: "along time",
};

/** The same picture for the same graph. */
const SEED = 1;
let engine: LayoutEngine | undefined;

/** Says what is under way, with a way to stop it; dispatches one step when done. */
export async function arrange(app: AppContextValue, visible: VisibleGraph, how: Arrangement): Promise<void> {
  const { graph, store, notify, overlays } = app;
  const view = store.getState().history.present;
  overlays.getState().arranging?.cancel();
  const stop = new AbortController();
  const title = `Arranging ${countText(visible.actors.length, "actor")} …`;
  const mine = { title, cancel: () => stop.abort() };
  overlays.getState().setArranging(mine);
  try {
    engine ??= createLayoutEngine();
    const positions = await engine.run(requestOf(graph, view, visible, how), { signal: stop.signal });
    const placed = new Map([...positions].map(([id, { x, y }]) => [id as ActorId, { x, y }]));
    store.getState().dispatch({ type: "arrange", placed, step: `Arranged ${ARRANGEMENT_WORDS[how]}` });
    afterShown(() => app.canvas.current?.fit());
    notify(`Arranged ${ARRANGEMENT_WORDS[how]}. Undo brings the places back.`);
  } catch (error) {
    if (stop.signal.aborted) notify("Arranging was stopped; everything stands where it stood.");
    else notify(`${error instanceof Error ? error.message : String(error)} Everything stands where it stood.`);
  } finally {
    if (overlays.getState().arranging === mine) overlays.getState().setArranging(undefined);
  }
}

function requestOf(graph: EntenteGraph, view: ViewState, visible: VisibleGraph, how: Arrangement): LayoutRequest {
  const ids = [...visible.actors];
  const ordinals = new Map(ids.map((id, i) => [id, i]));
  const edges = [...visible.relations.keys()].flatMap((id): Array<[number, number]> => {
    const edge = graph.relations.get(id);
    const [a, b] = edge === undefined ? [] : [ordinals.get(edge.from), ordinals.get(edge.to)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const fixed = new Map(
    [...view.pinned].flatMap((id) => (ordinals.has(id) ? [[id, view.placed.get(id) ?? { x: 0, y: 0 }]] : [])),
  );
  return { ids, edges, fixed, ...(how === "relax" ? { start: view.placed } : {}), ...choiceOf(graph, view, visible, how) };
}

function choiceOf(graph: EntenteGraph, view: ViewState, visible: VisibleGraph, how: Arrangement): LayoutChoice {
  switch (how) {
    case "relax":
    case "stress":
      return { layout: "stress", seed: SEED };
    case "concentric":
      return { layout: "concentric", centers: view.selected.filter((id) => visible.actors.includes(id as ActorId)) };
    case "grid":
      return { layout: "grid", groups: new Map(visible.actors.map((id) => [id, kindOf(id)])) };
    case "timeline":
      return { layout: "timeline", days: firstDaysOf(graph, visible) };
  }
}

/** The earliest day that a dated claim on a shown relation of the actor gives. */
function firstDaysOf(graph: EntenteGraph, visible: VisibleGraph): Map<string, number> {
  const days = new Map<string, number>();
  for (const id of visible.relations.keys()) {
    const edge = graph.relations.get(id);
    for (const { dated, bounds } of edge?.claims ?? [])
      if (edge !== undefined && dated && bounds.earliestStart > OPEN_PAST)
        for (const end of [edge.from, edge.to])
          days.set(end, Math.min(days.get(end) ?? bounds.earliestStart, bounds.earliestStart));
  }
  return days;
}
