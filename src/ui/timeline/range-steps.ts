// Answers: where may the two ends of a time range stand, and to which day does a key or a pointer move one?
import { type DaySpan, dayText, parseDaySpan } from "../../model/day.ts";
import type { DayRange } from "../../state/view-state.ts";

export type End = "from" | "to";

/** Bins a page key moves. */
const PAGE = 4;

/** The range after a key on one of its ends; undefined for a key that moves nothing. An end at the border of all bins is open. */
export function steppedRange(range: DayRange, end: End, key: string, bins: readonly DaySpan[]): DayRange | undefined {
  const stops = stopsOf(range, end, bins);
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE }[key];
  if (key === "Home") return movedTo(range, end, stops[0], bins);
  if (key === "End") return movedTo(range, end, stops.at(-1), bins);
  if (steps === undefined) return undefined;
  let day: number | undefined = range[end] ?? borderOf(end, bins);
  for (let n = 0; n < Math.abs(steps) && day !== undefined; n++) {
    const from: number = day;
    const next = steps > 0 ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from);
    if (next === undefined) break;
    day = next;
  }
  return movedTo(range, end, day, bins);
}

/** The range with one end at the stop nearest to a day. */
export function draggedRange(range: DayRange, end: End, day: number, bins: readonly DaySpan[]): DayRange {
  const stops = stopsOf(range, end, bins);
  const nearest = stops.reduce<number | undefined>(
    (best, stop) => (best === undefined || Math.abs(stop - day) < Math.abs(best - day) ? stop : best),
    undefined,
  );
  return movedTo(range, end, nearest, bins);
}

/** The range of all days from one bin to another, in either order. */
export function brushedRange(a: DaySpan, b: DaySpan, bins: readonly DaySpan[]): DayRange {
  const whole = { from: Math.min(a.first, b.first), to: Math.max(a.last, b.last) };
  return {
    from: whole.from === borderOf("from", bins) ? undefined : whole.from,
    to: whole.to === borderOf("to", bins) ? undefined : whole.to,
  };
}

/** The range with one end as typed: a year, a month or a day, all of whose days count; nothing = open. Or what is wrong with it. */
export function typedRange(range: DayRange, end: End, text: string): DayRange | { readonly problem: string } {
  if (text.trim() === "") return { ...range, [end]: undefined };
  const span = parseDaySpan(text);
  if (span === undefined)
    return { problem: `“${text.trim()}” is not a date. Write a year, a month or a day: 2024, 2024-10 or 2024-10-28.` };
  const typed = { ...range, [end]: end === "from" ? span.first : span.last };
  if (typed.from !== undefined && typed.to !== undefined && typed.from > typed.to)
    return { problem: `The range would end before it begins: from ${dayText(typed.from)} to ${dayText(typed.to)}.` };
  return typed;
}

/** "from 2016-01-01", "up to 2017-12-31", "from … to …", "any time". */
export function rangeText({ from, to }: DayRange = {}): string {
  if (from === undefined && to === undefined) return "any time";
  if (to === undefined) return `from ${dayText(from ?? 0)}`;
  return from === undefined ? `up to ${dayText(to)}` : `from ${dayText(from)} to ${dayText(to)}`;
}

/** Where an end stands when it is open. */
export function borderOf(end: End, bins: readonly DaySpan[]): number | undefined {
  return end === "from" ? bins[0]?.first : bins.at(-1)?.last;
}

/** Begins of bins for the earlier end and ends of bins for the later one, none beyond the other end. */
function stopsOf(range: DayRange, end: End, bins: readonly DaySpan[]): number[] {
  return end === "from"
    ? bins.map((bin) => bin.first).filter((day) => day <= (range.to ?? Number.POSITIVE_INFINITY))
    : bins.map((bin) => bin.last).filter((day) => day >= (range.from ?? Number.NEGATIVE_INFINITY));
}

function movedTo(range: DayRange, end: End, day: number | undefined, bins: readonly DaySpan[]): DayRange {
  return day === undefined ? range : { ...range, [end]: day === borderOf(end, bins) ? undefined : day };
}

/** How far along the bins a day is, from 0 to 1: bins are drawn equally wide, however long they are. */
export function shareOf(day: number, bins: readonly DaySpan[]): number {
  const i = bins.findIndex(({ last }) => day <= last);
  const bin = bins[i];
  if (bin === undefined) return 1;
  return (i + Math.max(0, day - bin.first) / (bin.last + 1 - bin.first)) / bins.length;
}

/** The day at this share of the bins; beyond them, their border. */
export function dayAtShare(share: number, bins: readonly DaySpan[]): number {
  const at = Math.min(1, Math.max(0, share)) * bins.length;
  const i = Math.min(bins.length - 1, Math.floor(at));
  const bin = bins[i];
  return bin === undefined ? 0 : bin.first + (at - i) * (bin.last + 1 - bin.first);
}
