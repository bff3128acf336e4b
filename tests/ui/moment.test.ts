import { describe, expect, it } from "vitest";
import { momentText } from "../../src/ui/session/moment.ts";

/** In the time zone of this machine, as the page takes the reader's. */
const at = (...[year, month, ...rest]: [number, number, number, number, number]): number =>
  new Date(year, month - 1, ...rest).getTime();

describe("a moment in words", () => {
  const now = at(2025, 3, 31, 0, 5);

  it.each([
    [at(2025, 3, 31, 0, 0), "today, 00:00"],
    [at(2025, 3, 30, 23, 59), "yesterday, 23:59"],
    [at(2025, 3, 30, 14, 2), "yesterday, 14:02"],
    [at(2025, 3, 29, 14, 2), "29 March 2025, 14:02"],
    [at(2024, 3, 31, 9, 30), "31 March 2024, 09:30"],
  ])("counts days by the calendar, not by hours: %i", (moment, words) => {
    expect(momentText(moment, now)).toBe(words);
  });
});
