// Answers: how does a scene look as an SVG? The same shapes, colours, lines and hedging marks as on the canvas.

import { type Mark, type MarksOptions, marksOf, type PathMark, type TextMark } from "../painting/scene-marks.ts";
import { SURFACES, type Theme } from "../palette.ts";
import { shownLabelsOf } from "./label-budget.ts";
import { FONT } from "./lettering.ts";
import type { Scene } from "./scene.ts";
import { curvesOf, type Point } from "./scene-geometry.ts";
import type { Viewport } from "./viewport.ts";

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

/** The drawing alone, as a group without a ground; what of a scene is given is drawn. */
export function pictureOf(scene: Scene, options: MarksOptions): string {
  const { zoom, pan } = options.viewport;
  const placed = `translate(${round(pan.x)} ${round(pan.y)}) scale(${zoom})`;
  const { text, canvas } = SURFACES[options.theme];
  const marks = Array.from(marksOf(scene, options), (mark) => svgOfMark(mark, canvas));
  return `<g transform="${placed}" font-family="${escaped(FONT)}" text-anchor="middle" fill="${text}">${marks.join("")}</g>`;
}

/** A shape, line or text; `ground` is the colour of the rim around letters. */
export function svgOfMark(mark: Mark, ground: string): string {
  return mark.type === "path" ? pathSvg(mark) : textSvg(mark, ground);
}

function pathSvg({ d, fill = "none", stroke, width, strokeOpacity, dash, opacity }: PathMark): string {
  const attributes = [
    ["d", d],
    ["fill", fill],
    ["stroke", stroke],
    ["stroke-opacity", strokeOpacity],
    ["stroke-width", width === undefined ? undefined : round(width)],
    ["stroke-dasharray", dash?.join(" ")],
    ["opacity", opacity],
  ];
  return `<path${attributes.map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`)).join("")}/>`;
}

function textSvg({ lines, size, weight, halo, turn, opacity }: TextMark, ground: string): string {
  const turned =
    turn === undefined ? "" : ` transform="rotate(${round(turn.degrees)} ${round(turn.about.x)} ${round(turn.about.y)})"`;
  const rim = `stroke="${ground}" stroke-width="${round(halo)}" stroke-linejoin="round" paint-order="stroke"`;
  const through = opacity === undefined ? "" : ` opacity="${opacity}"`;
  const style = `font-size="${round(size)}" font-weight="${weight}" ${rim}${turned}${through}`;
  const place = ({ x, y }: Point): string => `x="${round(x)}" y="${round(y)}"`;
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return `<text ${place(only)} ${style}>${escaped(only.text)}</text>`;
  return `<text ${style}>${lines.map((line) => `<tspan ${place(line)}>${escaped(line.text)}</tspan>`).join("")}</text>`;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

/** Characters XML cannot hold stand as U+FFFD. */
function escaped(text: string): string {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
