// Answers: between which days can a dated thing have begun and ended?
import parseEdtf from "edtf";
import { dayText, MS_PER_DAY, OPEN_FUTURE, OPEN_PAST } from "./day.ts";
import type { Extent } from "./kinds.ts";

export { dayText, OPEN_FUTURE, OPEN_PAST };

/** Integer UTC days since 1970-01-01. `OPEN_PAST`/`OPEN_FUTURE` stand for an open end. */
export interface TimeBounds {
  readonly earliestStart: number;
  readonly latestStart: number;
  readonly earliestEnd: number;
  readonly latestEnd: number;
}

interface EdtfValue {
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly values?: readonly number[];
  readonly lower?: unknown;
  readonly upper?: unknown;
}

/** Dates (year, month or day; X, ~, ?, %) and intervals (`..` allowed) only: sets, seasons, exponents and times of day are refused. */
const PROFILE = /^(?:\.\.|[0-9X?~%-]+)(?:\/(?:\.\.|[0-9X?~%-]+))?$/;
const DATE = /^[?~%]?\d{2}[0-9X]{2}[?~%]?(?:-[?~%]?(?:0[1-9]|1[0-2]|XX)[?~%]?(?:-[?~%]?(?:0[1-9]|[12]\d|3[01]|XX)[?~%]?)?)?$/;

/**
 * Bounds of an EDTF text. A single date defaults to `within` (at some point in it), an interval to `throughout`.
 * Undefined when the text is outside the profile. Qualifiers (~ ? %) do not widen the bounds.
 * Source: EDTF (ISO 8601-2:2019), profile of model.md.
 */
export function parseTime(text: string, extent?: Extent): TimeBounds | undefined {
  if (!PROFILE.test(text)) return undefined;
  const parts = text.split("/");
  if (parts.length === 1) {
    const date = dateSpan(text);
    if (date === undefined) return undefined;
    return (extent ?? "within") === "within" ? anywhereIn(date[0], date[1]) : allOf(date, date, true);
  }
  const [from, to] = [endSpan(parts[0] ?? "", OPEN_PAST), endSpan(parts[1] ?? "", OPEN_FUTURE)];
  if (from === undefined || to === undefined || from[0] > to[1] || text === "../..") return undefined;
  return (extent ?? "throughout") === "within" ? anywhereIn(from[0], to[1]) : allOf(from, to, false);
}

/** Bounds for a claim without a date: at some point up to its publication. */
export function undatedBounds(publishedLatest: number): TimeBounds {
  return anywhereIn(OPEN_PAST, publishedLatest);
}

/** Day number of the last day a date can mean; for publication dates. Undefined outside the profile. */
export function latestDayOf(text: string): number | undefined {
  return parseTime(text)?.latestEnd;
}

function endSpan(text: string, open: number): readonly [number, number] | undefined {
  return text === ".." ? [open, open] : dateSpan(text);
}

function dateSpan(text: string): readonly [number, number] | undefined {
  if (!DATE.test(text)) return undefined;
  try {
    const value = parseEdtf(text) as unknown as EdtfValue;
    if (value.type !== "Date") return undefined;
    const span = [Math.floor(value.min / MS_PER_DAY), Math.floor(value.max / MS_PER_DAY)] as const;
    // edtf rolls 2023-02-29 over to 1 March.
    if (/^\d{4}-\d\d-\d\d$/.test(text.replace(/[?~%]/g, "")) && dayText(span[0]) !== text.replace(/[?~%]/g, "")) return undefined;
    return Number.isFinite(span[0]) && Number.isFinite(span[1]) ? span : undefined;
  } catch {
    return undefined;
  }
}

function anywhereIn(first: number, last: number): TimeBounds {
  return { earliestStart: first, latestStart: last, earliestEnd: first, latestEnd: last };
}

function allOf(from: readonly [number, number], to: readonly [number, number], exact: boolean): TimeBounds {
  if (exact) return { earliestStart: from[0], latestStart: from[0], earliestEnd: to[1], latestEnd: to[1] };
  return {
    earliestStart: from[0],
    latestStart: Math.min(from[1], to[1]),
    earliestEnd: Math.max(to[0], from[0]),
    latestEnd: to[1],
  };
}
