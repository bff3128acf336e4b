// Answers: which graphs and wishes could a layout meet, the awkward ones first?
import fc from "fast-check";
import type { LayoutChoice, LayoutGraph, LayoutName, Positions } from "../../src/view/layout/layout-request.ts";
import { AWKWARD_SLUGS } from "./arbitraries.ts";

/** No -0, which equals 0 for all but tests. */
const coordinate = fc
  .oneof(fc.constantFrom(0, 0, 50, -0.25), fc.integer({ min: -900, max: 900 }), fc.double({ min: -900, max: 900, noNaN: true }))
  .map((value) => value + 0);
export const pointArb = fc.record({ x: coordinate, y: coordinate });

/** Parallel edges, loops, isolated actors, several components, ids that break plain objects. */
export function layoutGraphArb(maxActors = 24): fc.Arbitrary<LayoutGraph> {
  const id = fc.oneof(fc.constantFrom(...AWKWARD_SLUGS, "__proto__"), fc.stringMatching(/^[a-z]\/[a-z0-9]{1,3}$/));
  return fc.uniqueArray(id, { minLength: 1, maxLength: maxActors }).chain((ids) => {
    const index = fc.integer({ min: 0, max: ids.length - 1 });
    return fc.record({ ids: fc.constant(ids), edges: fc.array(fc.tuple(index, index), { maxLength: 2 * maxActors }) });
  });
}

/** Some actors stand somewhere, some of those are fixed. */
export function placedGraphArb(maxActors = 24): fc.Arbitrary<LayoutGraph> {
  return layoutGraphArb(maxActors).chain((graph) =>
    fc
      .record({
        start: fc.array(fc.option(pointArb, { nil: undefined }), { minLength: graph.ids.length, maxLength: graph.ids.length }),
        isFixed: fc.array(fc.boolean(), { minLength: graph.ids.length, maxLength: graph.ids.length }),
      })
      .map(({ start, isFixed }) => {
        const placed = graph.ids.flatMap((id, i) => (start[i] === undefined ? [] : [[id, start[i], isFixed[i]] as const]));
        const chosen = (fixed: boolean): Positions => new Map(placed.filter((p) => p[2] === fixed).map(([id, at]) => [id, at]));
        return { ...graph, start: chosen(false), fixed: chosen(true) };
      }),
  );
}

/** What each layout is asked on this graph; the first and the fourth actor are the ends of interest. */
export function choicesOn({ ids }: LayoutGraph): Readonly<Record<LayoutName, LayoutChoice>> {
  const some = [ids[0] ?? "", ids[3] ?? "not on the board"];
  return {
    stress: { layout: "stress", seed: 11 },
    concentric: { layout: "concentric", centers: some.slice(0, 1) },
    layers: { layout: "layers", from: some },
    grid: { layout: "grid", groups: new Map(ids.filter((_, i) => i % 5 !== 4).map((id, i) => [id, `kind ${i % 3}`])) },
    timeline: {
      layout: "timeline",
      days: new Map(ids.filter((_, i) => i % 4 !== 3).map((id, i) => [id, 18_000 + (i % 7) ** 3])),
    },
  };
}

export const LAYOUT_NAMES: readonly LayoutName[] = ["stress", "concentric", "layers", "grid", "timeline"];
