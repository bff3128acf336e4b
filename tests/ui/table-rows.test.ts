import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Steps } from "../../src/graph/query/work.ts";
import { finished } from "../../src/graph/query/work.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { wordsOf } from "../../src/ui/parts/text-filter.ts";
import { cellAfter } from "../../src/ui/table/grid-keys.ts";
import {
  type Column,
  itemsBetween,
  matchingRows,
  type SortOrder,
  sortedRows,
  type TableRow,
} from "../../src/ui/table/table-rows.ts";

interface Row extends TableRow {
  readonly n: number | undefined;
  readonly word: string;
}
const COLUMNS: readonly Column<Row>[] = [
  { id: "n", title: "N", width: 10, value: ({ n }) => n, text: ({ n }) => String(n ?? "not recorded") },
  { id: "word", title: "Word", width: 10, value: ({ word }) => word, text: ({ word }) => word },
  { id: "act", title: "Act", width: 10, text: () => "" },
];
const rowOf = (i: number, n: number | undefined, word = ""): Row => ({ key: `k${i}`, item: `state/${i}` as ActorId, n, word });
const rowsArb = fc
  .array(fc.record({ n: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }), word: fc.string({ maxLength: 4 }) }), {
    maxLength: 30,
  })
  .map((rows) => rows.map(({ n, word }, i) => rowOf(i, n, word)));
const sorted = (rows: readonly Row[], order: SortOrder) => finished(sortedRows(rows, COLUMNS, order));
const keys = (rows: readonly Row[]) => rows.map(({ key }) => key);

describe("rows of a table", () => {
  it("are sorted by number as numbers and by word as people do", () => {
    const rows = [rowOf(0, 10, "claim 10"), rowOf(1, -5, "Éire"), rowOf(2, 0, "claim 9"), rowOf(3, undefined, "east")];
    expect(keys(sorted(rows, { column: "n", direction: "ascending" }))).toEqual(["k1", "k2", "k0", "k3"]);
    expect(keys(sorted(rows, { column: "n", direction: "descending" }))).toEqual(["k0", "k2", "k1", "k3"]);
    expect(keys(sorted(rows, { column: "word", direction: "ascending" }))).toEqual(["k2", "k0", "k3", "k1"]);
  });

  it("keep their order where a column says the same, in both directions, with unknown values last", () => {
    fc.assert(
      fc.property(rowsArb, fc.constantFrom("ascending" as const, "descending" as const), (rows, direction) => {
        const inOrder = sorted(rows, { column: "n", direction });
        expect([...inOrder].sort((a, b) => rows.indexOf(a) - rows.indexOf(b))).toEqual(rows);
        for (const [i, row] of inOrder.entries()) {
          const next = inOrder[i + 1];
          if (next === undefined) continue;
          if (row.n === next.n) expect(rows.indexOf(row)).toBeLessThan(rows.indexOf(next));
          else if (row.n === undefined) throw new Error("an unknown value stands before a known one");
          else if (next.n !== undefined) expect(Math.sign(next.n - row.n)).toBe(direction === "ascending" ? 1 : -1);
        }
      }),
    );
  });

  it("are sorted as a stable sort of all of them does, however many", () => {
    const many = fc
      .integer({ min: 0, max: 2000 })
      .chain((length) =>
        fc
          .array(fc.integer({ min: 0, max: 400 }), { minLength: length, maxLength: length })
          .map((values) => values.map((n, i) => rowOf(i, n === 0 ? undefined : n))),
      );
    fc.assert(
      fc.property(many, fc.constantFrom(1, -1), (rows, sign) => {
        const last = sign * Number.POSITIVE_INFINITY;
        const expected = [...rows].sort((a, b) => (a.n === b.n ? 0 : sign * ((a.n ?? last) - (b.n ?? last))));
        expect(keys(sorted(rows, { column: "n", direction: sign === 1 ? "ascending" : "descending" }))).toEqual(keys(expected));
      }),
      { numRuns: 40, examples: [[Array.from({ length: 700 }, (_, i) => rowOf(i, i % 3)), -1]] },
    );
  });

  it("give way between two rows, so that many of them hold nothing up", () => {
    const rows = Array.from({ length: 600 }, (_, i) => rowOf(i, -i));
    const pausesOf = (steps: Steps<unknown>): number => [...steps].length;
    expect(pausesOf(sortedRows(rows, COLUMNS, { column: "n", direction: "ascending" }))).toBeGreaterThanOrEqual(rows.length);
    expect(pausesOf(matchingRows(rows, COLUMNS, ["5"], new Map()))).toBeGreaterThanOrEqual(rows.length);
  });

  it("stay as they are under a column that has no order", () => {
    const rows = [rowOf(0, 2), rowOf(1, 1)];
    expect(sorted(rows, { column: "act", direction: "ascending" })).toBe(rows);
  });

  it("match when they hold every word in some cell, whatever the case and the diacritics", () => {
    const rows = [rowOf(0, 3, "Żółw Zürich"), rowOf(1, 4, "zurich"), rowOf(2, undefined, "<script>")];
    const matching = (text: string) => keys(finished(matchingRows(rows, COLUMNS, wordsOf(text), new Map())));
    expect(matching("ZURICH")).toEqual(["k0", "k1"]);
    expect(matching("  zürich 4 ")).toEqual(["k1"]);
    expect(matching("not recorded")).toEqual(["k2"]);
    expect(matching("  ")).toEqual(["k0", "k1", "k2"]);
    expect(matching("(")).toEqual([]);
  });

  it("between two of them hold each item once, ending with the row that was reached", () => {
    const rows = [rowOf(0, 1), rowOf(1, 1), { ...rowOf(2, 1), item: "state/1" as ActorId }, rowOf(3, 1)];
    expect(itemsBetween(rows, 0, 2)).toEqual(["state/0", "state/1"]);
    expect(itemsBetween(rows, 3, 1)).toEqual(["state/3", "state/1"]);
    expect(itemsBetween(rows, 2, 2)).toEqual(["state/1"]);
  });
});

describe("keys in a grid", () => {
  const size = { rows: 20, columns: 4, page: 8 };
  const led = (row: number, column: number, key: string, isFar = false) => {
    const next = cellAfter({ row, column }, { key, isFar }, size);
    return next === undefined ? undefined : [next.row, next.column];
  };

  it("lead to the neighboring cell, over the heading too, and stop at the borders", () => {
    expect(led(3, 1, "ArrowDown")).toEqual([4, 1]);
    expect(led(0, 1, "ArrowUp")).toEqual([-1, 1]);
    expect(led(-1, 1, "ArrowUp")).toEqual([-1, 1]);
    expect(led(19, 3, "ArrowDown")).toEqual([19, 3]);
    expect(led(19, 3, "ArrowRight")).toEqual([19, 3]);
    expect(led(5, 0, "ArrowLeft")).toEqual([5, 0]);
  });

  it("lead a page on or back, to the ends of the row, and with Ctrl to the ends of the table", () => {
    expect(led(3, 2, "PageDown")).toEqual([11, 2]);
    expect(led(-1, 2, "PageDown")).toEqual([8, 2]);
    expect(led(15, 2, "PageDown")).toEqual([19, 2]);
    expect(led(3, 2, "PageUp")).toEqual([0, 2]);
    expect(led(3, 2, "Home")).toEqual([3, 0]);
    expect(led(3, 2, "End")).toEqual([3, 3]);
    expect(led(3, 2, "Home", true)).toEqual([0, 0]);
    expect(led(3, 2, "End", true)).toEqual([19, 3]);
  });

  it("lead nowhere when they are for something else", () => {
    for (const key of ["Enter", " ", "a", "Tab", "Escape"]) expect(led(3, 2, key)).toBeUndefined();
  });

  it("never lead outside the table, not even when it has no rows", () => {
    const key = fc.constantFrom("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End");
    fc.assert(
      fc.property(fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(key, fc.boolean())), (rows, columns, pressed) => {
        let place = { row: -1, column: 0 };
        for (const [name, isFar] of pressed) {
          place = cellAfter(place, { key: name, isFar }, { rows, columns, page: 3 }) ?? place;
          expect(place.row >= -1 && place.row < Math.max(rows, 0)).toBe(true);
          expect(place.column >= 0 && place.column < columns).toBe(true);
        }
      }),
    );
  });
});
