// Answers: how is an extract written as GraphML? Source: GraphML 1.0 (graphml.graphdrawing.org), with typed keys.

import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, type Field, type FieldType, RELATION_FIELDS } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked, xmlText } from "../text.ts";

const TYPES: Readonly<Record<FieldType, string>> = {
  string: "string",
  integer: "int",
  double: "double",
  boolean: "boolean",
  date: "string",
};

/** Directed throughout: readers refuse mixed graphs. A symmetric relation is one edge with `symmetric` true. */
export function graphmlOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${xmlText(stampLines(stamp).join("\n"))}</desc>\n`;
  yield* keys("n", "node", ACTOR_FIELDS);
  yield* keys("e", "edge", RELATION_FIELDS);
  yield '<graph id="G" edgedefault="directed">\n';
  for (const actor of extract.actors)
    yield `<node id="${xmlText(actor.id)}">${dataOf("n", ACTOR_FIELDS, actor, extract)}</node>\n`;
  for (const relation of extract.relations) {
    const { id, from, to } = relation.edge;
    const data = dataOf("e", RELATION_FIELDS, relation, extract);
    yield `<edge id="${id}" source="${xmlText(from)}" target="${xmlText(to)}">${data}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function* keys<T>(prefix: string, domain: string, fields: readonly Field<T>[]): Generator<string> {
  for (const { id, type } of fields)
    yield `<key id="${prefix}-${id}" for="${domain}" attr.name="${id}" attr.type="${TYPES[type]}"/>\n`;
}

function dataOf<T>(prefix: string, fields: readonly Field<T>[], item: T, extract: Extract): string {
  let text = "";
  for (const field of fields) {
    const value = field.of(item, extract);
    if (value !== undefined) text += `<data key="${prefix}-${field.id}">${xmlText(value)}</data>`;
  }
  return text;
}
