// Answers: where do actors stand when rings shall show their hops from a center?
import { type Board, componentsOf, hopsFrom, neighborsOf } from "./layout-board.ts";
import { settle } from "./overlaps.ts";
import { setBelow } from "./packing.ts";
import { spreadOut } from "./spread.ts";

/** From the last ring of one number of hops to the first of the next, in rings. */
const STEP = 1.25;
const TURN = 2 * Math.PI;

/**
 * One ring for each number of hops, or several close ones where one would have to be much wider; each actor as near as can be to its
 * neighbors of the ring within. Actors without a route to a center stand in rows below. Cost O(V log V + E).
 */
export function drawConcentric(board: Board, centers: readonly number[]): void {
  const hops = hopsFrom(board, centers);
  const reached = [...hops.keys()].filter((i) => hops[i] !== -1);
  const rings: number[][] = [];
  for (const i of reached) {
    const far = hops[i] as number;
    while (rings.length <= far) rings.push([]);
    rings[far]?.push(i);
  }
  const middle = middleOf(board, centers);
  // Boxes whose middles are so far apart cannot overlap in any direction; rounding takes one unit at most.
  const apart = Math.hypot(board.box.width, board.box.height) + 2;
  const angles = new Float64Array(board.ids.length);
  let radius = 0;
  for (const [far, ring] of rings.entries()) {
    const wanted = new Map(
      ring.map((i) => [i, board.fixed[i] === 1 ? angleOf(board, i, middle) : innerAngleOf(board, i, hops, angles)]),
    );
    const members = ring.filter((i) => board.fixed[i] === 0).sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
    for (const [i, angle] of wanted) angles[i] = angle;
    if (far > 0) radius += STEP * apart;
    const parts = partsOf(members, radius, apart);
    for (const [p, part] of parts.entries()) {
      if (p > 0) radius += apart;
      radius = Math.max(radius, widthOf(part.length, apart));
      const places = anglesOn(
        part.map((i) => wanted.get(i) ?? 0),
        { radius, apart, isKept: far > 1, skew: p / parts.length },
      );
      part.forEach((i, k) => {
        const angle = places[k] ?? 0;
        angles[i] = angle;
        board.xs[i] = middle.x + radius * Math.cos(angle);
        board.ys[i] = middle.y + radius * Math.sin(angle);
      });
    }
  }
  const stays = [...hops.keys()].filter((i) => hops[i] !== -1 || board.fixed[i] === 1);
  setBelow(
    board,
    componentsOf(board)
      .flat()
      .filter((i) => hops[i] === -1 && board.fixed[i] === 0),
    stays,
  );
  settle(board);
}

/** The least radius of a ring of so many boxes. */
function widthOf(count: number, apart: number): number {
  return count < 2 ? 0 : apart / 2 / Math.sin(Math.PI / count);
}

/** One ring when it need not be much wider than `radius`, else several that take their share all around. */
function partsOf(members: readonly number[], radius: number, apart: number): number[][] {
  if (radius === 0 || widthOf(members.length, apart) <= radius + apart) return [[...members]];
  const rooms: number[] = [];
  for (let [room, r] = [0, radius]; room < members.length; r += apart) {
    rooms.push(Math.floor(Math.PI / Math.asin(apart / 2 / r)));
    room += rooms.at(-1) ?? 0;
  }
  const parts = rooms.map((): number[] => []);
  const fillOf = (p: number): number => ((parts[p]?.length ?? 0) + 1) / (rooms[p] ?? 1);
  for (const i of members) {
    const emptiest = rooms.reduce((best, _, p) => (fillOf(p) < fillOf(best) ? p : best), 0);
    parts[emptiest]?.push(i);
  }
  return parts;
}

interface Ring {
  readonly radius: number;
  readonly apart: number;
  readonly isKept: boolean;
  /** Of a step between neighbors, so that actors of close rings do not stand in line with the center. */
  readonly skew: number;
}

/** Angles for boxes in this order: near the wanted ones if they can be kept, else evenly around. */
function anglesOn(wanted: readonly number[], { radius, apart, isKept, skew }: Ring): number[] {
  const gap = radius === 0 ? 0 : 2 * Math.asin(Math.min(1, apart / 2 / radius));
  const places = spreadOut(wanted, gap);
  if (isKept && (places.at(-1) ?? 0) - (places[0] ?? 0) <= TURN - gap) return places;
  const [first = 0] = wanted;
  return wanted.map((_, k) => first + ((k + skew) * TURN) / wanted.length);
}

/** Mean direction of the neighbors one hop nearer to the center, from 0 to a full turn; 0 without any direction. */
function innerAngleOf(board: Board, i: number, hops: Int32Array, angles: Float64Array): number {
  let [x, y] = [0, 0];
  for (const j of neighborsOf(board, i)) {
    if ((hops[j] as number) >= (hops[i] as number)) continue;
    x += Math.cos(angles[j] as number);
    y += Math.sin(angles[j] as number);
  }
  // Rounded, so that equal directions are equal in every engine.
  return Math.round(((Math.atan2(y, x) + TURN) % TURN) * 1e6) / 1e6;
}

function angleOf(board: Board, i: number, middle: { x: number; y: number }): number {
  return (Math.atan2((board.ys[i] as number) - middle.y, (board.xs[i] as number) - middle.x) + TURN) % TURN;
}

/** Where the centers stand now, (0, 0) when they have no place. */
function middleOf(board: Board, centers: readonly number[]): { x: number; y: number } {
  const placed = centers.filter((i) => !Number.isNaN(board.xs[i]));
  if (placed.length === 0) return { x: 0, y: 0 };
  const mean = (along: Float64Array): number => placed.reduce((sum, i) => sum + (along[i] as number), 0) / placed.length;
  return { x: mean(board.xs), y: mean(board.ys) };
}
