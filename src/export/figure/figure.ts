// Answers: how is an extract drawn as a figure that stands alone: picture, title, legend, filters, stamp? Needs no browser.
import { POLARITIES, RELATION_STATUSES } from "../../model/kinds.ts";
import { POLARITY_WORDS } from "../../model/words.ts";
import { type Mark, type MarksOptions, marksOf } from "../../view/painting/scene-marks.ts";
import { KIND_STYLES, LINE_STYLES, POLARITY_COLORS, SURFACES, type Theme, widthOf } from "../../view/palette.ts";
import type { Scene, SceneNode } from "../../view/scene/scene.ts";
import { curvesOf, nodeSizeOf } from "../../view/scene/scene-geometry.ts";
import { sceneLinesOf } from "../../view/scene/scene-lines.ts";
import type { Extract } from "../extract.ts";
import { actorLabel, relationLabel } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { guessedWidth, wrapped } from "./text-width.ts";

export interface FigureOptions {
  readonly theme?: Theme;
  /** Without a ground. */
  readonly transparent?: boolean;
}

export type FigureItem =
  /** Marks in figure units; `said` is what a reader of the text finds there: an actor's label, a relation's hedged sentence. */
  { readonly id?: string; readonly said?: string; readonly marks: readonly Mark[] };

/** In pixels at a scale of 1. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Undefined when transparent. */
  readonly ground: string | undefined;
  /** Of the rims around letters. */
  readonly rim: string;
  readonly ink: string;
  /** Where the drawing's origin lies. */
  readonly origin: { readonly x: number; readonly y: number };
  /** In layout units around `origin`, from the lowest to the uppermost. */
  readonly drawing: readonly FigureItem[];
  /** Title, legend and stamp, in pixels; texts begin at their point. */
  readonly frame: readonly FigureItem[];
}

const MARGIN = 24;
/** Room for labels around the outermost actors. */
const AROUND = 76;
const MIN_WIDTH = 720;
const SIZES = { title: 20, text: 12, small: 10.5 } as const;
const LEADING = 1.4;

/** Every actor with its label, every line as on the page. Same extract and stamp, same figure. */
export function figureOf(extract: Extract, stamp: Stamp, { theme = "light", transparent = false }: FigureOptions = {}): Figure {
  const scene = sceneOf(extract);
  const options: MarksOptions = {
    theme,
    viewport: { zoom: 1, pan: { x: 0, y: 0 } },
    widthOfText: guessedWidth,
    curves: curvesOf(scene.nodes, scene.edges),
    labelled: new Set(scene.nodes.map((n) => n.id)),
  };
  const box = boxOf(scene.nodes);
  const width = Math.max(MIN_WIDTH, Math.ceil(box.width + 2 * MARGIN));
  const head = headOf(stamp, width);
  const origin = { x: Math.round((width - box.width) / 2 - box.left), y: Math.round(head.height - box.top) };
  const legend = legendOf(scene, theme, head.height + box.height + 12, width);
  const foot = textBlock(stampLines(stamp), { x: MARGIN, y: legend.bottom + 14, size: SIZES.small, room: width - 2 * MARGIN });
  const { canvas, text } = SURFACES[theme];
  return {
    width,
    height: Math.ceil(foot.bottom + MARGIN),
    title: `${stamp.dataset.title}: ${stamp.scope}`,
    ground: transparent ? undefined : canvas,
    rim: canvas,
    ink: text,
    origin,
    drawing: drawingOf(extract, scene, options),
    frame: [...head.items, ...legend.items, ...foot.items],
  };
}

function sceneOf({ actors, relations }: Extract): Scene {
  const degrees = new Map<string, number>();
  for (const { edge } of relations) for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const nodes = actors.map((actor) => ({
    id: actor.id,
    label: actorLabel(actor),
    kind: actor.kind,
    x: actor.x,
    y: actor.y,
    degree: degrees.get(actor.id) ?? 0,
    hiddenNeighbors: 0,
  }));
  return {
    nodes,
    edges: sceneLinesOf(relations.map(({ edge, status, origins }) => [edge, { ...status, origins: origins.size }] as const)),
  };
}

/** Lines first, then actors, then their labels: as on the page, but in items that say what they show. */
function drawingOf(extract: Extract, scene: Scene, options: MarksOptions): FigureItem[] {
  const sentences = new Map(extract.relations.map((r) => [r.edge.id as string, relationLabel(extract, r)]));
  const lines = scene.edges.map((edge) => ({
    id: edge.id,
    said: edge.id
      .split("+")
      .map((id) => sentences.get(id) ?? id)
      .join("\n"),
    marks: [...marksOf({ nodes: [], edges: [edge] }, options)],
  }));
  const ofNode = (node: SceneNode): Mark[] => [...marksOf({ nodes: [node], edges: [] }, options)];
  const marks = scene.nodes.map((node) => ({ node, marks: ofNode(node) }));
  const shapes = marks.map(({ node, marks: all }) => ({
    id: node.id,
    said: node.label,
    marks: all.filter((m) => m.type === "path"),
  }));
  const labels = marks.map(({ marks: all }) => ({ marks: all.filter((m) => m.type === "text") }));
  return [...lines, ...shapes, ...labels];
}

function boxOf(nodes: readonly SceneNode[]) {
  const halves = nodes.map((n) => nodeSizeOf(n.degree) / 2);
  const edge = (of: (n: SceneNode, half: number) => number, pick: (a: number, b: number) => number): number =>
    nodes.map((n, i) => of(n, halves[i] ?? 0)).reduce((a, b) => pick(a, b));
  const left = edge((n, h) => n.x - h, Math.min) - AROUND;
  const top = edge((n, h) => n.y - h, Math.min) - AROUND / 2;
  return {
    left,
    top,
    width: edge((n, h) => n.x + h, Math.max) + AROUND - left,
    height: edge((n, h) => n.y + h, Math.max) + AROUND - top,
  };
}

function headOf(stamp: Stamp, width: number): { readonly items: readonly FigureItem[]; readonly height: number } {
  const room = width - 2 * MARGIN;
  const title = textBlock([stamp.dataset.title], { x: MARGIN, y: MARGIN, size: SIZES.title, room, weight: 600 });
  const scope = `${stamp.scope.slice(0, 1).toUpperCase()}${stamp.scope.slice(1)}`;
  const lines = [scope, ...(stamp.filters.length === 0 ? [] : [`Filters: ${stamp.filters.join("; ")}`])];
  const under = textBlock(lines, { x: MARGIN, y: title.bottom + 2, size: SIZES.text, room });
  return { items: [...title.items, ...under.items], height: under.bottom + 8 };
}

interface Sample {
  readonly word: string;
  readonly marks: (x: number, y: number) => Mark[];
}

/** What occurs in the scene and no more: kinds, statuses, layers, and what width means. */
function legendOf(
  scene: Scene,
  theme: Theme,
  top: number,
  width: number,
): { readonly items: FigureItem[]; readonly bottom: number } {
  const { text, nodeBorder } = SURFACES[theme];
  const line = (word: string, stroke: string, more: { dash?: readonly number[]; width?: number } = {}): Sample => ({
    word,
    marks: (x, y) => [{ type: "path", d: `M${x} ${y}L${x + 30} ${y}`, stroke, width: 2.4, ...more }],
  });
  const kinds = [...new Set(scene.nodes.map((n) => n.kind))].sort();
  const shapes = kinds.map((kind): Sample => {
    const node = { id: "", label: "", kind, x: 0, y: 0, degree: 0, hiddenNeighbors: 0 };
    return {
      word: KIND_STYLES[kind].word,
      marks: (x, y) => {
        const options = {
          theme,
          viewport: { zoom: 1, pan: { x: 0, y: 0 } },
          widthOfText: guessedWidth,
          curves: new Map(),
          labelled: new Set<string>(),
        };
        const [shape] = marksOf({ nodes: [{ ...node, x: 0, y: 0 }], edges: [] }, options);
        return shape?.type === "path" ? [{ ...shape, d: moved(shape.d, x + 15, y, 0.62), stroke: nodeBorder, width: 1 }] : [];
      },
    };
  });
  const statuses = RELATION_STATUSES.filter((s) => scene.edges.some((e) => e.status === s)).map((status) => {
    const { dash, mark } = LINE_STYLES[status];
    return line(`${mark === undefined ? "" : `${mark} `}${status}`, text, dash === undefined ? {} : { dash });
  });
  const layers = POLARITIES.filter((p) => scene.edges.some((e) => e.polarity === p)).map((p) =>
    line(POLARITY_WORDS[p], POLARITY_COLORS[p][theme]),
  );
  const widths = [1, 2, 3]
    .filter((n) => scene.edges.some((e) => widthOf(e.origins) === widthOf(n)))
    .map((n) =>
      line(`${n}${n === 3 ? " or more" : ""} independent ${n === 1 ? "origin" : "origins"}`, text, { width: widthOf(n) }),
    );
  const items: FigureItem[] = [];
  let y = top;
  for (const row of [shapes, statuses, layers, widths]) {
    let x = MARGIN;
    for (const { word, marks } of row) {
      const step = 30 + 8 + guessedWidth(word) * (SIZES.text / 13) + 22;
      if (x > MARGIN && x + step > width - MARGIN) {
        x = MARGIN;
        y += 22;
      }
      items.push({ marks: marks(x, y + 8) }, { marks: [textMark(word, x + 38, y + 12, SIZES.text)] });
      x += step;
    }
    if (row.length > 0) y += 22;
  }
  return { items, bottom: y };
}

/** A path of absolute coordinates, scaled about (0, 0) and moved. Arcs keep their flags. */
function moved(d: string, dx: number, dy: number, scale: number): string {
  const two = (n: number): number => Math.round(n * 100) / 100;
  return d.replace(/([MLQA])([^MLQAZ]*)/g, (_, letter: string, rest: string) => {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (letter === "A") {
      const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, x = 0, y = 0] = numbers;
      return `A${two(rx * scale)} ${two(ry * scale)} ${turn} ${large} ${sweep} ${two(x * scale + dx)} ${two(y * scale + dy)}`;
    }
    return letter + numbers.map((n, i) => two(n * scale + (i % 2 === 0 ? dx : dy))).join(" ");
  });
}

function textMark(text: string, x: number, y: number, size: number, weight = 400): Mark {
  return { type: "text", lines: [{ x, y, text }], size, weight, halo: 0 };
}

function textBlock(
  texts: readonly string[],
  { x, y, size, room, weight }: { x: number; y: number; size: number; room: number; weight?: number },
): { readonly items: FigureItem[]; readonly bottom: number } {
  const lines = texts.flatMap((text) => wrapped(text, room, size));
  const items = lines.map((line, i) => ({ marks: [textMark(line, x, y + size * (0.9 + i * LEADING), size, weight)] }));
  return { items, bottom: y + lines.length * size * LEADING };
}
