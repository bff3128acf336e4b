import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText, firstDayOfMonth, monthOf, OPEN_FUTURE, OPEN_PAST, parseDaySpan, spanText } from "../../src/model/day.ts";
import { parseTime } from "../../src/model/time.ts";

const span = (text: string) => {
  const found = parseDaySpan(text);
  return found === undefined ? undefined : [dayText(found.first), dayText(found.last)];
};

describe("a typed date", () => {
  it("is a year, a month or a day, with all its days", () => {
    expect(span("2024")).toEqual(["2024-01-01", "2024-12-31"]);
    expect(span(" 2024-02 ")).toEqual(["2024-02-01", "2024-02-29"]);
    expect(span("2024-10-28")).toEqual(["2024-10-28", "2024-10-28"]);
    expect(span("0050")).toEqual(["0050-01-01", "0050-12-31"]);
  });

  it("is refused when it is anything else, or no day of the calendar", () => {
    const texts = [
      "",
      "24",
      "2024-13",
      "2024-00",
      "2023-02-29",
      "2024-04-31",
      "2024-10-00",
      "2024-1",
      "28.10.2024",
      "2024/10",
      "-2024",
    ];
    for (const text of texts) expect([text, span(text)]).toEqual([text, undefined]);
  });

  it("means what the same text means in the data", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const pad = (n: number, width: number) => String(n).padStart(width, "0");
          for (const text of [pad(y, 4), `${pad(y, 4)}-${pad(m, 2)}`, `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`]) {
            const bounds = parseTime(text);
            const expected = bounds === undefined ? undefined : { first: bounds.earliestStart, last: bounds.latestEnd };
            expect([text, parseDaySpan(text)]).toEqual([text, expected]);
          }
        },
      ),
    );
  });
});

describe("a span of days", () => {
  it("is written as short as it is exact, and open ends as open", () => {
    const day = (text: string) => parseDaySpan(text)?.first ?? Number.NaN;
    expect(spanText({ first: day("2024-01-01"), last: day("2024-12-31") })).toBe("2024");
    expect(spanText({ first: day("2024-02-01"), last: day("2024-02-29") })).toBe("2024-02");
    expect(spanText({ first: day("2024-02-01"), last: day("2024-02-28") })).toBe("2024-02-01 to 2024-02-28");
    expect(spanText({ first: day("2024-02-01"), last: OPEN_FUTURE })).toBe("2024-02-01 to …");
    expect(spanText({ first: OPEN_PAST, last: day("2024-02-01") })).toBe("… to 2024-02-01");
    expect(spanText({ first: OPEN_PAST, last: OPEN_FUTURE })).toBe("…");
  });

  it("reads back as it was written", () => {
    const month = fc.integer({ min: 0, max: 9999 * 12 });
    const spans = fc.oneof(
      month.map((m) => ({ first: firstDayOfMonth(m), last: firstDayOfMonth(m + 1) - 1 })),
      month.map((m) => ({ first: firstDayOfMonth(m - (m % 12)), last: firstDayOfMonth(m - (m % 12) + 12) - 1 })),
      fc.integer({ min: -700_000, max: 2_900_000 }).map((day) => ({ first: day, last: day })),
    );
    fc.assert(
      fc.property(spans, (value) => {
        expect(parseDaySpan(spanText(value))).toEqual(value);
      }),
    );
  });

  it("counts months as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const month = monthOf(day);
        expect(firstDayOfMonth(month)).toBeLessThanOrEqual(day);
        expect(firstDayOfMonth(month + 1)).toBeGreaterThan(day);
      }),
    );
  });
});
