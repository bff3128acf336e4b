// Answers: how are a UTC day and a span of days written and read, without inventing precision? Needs no parser of EDTF, so the page can use it.

/** Days since 1970-01-01 that stand for an open end. */
export const OPEN_PAST = -10_000_000;
export const OPEN_FUTURE = 10_000_000;
export const MS_PER_DAY = 86_400_000;

/** UTC days, both included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** Day 0 is "1970-01-01". */
export function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** "2024" for all of that year, "2024-10" for all of that month, "2024-10-28" for a day; else both ends. An open end is "…". */
export function spanText({ first, last }: DaySpan): string {
  if (first <= OPEN_PAST || last >= OPEN_FUTURE) return `${endText(first)} to ${endText(last)}`.replace(/^… to …$/, "…");
  const [year = "", month = "", day = ""] = dayText(first).split("-");
  if (first === last) return `${year}-${month}-${day}`;
  for (const text of [year, `${year}-${month}`]) {
    const span = parseDaySpan(text);
    if (span?.first === first && span.last === last) return text;
  }
  return `${dayText(first)} to ${dayText(last)}`;
}

/** All days of a year, a month or a day written as 2024, 2024-10 or 2024-10-28; undefined for anything else, days that do not exist too. */
export function parseDaySpan(text: string): DaySpan | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  if (month < 1 || month > 12) return undefined;
  const index = year * 12 + month - 1;
  if (found[3] !== undefined) {
    const first = firstDayOfMonth(index) + day - 1;
    return day >= 1 && first < firstDayOfMonth(index + 1) ? { first, last: first } : undefined;
  }
  return { first: firstDayOfMonth(index), last: firstDayOfMonth(index + (found[2] === undefined ? 12 : 1)) - 1 };
}

/** Of a month counted from January of year 0. */
export function firstDayOfMonth(month: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / MS_PER_DAY;
}

/** Month that holds a day, counted from January of year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function endText(day: number): string {
  return day <= OPEN_PAST || day >= OPEN_FUTURE ? "…" : dayText(day);
}
