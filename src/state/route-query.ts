// Answers: which query is a question of the path workbench, under the filters of the view?
import type { ActorNode, EntenteGraph } from "../graph/graph.ts";
import type { PathsQuery } from "../graph/paths/paths.ts";
import type { RelationFilter } from "../graph/query/filter.ts";
import { MODALITIES, type RelationStatus } from "../model/kinds.ts";
import type { RouteQuestion } from "./route-question.ts";
import { settingsOf, type ViewState } from "./view-state.ts";

/** Routes listed at most. */
export const MAX_ROUTES = 50;

/** Statuses that assert something: what a route may rest on. */
const ASSERTING = ["confirmed", "reported", "alleged", "disputed"] as const;

/**
 * The query under the sources, types, statuses and clocks of the view: what a filter takes from the canvas, no route uses. Actors of kinds that
 * are off stand in no route unless the question names them. On the canvas: only through actors shown there.
 */
export function routeQueryOf(
  graph: EntenteGraph,
  question: RouteQuestion,
  { filters, placed, hidden }: Pick<ViewState, "filters" | "placed" | "hidden">,
): PathsQuery {
  const { preset, scope, leastStatus, direction, also } = question;
  const { kindsOff, typesOff, statusesOff } = filters;
  const isIn = (actor: ActorNode): boolean =>
    !kindsOff.has(actor.kind) && (scope === "dataset" || (placed.has(actor.id) && !hidden.has(actor.id)));
  const isAll = kindsOff.size === 0 && scope === "dataset";
  const statuses = ASSERTING.filter((status) => !statusesOff.has(status));
  const unasserted: RelationStatus[] = [
    ...(also.has("plans") ? (["planned"] as const) : []),
    ...(also.has("opinions") ? (["conjecture", "planned"] as const) : []),
    ...(also.has("denials") ? (["denied"] as const) : []),
  ];
  const minStatus = preset === "confirmed" ? "confirmed" : leastStatus;
  const filter: RelationFilter = {
    ...settingsOf(filters),
    ...(typesOff.size === 0 ? {} : { types: new Set([...graph.types.keys()].filter((id) => !typesOff.has(id))) }),
    ...(statuses.length === ASSERTING.length ? {} : { statuses: new Set<RelationStatus>([...statuses, ...unasserted]) }),
    ...(also.has("plans") || also.has("opinions") ? { modalities: new Set(MODALITIES) } : {}),
    ...(also.has("opinions") ? { opinions: true } : {}),
    ...(also.has("denials") ? { denials: true } : {}),
    ...(minStatus === undefined ? {} : { minStatus }),
    ...(preset === "support" ? { polarities: new Set(["supportive"] as const), chainable: true } : {}),
  };
  return {
    from: question.from,
    to: question.to,
    k: MAX_ROUTES,
    maxHops: question.maxHops,
    direction: preset === "support" && direction === "both" ? "out" : direction,
    filter,
    slots: question.slots,
    mustPass: question.mustPass,
    avoid: question.avoid,
    ...(isAll ? {} : { within: new Set([...graph.actors.values()].filter(isIn).map(({ id }) => id)) }),
    ranking: preset === "shortest" || preset === "support" ? "shortest" : "best-evidenced",
    ...(preset === "time-consistent" ? { time: { rule: "simultaneous", atLeast: "possible" } } : {}),
  };
}
