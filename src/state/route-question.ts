// Answers: what may the path workbench ask?
import type { ActorId } from "../model/ids.ts";
import type { Direction, RelationStatus } from "../model/kinds.ts";
import { isSameList, isSameSet } from "./same.ts";

/**
 * `shortest`: fewest hops; `best-evidenced`: the weakest hop as strong as can be; `support`: along relations that pass support on, in reading
 * direction; `confirmed`: confirmed relations only; `time-consistent`: hops that may all have held at one time.
 */
export const ROUTE_PRESETS = ["shortest", "best-evidenced", "support", "confirmed", "time-consistent"] as const;
export type RoutePreset = (typeof ROUTE_PRESETS)[number];

export const ROUTE_SCOPES = ["dataset", "canvas"] as const;
export type RouteScope = (typeof ROUTE_SCOPES)[number];

/** Weakest status a hop may have that the workbench offers. */
export const LEAST_STATUSES = ["alleged", "reported", "confirmed"] as const satisfies readonly RelationStatus[];

/** Plans, requests and threats; judgements and predictions; relations of which only denials are recorded. */
export const ROUTE_EXTRAS = ["plans", "opinions", "denials"] as const;
export type RouteExtra = (typeof ROUTE_EXTRAS)[number];

export interface RouteQuestion {
  /** A route begins at one of these and ends at one of `to`. */
  readonly from: readonly ActorId[];
  readonly to: readonly ActorId[];
  readonly mustPass: readonly ActorId[];
  readonly avoid: readonly ActorId[];
  readonly preset: RoutePreset;
  readonly direction: Direction;
  readonly maxHops: number;
  readonly scope: RouteScope;
  /** Also through actors that a relation only names. */
  readonly slots: boolean;
  /** What counts although it asserts no fact. */
  readonly also: ReadonlySet<RouteExtra>;
  /** Undefined: whatever asserts something. */
  readonly leastStatus?: (typeof LEAST_STATUSES)[number] | undefined;
}

export const NO_QUESTION: RouteQuestion = {
  from: [],
  to: [],
  mustPass: [],
  avoid: [],
  preset: "shortest",
  direction: "both",
  maxHops: 6,
  scope: "dataset",
  slots: false,
  also: new Set(),
};

/** The parts of a question that name actors. */
export const ACTOR_PARTS = ["from", "to", "mustPass", "avoid"] as const;
export type ActorPart = (typeof ACTOR_PARTS)[number];

/** An actor stands in one part of the question only: the one it was named for last. */
export function withActors(question: RouteQuestion, part: ActorPart, ids: readonly ActorId[]): RouteQuestion {
  const others = ACTOR_PARTS.filter((other) => other !== part);
  return {
    ...question,
    ...Object.fromEntries(others.map((other) => [other, question[other].filter((id) => !ids.includes(id))])),
    [part]: ids,
  };
}

export function isAsked({ from, to }: RouteQuestion): boolean {
  return from.length > 0 && to.length > 0;
}

export function isSameQuestion(a: RouteQuestion, b: RouteQuestion): boolean {
  const { from, to, mustPass, avoid, also, ...rest } = a;
  return (
    isSameSet(also, b.also) &&
    isSameList(from, b.from) &&
    isSameList(to, b.to) &&
    isSameList(mustPass, b.mustPass) &&
    isSameList(avoid, b.avoid) &&
    (Object.keys(rest) as Array<keyof typeof rest>).every((key) => a[key] === b[key]) &&
    a.leastStatus === b.leastStatus
  );
}
