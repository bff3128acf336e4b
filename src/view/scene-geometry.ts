// Answers: how large is a node, where does a line run, how does a picture fit its frame? For all who draw a scene.
import type { ActorKind } from "../model/kinds.ts";
import { KIND_STYLES, LINE_STYLES } from "./palette.ts";
import type { SceneEdge, SceneNode } from "./scene.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distance between neighboring lines of one bundle at their control points, in layout units. */
export const BUNDLE_STEP = 34;
/** How far the outermost point of a first self-relation is from the rim of its node, in layout units. */
const LOOP_REACH = 24;
/** Room for labels around the outermost actors, in layout units. */
const LABEL_MARGIN = 84;
/** The same where the picture is small, in pixels. */
const LABEL_MARGIN_PIXELS = 48;
/** The key to the lines lies over the lower rim of the canvas, in pixels. */
const KEY_ROOM_PIXELS = 44;
const MAX_FIT_ZOOM = 1.15;

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
 * Where each edge runs, by id. Parallel edges, whatever their direction, are fanned out evenly around the straight line in the order
 * given, as Cytoscape fans a bundle. Loops stand at the upper left of their node, one around the other. Edges without both ends are
 * left out.
 */
export function curvesOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Map<string, Curve> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const curves = new Map<string, Curve>();
  const loops = new Map<SceneNode, number>();
  const bundles = new Map<string, { readonly a: SceneNode; readonly b: SceneNode; readonly edges: SceneEdge[] }>();
  for (const edge of edges) {
    const [a, b] = [byId.get(edge.source), byId.get(edge.target)];
    if (a === undefined || b === undefined) continue;
    if (a === b) {
      const before = loops.get(a) ?? 0;
      loops.set(a, before + 1);
      curves.set(edge.id, loopOf(a, before));
      continue;
    }
    const key = JSON.stringify([a.id, b.id].sort());
    const bundle = bundles.get(key) ?? { a, b, edges: [] };
    bundle.edges.push(edge);
    bundles.set(key, bundle);
  }
  for (const { a, b, edges: parallel } of bundles.values()) {
    const controls = fanOf(rimOf(a, b), rimOf(b, a), parallel.length);
    parallel.forEach((edge, i) => {
      const control = controls[i] ?? a;
      const [from, to] = edge.source === a.id ? [a, b] : [b, a];
      const [start, end] = [rimOf(from, control), rimOf(to, control)];
      const middle = { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 };
      curves.set(edge.id, { start, control, end, middle });
    });
  }
  return curves;
}

/** Cytoscape's measure of a node's loops: their control points are 1.4 times as far from its middle, and a third more for each further one. */
export function loopStepOf(degree: number): number {
  return ((nodeSizeOf(degree) / 2 + LOOP_REACH) * Math.SQRT2) / 1.4;
}

/** A self-relation, with `before` others inside it: up from the top of the node and back from its left, away from the label below. */
function loopOf(node: SceneNode, before: number): Curve {
  const reach = 1.4 * loopStepOf(node.degree) * (before / 3 + 1);
  const control = { x: node.x, y: node.y - reach };
  const secondControl = { x: node.x - reach, y: node.y };
  const middle = { x: (control.x + secondControl.x) / 2, y: (control.y + secondControl.y) / 2 };
  return { start: rimOf(node, control), control, middle, secondControl, end: rimOf(node, secondControl) };
}

/** How far each edge may run from the straight line between the middles of its ends, by id, in layout units. Cost O(edges). */
export function bendsOf(edges: readonly SceneEdge[]): Map<string, number> {
  const keyOf = ({ source, target }: SceneEdge): string => (source < target ? `${source}\n${target}` : `${target}\n${source}`);
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(keyOf(edge), (counts.get(keyOf(edge)) ?? 0) + 1);
  return new Map(
    edges.map((edge) => {
      const count = counts.get(keyOf(edge)) ?? 1;
      const bend = edge.source === edge.target ? 1.4 * loopStepOf(MAX_DEGREE) * ((count - 1) / 3 + 1) : (count / 2) * BUNDLE_STEP;
      return [edge.id, Math.max(bend, nodeSizeOf(MAX_DEGREE) / 2)];
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

/** Control points of `count` parallel lines between two points, from one side to the other. */
export function fanOf(start: Point, end: Point, count: number): Point[] {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  return Array.from({ length: count }, (_, i) => {
    const offset = ((0.5 - count / 2 + i) * BUNDLE_STEP) / length;
    return { x: (start.x + end.x) / 2 - dy * offset, y: (start.y + end.y) / 2 + dx * offset };
  });
}

/** How a scene lies in a frame: a layout point p is drawn at `zoom * p + pan`, in pixels. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** Frames the nodes with their labels in a frame of this size, in pixels; undefined when there is nothing to frame or no frame. */
export function viewportOf(
  nodes: ReadonlyArray<Pick<SceneNode, "x" | "y" | "degree">>,
  width: number,
  height: number,
): Viewport | undefined {
  if (nodes.length === 0 || width <= 0 || height <= 0) return undefined;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, degree } of nodes) {
    const half = nodeSizeOf(degree) / 2;
    [left, right] = [Math.min(left, x - half), Math.max(right, x + half)];
    [top, bottom] = [Math.min(top, y - half), Math.max(bottom, y + half)];
  }
  const free = height > 4 * KEY_ROOM_PIXELS ? height - KEY_ROOM_PIXELS : height;
  const zoom = Math.min(MAX_FIT_ZOOM, zoomFor(right - left, width), zoomFor(bottom - top, free));
  return { zoom, pan: { x: width / 2 - (zoom * (left + right)) / 2, y: free / 2 - (zoom * (top + bottom)) / 2 } };
}

/** The zoom at which a span of the layout has room for labels on both sides in so many pixels. */
function zoomFor(span: number, pixels: number): number {
  const roomy = pixels / (span + 2 * LABEL_MARGIN);
  return pixels > 4 * LABEL_MARGIN_PIXELS ? Math.min(roomy, (pixels - 2 * LABEL_MARGIN_PIXELS) / span) : roomy;
}
