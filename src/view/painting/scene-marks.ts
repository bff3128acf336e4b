// Answers: of which lines, shapes and letters is the drawing of a scene made? The same for every surface it is drawn on.

import {
  BORDER,
  FADED_OPACITY,
  KIND_STYLES,
  LINE_STYLES,
  POLARITY_COLORS,
  SELECTION,
  SURFACES,
  type Theme,
  widthOf,
} from "../palette.ts";
import { LABEL, letteringScaleOf, linesOf } from "../scene/lettering.ts";
import { isSelectedIn, type Scene, type SceneEdge, type SceneNode } from "../scene/scene.ts";
import { type Curve, captionOf, cornersOf, markOf, nodeSizeOf, type Point } from "../scene/scene-geometry.ts";
import type { Viewport } from "../scene/viewport.ts";

/** A path in layout units, in the words SVG has for it. */
export interface PathMark {
  readonly type: "path";
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly strokeOpacity?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Lines of text, each centred on its point at the height of its baseline, with a rim in the colour of the ground. */
export interface TextMark {
  readonly type: "text";
  readonly lines: ReadonlyArray<Point & { readonly text: string }>;
  readonly size: number;
  readonly weight: number;
  /** Width of the rim's stroke, half of which lies outside the letters. */
  readonly halo: number;
  /** In degrees, clockwise about this point. */
  readonly turn?: { readonly degrees: number; readonly about: Point };
  readonly opacity?: number;
}

export type Mark = PathMark | TextMark;

export interface MarksOptions {
  readonly theme: Theme;
  readonly viewport: Viewport;
  /** Width of a text in a node's lettering, in layout units. */
  readonly widthOfText: (text: string) => number;
  /** Where each line runs; lines without a curve are left out. */
  readonly curves: ReadonlyMap<string, Curve>;
  /** Actors whose labels are written. */
  readonly labelled: ReadonlySet<string>;
  /** Whether lines say which relation they are. */
  readonly areLinesNamed?: boolean;
}

/** From the lowest to the uppermost: lines, what is written on them, actors, their labels. What of a scene is given is drawn. Cost O(scene). */
export function* marksOf(scene: Scene, options: MarksOptions): Generator<Mark> {
  const { theme, viewport, curves, labelled } = options;
  for (const edge of scene.edges) yield* faded(edge, lineMarks(edge, curves.get(edge.id), theme, isSelectedIn(scene, edge)));
  if (LABEL.size * viewport.zoom >= LABEL.minPixels)
    for (const edge of scene.edges) yield* faded(edge, writingMarks(edge, curves.get(edge.id), options));
  for (const node of scene.nodes) yield* faded(node, shapeMarks(node, theme, isSelectedIn(scene, node)));
  for (const node of scene.nodes)
    if (labelled.has(node.id)) yield* faded(node, [labelMark(node, isSelectedIn(scene, node), options)]);
}

function* faded({ isFaded }: SceneNode | SceneEdge, marks: Iterable<Mark>): Generator<Mark> {
  for (const mark of marks) yield isFaded === true ? { ...mark, opacity: FADED_OPACITY } : mark;
}

function* lineMarks(edge: SceneEdge, curve: Curve | undefined, theme: Theme, isSelected: boolean): Generator<Mark> {
  if (curve === undefined) return;
  const { start, control, middle, secondControl, end } = curve;
  const color = POLARITY_COLORS[edge.polarity][theme];
  const { dash } = LINE_STYLES[edge.status];
  const width = widthOf(edge.origins);
  const d =
    secondControl === undefined
      ? `M${at(start)}Q${at(control)} ${at(end)}`
      : `M${at(start)}Q${at(control)} ${at(middle)}Q${at(secondControl)} ${at(end)}`;
  if (isSelected || edge.isOnRoute === true)
    yield {
      type: "path",
      d,
      stroke: SURFACES[theme].accent,
      strokeOpacity: SELECTION.underlayOpacity,
      width: width + 2 * SELECTION.underlayPadding,
    };
  yield { type: "path", d, stroke: color, width, ...(dash === undefined ? {} : { dash }) };
  const head = headOf(edge, secondControl ?? control, end);
  yield { type: "path", d: edge.symmetric ? headOf(edge, control, start) + head : head, fill: color };
}

/** An arrowhead with its tip at `tip`, coming from `from`; its size is Cytoscape's. */
function headOf(edge: SceneEdge, from: Point, tip: Point): string {
  const size = Math.max((widthOf(edge.origins) * 13.37) ** 0.9, 29) * LABEL.arrowScale;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const base = { x: tip.x - ux * size * 0.3, y: tip.y - uy * size * 0.3 };
  const wing = (side: number): Point => ({ x: base.x - uy * size * 0.15 * side, y: base.y + ux * size * 0.15 * side });
  return `M${at(tip)}L${at(wing(1))}L${at(wing(-1))}Z`;
}

function* writingMarks(edge: SceneEdge, curve: Curve | undefined, { areLinesNamed = false }: MarksOptions): Generator<Mark> {
  const text = areLinesNamed ? `${markOf(edge)} ${edge.label}`.trim() : markOf(edge);
  if (text === "" || curve === undefined) return;
  const { x, y } = curve.middle;
  const turn = areLinesNamed ? { turn: { degrees: uprightAngleOf(curve), about: curve.middle } } : {};
  yield { type: "text", lines: [{ x, y: y + LABEL.size * 0.35, text }], size: LABEL.size, weight: 600, halo: 6, ...turn };
}

/** In degrees, so that text along the line is not upside down. */
function uprightAngleOf({ start, end }: Curve): number {
  const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  if (angle > 90) return angle - 180;
  return angle < -90 ? angle + 180 : angle;
}

function* shapeMarks(node: SceneNode, theme: Theme, isSelected: boolean): Generator<Mark> {
  const { accent, canvas, text, nodeBorder } = SURFACES[theme];
  const half = nodeSizeOf(node.degree) / 2;
  const isPinned = node.isPinned === true;
  const isMarked = isSelected || node.hopNumber !== undefined;
  const stroke = isMarked ? accent : isPinned ? text : nodeBorder;
  const width = isPinned ? BORDER.pinned : isMarked ? BORDER.marked : BORDER.plain;
  if (isSelected) {
    const ring = half + SELECTION.ringOffset + SELECTION.ringWidth / 2;
    yield { type: "path", d: outlineOf(node, ring), stroke: accent, width: SELECTION.ringWidth };
  }
  const d = outlineOf(node, half);
  yield { type: "path", d, fill: KIND_STYLES[node.kind].color[theme], stroke, width };
  if (isPinned) yield { type: "path", d, stroke: canvas, width: width / 3 };
}

function outlineOf(node: SceneNode, half: number): string {
  const corners = cornersOf(node.kind);
  if (corners === undefined) {
    const [left, right] = [at({ x: node.x - half, y: node.y }), at({ x: node.x + half, y: node.y })];
    return `M${left}A${half} ${half} 0 0 1 ${right}A${half} ${half} 0 0 1 ${left}Z`;
  }
  const points = corners.map((c) => ({ x: node.x + half * c.x, y: node.y + half * c.y }));
  return KIND_STYLES[node.kind].shape.startsWith("round-")
    ? rounded(points, Math.min(half / 3, 6))
    : `M${points.map(at).join("L")}Z`;
}

/** A closed path through points with its corners rounded. */
function rounded(points: readonly Point[], radius: number): string {
  const towards = (p: Point, q: Point): Point => {
    const share = Math.min(0.5, radius / (Math.hypot(q.x - p.x, q.y - p.y) || 1));
    return { x: p.x + (q.x - p.x) * share, y: p.y + (q.y - p.y) * share };
  };
  const parts = points.map((p, i) => {
    const before = points.at(i - 1) ?? p;
    const after = points[(i + 1) % points.length] ?? p;
    return `${i === 0 ? "M" : "L"}${at(towards(p, before))}Q${at(p)} ${at(towards(p, after))}`;
  });
  return `${parts.join("")}Z`;
}

function labelMark(node: SceneNode, isSelected: boolean, { viewport, widthOfText }: MarksOptions): TextMark {
  const size = LABEL.size * letteringScaleOf(viewport.zoom);
  const top = node.y + nodeSizeOf(node.degree) / 2 + (isSelected ? LABEL.ringMargin : LABEL.margin);
  const lines = linesOf(captionOf(node), widthOfText).map((text, i) => ({
    x: node.x,
    y: top + size * (0.8 + i * LABEL.lineHeight),
    text,
  }));
  return { type: "text", lines, size, weight: LABEL.weight, halo: (2 * LABEL.outline * size) / LABEL.size };
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
