// Answers: when did what these relations claim happen, as far as the dates tell, period by period?

import { type DaySpan, firstDayOfMonth, monthOf, OPEN_FUTURE, OPEN_PAST } from "../../model/day.ts";
import type { RelationId } from "../../model/ids.ts";
import { visibleClaims } from "../../model/status.ts";
import { type ClaimCore, type EntenteGraph, type EvidenceSettings, evidenceClaims } from "../graph.ts";
import type { Steps } from "../query/work.ts";

/** Calendar periods that a bin can be, from the shortest, with their months. */
const UNITS = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 } as const;
export type BinUnit = keyof typeof UNITS;

export interface HistogramBin extends DaySpan {
  /** Claims that held at some point in it, whatever their partial dates turn out to be. */
  readonly certain: number;
  /** Claims that held at some point in it for some reading of their dates, but not for all. */
  readonly possible: number;
}

export interface ClaimHistogram {
  readonly unit: BinUnit;
  /** Without a gap, from the first to the last; none when there is no span. */
  readonly bins: readonly HistogramBin[];
  /** Claims with a date; one that may touch several bins counts in each of them. */
  readonly dated: number;
  /** Claims without one, in no bin. */
  readonly undated: number;
}

/** The days that the claims of a graph are about, so that the axis does not depend on what is shown. */
export interface TimeAxis extends DaySpan {
  /** What lies before this day, the distant past of a few claims, is in the first bin, which then is longer than the others. */
  readonly bulkStart: number;
}

export interface HistogramOptions {
  /** Most bins: the shortest unit that keeps to it is taken, centuries when none does. */
  readonly bins: number;
  /** Undefined where nothing is dated: then there are no bins. */
  readonly axis: TimeAxis | undefined;
  readonly evidence?: EvidenceSettings | undefined;
}

/** Withdrawn claims do not count. A bin counts exactly the dated claims that the filter "valid in these days" leaves. Cost O(claims · bins). */
export function claimHistogramOf(
  graph: EntenteGraph,
  relations: Iterable<RelationId>,
  { bins: most, axis, evidence = {} }: HistogramOptions,
): ClaimHistogram {
  const claims = [...relations].flatMap((id) => {
    const edge = graph.relations.get(id);
    return edge === undefined ? [] : visibleClaims(evidenceClaims(edge, evidence), evidence.knownOn);
  });
  const dated = claims.filter((claim) => claim.dated);
  const span = axis === undefined ? undefined : { first: axis.bulkStart, last: axis.last };
  const unit = span === undefined ? "year" : unitFor(span, most);
  const periods = span === undefined || axis === undefined ? [] : withEarlier(periodsOf(span, unit), axis.first);
  return {
    unit,
    bins: periods.map((period) => ({ ...period, ...tally(dated, period) })),
    dated: dated.length,
    undated: claims.length - dated.length,
  };
}

/** From the first to the last day that a date or a publication can mean; open ends do not count. Undefined without a dated claim. Cost O(claims). */
export function* timeAxisOf(graph: EntenteGraph): Steps<TimeAxis | undefined> {
  let [first, last, isDated] = [OPEN_FUTURE, OPEN_PAST, false];
  const begins: number[] = [];
  for (const { claims } of graph.relations.values()) {
    yield;
    for (const { dated, bounds, publishedDay } of claims) {
      isDated ||= dated;
      if (dated && bounds.earliestStart > OPEN_PAST) begins.push(bounds.earliestStart);
      const days = dated ? [bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd] : [];
      for (const day of [...days, publishedDay]) {
        if (day <= OPEN_PAST || day >= OPEN_FUTURE) continue;
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
    }
  }
  return isDated && first <= last ? { first, last, bulkStart: bulkStartOf(begins) ?? first } : undefined;
}

/** A few claims about the distant past shall not press all others together. */
const EARLY_SHARE = 0.05;

/** The day on which the first twentieth of the dated claims have begun; undefined when none has a known begin. */
function bulkStartOf(begins: readonly number[]): number | undefined {
  return Float64Array.from(begins).sort()[Math.floor(EARLY_SHARE * begins.length)];
}

function withEarlier([head, ...rest]: readonly DaySpan[], first: number): DaySpan[] {
  return head === undefined ? [] : [{ first: Math.min(first, head.first), last: head.last }, ...rest];
}

function tally(dated: readonly ClaimCore[], { first, last }: DaySpan): { certain: number; possible: number } {
  let [certain, possible] = [0, 0];
  for (const { bounds } of dated) {
    if (bounds.latestStart <= last && bounds.earliestEnd >= first) certain += 1;
    else if (bounds.earliestStart <= last && bounds.latestEnd >= first) possible += 1;
  }
  return { certain, possible };
}

function unitFor(span: DaySpan, most: number): BinUnit {
  const units = Object.keys(UNITS) as BinUnit[];
  return units.find((unit) => indexOf(span.last, unit) - indexOf(span.first, unit) < most) ?? "century";
}

function periodsOf(span: DaySpan, unit: BinUnit): DaySpan[] {
  const [from, to] = [indexOf(span.first, unit), indexOf(span.last, unit)];
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    first: firstDayOfMonth((from + i) * UNITS[unit]),
    last: firstDayOfMonth((from + i + 1) * UNITS[unit]) - 1,
  }));
}

function indexOf(day: number, unit: BinUnit): number {
  return Math.floor(monthOf(day) / UNITS[unit]);
}
