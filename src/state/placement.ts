// Answers: where do actors that join the canvas go, without moving anything that is there?
import type { ActorId } from "../model/ids.ts";
import type { Point } from "./view-state.ts";

/** Least distance between two actors' centres, in layout units: room for a label. */
export const SPACING = 110;

/**
 * Places newcomers on rings around their parent, in id order, on the free spots nearest to it, starting on the side
 * away from what is already there. Deterministic. Cost O(newcomers · spots · occupied).
 */
export function fanOut(parent: Point, newcomers: readonly ActorId[], occupied: readonly Point[]): Map<ActorId, Point> {
  const taken = [...occupied];
  const placed = new Map<ActorId, Point>();
  const start = awayFrom(parent, occupied);
  for (const id of [...newcomers].sort()) {
    const spot = freeSpot(parent, start, taken);
    taken.push(spot);
    placed.set(id, spot);
  }
  return placed;
}

function freeSpot(parent: Point, start: number, taken: readonly Point[]): Point {
  for (let ring = 1; ; ring++) {
    const radius = SPACING * (0.6 + ring * 0.8);
    const spots = Math.max(6, Math.floor((2 * Math.PI * radius) / SPACING));
    for (let i = 0; i < spots; i++) {
      const turn = ((i % 2 === 0 ? i / 2 : -(i + 1) / 2) * 2 * Math.PI) / spots;
      const spot = {
        x: Math.round(parent.x + radius * Math.cos(start + turn)),
        y: Math.round(parent.y + radius * Math.sin(start + turn)),
      };
      if (taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= SPACING * 0.85)) return spot;
    }
  }
}

function awayFrom(parent: Point, occupied: readonly Point[]): number {
  const others = occupied.filter((p) => p.x !== parent.x || p.y !== parent.y);
  if (others.length === 0) return 0;
  const x = others.reduce((sum, p) => sum + p.x, 0) / others.length;
  const y = others.reduce((sum, p) => sum + p.y, 0) / others.length;
  return Math.atan2(parent.y - y, parent.x - x);
}
