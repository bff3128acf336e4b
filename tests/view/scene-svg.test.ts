import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RELATION_STATUSES } from "../../src/model/kinds.ts";
import { LINE_STYLES } from "../../src/view/palette.ts";
import { linesOf } from "../../src/view/scene/lettering.ts";
import type { Scene, SceneEdge, SceneNode } from "../../src/view/scene/scene.ts";
import { BUNDLE_STEP, bendsOf, curvesOf, nodeSizeOf, rimOf } from "../../src/view/scene/scene-geometry.ts";
import { svgOf } from "../../src/view/scene/scene-svg.ts";
import { viewportOf } from "../../src/view/scene/viewport.ts";
import { coordinate, nodeArb, sceneArb } from "../support/scenes.ts";

const widthOfText = (text: string): number => 7 * [...text].length;
const drawn = (scene: Scene): string => {
  const viewport = viewportOf(scene.nodes, 800, 600);
  if (viewport === undefined) throw new Error("nothing to frame");
  return svgOf(scene, { theme: "dark", width: 800, height: 600, viewport, widthOfText });
};
const node = (more: Partial<SceneNode>): SceneNode => ({
  id: "state/a",
  label: "Aland",
  kind: "state",
  x: 0,
  y: 0,
  degree: 1,
  hiddenNeighbors: 0,
  ...more,
});
const edge = (more: Partial<SceneEdge>): SceneEdge => ({
  id: "e1",
  source: "state/a",
  target: "state/b",
  label: "supplies",
  polarity: "supportive",
  status: "alleged",
  origins: 1,
  symmetric: false,
  ...more,
});

describe("lines", () => {
  it("of one bundle are fanned evenly to both sides of the straight line", () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 1, max: 12 }), (x, y, count) => {
        fc.pre(Math.hypot(x, y) > 1);
        const nodes = [node({ kind: "person" }), node({ kind: "person", id: "state/b", x, y })];
        const edges = Array.from({ length: count }, (_, i) => edge({ id: `e${i}` }));
        const fan = [...curvesOf(nodes, edges).values()].map(({ control }) => control);
        const middle = { x: fan.reduce((s, p) => s + p.x, 0) / count, y: fan.reduce((s, p) => s + p.y, 0) / count };
        expect(Math.hypot(middle.x - x / 2, middle.y - y / 2)).toBeLessThan(1e-6);
        for (const [i, p] of fan.slice(1).entries())
          expect(Math.hypot(p.x - (fan[i]?.x ?? 0), p.y - (fan[i]?.y ?? 0))).toBeCloseTo(
            Math.min(34, 260 / Math.max(1, count - 1)),
            6,
          );
      }),
      { examples: [[0, 33, 2]] },
    );
  });

  it("of one bundle never run upon each other, whatever their directions", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 9 }), (flips) => {
        const nodes = [node({}), node({ id: "state/b", x: 400, y: 120 })];
        const edges = flips.map((flip, i) => edge({ id: `e${i}`, ...(flip ? { source: "state/b", target: "state/a" } : {}) }));
        const middles = [...curvesOf(nodes, edges).values()].map(({ middle }) => `${middle.x.toFixed(3)},${middle.y.toFixed(3)}`);
        expect(new Set(middles).size).toBe(edges.length);
      }),
    );
  });

  it("end on the rim of the shape: not inside it, and not beside it", () => {
    fc.assert(
      fc.property(nodeArb, coordinate, coordinate, (given, x, y) => {
        const at = node(given);
        const half = nodeSizeOf(at.degree) / 2;
        fc.pre(Math.hypot(x - at.x, y - at.y) > 2 * half);
        const rim = rimOf(at, { x, y });
        const [dx, dy] = [rim.x - at.x, rim.y - at.y];
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(half + 1e-6);
        expect(Math.hypot(dx, dy)).toBeGreaterThan(half * 0.2);
        expect(Math.abs(dx * (y - at.y) - dy * (x - at.x))).toBeLessThan(1e-3);
      }),
    );
  });
});

describe("a bundle of many lines", () => {
  it("is fanned evenly, no wider than a bundle of eight or nine", () => {
    const ends = [node({ id: "a" }), node({ id: "b", x: 200 })];
    const fan = (n: number): number[] => [
      ...bendsOf(
        ends,
        Array.from({ length: n }, (_, i) => edge({ id: `e${i}`, source: "a", target: "b" })),
      ).values(),
    ];
    const width = (bends: readonly number[]): number => Math.max(...bends) - Math.min(...bends);
    expect(width(fan(3))).toBe(2 * BUNDLE_STEP);
    expect(width(fan(30))).toBeLessThanOrEqual(260);
    expect(width(fan(30))).toBeGreaterThan(width(fan(7)));
    const gaps = fan(30).flatMap((bend, i, all) => (i === 0 ? [] : [bend - (all[i - 1] ?? 0)]));
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6);
  });
});

describe("a scene as SVG", () => {
  it("draws every actor and line, and never an allegation like a fact", () => {
    fc.assert(
      fc.property(sceneArb, (scene) => {
        const svg = drawn(scene);
        expect(svg.split('fill="none"').length - 1).toBe(scene.edges.length);
        const dashed = scene.edges.filter((e) => e.status !== "confirmed").length;
        expect(svg.split("stroke-dasharray").length - 1).toBe(dashed);
      }),
    );
    const marks = RELATION_STATUSES.filter((s) => LINE_STYLES[s].mark !== undefined);
    for (const status of marks) {
      const svg = drawn({ nodes: [node({}), node({ id: "state/b", x: 300 })], edges: [edge({ status })] });
      expect(svg).toContain(`>${LINE_STYLES[status].mark}</text>`);
    }
  });

  it("breaks labels between words and keeps every word", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^\p{L}{1,30}$/u), { minLength: 1, maxLength: 8 }), (words) => {
        const lines = linesOf(words.join(" "), widthOfText);
        expect(lines.join(" ")).toBe(words.join(" "));
        expect(lines.filter((line) => line.includes(" ") && widthOfText(line) > 120)).toEqual([]);
      }),
    );
  });

  it("frames all actors with room for their labels", () => {
    fc.assert(
      fc.property(sceneArb, ({ nodes }) => {
        const viewport = viewportOf(nodes, 700, 500);
        for (const { x, y } of nodes) {
          const at = {
            x: (viewport?.zoom ?? 0) * x + (viewport?.pan.x ?? 0),
            y: (viewport?.zoom ?? 0) * y + (viewport?.pan.y ?? 0),
          };
          expect(at.x >= 0 && at.x <= 700 && at.y >= 0 && at.y <= 500).toBe(true);
        }
      }),
    );
    expect(viewportOf([], 700, 500)).toBeUndefined();
    expect(viewportOf([node({})], 0, 500)).toBeUndefined();
  });
});
