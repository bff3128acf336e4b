import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText, latestDayOf, OPEN_FUTURE, OPEN_PAST, parseTime, undatedBounds } from "../../src/model/time.ts";

function text(day: number): string {
  return day === OPEN_PAST ? "past" : day === OPEN_FUTURE ? "future" : dayText(day);
}

function boundsText(edtf: string, extent?: "within" | "throughout"): string[] | undefined {
  const b = parseTime(edtf, extent);
  return b === undefined ? undefined : [b.earliestStart, b.latestStart, b.earliestEnd, b.latestEnd].map(text);
}

describe("a date or interval", () => {
  it.each<[string, "within" | "throughout" | undefined, string[]]>([
    ["2024-10-28", undefined, ["2024-10-28", "2024-10-28", "2024-10-28", "2024-10-28"]],
    ["1970-01-01", undefined, ["1970-01-01", "1970-01-01", "1970-01-01", "1970-01-01"]],
    ["2024-02", undefined, ["2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29"]],
    ["2023-02", undefined, ["2023-02-01", "2023-02-28", "2023-02-01", "2023-02-28"]],
    ["2024", undefined, ["2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"]],
    ["2024", "throughout", ["2024-01-01", "2024-01-01", "2024-12-31", "2024-12-31"]],
    ["202X", undefined, ["2020-01-01", "2029-12-31", "2020-01-01", "2029-12-31"]],
    ["19XX", undefined, ["1900-01-01", "1999-12-31", "1900-01-01", "1999-12-31"]],
    ["2024-XX", undefined, ["2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"]],
    ["2024-02-XX", undefined, ["2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29"]],
    ["2024~", undefined, ["2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"]],
    ["2024-10?", undefined, ["2024-10-01", "2024-10-31", "2024-10-01", "2024-10-31"]],
    ["2024-10-28%", undefined, ["2024-10-28", "2024-10-28", "2024-10-28", "2024-10-28"]],
    ["2012/2017-03", undefined, ["2012-01-01", "2012-12-31", "2017-03-01", "2017-03-31"]],
    ["2012/2017-03", "within", ["2012-01-01", "2017-03-31", "2012-01-01", "2017-03-31"]],
    ["2024-05-01/2024-05-01", undefined, ["2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01"]],
    ["2024/2024", undefined, ["2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"]],
    ["2024/..", undefined, ["2024-01-01", "2024-12-31", "future", "future"]],
    ["../2024-06", undefined, ["past", "past", "2024-06-01", "2024-06-30"]],
    ["../2024-06", "within", ["past", "2024-06-30", "past", "2024-06-30"]],
  ])("%s, extent %s, has these bounds", (edtf, extent, expected) => {
    expect(boundsText(edtf, extent)).toEqual(expected);
  });

  it.each([
    "",
    " ",
    "yesterday",
    "24",
    "2024-13",
    "2024-00",
    "2024-1",
    "2024-10-32",
    "2023-02-29",
    "2024-04-31",
    "2024-21",
    "2024-24",
    "Y170000002",
    "Y-17E7",
    "1950S2",
    "2024E3",
    "[2023,2024]",
    "{2023,2024}",
    "[2023..2024]",
    "2024-10-28T10:00",
    "2024-10-28T10:00:00Z",
    "28.10.2024",
    "10/2024",
    "2024/",
    "/2024",
    "../..",
    "..",
    "2024/2023",
    "2024-10-28/2024-10-27",
    "2024/2025/2026",
    "2024-10-28 ",
    "-2024",
    "２０２４",
    "XXXX",
  ])("refuses %j", (edtf) => {
    expect(parseTime(edtf)).toBeUndefined();
    expect(latestDayOf(edtf)).toBeUndefined();
  });

  it("of a publication ends on its last possible day", () => {
    expect(dayText(latestDayOf("2024-02") ?? 0)).toBe("2024-02-29");
  });

  it("left out lies anywhere up to the publication", () => {
    expect(undatedBounds(100)).toEqual({ earliestStart: OPEN_PAST, latestStart: 100, earliestEnd: OPEN_PAST, latestEnd: 100 });
  });
});

describe("laws of bounds", () => {
  const two = (n: number) => String(n).padStart(2, "0");
  const date = fc
    .record({
      year: fc.integer({ min: 1000, max: 2999 }).map(String),
      mask: fc.constantFrom("", "X", "XX"),
      month: fc.option(fc.oneof(fc.integer({ min: 1, max: 12 }).map(two), fc.constant("XX")), { nil: undefined }),
      day: fc.option(fc.oneof(fc.integer({ min: 1, max: 28 }).map(two), fc.constant("XX")), { nil: undefined }),
      qualifier: fc.constantFrom("", "~", "?", "%"),
    })
    .map(({ year, mask, month, day, qualifier }) => {
      const masked = `${year.slice(0, 4 - mask.length)}${mask}`;
      return [masked, ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])])].join("-") + qualifier;
    });
  const end = fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: fc.constant("..") });
  const edtf = fc.oneof(
    date,
    fc.tuple(end, end).map((ends) => ends.join("/")),
  );
  const extent = fc.constantFrom(undefined, "within" as const, "throughout" as const);

  it("nothing begins or ends later than its latest day, nor ends before it can begin", () => {
    let accepted = 0;
    fc.assert(
      fc.property(edtf, extent, (value, how) => {
        const b = parseTime(value, how);
        if (b === undefined) return;
        accepted += 1;
        expect(b.earliestStart).toBeLessThanOrEqual(b.latestStart);
        expect(b.earliestEnd).toBeLessThanOrEqual(b.latestEnd);
        expect(b.earliestStart).toBeLessThanOrEqual(b.latestEnd);
        expect(b.earliestStart).toBeLessThanOrEqual(b.earliestEnd);
        expect(b.latestStart).toBeLessThanOrEqual(b.latestEnd);
        for (const day of Object.values(b)) expect(Number.isInteger(day)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(60);
  });

  it("every day of the calendar stands for itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (day) => {
        const d = new Date(day * 86_400_000);
        fc.pre(d.getUTCFullYear() >= 1200 && d.getUTCFullYear() < 2800);
        expect(parseTime(dayText(day))).toEqual({ earliestStart: day, latestStart: day, earliestEnd: day, latestEnd: day });
      }),
    );
  });

  it("no text makes it throw", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%./-]{0,24}$/)), (value) => void parseTime(value)));
  });
});
