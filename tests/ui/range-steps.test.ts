import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DaySpan, firstDayOfMonth, parseDaySpan } from "../../src/model/day.ts";
import type { DayRange } from "../../src/state/view-state.ts";
import {
  borderOf,
  brushedRange,
  dayAtShare,
  draggedRange,
  type End,
  rangeText,
  shareOf,
  steppedRange,
  typedRange,
} from "../../src/ui/timeline/range-steps.ts";

const year = (text: string): DaySpan => parseDaySpan(text) ?? { first: Number.NaN, last: Number.NaN };
const YEARS = ["2018", "2019", "2020", "2021", "2022", "2023"].map(year);
const said = (range: DayRange | undefined) => (range === undefined ? undefined : rangeText(range));

describe("a time range", () => {
  it("is moved by keys from period to period, and is open at the border", () => {
    const press = (range: DayRange, end: End, ...keys: string[]) =>
      said(keys.reduce((held, key) => steppedRange(held, end, key, YEARS) ?? held, range));
    expect(press({}, "from", "ArrowRight")).toBe("from 2019-01-01");
    expect(press({}, "from", "ArrowRight", "ArrowUp")).toBe("from 2020-01-01");
    expect(press({}, "from", "ArrowRight", "ArrowLeft")).toBe("any time");
    expect(press({}, "from", "ArrowLeft")).toBe("any time");
    expect(press({}, "to", "ArrowLeft")).toBe("up to 2022-12-31");
    expect(press({}, "to", "PageDown")).toBe("up to 2019-12-31");
    expect(press({}, "to", "PageDown", "ArrowDown", "PageUp", "ArrowLeft")).toBe("up to 2021-12-31");
    expect(press({ to: year("2021").last }, "from", "End")).toBe("from 2021-01-01 to 2021-12-31");
    expect(press({ from: year("2020").first }, "to", "Home")).toBe("from 2020-01-01 to 2020-12-31");
    expect(press({ from: year("2020").first }, "from", "Home")).toBe("any time");
    expect(steppedRange({}, "from", "Tab", YEARS)).toBeUndefined();
  });

  it("moves on from a day within a period to the period's border", () => {
    const typed = { from: year("2020-05-17").first };
    expect(said(steppedRange(typed, "from", "ArrowRight", YEARS))).toBe("from 2021-01-01");
    expect(said(steppedRange(typed, "from", "ArrowLeft", YEARS))).toBe("from 2020-01-01");
  });

  it("never turns around, whatever is pressed or dragged", () => {
    const step = fc.record({
      end: fc.constantFrom("from" as const, "to" as const),
      move: fc.oneof(
        fc.constantFrom("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"),
        fc.integer({ min: firstDayOfMonth(2016 * 12), max: firstDayOfMonth(2026 * 12) }),
      ),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let range: DayRange = {};
        for (const { end, move } of steps) {
          range =
            typeof move === "number" ? draggedRange(range, end, move, YEARS) : (steppedRange(range, end, move, YEARS) ?? range);
          const [from, to] = [range.from ?? borderOf("from", YEARS) ?? 0, range.to ?? borderOf("to", YEARS) ?? 0];
          expect(from).toBeLessThanOrEqual(to);
          expect(YEARS.some((bin) => bin.first === from) && YEARS.some((bin) => bin.last === to)).toBe(true);
        }
      }),
    );
  });

  it("is drawn over whole periods in either direction", () => {
    const [, b, , d] = YEARS as [DaySpan, DaySpan, DaySpan, DaySpan];
    expect(said(brushedRange(d, b, YEARS))).toBe("from 2019-01-01 to 2021-12-31");
    expect(said(brushedRange(YEARS[0] ?? b, b, YEARS))).toBe("up to 2019-12-31");
  });

  it("takes typed years, months and days with all their days", () => {
    const type = (end: End, text: string, range: DayRange = {}) => {
      const typed = typedRange(range, end, text);
      return "problem" in typed ? typed.problem : rangeText(typed);
    };
    expect(type("from", "2024")).toBe("from 2024-01-01");
    expect(type("to", "2024")).toBe("up to 2024-12-31");
    expect(type("to", " 2024-02 ")).toBe("up to 2024-02-29");
    expect(type("from", "2024-10-28", { to: year("2024-10-28").last })).toBe("from 2024-10-28 to 2024-10-28");
    expect(type("from", "", { from: 5, to: year("2020").last })).toBe("up to 2020-12-31");
    expect(type("from", "28.10.2024")).toMatch(/“28\.10\.2024” is not a date.*2024-10-28/);
    expect(type("from", "2024-02-30")).toMatch(/not a date/);
    expect(type("from", "2025", { to: year("2024").last })).toMatch(/end before it begins: from 2025-01-01 to 2024-12-31/);
  });
});

describe("a day on the axis", () => {
  const bins = [
    { first: 0, last: 999 },
    { first: 1000, last: 1099 },
    { first: 1100, last: 1199 },
    { first: 1200, last: 1299 },
  ];

  it("stands in its bin, however long the bin is, and comes back from there", () => {
    expect([0, 500, 1000, 1100, 1250, 1300].map((day) => shareOf(day, bins))).toEqual([0, 0.125, 0.25, 0.5, 0.875, 1]);
    for (const share of [0, 0.1, 0.25, 0.6, 0.99]) expect(shareOf(dayAtShare(share, bins), bins)).toBeCloseTo(share, 2);
    expect(dayAtShare(-3, bins)).toBe(0);
    expect(dayAtShare(7, bins)).toBe(1300);
  });
});
