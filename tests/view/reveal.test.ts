import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewportRevealing } from "../../src/view/canvas/reveal.ts";

const at = (x: number, y: number) => ({ x, y, degree: 2 });
const WINDOW = { viewport: { zoom: 1, pan: { x: 0, y: 0 } }, width: 800, height: 600 };

describe("bringing nodes into sight", () => {
  it("leaves the window alone when they are in sight", () => {
    expect(viewportRevealing([at(100, 100), at(700, 500)], [], WINDOW)).toBeUndefined();
    expect(viewportRevealing([], [at(5000, 0)], WINDOW)).toBeUndefined();
  });

  it("moves it just as far as they need, without zooming", () => {
    expect(viewportRevealing([at(900, 300)], [], WINDOW)).toEqual({ zoom: 1, pan: { x: -156, y: 0 } });
    expect(viewportRevealing([at(100, -50)], [], WINDOW)).toEqual({ zoom: 1, pan: { x: 0, y: 86 } });
  });

  it("frames them with what was in sight when it cannot hold them as it is", () => {
    const found = viewportRevealing([at(-600, 300), at(900, 300)], [at(400, 100), at(400, 9000)], WINDOW);
    expect(found?.zoom).toBeLessThan(1);
    const y = (found?.zoom ?? 0) * 100 + (found?.pan.y ?? 0);
    expect(y).toBeGreaterThan(0);
  });

  it("has all of them in sight afterwards, and then nothing left to do", () => {
    const point = fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), fc.array(point, { maxLength: 12 }), (wanted, others) => {
        const nodes = wanted.map(({ x, y }) => at(x, y));
        const viewport =
          viewportRevealing(
            nodes,
            others.map(({ x, y }) => at(x, y)),
            WINDOW,
          ) ?? WINDOW.viewport;
        for (const { x, y } of wanted) {
          const [px, py] = [viewport.zoom * x + viewport.pan.x, viewport.zoom * y + viewport.pan.y];
          expect(px >= 0 && px <= 800 && py >= 0 && py <= 600).toBe(true);
        }
      }),
    );
  });
});
