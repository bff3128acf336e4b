import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentOf, viewportOfExtent } from "../../src/view/scene/viewport.ts";

const side = fc.integer({ min: 1, max: 4000 });
const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const viewportArb = fc.record({
  zoom: fc.double({ min: 0.05, max: 3, noNaN: true }),
  pan: fc.record({ x: coordinate, y: coordinate }),
});

describe("what is in sight", () => {
  it("comes back in a window of the same size as it was", () => {
    fc.assert(
      fc.property(viewportArb, side, side, (viewport, width, height) => {
        const extent = extentOf(viewport, width, height);
        const again = extent === undefined ? undefined : viewportOfExtent(extent, width, height);
        expect(again?.zoom).toBeCloseTo(viewport.zoom, 6);
        expect(again?.pan.x).toBeCloseTo(viewport.pan.x, 4);
        expect(again?.pan.y).toBeCloseTo(viewport.pan.y, 4);
      }),
    );
  });

  it("is all in sight in a window of any size, in its middle, and touches two of its sides", () => {
    fc.assert(
      fc.property(viewportArb, side, side, side, side, (viewport, width, height, otherWidth, otherHeight) => {
        const extent = extentOf(viewport, width, height);
        if (extent === undefined) throw new Error("a window without size");
        const other = viewportOfExtent(extent, otherWidth, otherHeight);
        if (other === undefined) throw new Error("a window without size");
        const left = other.zoom * extent.x + other.pan.x;
        const top = other.zoom * extent.y + other.pan.y;
        const right = otherWidth - (left + other.zoom * extent.width);
        const bottom = otherHeight - (top + other.zoom * extent.height);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1e-3);
        expect(Math.min(left, top)).toBeLessThanOrEqual(1e-3);
        expect(left).toBeCloseTo(right, 3);
        expect(top).toBeCloseTo(bottom, 3);
      }),
    );
  });

  it("is nothing in a window without size", () => {
    expect(extentOf({ zoom: 1, pan: { x: 0, y: 0 } }, 0, 10)).toBeUndefined();
    expect(viewportOfExtent({ x: 0, y: 0, width: 1, height: 1 }, 10, 0)).toBeUndefined();
  });
});
