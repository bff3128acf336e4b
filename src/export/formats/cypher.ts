// Answers: how is an extract written as a script for a graph database? Source: openCypher 9.
import type { ActorNode } from "../../graph/graph.ts";
import { capitalized } from "../../model/text.ts";
import type { Extract, ExtractRelation } from "../extract.ts";
import { ACTOR_FIELDS, type Field, RELATION_FIELDS } from "../fields.ts";
import { type Stamp, stampLines } from "../stamp.ts";
import { chunked, writable } from "../text.ts";

/** Rows of one statement. */
const BATCH = 200;

/**
 * Idempotent: run twice, the same graph. A relation that is not confirmed bears its status in its type (`ALLEGED_SUPPLIES`), so that no query for
 * `SUPPLIES` takes an allegation for a fact; `r.type = "supplies"` finds them all.
 */
export function cypherOf(extract: Extract, stamp: Stamp): Iterable<string> {
  return chunked(pieces(extract, stamp));
}

function* pieces(extract: Extract, stamp: Stamp): Generator<string> {
  for (const line of stampLines(stamp)) yield `// ${writable(line).replace(/[\r\n]/g, " ")}\n`;
  for (const [label, actors] of grouped(extract.actors, (a) => capitalized(a.kind)))
    for (const rows of batches(actors))
      yield statement(
        rows.map((actor) => mapOf([["id", actor.id], ...valuesOf<ActorNode>(ACTOR_FIELDS, actor, extract)])),
        `MERGE (a:Actor {id: row.id})\nSET a += row.props, a:${label};`,
      );
  for (const [type, relations] of grouped(extract.relations, relationshipType))
    for (const rows of batches(relations))
      yield statement(
        rows.map((r) => {
          const ends = [["from", r.edge.from] as const, ["to", r.edge.to] as const];
          return mapOf([["id", r.edge.id], ...ends, ...valuesOf<ExtractRelation>(RELATION_FIELDS, r, extract)]);
        }),
        `MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})\nMERGE (a)-[r:${type} {id: row.id}]->(b)\nSET r += row.props;`,
      );
}

function statement(rows: readonly string[], action: string): string {
  return `UNWIND [\n${rows.join(",\n")}\n] AS row\n${action}\n`;
}

/** The row's keys apart, what is to be set as a map of its own. */
function mapOf(entries: ReadonlyArray<readonly [string, string | number | boolean]>): string {
  const keys = entries.filter(([name]) => name === "id" || name === "from" || name === "to");
  const set = entries.filter((entry) => !keys.includes(entry));
  const text = (list: typeof entries): string => list.map(([name, value]) => `${name}: ${literal(value)}`).join(", ");
  return `{${text(keys)}, props: {${text(set)}}}`;
}

function valuesOf<T>(
  fields: readonly Field<T>[],
  item: T,
  extract: Extract,
): Array<readonly [string, string | number | boolean]> {
  return fields.flatMap((field) => {
    const value = field.of(item, extract);
    return value === undefined ? [] : [[field.id, value] as const];
  });
}

function relationshipType({ edge, status }: ExtractRelation): string {
  const name = edge.type.id.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
  return status.status === "confirmed" ? name : `${status.status.toUpperCase()}_${name}`;
}

function literal(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  const text = writable(value);
  return `'${/[\\'\n\r\t]/.test(text) ? text.replace(/[\\'\n\r\t]/g, (c) => ESCAPES.get(c) ?? c) : text}'`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["'", "\\'"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** In the order of each group's first member. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [item]);
    else held.push(item);
  }
  return groups;
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += BATCH) yield items.slice(i, i + BATCH);
}
