// Answers: which relations may a query count when it is asked under the filters of the view?
import type { EntenteGraph } from "../../graph/graph.ts";
import { EVERYTHING, type RelationFilter } from "../../graph/query/filter.ts";
import { RELATION_STATUSES } from "../../model/kinds.ts";
import { type Filters, settingsOf } from "../../state/view-state.ts";

/** Only what is asserted as a fact: no plans, judgements, hypotheses, and nothing that is only denied. */
export function assertedFilterOf(graph: EntenteGraph, filters: Filters): RelationFilter {
  const { typesOff, statusesOff } = filters;
  return {
    ...settingsOf(filters),
    types: typesOff.size === 0 ? undefined : new Set([...graph.types.keys()].filter((id) => !typesOff.has(id))),
    statuses: new Set(RELATION_STATUSES.filter((status) => !statusesOff.has(status))),
  };
}

/** Whatever the filters would show on the canvas: judgements count where relations that rest on nothing else are shown. */
export function viewFilterOf(graph: EntenteGraph, filters: Filters): RelationFilter {
  return { ...assertedFilterOf(graph, filters), ...EVERYTHING, opinions: !filters.statusesOff.has("conjecture") };
}
