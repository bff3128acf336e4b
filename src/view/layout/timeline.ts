// Answers: where do actors stand when x shall be a day?
import { type Board, neighborsOf } from "./layout-board.ts";
import type { Box } from "./layout-request.ts";
import { createOccupancy, settle } from "./overlaps.ts";
import { blockOf } from "./packing.ts";

/** From the undated actors to the first day, in widths of a box. */
const UNDATED_GAP = 1.5;

/** Where a day lies: x = (day - firstDay) · unitsPerDay. */
export interface DayAxis {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Layout units; 0 when there is but one day. */
  readonly unitsPerDay: number;
}

/** The axis a timeline of actors with these days has, for whoever draws its scale; undefined when none has a day. */
export function dayAxisOf(days: readonly number[], box: Box): DayAxis | undefined {
  if (days.length === 0) return undefined;
  const firstDay = days.reduce((least, day) => Math.min(least, day));
  const lastDay = days.reduce((most, day) => Math.max(most, day));
  const columns = Math.ceil(Math.sqrt(2.5 * days.length));
  return { firstDay, lastDay, unitsPerDay: lastDay === firstDay ? 0 : ((columns - 1) * box.width * 1.1) / (lastDay - firstDay) };
}

/**
 * x is the day, to the nearest unit; actors too near in time stand above each other, near those of their neighbors that came before.
 * Undated ones stand in columns left of the first day. Fixed ones stay, whatever their day. Cost O(V² log V) when all share one day.
 */
export function drawTimeline(board: Board, dayOf: (i: number) => number | undefined): void {
  const { xs, ys, fixed, box } = board;
  const free = [...fixed.keys()].filter((i) => fixed[i] === 0);
  const dated = free.flatMap((i) => {
    const day = dayOf(i);
    return day === undefined ? [] : [{ i, day }];
  });
  const days = [...fixed.keys()].map(dayOf).filter((day) => day !== undefined);
  if (!days.every(Number.isFinite)) throw new Error("A day given for a timeline is not finite.");
  const axis = dayAxisOf(days, box) ?? { firstDay: 0, lastDay: 0, unitsPerDay: 0 };
  const taken = createOccupancy(box);
  for (const [i, isFixed] of fixed.entries()) if (isFixed === 1) taken.add(xs[i] as number, ys[i] as number);
  const standing = new Set([...fixed.keys()].filter((i) => fixed[i] === 1));
  for (const { i, day } of dated.sort((a, b) => a.day - b.day || a.i - b.i)) {
    xs[i] = Math.round((day - axis.firstDay) * axis.unitsPerDay);
    const earlier = [...neighborsOf(board, i)].filter((j) => standing.has(j));
    const mean = earlier.reduce((sum, j) => sum + (ys[j] as number) / earlier.length, 0);
    ys[i] = taken.nearestY(xs[i] as number, Math.round(mean / box.height) * box.height);
    taken.add(xs[i] as number, ys[i] as number);
    standing.add(i);
  }
  const undated = free.filter((i) => dayOf(i) === undefined);
  const rows = Math.max(1, Math.ceil(Math.sqrt(free.length)));
  const places = blockOf(undated.length, box, Math.max(1, Math.ceil(undated.length / rows)));
  const [right, bottom] = [places.reduce((most, p) => Math.max(most, p.x), 0), places.at(-1)?.y ?? 0];
  undated.forEach((i, k) => {
    xs[i] = (places[k]?.x ?? 0) - right - box.width * (1 + UNDATED_GAP);
    ys[i] = (places[k]?.y ?? 0) - bottom / 2;
  });
  settle(board, "y");
}
