// Answers: which actors stand on each other, and where do they go instead?
import type { Steps } from "../../graph/query/work.ts";
import type { Board } from "./layout-board.ts";
import type { Box } from "./layout-request.ts";

/** Passes of pushing apart; what still overlaps then is set on the nearest free place. */
const MAX_PASSES = 300;

/** Pairs that overlap. Cost O(V + pairs looked at), which are those of neighboring boxes. */
export function overlapsOf(xs: Float64Array, ys: Float64Array, box: Box): number {
  let count = 0;
  forOverlaps(xs, ys, box, () => {
    count++;
  });
  return count;
}

/** Pushes overlapping actors apart along the axis that needs less, then rounds and settles them. Fixed ones stay; two of them may overlap. */
export function* removeOverlaps(board: Board): Steps<void> {
  const { xs, ys, fixed, box } = board;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let moved = 0;
    forOverlaps(xs, ys, { width: box.width + 1, height: box.height + 1 }, (i, j, overX, overY) => {
      const share = fixed[i] === fixed[j] ? 0.5 : 1;
      if (fixed[i] === 1 && fixed[j] === 1) return;
      moved++;
      const along = overX / box.width <= overY / box.height ? xs : ys;
      const by = (along === xs ? overX : overY) * share + 0.01;
      const [low, high] = (along[i] as number) <= (along[j] as number) ? [i, j] : [j, i];
      if (fixed[low] === 0) along[low] = (along[low] as number) - by;
      if (fixed[high] === 0) along[high] = (along[high] as number) + by;
    });
    if (moved === 0) break;
    yield;
  }
  settle(board);
}

/**
 * Rounds what is not fixed, and gives each actor that overlaps the nearest free place: anywhere, or only up and down when `axis` is "y".
 * No overlaps are left but those between fixed actors.
 */
export function settle(board: Board, axis: "both" | "y" = "both"): void {
  const { xs, ys, fixed, box } = board;
  const taken = createOccupancy(box);
  const free = [...xs.keys()].filter((i) => fixed[i] === 0);
  for (const i of xs.keys()) if (fixed[i] === 1) taken.add(xs[i] as number, ys[i] as number);
  const displaced = free.filter((i) => {
    xs[i] = Math.round(xs[i] as number);
    ys[i] = Math.round(ys[i] as number);
    const isFree = taken.isFree(xs[i] as number, ys[i] as number);
    if (isFree) taken.add(xs[i] as number, ys[i] as number);
    return !isFree;
  });
  for (const i of displaced) {
    const [x, y] = [xs[i] as number, ys[i] as number];
    const place = axis === "y" ? { x, y: taken.nearestY(x, y) } : taken.nearest(x, y);
    [xs[i], ys[i]] = [place.x, place.y];
    taken.add(place.x, place.y);
  }
}

export interface Occupancy {
  readonly add: (x: number, y: number) => void;
  readonly isFree: (x: number, y: number) => boolean;
  /** The nearest free of ever wider rings of places. */
  readonly nearest: (x: number, y: number) => { readonly x: number; readonly y: number };
  /** The nearest free y at this x, a whole number. */
  readonly nearestY: (x: number, y: number) => number;
}

/** Remembers places; answers from boxes of the 9 cells around a place. */
export function createOccupancy({ width, height }: Box): Occupancy {
  const cells = new Map<number, Array<readonly [number, number]>>();
  const columns = new Map<number, Array<readonly [number, number]>>();
  const add = (x: number, y: number): void => {
    pushTo(cells, cellOf(Math.floor(x / width), Math.floor(y / height)), [x, y]);
    pushTo(columns, Math.floor(x / width), [x, y]);
  };
  const isFree = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor(x / width), Math.floor(y / height)];
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++)
        for (const [ox, oy] of cells.get(cellOf(c, r)) ?? [])
          if (Math.abs(ox - x) < width && Math.abs(oy - y) < height) return false;
    return true;
  };
  return {
    add,
    isFree,
    nearest(x, y) {
      for (let ring = 1; ; ring++) {
        let best: { x: number; y: number; far: number } | undefined;
        for (let i = -ring; i <= ring; i++)
          for (let j = -ring; j <= ring; j += Math.abs(i) === ring ? 1 : 2 * ring) {
            const place = { x: x + Math.round((i * width) / 4), y: y + Math.round((j * height) / 4) };
            const far = Math.hypot(place.x - x, place.y - y);
            if ((best === undefined || far < best.far) && isFree(place.x, place.y)) best = { ...place, far };
          }
        if (best !== undefined) return { x: best.x, y: best.y };
      }
    },
    nearestY(x, y) {
      const column = Math.floor(x / width);
      const ys = [column - 1, column, column + 1]
        .flatMap((c) => columns.get(c) ?? [])
        .filter(([ox]) => Math.abs(ox - x) < width)
        .map(([, oy]) => oy)
        .sort((a, b) => a - b);
      let down = y;
      for (const oy of ys) if (Math.abs(oy - down) < height && oy + height > down) down = Math.ceil(oy + height);
      let up = y;
      for (const oy of ys.reverse()) if (Math.abs(oy - up) < height && oy - height < up) up = Math.floor(oy - height);
      return y - up <= down - y ? up : down;
    },
  };
}

type OnOverlap = (i: number, j: number, overX: number, overY: number) => void;

/** Calls back for each pair that overlaps, in a fixed order; positions may change in between. */
function forOverlaps(xs: Float64Array, ys: Float64Array, { width, height }: Box, onOverlap: OnOverlap): void {
  const heads = new Map<number, number>();
  const next = new Int32Array(xs.length);
  for (let j = 0; j < xs.length; j++) {
    const [column, row] = [Math.floor((xs[j] as number) / width), Math.floor((ys[j] as number) / height)];
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++)
        for (let i = heads.get(cellOf(c, r)) ?? -1; i >= 0; i = next[i] as number) {
          const overX = width - Math.abs((xs[i] as number) - (xs[j] as number));
          const overY = height - Math.abs((ys[i] as number) - (ys[j] as number));
          if (overX > 0 && overY > 0) onOverlap(i, j, overX, overY);
        }
    const cell = cellOf(column, row);
    next[j] = heads.get(cell) ?? -1;
    heads.set(cell, j);
  }
}

/** One number for a cell; columns and rows up to a million either way. */
function cellOf(column: number, row: number): number {
  return (column + 2 ** 20) * 2 ** 21 + row + 2 ** 20;
}

function pushTo<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
