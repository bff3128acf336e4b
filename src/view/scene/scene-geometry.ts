// Answers: how large is a node, where does a line run, how does a picture fit its frame? For all who draw a scene.
import type { ActorKind } from "../../model/kinds.ts";
import { KIND_STYLES, LINE_STYLES } from "../palette.ts";
import type { SceneEdge, SceneNode } from "./scene.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distance between neighboring lines of one bundle at their control points, in layout units. */
export const BUNDLE_STEP = 34;
/** From the first to the last control point of a bundle at most: more lines run closer together, and do not seem to lead to others. */
const MAX_FAN = 260;
/** How far the outermost point of a first self-relation is from the rim of its node, in layout units. */
const LOOP_REACH = 24;

/** Nodes of a higher degree are not larger. */
const MAX_DEGREE = 40;

/** Width and height of a node, in layout units. */
export function nodeSizeOf(degree: number): number {
  return Math.round(26 + 7 * Math.sqrt(Math.min(degree, MAX_DEGREE)));
}

/** What stands below a node: its place on a route, its label, and how many neighbors are not shown. */
export function captionOf({
  label,
  hiddenNeighbors,
  hopNumber,
}: Pick<SceneNode, "label" | "hiddenNeighbors" | "hopNumber">): string {
  const numbered = hopNumber === undefined ? label : `${hopNumber} · ${label}`;
  return hiddenNeighbors > 0 ? `${numbered}\n+${hiddenNeighbors}` : numbered;
}

/** What stands at the middle of a line: the mark of its status, and how many relations it stands for; empty for a plain one. */
export function markOf({ status, count = 1 }: Pick<SceneEdge, "status" | "count">): string {
  const mark = LINE_STYLES[status].mark ?? "";
  return count > 1 ? `${mark} ×${count}`.trim() : mark;
}

/** The corners of a kind's shape in a square from -1 to 1, y downwards; undefined for a circle. Those of Cytoscape's shapes. */
export function cornersOf(kind: ActorKind): readonly Point[] | undefined {
  return CORNERS[KIND_STYLES[kind].shape]?.map(([x, y]) => ({ x, y }));
}

const CORNERS: Readonly<Record<string, ReadonlyArray<readonly [number, number]>>> = {
  "round-rectangle": [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  hexagon: [
    [-0.5, -1],
    [0.5, -1],
    [1, 0],
    [0.5, 1],
    [-0.5, 1],
    [-1, 0],
  ],
  pentagon: [
    [0, -1],
    [1, -0.236],
    [0.618, 1],
    [-0.618, 1],
    [-1, -0.236],
  ],
  "round-tag": [
    [-1, -1],
    [0.25, -1],
    [1, 0],
    [0.25, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  "round-diamond": [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  barrel: [
    [-0.9, -0.8],
    [0, -1],
    [0.9, -0.8],
    [0.9, 0.8],
    [0, 1],
    [-0.9, 0.8],
  ],
  "round-triangle": [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
  "cut-rectangle": [
    [-0.6, -1],
    [0.6, -1],
    [1, -0.6],
    [1, 0.6],
    [0.6, 1],
    [-0.6, 1],
    [-1, 0.6],
    [-1, -0.6],
  ],
};

/** Where the line from the middle of a node towards `to` leaves its shape. */
export function rimOf(node: SceneNode, to: Point): Point {
  const half = nodeSizeOf(node.degree) / 2;
  const [dx, dy] = [to.x - node.x, to.y - node.y];
  const length = Math.hypot(dx, dy) || 1;
  const corners = cornersOf(node.kind);
  let along = half / length;
  if (corners !== undefined) {
    along = 0;
    corners.forEach((a, i) => {
      const b = corners[(i + 1) % corners.length] ?? a;
      const [ex, ey] = [b.x - a.x, b.y - a.y];
      const cross = dx * ey - dy * ex;
      if (cross === 0) return;
      const t = (half * (a.x * ey - a.y * ex)) / cross;
      const u = (half * (a.x * dy - a.y * dx)) / cross;
      if (t > 0 && u >= 0 && u <= half) along = Math.max(along, t);
    });
  }
  return { x: node.x + along * dx, y: node.y + along * dy };
}

/** A line from rim to rim, bent towards `control`; `middle` lies on it. A loop is bent a second time, after its middle. */
export interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly secondControl?: Point;
  readonly end: Point;
  readonly middle: Point;
}

/**
 * How far the control point of each line lies from the middle of the straight one, by id, in layout units: positive to the right of the
 * line's own direction, as it is seen with y downwards. Lines between the same two actors, whatever their direction, are fanned out evenly
 * in the order given. For a self-relation: Cytoscape's distance of its control points, growing from the first to the last of its actor's.
 */
export function bendsOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Map<string, number> {
  const degrees = new Map(nodes.map(({ id, degree }) => [id, degree]));
  const bundles = new Map<string, SceneEdge[]>();
  for (const edge of edges) {
    const key = pairOf(edge);
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [edge]);
    else bundle.push(edge);
  }
  const bends = new Map<string, number>();
  for (const bundle of bundles.values()) {
    const step = Math.min(BUNDLE_STEP, MAX_FAN / Math.max(1, bundle.length - 1));
    bundle.forEach(({ id, source, target }, i) => {
      const offset = (0.5 - bundle.length / 2 + i) * step;
      const isLoop = source === target;
      bends.set(
        id,
        isLoop ? loopStepOf(degrees.get(source) ?? 0) * (i / 3 + 1) : source === bundle[0]?.source ? offset : -offset,
      );
    });
  }
  return bends;
}

function pairOf({ source, target }: SceneEdge): string {
  return source < target ? `${source}\n${target}` : `${target}\n${source}`;
}

/** Where each edge runs, by id, fanned out as `bendsOf` says. Edges without both ends are left out. */
export function curvesOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Map<string, Curve> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const bends = bendsOf(nodes, edges);
  const curves = new Map<string, Curve>();
  for (const { id, source, target } of edges) {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (from === undefined || to === undefined) continue;
    const bend = bends.get(id) ?? 0;
    curves.set(id, from === to ? loopOf(from, bend) : bentCurveOf(from, to, bend));
  }
  return curves;
}

function bentCurveOf(from: SceneNode, to: SceneNode, bend: number): Curve {
  const [a, b] = [rimOf(from, to), rimOf(to, from)];
  // Shapes that touch still have a direction.
  const isTouching = a.x === b.x && a.y === b.y;
  const [dx, dy] = isTouching ? [to.x - from.x, to.y - from.y] : [b.x - a.x, b.y - a.y];
  const offset = bend / (Math.hypot(dx, dy) || 1);
  const control = { x: (a.x + b.x) / 2 - dy * offset, y: (a.y + b.y) / 2 + dx * offset };
  const [start, end] = [rimOf(from, control), rimOf(to, control)];
  return { start, control, end, middle: { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 } };
}

/** Cytoscape's measure of a node's first loop: its control points are 1.4 times as far from its middle. */
function loopStepOf(degree: number): number {
  return ((nodeSizeOf(degree) / 2 + LOOP_REACH) * Math.SQRT2) / 1.4;
}

/** A self-relation: up from the top of the node and back from its left, away from the label below. */
function loopOf(node: SceneNode, bend: number): Curve {
  const reach = 1.4 * bend;
  const control = { x: node.x, y: node.y - reach };
  const secondControl = { x: node.x - reach, y: node.y };
  const middle = { x: (control.x + secondControl.x) / 2, y: (control.y + secondControl.y) / 2 };
  return { start: rimOf(node, control), control, middle, secondControl, end: rimOf(node, secondControl) };
}

/** How far each edge may run from the straight line between the middles of its ends, by id, in layout units. Cost O(edges). */
export function reachesOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Map<string, number> {
  const bends = bendsOf(nodes, edges);
  return new Map(
    edges.map(({ id, source, target }) => {
      const bend = Math.abs(bends.get(id) ?? 0);
      return [id, Math.max(source === target ? 1.4 * bend : bend, nodeSizeOf(MAX_DEGREE) / 2)];
    }),
  );
}

/** Distance of a point from the straight line between two others. */
export function distanceFromLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length2));
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}
