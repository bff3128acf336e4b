// Answers: how are the parts of a question and of its answer said in plain words?
import type { Constraint } from "../../graph/paths/explain-no-path.ts";
import type { Route } from "../../graph/paths/route.ts";
import type { TimeVerdict } from "../../graph/paths/time-verdict.ts";
import type { RouteExtra, RoutePreset } from "../../state/route-question.ts";

export const PRESET_WORDS: Readonly<Record<RoutePreset, readonly [name: string, meaning: string]>> = {
  shortest: ["Shortest", "Fewest hops first"],
  "best-evidenced": ["Best evidenced", "The route whose weakest hop stands best first"],
  support: ["Support only", "Along relations that pass support on, in the direction of the support"],
  confirmed: ["Confirmed only", "Every hop a confirmed relation"],
  "time-consistent": ["Time-consistent", "All hops may have held at one time, as far as the dates tell"],
};

export const EXTRA_WORDS: Readonly<Record<RouteExtra, string>> = {
  plans: "plans, requests and threats",
  opinions: "judgements and predictions",
  denials: "relations of which only denials are recorded",
};

/** What a constraint sets aside, after "without". */
export const CONSTRAINT_WORDS: Readonly<Record<Constraint, string>> = {
  types: "the filter of relation types",
  polarities: "the wish for support only",
  chainable: "the wish for support only",
  minStatus: "a least status for every hop",
  statuses: "the filter of statuses",
  sourcesOff: "the sources that are switched off",
  knownOn: "the date on which things are known",
  valid: "the time range",
  undated: "the rule about claims without a date",
  modalities: "leaving plans, requests and threats out",
  opinions: "leaving judgements and predictions out",
  denials: "leaving out what is only denied",
  direction: "a direction of reading",
  mustPass: "the actors that must be passed",
  avoid: "the actors that are avoided",
  within: "the limits of what is on the canvas and of the kinds of actor that are on",
  time: "the wish that all hops may have held at one time",
  maxHops: "the limit of hops",
  slots: "leaving out actors that a relation only names",
};

const TIME_WORDS: Readonly<Record<TimeVerdict, string>> = {
  certain: "held at one time, whatever the exact dates",
  possible: "may have held at one time",
  impossible: "cannot all have held at one time",
};

export function timeTextOf({ time, hops }: Route): string {
  if (hops.every((hop) => hop.isUndated)) return "no dates recorded";
  return TIME_WORDS[time.simultaneous];
}
