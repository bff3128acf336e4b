import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fcoseLayout } from "../../scripts/bench/fcose-layout.ts";
import { madeGraph } from "../../scripts/bench/made-graphs.ts";
import { finished } from "../../src/graph/query/work.ts";
import type { LayoutGraph, Positions } from "../../src/view/layout/layout-request.ts";
import { layoutInSteps } from "../../src/view/layout/layouts.ts";
import { qualityOf } from "../../src/view/layout/picture-quality.ts";
import { layoutGraphArb, pointArb } from "../support/layout-graphs.ts";

const draw = (graph: LayoutGraph, seed = 1): Positions => finished(layoutInSteps({ ...graph, layout: "stress", seed }));
const pointsOf = (positions: Positions) => [...positions.values()];

/** Each actor in a cell of its own, so that nobody overlaps. */
const startArb = (graph: LayoutGraph): fc.Arbitrary<Positions> =>
  fc
    .shuffledSubarray(
      graph.ids.map((_, i) => i),
      { minLength: graph.ids.length, maxLength: graph.ids.length },
    )
    .map(
      (cells) =>
        new Map(graph.ids.map((id, i) => [id, { x: ((cells[i] ?? 0) % 5) * 140, y: Math.floor((cells[i] ?? 0) / 5) * 120 }])),
    );

describe("the measure of stress", () => {
  it("is 0 for a straight chain at any scale, and grows when it is bent", () => {
    const graph: LayoutGraph = {
      ids: ["a", "b", "c"],
      edges: [
        [0, 1],
        [1, 2],
      ],
    };
    const chain = (x: number, y: number): Positions =>
      new Map([
        ["a", { x: 0, y: 0 }],
        ["b", { x: 7, y: 0 }],
        ["c", { x, y }],
      ]);
    expect(qualityOf(graph, chain(14, 0)).stress).toBeCloseTo(0, 12);
    // Ratios of distance to hops 1, 1, √2/2: 1 − (2 + √2/2)² / (3 · 2.5).
    expect(qualityOf(graph, chain(7, 7)).stress).toBeCloseTo(1 - (2 + Math.SQRT2 / 2) ** 2 / 7.5, 12);
  });

  it("counts each overlapping pair once", () => {
    const at = (...points: ReadonlyArray<readonly [number, number]>): Positions =>
      new Map(points.map(([x, y], i) => [`n${i}`, { x, y }]));
    const graph: LayoutGraph = { ids: ["n0", "n1", "n2"], edges: [] };
    expect(qualityOf(graph, at([0, 0], [0, 0], [129, 105])).overlaps).toBe(3);
    expect(qualityOf(graph, at([0, 0], [130, 0], [0, 106])).overlaps).toBe(0);
  });
});

describe("the stress layout", () => {
  it("gives the same positions for the same seed, and others for another", () => {
    const graph = madeGraph(60, 150);
    expect(draw(graph, 3)).toEqual(draw(graph, 3));
    expect(pointsOf(draw(graph, 4))).not.toEqual(pointsOf(draw(graph, 3)));
  });

  it("draws a chain as it is measured: nearly straight", () => {
    const ids = Array.from({ length: 12 }, (_, i) => `n${String(i).padStart(2, "0")}`);
    const graph: LayoutGraph = { ids, edges: ids.slice(1).map((_, i) => [i, i + 1] as const) };
    expect(qualityOf(graph, draw(graph)).stress).toBeLessThan(0.005);
  });

  it("has no more stress than a start without overlaps", () => {
    fc.assert(
      fc.property(
        layoutGraphArb().chain((graph) => startArb(graph).map((start) => ({ ...graph, start }))),
        (graph) => {
          expect(qualityOf(graph, graph.start).overlaps).toBe(0);
          const { stress } = qualityOf(graph, draw(graph));
          expect(stress).toBeLessThanOrEqual(qualityOf(graph, graph.start).stress);
        },
      ),
    );
  });

  it("moves a picture it has drawn less than a new draw would", () => {
    const graph = madeGraph(60, 150);
    const start = draw(graph, 1);
    const moved = (to: Positions): number =>
      [...to].reduce((sum, [id, p]) => sum + Math.hypot(p.x - (start.get(id)?.x ?? 0), p.y - (start.get(id)?.y ?? 0)), 0) /
      to.size;
    expect(moved(draw({ ...graph, start }, 2))).toBeLessThan(moved(draw(graph, 2)) / 4);
  });

  it("sets newcomers near their neighbors", () => {
    const ids = ["a", "b", "c", "new"];
    const start: Positions = new Map([
      ["a", { x: 0, y: 0 }],
      ["b", { x: 200, y: 0 }],
      ["c", { x: 1000, y: 1000 }],
    ]);
    const positions = draw({
      ids,
      edges: [
        [0, 1],
        [0, 3],
      ],
      start,
    });
    const at = (id: string) => positions.get(id) ?? { x: Number.NaN, y: 0 };
    expect(Math.hypot(at("new").x - at("a").x, at("new").y - at("a").y)).toBeLessThan(400);
    expect(at("c")).toEqual({ x: 1000, y: 1000 });
  });

  it("sets components side by side", () => {
    const star = (first: number, leaves: number) => Array.from({ length: leaves }, (_, i) => [first, first + i + 1] as const);
    const ids = Array.from({ length: 21 }, (_, i) => `n${String(i).padStart(2, "0")}`);
    const positions = draw({ ids, edges: [...star(0, 9), ...star(10, 9)] });
    const frame = (from: number, to: number) => {
      const points = ids.slice(from, to).map((id) => positions.get(id) ?? { x: 0, y: 0 });
      const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
      return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
    };
    const [a, b] = [frame(0, 10), frame(10, 20)];
    expect(a[1] < b[0] || b[1] < a[0] || a[3] < b[2] || b[3] < a[2]).toBe(true);
  });

  it("parts actors that stand on one point", () => {
    fc.assert(
      fc.property(layoutGraphArb(), pointArb, (graph, point) => {
        const start = new Map(graph.ids.map((id) => [id, point]));
        expect(qualityOf(graph, draw({ ...graph, start })).overlaps).toBe(0);
      }),
    );
  });

  it("sets 5 000 actors without relations apart, near a square", () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `n${i}`);
    const positions = draw({ ids, edges: [] });
    const [xs, ys] = [pointsOf(positions).map((p) => p.x), pointsOf(positions).map((p) => p.y)];
    expect(qualityOf({ ids, edges: [] }, positions)).toEqual({ stress: 0, overlaps: 0 });
    const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(2);
  });

  it("pauses often enough to be cancelled", () => {
    const steps = layoutInSteps({ ...madeGraph(300, 900), layout: "stress", seed: 1 });
    let pauses = 0;
    while (steps.next().done !== true) pauses++;
    expect(pauses).toBeGreaterThan(50);
  });

  it.each([
    [60, 150],
    [150, 375],
    [300, 900],
  ])(
    "has no more stress than fcose on a made graph of %i actors and %i relations",
    (actors, relations) => {
      const graph = madeGraph(actors, relations);
      const [ours, theirs] = [qualityOf(graph, draw(graph)), qualityOf(graph, fcoseLayout(graph, 1))];
      expect(ours.stress).toBeLessThanOrEqual(theirs.stress);
      expect(ours.overlaps).toBe(0);
    },
    240_000,
  );
});
