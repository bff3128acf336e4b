import { describe, expect, it } from "vitest";
import { asked as entente, askedJson as json } from "../support/command-line.ts";

interface Row {
  readonly id: string;
  readonly claims: readonly string[];
  readonly cells: Readonly<Record<string, { readonly claims: readonly string[] }>>;
}
const FIVE = ["--source-only", "source/admission-and-international-law"];

describe("entente coverage", () => {
  it("counts the claims about an actor by source: their sum is all of them, and a source alone gives its own", async () => {
    const [all, one] = await Promise.all([
      json("coverage", "state/kp", "--by", "source"),
      json("coverage", "state/kp", "--by", "source", ...FIVE),
    ]);
    const [row, alone] = [all.actors[0], one.actors[0]] as [Row, Row];
    expect(row.claims.length).toBe(Object.values(row.cells).reduce((sum, cell) => sum + cell.claims.length, 0));
    expect(Object.keys(alone.cells)).toEqual([FIVE[1]]);
    expect(alone.claims).toEqual(row.cells[FIVE[1] ?? ""]?.claims);
    expect(alone.claims.length).toBeGreaterThan(5);
    expect(new Set(alone.claims.map((id) => id.split("#")[0]))).toEqual(new Set([FIVE[1]]));
  });

  it("says of how many actors it lists the best covered, and that what is missing is not recorded", async () => {
    const { out } = await entente("coverage", "--top", "3", "--known-on", "2024-12-31");
    expect(out).toMatch(/^North Korea {2}\[\d+ claims; \d+ sources; \d+ origins\]\n {2}.*2024 \d+·\d+/m);
    expect(out).toMatch(/3 of \d{2,} actors; .*not “nothing happened”/);
  });

  it("refuses other columns, and a limit beside names", async () => {
    const [columns, limit] = await Promise.all([
      entente("coverage", "--by", "month"),
      entente("coverage", "state/kp", "--top", "2"),
    ]);
    expect([columns.code, limit.code]).toEqual([2, 2]);
  });
});
