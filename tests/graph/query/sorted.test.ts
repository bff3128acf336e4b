import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sorted } from "../../../src/graph/query/sorted.ts";
import { finished } from "../../../src/graph/query/work.ts";

describe("a list put in order with pauses", () => {
  it("is the one that a sort at once gives, whatever its length, and leaves the list given as it was", () => {
    const lists = fc.uniqueArray(fc.integer(), { maxLength: 1_500, size: "max" });
    const compare = (a: number, b: number): number => a - b;
    fc.assert(
      fc.property(lists, (items) => {
        const before = [...items];
        expect(finished(sorted(items, compare))).toEqual([...items].sort(compare));
        expect(items).toEqual(before);
      }),
    );
  });
});
