import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIME_RULES, timeVerdict } from "../../../src/graph/paths/time-verdict.ts";
import { parseTime, type TimeBounds, undatedBounds } from "../../../src/model/time.ts";
import { everyTimeVerdict } from "../../support/brute-force.ts";

function dates(...texts: readonly string[]): TimeBounds[][] {
  return texts.map((text) => {
    const bounds = parseTime(text);
    if (bounds === undefined) throw new Error(text);
    return [bounds];
  });
}

describe("the time verdict on a route", () => {
  it("tells for certain that a hop can follow an earlier one, and that it cannot precede it", () => {
    expect(timeVerdict(dates("2023-01-05", "2024-02-01"), "flow")).toBe("certain");
    expect(timeVerdict(dates("2024-02-01", "2023-01-05"), "flow")).toBe("impossible");
  });

  it("says possible where a date of a year may fall on either side", () => {
    expect(timeVerdict(dates("2023", "2023-06-01"), "flow")).toBe("possible");
    expect(timeVerdict(dates("2023", "2024"), "flow")).toBe("certain");
    expect(timeVerdict(dates("2023", "2023"), "simultaneous")).toBe("possible");
  });

  it("tells at the border of years from each other by a day", () => {
    expect(timeVerdict(dates("2023-12-31", "2023-12-31"), "simultaneous")).toBe("certain");
    expect(timeVerdict(dates("2023-12-31", "2024-01-01"), "simultaneous")).toBe("impossible");
    expect(timeVerdict(dates("2022/2023-12-31", "2023-12-31/2025"), "simultaneous")).toBe("certain");
  });

  it("lets a long interval carry hops that lie within it, in any order", () => {
    expect(timeVerdict(dates("2020/2025", "2021-01-01", "2020/2025"), "flow")).toBe("certain");
    expect(timeVerdict(dates("2020/2025", "2022-01-01", "2021-01-01"), "flow")).toBe("impossible");
  });

  it("takes for each hop the claim that suits, and is impossible where a hop has none", () => {
    const [late, early] = [dates("2024-05-01")[0] ?? [], dates("2022-05-01")[0] ?? []];
    expect(timeVerdict([dates("2023-05-01")[0] ?? [], [...early, ...late]], "flow")).toBe("certain");
    expect(timeVerdict([early, []], "flow")).toBe("impossible");
  });

  it("never calls a hop without a date certain to follow", () => {
    expect(timeVerdict([dates("2020")[0] ?? [], [undatedBounds(20_000)]], "flow")).toBe("possible");
    expect(timeVerdict([dates("2020")[0] ?? [], [undatedBounds(10_000)]], "flow")).toBe("impossible");
  });

  const boundsArb = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3), fc.nat(2)).map(([start, late, more, longer]): TimeBounds => {
    const earliestEnd = start + more;
    return {
      earliestStart: start,
      latestStart: Math.min(start + late, earliestEnd + longer),
      earliestEnd,
      latestEnd: earliestEnd + longer,
    };
  });
  const routeArb = fc.array(fc.array(boundsArb, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 });

  it.each(TIME_RULES)("is that of trying every date: %s", (rule) => {
    fc.assert(
      fc.property(routeArb, (hops) => {
        expect(timeVerdict(hops, rule)).toBe(everyTimeVerdict(hops, rule));
      }),
      { numRuns: 300 },
    );
  });
});
