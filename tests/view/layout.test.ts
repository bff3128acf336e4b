import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finished } from "../../src/graph/query/work.ts";
import { LABEL_BOX, type LayoutChoice, type LayoutGraph, type Positions } from "../../src/view/layout/layout-request.ts";
import { layoutInSteps } from "../../src/view/layout/layouts.ts";
import { qualityOf } from "../../src/view/layout/picture-quality.ts";
import { spreadOut } from "../../src/view/layout/spread.ts";
import { dayAxisOf } from "../../src/view/layout/timeline.ts";
import { choicesOn, LAYOUT_NAMES, layoutGraphArb, placedGraphArb } from "../support/layout-graphs.ts";

const layout = (graph: LayoutGraph, choice: LayoutChoice): Positions => finished(layoutInSteps({ ...graph, ...choice }));

/** Independent of the code under test: every pair is looked at. */
function overlapping(positions: Positions, fixed: ReadonlyMap<string, unknown> = new Map()): string[] {
  const all = [...positions];
  return all.flatMap(([id, p], i) =>
    all
      .slice(i + 1)
      .filter(([other, q]) => {
        const isOver = Math.abs(p.x - q.x) < LABEL_BOX.width && Math.abs(p.y - q.y) < LABEL_BOX.height;
        return isOver && !(fixed.has(id) && fixed.has(other));
      })
      .map(([other]) => `${id} on ${other}`),
  );
}

const edgesOf = (...pairs: ReadonlyArray<readonly [number, number]>) => pairs;
const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `n${String(i).padStart(5, "0")}`);

describe.each(LAYOUT_NAMES)("the %s layout", (name) => {
  it("gives every actor a finite place of its own", () => {
    fc.assert(
      fc.property(layoutGraphArb(), (graph) => {
        const positions = layout(graph, choicesOn(graph)[name]);
        expect([...positions.keys()]).toEqual(graph.ids);
        for (const { x, y } of positions.values()) expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
        expect(overlapping(positions)).toEqual([]);
      }),
    );
  });

  it("never moves a fixed actor, and keeps the others clear of it", () => {
    fc.assert(
      fc.property(placedGraphArb(), (graph) => {
        const positions = layout(graph, choicesOn(graph)[name]);
        for (const [id, at] of graph.fixed ?? []) expect(positions.get(id)).toEqual(at);
        for (const { x, y } of positions.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        expect(overlapping(positions, graph.fixed)).toEqual([]);
      }),
    );
  });

  it("is the same whatever the order of actors and edges, and the way edges are written", () => {
    fc.assert(
      fc.property(placedGraphArb(), (graph) => {
        const choice = choicesOn(graph)[name];
        const last = graph.ids.length - 1;
        const turned: LayoutGraph = {
          ...graph,
          ids: [...graph.ids].reverse(),
          edges: [...graph.edges, ...graph.edges.slice(0, 3)].reverse().map(([a, b]) => [last - b, last - a] as const),
        };
        const [first, second] = [layout(graph, choice), layout(turned, choice)];
        for (const id of graph.ids) expect(second.get(id)).toEqual(first.get(id));
      }),
    );
  });

  it("keeps 400 actors apart", () => {
    const ids = idsOf(400);
    const edges = ids.map((_, i) => [i, Math.floor(i / 7)] as const);
    expect(overlapping(layout({ ids, edges }, choicesOn({ ids, edges })[name]))).toEqual([]);
  });

  it("manages a chain of 10 000 actors", () => {
    const ids = idsOf(10_000);
    const edges = ids.slice(1).map((_, i) => [i, i + 1] as const);
    const positions = layout({ ids, edges }, choicesOn({ ids, edges })[name]);
    expect(qualityOf({ ids, edges }, positions).overlaps).toBe(0);
  });

  it("refuses edges without an end, actors named twice and positions that are not finite", () => {
    const graph: LayoutGraph = { ids: ["a", "b"], edges: [] };
    const choice = choicesOn(graph)[name];
    expect(() => layout({ ...graph, edges: edgesOf([0, 2]) }, choice)).toThrow("no actor number 2");
    expect(() => layout({ ...graph, ids: ["a", "a"] }, choice)).toThrow("named twice");
    expect(() => layout({ ...graph, start: new Map([["a", { x: Number.NaN, y: 0 }]]) }, choice)).toThrow("not finite");
  });
});

describe("the concentric layout", () => {
  it("sets actors of more hops farther from the center", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 120 }), (parents) => {
        const ids = idsOf(parents.length + 1);
        const edges = parents.map((parent, i) => [i + 1, parent % (i + 1)] as const);
        const hops = [0];
        for (const [child, parent] of edges) hops[child] = (hops[parent] ?? 0) + 1;
        const positions = layout({ ids, edges }, { layout: "concentric", centers: [ids[0] ?? ""] });
        const far = ids.map((id) => Math.hypot(positions.get(id)?.x ?? 0, positions.get(id)?.y ?? 0));
        for (let depth = 1; depth <= Math.max(...hops); depth++) {
          const outer = Math.min(...far.filter((_, i) => hops[i] === depth));
          expect(outer).toBeGreaterThan(Math.max(...far.filter((_, i) => hops[i] === depth - 1)));
        }
      }),
    );
  });
});

describe("the layers layout", () => {
  it("sets a column for each number of hops, from left to right", () => {
    const edges = edgesOf([0, 1], [0, 2], [1, 3], [2, 3], [3, 4]);
    const positions = layout({ ids: idsOf(5), edges }, { layout: "layers", from: ["n00000"] });
    const xs = [...positions.values()].map((p) => p.x);
    expect(xs[1]).toBe(xs[2]);
    expect([xs[0], xs[1], xs[3], xs[4]].map((x, i, all) => i === 0 || (x ?? 0) > (all[i - 1] ?? 0))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("draws a single route as a straight line", () => {
    const positions = layout({ ids: idsOf(4), edges: edgesOf([2, 0], [0, 3], [3, 1]) }, { layout: "layers", from: ["n00002"] });
    expect(new Set([...positions.values()].map((p) => p.y)).size).toBe(1);
  });
});

describe("the grid layout", () => {
  it("keeps groups in blocks of their own", () => {
    const ids = idsOf(30);
    const groups = new Map(ids.map((id, i) => [id, i % 3 === 0 ? "state" : "org"]));
    const positions = layout({ ids, edges: [] }, { layout: "grid", groups });
    const frameOf = (group: string) => {
      const points = ids.filter((id) => groups.get(id) === group).map((id) => positions.get(id) ?? { x: 0, y: 0 });
      const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
      return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
    };
    const [a, b] = [frameOf("state"), frameOf("org")];
    expect(a[1] < b[0] || b[1] < a[0] || a[3] < b[2] || b[3] < a[2]).toBe(true);
  });
});

describe("the timeline layout", () => {
  it("has x follow the day exactly, and undated actors left of all others", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 17_000, max: 20_000 }), { nil: undefined }), { minLength: 1, maxLength: 60 }),
        (days) => {
          const ids = idsOf(days.length);
          const dated = new Map(ids.flatMap((id, i) => (days[i] === undefined ? [] : [[id, days[i]] as const])));
          const positions = layout({ ids, edges: [] }, { layout: "timeline", days: dated });
          const axis = dayAxisOf([...dated.values()], LABEL_BOX);
          for (const [id, { x }] of positions) {
            const day = dated.get(id);
            if (day === undefined) expect(x).toBeLessThanOrEqual(-LABEL_BOX.width);
            else expect(x).toBe(Math.round((day - (axis?.firstDay ?? 0)) * (axis?.unitsPerDay ?? 0)));
          }
        },
      ),
    );
  });

  it("refuses days that are not finite", () => {
    const days = new Map([["a", Number.NaN]]);
    expect(() => layout({ ids: ["a"], edges: [] }, { layout: "timeline", days })).toThrow("not finite");
  });
});

describe("spreading out", () => {
  it("keeps the gap, and moves nothing that has room", () => {
    expect(spreadOut([0, 1, 50], 10)).toEqual([-4.5, 5.5, 50]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 })), fc.integer({ min: 1, max: 60 }), (wanted, gap) => {
        const places = spreadOut(wanted, gap);
        for (let k = 1; k < places.length; k++) expect((places[k] ?? 0) - (places[k - 1] ?? 0)).toBeGreaterThan(gap - 1e-6);
        const roomy = wanted.map((_, k) => k * gap * 2);
        expect(spreadOut(roomy, gap)).toEqual(roomy);
      }),
    );
  });
});
