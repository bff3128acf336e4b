// Answers: how is an extract written as GEXF? Source: GEXF 1.3 and 1.2draft (gexf.net).
import { KIND_STYLES, POLARITY_COLORS, widthOf } from "../../view/palette.ts";
import type { Extract } from "../extract.ts";
import {
  ACTOR_FIELDS,
  actorLabel,
  dateOf,
  type Field,
  type FieldType,
  RELATION_FIELDS,
  relationLabel,
  spanOf,
} from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked, xmlText } from "../text.ts";

const NAMESPACES = {
  "1.3": ["http://gexf.net/1.3", "http://gexf.net/1.3/viz"],
  "1.2draft": ["http://www.gexf.net/1.2draft", "http://www.gexf.net/1.2draft/viz"],
} as const;
export type GexfVersion = keyof typeof NAMESPACES;

const TYPES: Readonly<Record<FieldType, string>> = {
  string: "string",
  integer: "integer",
  double: "double",
  boolean: "boolean",
  date: "string",
};

/** Given by attributes and elements of their own. */
const SHOWN_APART: ReadonlySet<string> = new Set(["label", "x", "y"]);
const NODE_FIELDS = ACTOR_FIELDS.filter((f) => !SHOWN_APART.has(f.id));
const EDGE_FIELDS = RELATION_FIELDS.filter((f) => !SHOWN_APART.has(f.id));

/**
 * Directed, with the colours of the page and the outermost days of a relation's dated claims as `start` and `end`. The axis points up, as in
 * Gephi.
 */
export function gexfOf(extract: Extract, stamp: Stamp, version: GexfVersion = "1.3"): Iterable<string> {
  return chunked(pieces(extract, stamp, version));
}

function* pieces(extract: Extract, stamp: Stamp, version: GexfVersion): Generator<string> {
  const [core, viz] = NAMESPACES[version];
  const isDated = extract.relations.some((r) => Object.keys(spanOf(r)).length > 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<gexf xmlns="${core}" xmlns:viz="${viz}" version="${version === "1.3" ? "1.3" : "1.2"}">\n`;
  yield `<meta><creator>${xmlText(stamp.tool)}</creator><description>${xmlText(stampLines(stamp).join("\n"))}</description></meta>\n`;
  const mode = isDated ? 'mode="dynamic" timeformat="date"' : 'mode="static"';
  yield `<graph defaultedgetype="directed" ${mode}>\n`;
  yield* attributes("node", NODE_FIELDS);
  yield* attributes("edge", EDGE_FIELDS);
  yield "<nodes>\n";
  const degrees = degreesOf(extract);
  for (const actor of extract.actors) {
    const look = `<viz:size value="${10 + 4 * Math.min(10, Math.round(Math.sqrt(degrees.get(actor.id) ?? 0)))}"/><viz:position x="${actor.x}" y="${0 - actor.y}" z="0"/>${colorOf(KIND_STYLES[actor.kind].color.light)}`;
    yield `<node id="${xmlText(actor.id)}" label="${xmlText(actorLabel(actor))}">${valuesOf(NODE_FIELDS, actor, extract)}${look}</node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for (const relation of extract.relations) {
    const { id, from, to, type } = relation.edge;
    const { first, last } = spanOf(relation);
    const dates = [first === undefined ? "" : ` start="${dateOf(first)}"`, last === undefined ? "" : ` end="${dateOf(last)}"`];
    const ends = `source="${xmlText(from)}" target="${xmlText(to)}"`;
    const look = `<viz:thickness value="${widthOf(relation.origins.size)}"/>${colorOf(POLARITY_COLORS[type.polarity].light)}`;
    yield `<edge id="${id}" ${ends} type="directed" label="${xmlText(relationLabel(extract, relation))}"${dates.join("")}>${valuesOf(EDGE_FIELDS, relation, extract)}${look}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* attributes<T>(domain: string, fields: readonly Field<T>[]): Generator<string> {
  yield `<attributes class="${domain}">`;
  for (const { id, type } of fields) yield `<attribute id="${id}" title="${id}" type="${TYPES[type]}"/>`;
  yield "</attributes>\n";
}

function valuesOf<T>(fields: readonly Field<T>[], item: T, extract: Extract): string {
  let text = "";
  for (const field of fields) {
    const value = field.of(item, extract);
    if (value !== undefined) text += `<attvalue for="${field.id}" value="${xmlText(value)}"/>`;
  }
  return text === "" ? "" : `<attvalues>${text}</attvalues>`;
}

function colorOf(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

function degreesOf({ relations }: Extract): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { edge } of relations) for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return degrees;
}
