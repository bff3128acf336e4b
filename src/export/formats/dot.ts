// Answers: how is an extract written in Graphviz's language? Source: the DOT language (graphviz.org/doc/info/lang.html).
import { KIND_STYLES, LINE_STYLES, POLARITY_COLORS, widthOf } from "../../view/palette.ts";
import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, actorLabel, type Field, RELATION_FIELDS, relationLabel } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked, writable } from "../text.ts";

/** Given by attributes of Graphviz's own. */
const SHOWN_APART: ReadonlySet<string> = new Set(["label", "x", "y"]);
const NODE_FIELDS = ACTOR_FIELDS.filter((f) => !SHOWN_APART.has(f.id));
const EDGE_FIELDS = RELATION_FIELDS.filter((f) => !SHOWN_APART.has(f.id));

/** Everything quoted. Lines say the status as on the page; `neato -n` keeps the positions. */
export function dotOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  for (const line of stampLines(stamp)) yield `// ${writable(line).replace(/[\r\n]/g, " ")}\n`;
  yield `digraph ${quoted(stamp.dataset.id)} {\n`;
  yield '  graph [charset="UTF-8", overlap="false", splines="true"];\n';
  yield '  node [shape="box", style="rounded,filled", fontcolor="#ffffff", fontname="sans-serif"];\n';
  yield '  edge [fontsize="8", fontname="sans-serif"];\n';
  for (const actor of extract.actors) {
    const color = KIND_STYLES[actor.kind].color.light;
    const own = [...pair("label", actorLabel(actor)), `fillcolor="${color}"`, `pos="${actor.x},${0 - actor.y}"`];
    yield `  ${quoted(actor.id)} [${[...own, ...given(NODE_FIELDS, actor, extract)].join(", ")}];\n`;
  }
  for (const relation of extract.relations) {
    const { id, from, to, type } = relation.edge;
    const own = [
      `id="${id}"`,
      ...pair("label", relationLabel(extract, relation)),
      `color="${POLARITY_COLORS[type.polarity].light}"`,
      `style="${styleOf(relation.status.status)}"`,
      `penwidth="${widthOf(relation.origins.size)}"`,
      ...(type.symmetric ? ['dir="none"'] : []),
    ];
    yield `  ${quoted(from)} -> ${quoted(to)} [${[...own, ...given(EDGE_FIELDS, relation, extract)].join(", ")}];\n`;
  }
  yield "}\n";
}

function given<T>(fields: readonly Field<T>[], item: T, extract: Extract): string[] {
  return fields.flatMap((field) => {
    const value = field.of(item, extract);
    return value === undefined ? [] : [`${field.id}=${quoted(String(value))}`];
  });
}

function pair(name: string, text: string): string[] {
  return [`${name}=${quoted(asLabel(text))}`];
}

function styleOf(status: keyof typeof LINE_STYLES): string {
  const { dash } = LINE_STYLES[status];
  return dash === undefined ? "solid" : (dash[0] ?? 0) <= 2 ? "dotted" : "dashed";
}

/** Graphviz reads HTML entities in labels. */
function asLabel(text: string): string {
  return text.replaceAll("&", "&amp;");
}

/** A quoted string. `\\` stays two characters for the lexer and is one wherever Graphviz reads escapes. */
function quoted(text: string): string {
  return `"${writable(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
