// Answers: how does the reader start a tour, go through its steps and leave it?
import { knownOnOf, relationsOfFact } from "../../graph/analysis/tours.ts";
import type { EntenteGraph, TourView } from "../../graph/graph.ts";
import type { RelationId } from "../../model/ids.ts";
import type { TourStep } from "../../model/records.ts";
import { isSameList } from "../../state/same.ts";
import type { ItemId, TourPlace, ViewState } from "../../state/view-state.ts";
import type { Command, CommandContext } from "../commands/command.ts";
import { afterShown } from "../parts/after-shown.ts";
import type { AppContextValue } from "../shell/app-context.ts";

/** The step a view is, with its tour; undefined outside of tours. */
export function stepOf(graph: EntenteGraph, { tour: place }: Pick<ViewState, "tour">): StepPlace | undefined {
  const tour = place === undefined ? undefined : graph.tours.find(({ id }) => id === place.id);
  const step = place === undefined ? undefined : tour?.steps[place.step];
  return tour === undefined || step === undefined || place === undefined ? undefined : { tour, step, place };
}

export interface StepPlace {
  readonly tour: TourView;
  readonly step: TourStep;
  readonly place: TourPlace;
}

/** Shows that step as a view of its own: its actors, its clock, its types, and the relations it rests on selected. */
export function openStep(app: AppContextValue, id: string, at: number): void {
  const { graph, store } = app;
  const found = stepOf(graph, { tour: { id, step: at } });
  if (found === undefined) return;
  const { tour, step, place } = found;
  const { types } = step;
  const name = `${tour.title}, ${at + 1} of ${tour.steps.length}: ${step.title}`;
  store.getState().dispatch({
    type: "open-tour-step",
    tour: place,
    placed: new Map(step.actors.map((actor) => [actor, tour.positions.get(actor) ?? { x: 0, y: 0 }])),
    filters: {
      typesOff: new Set(types === undefined ? [] : [...graph.types.keys()].filter((type) => !types.includes(type))),
      knownOn: knownOnOf(step),
    },
    selected: factRelations(graph, step),
    step: name,
  });
  app.showTab("graph");
  app.notify(`Tour ${name}.`);
  afterShown(() => app.canvas.current?.fit());
}

export function leaveTour(app: AppContextValue): void {
  app.store.getState().dispatch({ type: "leave-tour" });
  app.notify("Left the tour; the view stays.");
}

export function isSelectionOfStep(graph: EntenteGraph, tour: TourPlace, selected: readonly ItemId[]): boolean {
  const found = stepOf(graph, { tour });
  return found !== undefined && isSameList(factRelations(graph, found.step), selected);
}

function factRelations(graph: EntenteGraph, step: TourStep): readonly RelationId[] {
  return [...new Set(step.facts.flatMap((fact) => relationsOfFact(graph, fact).map((edge) => edge.id)))];
}

const TOUR: Pick<Command, "group" | "scope" | "target"> = { group: "Find", scope: "canvas", target: "none" };

function go(by: 1 | -1): Pick<Command, "when" | "run"> {
  const target = ({ app, view }: CommandContext) => {
    const now = stepOf(app.graph, view);
    return now === undefined ? undefined : stepOf(app.graph, { tour: { id: now.tour.id, step: now.place.step + by } });
  };
  return {
    when: (context) => target(context) !== undefined,
    run: (context) => {
      const next = target(context);
      if (next !== undefined) openStep(context.app, next.tour.id, next.place.step);
    },
  };
}

export const TOUR_COMMANDS: readonly Command[] = [
  {
    ...TOUR,
    id: "tour",
    title: "Start a tour",
    choices: ({ app }) => app.graph.tours.map(({ id, title }) => ({ value: id, title })),
    run: ({ app }, choice) => openStep(app, choice ?? "", 0),
  },
  { ...TOUR, id: "tour-back", title: "Go back in the tour (← on the tour)", titleFor: () => "Back", ...go(-1) },
  { ...TOUR, id: "tour-next", title: "Go on in the tour (→ on the tour)", titleFor: () => "Next", ...go(1) },
  {
    ...TOUR,
    id: "tour-leave",
    title: "Leave the tour (Esc on the tour)",
    titleFor: () => "Leave",
    when: ({ app, view }) => stepOf(app.graph, view) !== undefined,
    run: ({ app }) => leaveTour(app),
  },
];
