// Answers: how is a figure written as SVG, with every label as text? Source: SVG 1.1.
import { FONT } from "../../view/scene/lettering.ts";
import { svgOfMark } from "../../view/scene/scene-svg.ts";
import type { Extract } from "../extract.ts";
import type { Stamp } from "../stamp.ts";
import { chunked, xmlText } from "../text.ts";
import { type FigureItem, type FigureOptions, figureOf } from "./figure.ts";

export function svgFileOf(extract: Extract, stamp: Stamp, options: FigureOptions = {}): Iterable<string> {
  return chunked(pieces(extract, stamp, options));
}

/** Without a declaration, to stand within HTML: `inline`. */
export function* svgPieces(extract: Extract, stamp: Stamp, options: FigureOptions = {}): Generator<string> {
  const figure = figureOf(extract, stamp, options);
  const { width, height, ground, rim, ink, origin } = figure;
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="figure-title">\n`;
  yield `<title id="figure-title">${xmlText(figure.title)}</title>\n`;
  if (ground !== undefined) yield `<rect width="${width}" height="${height}" fill="${ground}"/>\n`;
  yield `<g font-family="${xmlText(FONT)}" fill="${ink}">\n`;
  yield `<g id="drawing" transform="translate(${origin.x} ${origin.y})" text-anchor="middle">\n`;
  for (const item of figure.drawing) yield itemSvg(item, rim);
  yield '</g>\n<g id="frame">\n';
  for (const item of figure.frame) yield itemSvg(item, rim);
  yield "</g>\n</g>\n</svg>\n";
}

function* pieces(extract: Extract, stamp: Stamp, options: FigureOptions): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield* svgPieces(extract, stamp, options);
}

function itemSvg({ id, said, marks }: FigureItem, rim: string): string {
  const drawn = marks.map((mark) => svgOfMark(mark, rim)).join("");
  if (said === undefined) return drawn === "" ? "" : `${drawn}\n`;
  return `<g${id === undefined ? "" : ` id="${xmlText(id)}"`}><title>${xmlText(said)}</title>${drawn}</g>\n`;
}
