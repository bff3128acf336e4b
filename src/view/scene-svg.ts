// Answers: how does a scene look as an SVG? The same shapes, colours, lines and hedging marks as on the canvas.

import { FONT, LABEL } from "./lettering.ts";
import { KIND_STYLES, LINE_STYLES, POLARITY_COLORS, SURFACES, type Theme, widthOf } from "./palette.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { type Curve, captionOf, cornersOf, curvesOf, nodeSizeOf, type Point, type Viewport } from "./scene-geometry.ts";

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

/** A complete SVG document. Cost O(nodes + edges). */
export function svgOf(scene: Scene, options: SvgOptions): string {
  const { theme, width, height, viewport } = options;
  const curves = curvesOf(scene.nodes, scene.edges);
  const { zoom, pan } = viewport;
  const isLegible = LABEL.size * zoom >= LABEL.minPixels;
  const lines = scene.edges.map((edge) => edgeSvg(edge, curves.get(edge.id), theme));
  const marks = isLegible ? scene.edges.map((edge) => markSvg(edge, curves.get(edge.id), theme)) : [];
  const shapes = scene.nodes.map((node) => shapeSvg(node, theme));
  const labels = isLegible ? scene.nodes.map((node) => labelSvg(node, options)) : [];
  const placed = `translate(${round(pan.x)} ${round(pan.y)}) scale(${zoom})`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${SURFACES[theme].canvas}"/>`,
    `<g transform="${placed}" font-family="${escaped(FONT)}" font-size="${LABEL.size}" text-anchor="middle" fill="${SURFACES[theme].text}">`,
    ...lines,
    ...marks,
    ...shapes,
    ...labels,
    "</g></svg>",
  ].join("");
}

/** Breaks a caption where a line would grow wider than a label may; its own line breaks stay. Words are never cut. */
export function linesOf(caption: string, widthOfText: (text: string) => number): string[] {
  return caption.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1);
      const longer = `${last} ${word}`;
      if (last === undefined || widthOfText(longer) > LABEL.maxWidth) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

function edgeSvg(edge: SceneEdge, curve: Curve | undefined, theme: Theme): string {
  if (curve === undefined) return "";
  const { start, control, end } = curve;
  const color = POLARITY_COLORS[edge.polarity][theme];
  const dash = LINE_STYLES[edge.status].dash;
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  const path = `M${at(start)}Q${at(control)} ${at(end)}`;
  const heads = edge.symmetric ? headSvg(edge, control, start) + headSvg(edge, control, end) : headSvg(edge, control, end);
  return (
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

function markSvg(edge: SceneEdge, curve: Curve | undefined, theme: Theme): string {
  const mark = LINE_STYLES[edge.status].mark;
  if (mark === undefined || curve === undefined) return "";
  const { x, y } = curve.middle;
  return `<text x="${round(x)}" y="${round(y + LABEL.size * 0.35)}" font-weight="600" stroke="${SURFACES[theme].canvas}" stroke-width="6" stroke-linejoin="round" paint-order="stroke">${escaped(mark)}</text>`;
}

function shapeSvg(node: SceneNode, theme: Theme): string {
  const half = nodeSizeOf(node.degree) / 2;
  const style = `fill="${KIND_STYLES[node.kind].color[theme]}" stroke="${SURFACES[theme].nodeBorder}" stroke-width="2"`;
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

function labelSvg(node: SceneNode, { theme, widthOfText }: SvgOptions): string {
  const top = node.y + nodeSizeOf(node.degree) / 2 + LABEL.margin;
  const lines = linesOf(captionOf(node), widthOfText);
  const spans = lines.map((line, i) => {
    const y = top + LABEL.size * (0.8 + i * LABEL.lineHeight);
    return `<tspan x="${round(node.x)}" y="${round(y)}">${escaped(line)}</tspan>`;
  });
  return `<text font-weight="${LABEL.weight}" stroke="${SURFACES[theme].canvas}" stroke-width="${2 * LABEL.outline}" stroke-linejoin="round" paint-order="stroke">${spans.join("")}</text>`;
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
