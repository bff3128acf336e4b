import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixOf } from "../../../src/graph/analysis/matrix.ts";
import { statusHistoryOf } from "../../../src/graph/analysis/status-history.ts";
import { statusOf } from "../../../src/graph/graph.ts";
import { evidenceOf } from "../../../src/graph/query/filter.ts";
import { POLARITIES } from "../../../src/model/kinds.ts";
import { strengthOf } from "../../../src/model/status.ts";
import { filterArb, graphArb } from "../../support/arbitraries.ts";

describe("a matrix", () => {
  it("holds each admitted relation of its polarity in its cell, a symmetric one in both, and nothing else", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 4 }), filterArb, fc.constantFrom(...POLARITIES), (g, filter, polarity) => {
        const { rows, columns, cells } = matrixOf(g, { polarity, filter });
        const expected = [...g.relations.values()]
          .filter((e) => e.type.polarity === polarity && e.from !== e.to && evidenceOf(e, filter) !== undefined)
          .flatMap((e) => [`${e.from} ${e.to} ${e.id}`, ...(e.type.symmetric ? [`${e.to} ${e.from} ${e.id}`] : [])]);
        const found = [...cells].flatMap(([from, row]) =>
          [...row].flatMap(([to, cell]) => cell.relations.map((id) => `${from} ${to} ${id}`)),
        );
        expect(found.sort()).toEqual(expected.sort());
        expect(rows).toEqual([...cells.keys()].sort());
        expect(new Set(columns)).toEqual(new Set([...cells.values()].flatMap((row) => [...row.keys()])));
        for (const row of cells.values())
          for (const cell of row.values()) {
            const strengths = cell.relations.flatMap((id) => {
              const edge = g.relations.get(id);
              const evidence = edge === undefined ? undefined : evidenceOf(edge, filter);
              return evidence === undefined ? [] : [strengthOf(evidence.status.status)];
            });
            expect(strengthOf(cell.status)).toBe(Math.max(...strengths));
          }
      }),
    );
  });

  it("of some actors is that part of the whole", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 4 }), fc.nat(), (g, pick) => {
        const actors = new Set([...g.actors.keys()].filter((_, i) => (pick >> i) & 1));
        const [part, whole] = [{ actors }, {}].map((o) => matrixOf(g, { polarity: "supportive", ...o }));
        if (part === undefined || whole === undefined) throw new Error("two matrices");
        for (const [from, row] of part.cells) for (const [to, cell] of row) expect(cell).toEqual(whole.cells.get(from)?.get(to));
        expect([...part.rows, ...part.columns].every((id) => actors.has(id))).toBe(true);
      }),
    );
  });
});

describe("the history of a status", () => {
  it("says for every day of a change what the status derived on that day is, and ends with today's", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), filterArb, (g, { sourcesOff }) => {
        for (const edge of g.relations.values()) {
          const history = statusHistoryOf(edge, { sourcesOff });
          expect(history.map((h) => h.day)).toEqual([...new Set(history.map((h) => h.day))].sort((a, b) => a - b));
          for (const { day, status } of history) expect(status).toEqual(statusOf(edge, { sourcesOff, knownOn: day }));
          if (history.length > 0) expect(history.at(-1)?.status).toEqual(statusOf(edge, { sourcesOff }));
          for (const [i, { day }] of history.entries()) {
            const next = history[i + 1]?.day ?? day + 1000;
            expect(statusOf(edge, { sourcesOff, knownOn: next - 1 })).toEqual(history[i]?.status);
          }
        }
      }),
    );
  });

  it("never knows what was published later", () => {
    fc.assert(
      fc.property(graphArb({ minClaims: 3 }), fc.integer({ min: 17_000, max: 21_000 }), (g, knownOn) => {
        for (const edge of g.relations.values()) {
          const known = statusHistoryOf(edge, { knownOn });
          expect(known).toEqual(statusHistoryOf(edge).filter((h) => h.day <= knownOn));
        }
      }),
    );
  });
});
