import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActorId } from "../../src/model/ids.ts";
import { fanOut, SPACING } from "../../src/state/placement.ts";
import type { Point } from "../../src/state/view-state.ts";

const LEAST = SPACING * 0.85;
const point = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -600, max: 600 }) });
const newcomers = fc.uniqueArray(
  fc.stringMatching(/^[a-z]{1,4}$/).map((s) => `org/${s}` as ActorId),
  { maxLength: 25 },
);
const occupied = fc.array(point, { maxLength: 25 });
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

describe("newcomers on the canvas", () => {
  it("stand apart from each other, from their parent and from all that was there", () => {
    fc.assert(
      fc.property(point, newcomers, occupied, (parent, ids, others) => {
        const spots = fanOut(parent, ids, [parent, ...others]);
        expect([...spots.keys()].sort()).toEqual([...ids].sort());
        const all = [...spots.values()];
        for (const [i, spot] of all.entries()) {
          expect(Number.isInteger(spot.x) && Number.isInteger(spot.y)).toBe(true);
          for (const other of [parent, ...others, ...all.slice(0, i)])
            expect(distance(spot, other)).toBeGreaterThanOrEqual(LEAST);
        }
      }),
    );
  });

  it("never move what is there", () => {
    fc.assert(
      fc.property(point, newcomers, occupied, (parent, ids, others) => {
        const before = structuredClone(others);
        const frozen = Object.freeze(others.map((o) => Object.freeze(o)));
        const spots = fanOut(Object.freeze(parent), ids, frozen);
        expect(frozen).toEqual(before);
        for (const other of before) expect([...spots.values()]).not.toContainEqual(other);
      }),
    );
  });

  it("stand in the same places whatever order they are named in", () => {
    fc.assert(
      fc.property(point, newcomers, occupied, (parent, ids, others) => {
        expect(fanOut(parent, [...ids].reverse(), others)).toEqual(fanOut(parent, ids, others));
      }),
    );
  });

  it("start on the side away from the crowd", () => {
    const spots = fanOut(
      { x: 0, y: 0 },
      ["org/a" as ActorId],
      [
        { x: 0, y: 0 },
        { x: -300, y: 0 },
      ],
    );
    expect(spots.get("org/a" as ActorId)).toEqual({ x: 154, y: 0 });
  });

  it("stay near their parent: the first eight on one ring", () => {
    const ids = Array.from({ length: 8 }, (_, i) => `org/n${i}` as ActorId);
    for (const spot of fanOut({ x: 10, y: 20 }, ids, [{ x: 10, y: 20 }]).values())
      expect(distance(spot, { x: 10, y: 20 })).toBeLessThanOrEqual(SPACING * 1.4 + 1);
  });
});
