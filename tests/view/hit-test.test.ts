import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatesIn } from "../../src/view/canvas/hit-test.ts";
import { type Curve, curvesOf, type Point } from "../../src/view/scene/scene-geometry.ts";
import { sceneArb } from "../support/scenes.ts";

/** The point of a curve at a share of its length from 0 to 1. */
function pointOn({ start, control, middle, secondControl, end }: Curve, share: number): Point {
  const parts: ReadonlyArray<readonly [Point, Point, Point]> =
    secondControl === undefined
      ? [[start, control, end]]
      : [
          [start, control, middle],
          [middle, secondControl, end],
        ];
  const at = Math.min(parts.length - 1, Math.floor(share * parts.length));
  const t = share * parts.length - at;
  const [a, b, c] = parts[at] ?? [start, control, end];
  const blend = (p: number, q: number, r: number): number => (1 - t) ** 2 * p + 2 * t * (1 - t) * q + t ** 2 * r;
  return { x: blend(a.x, b.x, c.x), y: blend(a.y, b.y, c.y) };
}

describe("the search for what is under the pointer", () => {
  it("never leaves out a line or an actor that is there, loops and bundles among them", () => {
    fc.assert(
      fc.property(sceneArb, fc.double({ min: 0, max: 1, noNaN: true }), (scene, share) => {
        const candidates = candidatesIn(scene);
        for (const [id, curve] of curvesOf(scene.nodes, scene.edges))
          expect(candidates.near(pointOn(curve, share), 0).has(id)).toBe(true);
        for (const { id, x, y } of scene.nodes) expect(candidates.near({ x, y }, 0).has(id)).toBe(true);
      }),
    );
  });

  it("leaves out what is far away, and follows an actor that is dragged", () => {
    const node = { label: "Aland", kind: "state", y: 0, degree: 1, hiddenNeighbors: 0 } as const;
    const [a, b] = [
      { ...node, id: "state/a", x: 0 },
      { ...node, id: "state/b", x: 400 },
    ];
    const line = { label: "supplies", polarity: "legal", status: "reported", origins: 1, symmetric: false } as const;
    const candidates = candidatesIn({ nodes: [a, b], edges: [{ ...line, id: "e1", source: "state/a", target: "state/b" }] });
    expect([...candidates.near({ x: 200, y: 300 }, 5)]).toEqual([]);
    expect([...candidates.near({ x: 200, y: 10 }, 5)]).toEqual(["e1"]);
    candidates.move("state/b", { x: 400, y: 600 });
    expect([...candidates.near({ x: 200, y: 300 }, 5)]).toEqual(["e1"]);
    expect([...candidates.near({ x: 400, y: 600 }, 5)]).toEqual(["state/b", "e1"]);
  });
});
