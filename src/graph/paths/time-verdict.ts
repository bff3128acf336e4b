// Answers: can the hops of a route have followed each other in time, or have held at one moment?
import type { TimeBounds } from "../../model/time.ts";

/**
 * `flow`: each hop begins before every later one ends, so that something could have passed along. `simultaneous`: all held at one moment.
 */
export const TIME_RULES = ["flow", "simultaneous"] as const;
export type TimeRule = (typeof TIME_RULES)[number];

/** From the weakest. `certain`: whatever the partial dates turn out to be; `possible`: for some reading of them. */
export const TIME_VERDICTS = ["impossible", "possible", "certain"] as const;
export type TimeVerdict = (typeof TIME_VERDICTS)[number];

/** An interval that begins on one day and ends on another; for `certain` readings the beginning may lie after the end. */
interface Span {
  readonly begin: number;
  readonly end: number;
}

/**
 * Verdict on a route whose hops each offer several readings, one a claim: the best over all choices of one claim a hop. With hops i before j,
 * flow is certain when latestStart(i) ≤ earliestEnd(j) for every pair, possible when earliestStart(i) ≤ latestEnd(j) for every pair;
 * simultaneous asks the same of every pair in both orders. A hop without readings makes it impossible. Cost O(readings log readings).
 */
export function timeVerdict(hops: readonly (readonly TimeBounds[])[], rule: TimeRule): TimeVerdict {
  const holds = rule === "flow" ? canFlow : canMeet;
  if (!holds(hops.map((readings) => readings.map((b) => ({ begin: b.earliestStart, end: b.latestEnd }))))) return "impossible";
  return holds(hops.map((readings) => readings.map((b) => ({ begin: b.latestStart, end: b.earliestEnd }))))
    ? "certain"
    : "possible";
}

/** Chooses hop by hop the reading that leaves most room: the one that keeps the latest beginning so far least. */
function canFlow(hops: readonly (readonly Span[])[]): boolean {
  let latestBegin = Number.NEGATIVE_INFINITY;
  for (const spans of hops) {
    let next = Number.POSITIVE_INFINITY;
    for (const { begin, end } of spans) if (end >= latestBegin) next = Math.min(next, Math.max(latestBegin, begin));
    if (next === Number.POSITIVE_INFINITY) return false;
    latestBegin = next;
  }
  return true;
}

/**
 * Begin(i) ≤ end(j) for every two hops. Either one day lies in a span of every hop, or exactly one hop is read the wrong way round
 * (its beginning after its end, as an uncertain date is) and every other hop's span holds all the days between.
 */
function canMeet(hops: readonly (readonly Span[])[]): boolean {
  const covers = (spans: readonly Span[], first: number, last: number): boolean =>
    spans.some((s) => s.begin <= first && s.end >= last);
  if (hops.some((spans) => spans.length === 0)) return false;
  const days = hops.flatMap((spans) => spans.filter((s) => s.begin <= s.end).map((s) => s.begin));
  if (days.some((day) => hops.every((spans) => covers(spans, day, day)))) return true;
  return hops.some((spans, i) =>
    spans.some((odd) => odd.begin > odd.end && hops.every((others, j) => i === j || covers(others, odd.end, odd.begin))),
  );
}
