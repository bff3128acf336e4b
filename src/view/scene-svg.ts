// Answers: how does a scene look as an SVG? The same shapes, colours, lines and hedging marks as on the canvas.

import { shownLabelsOf } from "./label-budget.ts";
import { FONT, LABEL, letteringScaleOf, linesOf } from "./lettering.ts";
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
} from "./palette.ts";
import { isSelectedIn, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";
import { type Curve, captionOf, cornersOf, curvesOf, markOf, nodeSizeOf, type Point, type Viewport } from "./scene-geometry.ts";

/** Control characters, halves of surrogate pairs, and the two that are no characters. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

export interface SvgOptions {
  readonly theme: Theme;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly viewport: Viewport;
  /** Width of a text in a node's lettering, in layout units. */
  readonly widthOfText: (text: string) => number;
}

/** A complete SVG document. Cost O(nodes log nodes + edges). */
export function svgOf(scene: Scene, options: SvgOptions): string {
  const { theme, width, height, viewport, widthOfText } = options;
  const curves = curvesOf(scene.nodes, scene.edges);
  const labelled = shownLabelsOf(scene, viewport.zoom, widthOfText);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${SURFACES[theme].canvas}"/>`,
    pictureOf(scene, { ...options, curves, labelled }),
    "</svg>",
  ].join("");
}

export interface PictureOptions extends Omit<SvgOptions, "width" | "height"> {
  /** Where each line runs; lines without a curve are left out. */
  readonly curves: ReadonlyMap<string, Curve>;
  /** Actors whose labels are written. */
  readonly labelled: ReadonlySet<string>;
  /** Whether lines say which relation they are. */
  readonly areLinesNamed?: boolean;
}

/** The drawing alone, as a group without a ground; what of a scene is given is drawn. */
export function pictureOf(scene: Scene, options: PictureOptions): string {
  const { theme, viewport, curves, labelled } = options;
  const { zoom, pan } = viewport;
  const placed = `translate(${round(pan.x)} ${round(pan.y)}) scale(${zoom})`;
  const areMarksLegible = LABEL.size * zoom >= LABEL.minPixels;
  const faded = (element: SceneNode | SceneEdge, svg: string): string =>
    element.isFaded === true && svg !== "" ? `<g opacity="${FADED_OPACITY}">${svg}</g>` : svg;
  return [
    `<g transform="${placed}" font-family="${escaped(FONT)}" font-size="${LABEL.size}" text-anchor="middle" fill="${SURFACES[theme].text}">`,
    ...scene.edges.map((edge) => faded(edge, edgeSvg(edge, curves.get(edge.id), theme, isSelectedIn(scene, edge)))),
    ...(areMarksLegible ? scene.edges.map((edge) => faded(edge, markSvg(edge, curves.get(edge.id), options))) : []),
    ...scene.nodes.map((node) => faded(node, shapeSvg(node, theme, isSelectedIn(scene, node)))),
    ...scene.nodes
      .filter((node) => labelled.has(node.id))
      .map((node) => faded(node, labelSvg(node, isSelectedIn(scene, node), options))),
    "</g>",
  ].join("");
}

function edgeSvg(edge: SceneEdge, curve: Curve | undefined, theme: Theme, isSelected: boolean): string {
  if (curve === undefined) return "";
  const { start, control, middle, secondControl, end } = curve;
  const color = POLARITY_COLORS[edge.polarity][theme];
  const dash = LINE_STYLES[edge.status].dash;
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  const path =
    secondControl === undefined
      ? `M${at(start)}Q${at(control)} ${at(end)}`
      : `M${at(start)}Q${at(control)} ${at(middle)}Q${at(secondControl)} ${at(end)}`;
  const head = headSvg(edge, secondControl ?? control, end);
  const heads = edge.symmetric ? headSvg(edge, control, start) + head : head;
  const ground = isSelected
    ? `<path d="${path}" fill="none" stroke="${SURFACES[theme].accent}" stroke-opacity="${SELECTION.underlayOpacity}" stroke-width="${widthOf(edge.origins) + 2 * SELECTION.underlayPadding}"/>`
    : "";
  return (
    ground +
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="${widthOf(edge.origins)}"${dashes}/>` +
    `<path d="${heads}" fill="${color}"/>`
  );
}

/** An arrowhead with its tip at `tip`, coming from `from`; its size is Cytoscape's. */
function headSvg(edge: SceneEdge, from: Point, tip: Point): string {
  const size = Math.max((widthOf(edge.origins) * 13.37) ** 0.9, 29) * LABEL.arrowScale;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const base = { x: tip.x - ux * size * 0.3, y: tip.y - uy * size * 0.3 };
  const wing = (side: number): Point => ({ x: base.x - uy * size * 0.15 * side, y: base.y + ux * size * 0.15 * side });
  return `M${at(tip)}L${at(wing(1))}L${at(wing(-1))}Z`;
}

function markSvg(edge: SceneEdge, curve: Curve | undefined, { theme, areLinesNamed = false }: PictureOptions): string {
  const mark = areLinesNamed ? `${markOf(edge)} ${edge.label}`.trim() : markOf(edge);
  if (mark === "" || curve === undefined) return "";
  const { x, y } = curve.middle;
  const turn = areLinesNamed ? ` transform="rotate(${round(uprightAngleOf(curve))} ${round(x)} ${round(y)})"` : "";
  return `<text x="${round(x)}" y="${round(y + LABEL.size * 0.35)}"${turn} font-weight="600" ${halo(theme, 6)}>${escaped(mark)}</text>`;
}

/** In degrees, so that text along the line is not upside down. */
function uprightAngleOf({ start, end }: Curve): number {
  const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  if (angle > 90) return angle - 180;
  return angle < -90 ? angle + 180 : angle;
}

function halo(theme: Theme, width: number): string {
  return `stroke="${SURFACES[theme].canvas}" stroke-width="${round(width)}" stroke-linejoin="round" paint-order="stroke"`;
}

function shapeSvg(node: SceneNode, theme: Theme, isSelected: boolean): string {
  const { accent, canvas, text, nodeBorder } = SURFACES[theme];
  const half = nodeSizeOf(node.degree) / 2;
  const isPinned = node.isPinned === true;
  const border = isSelected || node.hopNumber !== undefined ? accent : isPinned ? text : nodeBorder;
  const width = isPinned ? BORDER.pinned : isSelected || node.hopNumber !== undefined ? BORDER.marked : BORDER.plain;
  const fill = `fill="${KIND_STYLES[node.kind].color[theme]}"`;
  const ring = isSelected
    ? outlineSvg(
        node,
        half + SELECTION.ringOffset + SELECTION.ringWidth / 2,
        `fill="none" stroke="${accent}" stroke-width="${SELECTION.ringWidth}"`,
      )
    : "";
  const gap = isPinned ? outlineSvg(node, half, `fill="none" stroke="${canvas}" stroke-width="${round(width / 3)}"`) : "";
  return ring + outlineSvg(node, half, `${fill} stroke="${border}" stroke-width="${width}"`) + gap;
}

function outlineSvg(node: SceneNode, half: number, style: string): string {
  const corners = cornersOf(node.kind);
  if (corners === undefined) return `<circle cx="${round(node.x)}" cy="${round(node.y)}" r="${half}" ${style}/>`;
  const points = corners.map((c) => ({ x: node.x + half * c.x, y: node.y + half * c.y }));
  const path = KIND_STYLES[node.kind].shape.startsWith("round-")
    ? rounded(points, Math.min(half / 3, 6))
    : `M${points.map(at).join("L")}Z`;
  return `<path d="${path}" ${style}/>`;
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

function labelSvg(node: SceneNode, isSelected: boolean, { theme, viewport, widthOfText }: PictureOptions): string {
  const size = LABEL.size * letteringScaleOf(viewport.zoom);
  const top = node.y + nodeSizeOf(node.degree) / 2 + (isSelected ? LABEL.ringMargin : LABEL.margin);
  const lines = linesOf(captionOf(node), widthOfText);
  const spans = lines.map((line, i) => {
    const y = top + size * (0.8 + i * LABEL.lineHeight);
    return `<tspan x="${round(node.x)}" y="${round(y)}">${escaped(line)}</tspan>`;
  });
  return `<text font-size="${round(size)}" font-weight="${LABEL.weight}" ${halo(theme, (2 * LABEL.outline * size) / LABEL.size)}>${spans.join("")}</text>`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

/** Characters XML cannot hold stand as U+FFFD. */
function escaped(text: string): string {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
