import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apartFromEachOther, byImportance, type LabelBox, labelBoxOf, shownLabelsOf } from "../../src/view/scene/label-budget.ts";
import { LABEL, letteringScaleOf } from "../../src/view/scene/lettering.ts";
import { isSelectedIn, type Scene, type SceneNode } from "../../src/view/scene/scene.ts";
import { nodeArb } from "../support/scenes.ts";

const widthOfText = (text: string): number => 7 * [...text].length;
const zoomArb = fc.double({ min: 0.05, max: 3, noNaN: true });
const crowdArb: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      node: nodeArb,
      isSelected: fc.boolean(),
      isPinned: fc.boolean(),
      isFaded: fc.boolean(),
      hopNumber: fc.option(fc.nat(5), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((made) => ({
    nodes: made.map(({ node, ...states }, i): SceneNode => ({ ...node, ...states, id: `state/${i}` })),
    edges: [],
  }));

/** Compares each pair, without the grid. Boxes that touch overlap by what is lost in rounding, which is no overlap. */
function overlapping(boxes: readonly LabelBox[]): Array<[string, string]> {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.min(a.right - b.left, b.right - a.left, a.bottom - b.top, b.bottom - a.top) > 1e-6)
      .map((b): [string, string] => [a.id, b.id]),
  );
}
const boxesOf = (scene: Scene, zoom: number): LabelBox[] =>
  byImportance(scene).map((node) => labelBoxOf(node, isSelectedIn(scene, node), zoom, widthOfText));

/** Two on a route whose labels touch at both zooms. */
const touching = (): Scene => ({
  nodes: [
    { label: "ab", x: -6 },
    { label: "", x: -44 },
  ].map(
    (more, i): SceneNode => ({ kind: "state", y: 0, degree: 0, hiddenNeighbors: 0, hopNumber: 0, id: `state/${i}`, ...more }),
  ),
  edges: [],
});

describe("labels that are shown", () => {
  it("never overlap", () => {
    fc.assert(
      fc.property(crowdArb, zoomArb, (scene, zoom) => {
        const shown = shownLabelsOf(scene, zoom, widthOfText);
        expect(overlapping(boxesOf(scene, zoom).filter(({ id }) => shown.has(id)))).toEqual([]);
      }),
    );
  });

  it("leave out only those that would overlap a more important one", () => {
    fc.assert(
      fc.property(crowdArb, zoomArb, (scene, zoom) => {
        const shown = shownLabelsOf(scene, zoom, widthOfText);
        const boxes = boxesOf(scene, zoom);
        for (const [i, box] of boxes.entries())
          if (!shown.has(box.id)) {
            const before = boxes.slice(0, i).filter(({ id }) => shown.has(id));
            expect(before.some((other) => overlapping([other, box]).length > 0)).toBe(true);
          }
      }),
    );
  });

  it("always have the selected one among them, however crowded it is and however it is said to be selected", () => {
    fc.assert(
      fc.property(crowdArb, zoomArb, fc.nat(), fc.constantFrom("own", "scene", "set"), (scene, zoom, n, how) => {
        const chosen = scene.nodes[n % scene.nodes.length]?.id ?? "";
        const nodes = scene.nodes.map((node) => ({ ...node, isSelected: how === "own" && node.id === chosen }));
        const said = how === "scene" ? { selected: chosen } : how === "set" ? { selectedIds: new Set([chosen]) } : {};
        expect(shownLabelsOf({ nodes, edges: [], ...said }, zoom, widthOfText)).toContain(chosen);
      }),
    );
  });

  it("are the same whatever the order of the actors", () => {
    fc.assert(
      fc.property(crowdArb, zoomArb, (scene, zoom) => {
        const backwards = { ...scene, nodes: [...scene.nodes].reverse() };
        expect(shownLabelsOf(backwards, zoom, widthOfText)).toEqual(shownLabelsOf(scene, zoom, widthOfText));
      }),
    );
  });

  it("give way, when zooming in, only to a more important one that has found room", () => {
    fc.assert(
      fc.property(crowdArb, zoomArb, zoomArb, (scene, a, b) => {
        const [far, near] = [Math.min(a, b), Math.max(a, b)];
        const [shownFar, shownNear] = [shownLabelsOf(scene, far, widthOfText), shownLabelsOf(scene, near, widthOfText)];
        const boxes = boxesOf(scene, near);
        for (const [i, box] of boxes.entries())
          if (shownFar.has(box.id) && !shownNear.has(box.id)) {
            const found = boxes.slice(0, i).filter(({ id }) => shownNear.has(id) && !shownFar.has(id));
            expect(found.some((other) => overlapping([other, box]).length > 0)).toBe(true);
          }
      }),
      { numRuns: 300, examples: [[touching(), 2.58515625, 0.966406250000001]] },
    );
  });

  it("put the route before the pinned, the pinned before the well connected, the faded last", () => {
    const at = (id: string, more: Partial<SceneNode>): SceneNode => ({
      id,
      label: "Aland",
      kind: "state",
      x: 0,
      y: 0,
      degree: 1,
      hiddenNeighbors: 0,
      ...more,
    });
    const nodes = [
      at("f", { isFaded: true, degree: 9 }),
      at("a", { degree: 2 }),
      at("b", { degree: 7 }),
      at("p", { isPinned: true }),
      at("h", { hopNumber: 0 }),
      at("s", {}),
    ];
    const order = byImportance({ nodes, edges: [], selected: "s" }).map(({ id }) => id);
    expect(order.join(" ")).toBe("s h p b a f");
  });

  it("stand as large as can be read at every zoom", () => {
    fc.assert(
      fc.property(zoomArb, (zoom) => {
        expect(letteringScaleOf(zoom) * LABEL.size * zoom).toBeGreaterThanOrEqual(12 - 1e-9);
      }),
    );
    expect(letteringScaleOf(1)).toBe(1);
  });

  it("are found fast: 5 000 of them look at few others each", () => {
    const boxes = Array.from({ length: 5000 }, (_, i): LabelBox => {
      const [left, top] = [(i % 71) * 60, Math.floor(i / 71) * 20];
      return { id: `n${i}`, left, right: left + 110, top, bottom: top + 30 };
    });
    const started = performance.now();
    const shown = apartFromEachOther(boxes);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(overlapping(boxes.filter(({ id }) => shown.has(id)))).toEqual([]);
    expect(shown.size).toBeGreaterThan(1000);
  });
});
